/* study/tornado: what each input does to a figure, over its range and at its value.
 *
 * In:       a model with its inputs open; one of the figures.
 * Out:      the inputs with a range by the size of what their range does to the figure; the others by what one percent of theirs does; exact
 *           derivatives of all of them.
 * Includes: base, scenario, model, study/studied, study/curve.
 *
 * One input is varied at a time, the others being as the scenario has them. Derivatives come from one pass backwards over the whole program,
 * computed with nothing rounded; at a kink they are those of the operand that is taken. */
#ifndef PROFORMA_STUDY_TORNADO_H
#define PROFORMA_STUDY_TORNADO_H

#include "study/studied.h"

typedef struct {
    double at;            /* in the input's unit; NAN: there is none */
    double value;         /* of the figure; NAN: it has none */
    double accretion;     /* that belongs to it; NAN: not known */
    bool inside;          /* of an extreme: neither end of the range has it */
} TornadoPoint;

typedef struct {
    const StudyAxis *axis;
    double derivative;    /* of the figure by one unit of the input as it is written: by a percentage point, by a thousand shares. NAN: right
                             beside the input's value the figure has none */
    double one_percent;   /* what the derivative makes of one percent of the input's value */
    bool ranged;
    TornadoPoint from, to; /* the range */
    TornadoPoint least, largest; /* of the figure over it */
    size_t blank;         /* of the range's points, those at which the figure has no value */
    double swing;         /* from the least to the largest; NAN without a range */
} TornadoBar;

enum { TORNADO_POINTS = 257 };

typedef struct {
    const StudyFigure *figure;
    struct { TornadoBar *items; size_t count, capacity; } ranged; /* the largest swing first, of equal ones by name; each has one */
    struct { TornadoBar *items; size_t count, capacity; } others; /* without a range, with a derivative; the largest effect of one percent first */
    struct { TornadoBar *items; size_t count, capacity; } idle;   /* neither range nor derivative moves the figure; by name */
} Tornado;

void tornado(Tornado *out, Arena *arena, const Studied *studied, const StudyFigure *figure);

#endif
