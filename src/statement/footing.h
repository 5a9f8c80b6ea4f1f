/* statement/footing: one column of a printed statement while it is footed.
 *
 * Includes: base, statement.
 *
 * Private to foot, eps, swap and subtotal: other rooms call statement_foot of statement/foot.h. */
#ifndef PROFORMA_STATEMENT_FOOTING_H
#define PROFORMA_STATEMENT_FOOTING_H

#include "statement/foot.h"

/* One printed amount of a column, in whole units that all amounts of the column share. */
typedef struct {
    bool printed;
    int64_t value, unit; /* unit: that of its last printed digit */
} Amount;

typedef struct {
    const Chart *chart;
    const StatementKind *kind;
    Amount *amounts;            /* by line, from the kind's first; NULL: the amounts are those of the facts */
    const ReportedColumn *facts;
} Column;

typedef struct {
    int64_t value, units; /* units: of the addends, added up */
    size_t count;
} Sum;

/* A total that does not foot in one column. */
typedef struct {
    LineId total;
    LineId same;    /* the line that it has to equal; LINE_NONE for the sum of its addends */
    uint8_t column;
    int exponent;   /* its amounts are counted in 10^exponent */
    size_t row;     /* of the total */
    int64_t value, sum;
    Place place;
    Text message;
    bool explained; /* by a swap, which was reported */
} Misfit;

typedef struct {
    Misfit *items;
    size_t count, capacity;
} Misfits;

/* A row whose figures stand in each other's columns. */
typedef struct {
    size_t row;
    uint8_t a, b;
} Swap;

typedef struct {
    Swap *items;
    size_t count, capacity;
} Swaps;

typedef struct {
    Run *run;
    const Statement *statement;
    Severity gravity;
    Footing *footing;
    Column column;
    uint8_t number;        /* of the column */
    int exponent;          /* amounts are counted in 10^exponent */
    const Cell **cells;    /* by row: the cell in this column, or NULL */
    size_t *row_of;        /* by line: its row, when the amount is printed */
    bool *unknown;         /* by row: a value of money that is no line's, and that no total above has taken */
    size_t unknown_count;
    bool *tested;          /* by row: a total of the chart that was tested in some column */
    Misfits misfits;       /* of all columns */
    Swaps swaps;
} Test;

/* The most that an amount may be, so that the sum of all rows of a statement stays inside 64 bits. */
#define AMOUNT_LARGEST ((int64_t)1 << 55)

Amount amount_at(const Column *column, LineId line);
/* Adds the addends that a column prints of a total; one that is not printed lets its own through. */
void sum_addends(Sum *sum, const Column *column, LineId total, int sign);

/* The dated cell of a row in a column, or NULL. */
const Cell *row_cell(const Row *row, uint8_t column);
bool row_is_money(const Row *row);
/* The power of ten of a last printed digit. */
int printed_exponent(Printed printed);
/* In units of 10^exponent, which is not above its own. False when that is too large. */
bool printed_scaled(int64_t *out, Printed printed, int exponent);

#endif
