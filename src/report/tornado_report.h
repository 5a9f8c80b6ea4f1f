/* report/tornado_report: what inputs do to figures, as tables that any writer can render.
 *
 * In:       a study with the scenario's inputs open; a tornado for each of its figures.
 * Out:      a table for each figure: rows ranked, numbers as CSV has them, and what people read.
 * Includes: base, scenario, model, study.
 *
 * Values of inputs are in their own units, as --set takes them. */
#ifndef PROFORMA_REPORT_TORNADO_REPORT_H
#define PROFORMA_REPORT_TORNADO_REPORT_H

#include "study/tornado.h"

/* The figure at a value of the input. */
typedef struct {
    Text at, value;        /* empty: none */
    Text at_spoken, spoken; /* as a person reads them */
    double number;         /* the value; NAN: none */
    char sign;             /* '+' accretive, '-' dilutive, ' ' neither or not known */
} TornadoEnd;

/* Numbers that a row does not have are empty. */
typedef struct {
    Text name, unit, base, base_spoken; /* base: the value that the scenario gives */
    Text derivative, one_percent;
    Text derivative_spoken, one_percent_spoken;
    bool ranged;
    TornadoEnd from, to;    /* the range */
    TornadoEnd least, largest; /* of the figure over it */
    bool least_inside, largest_inside;
    size_t blank;           /* of `points`, those without a value */
    Text swing, swing_spoken;
} TornadoRow;

typedef struct {
    Text figure, unit;
    Text base, base_spoken; /* empty: no value, see `reason` */
    double base_number;
    Text reason;
    size_t points;
    struct { TornadoRow *items; size_t count, capacity; } rows; /* those with a range first */
    struct { Text *items; size_t count, capacity; } idle; /* names of inputs that do not move it */
    struct { Text *items; size_t count, capacity; } remarks;
} TornadoTable;

typedef struct {
    Text title;             /* of the scenario */
    TornadoTable *tables;
    size_t count;
    struct { Text *items; size_t count, capacity; } remarks;
} TornadoReport;

/* `tornados`: one for each of the study's figures; of one without a value nothing is read. */
void tornado_report(TornadoReport *out, Arena *arena, const Studied *studied, const Tornado *tornados);

#endif
