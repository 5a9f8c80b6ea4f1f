/* scenario/expression: amounts that a scenario writes as formulas.
 *
 * In:       a text with its place: names, numbers with units, + - * /, parentheses, min max clamp round, comparisons with if(c, a, b).
 * Out:      a tree, each node with its place; nothing is looked up or computed here (model/ compiles the tree).
 * Includes: base, statement.
 *
 * Names: GROUP.INPUT, COMPANY.LINE, COLUMN.LINE, entries.NAME.LINE, or a bare line, each with @END/LENGTH and :BASIS after it where wanted. */
#ifndef PROFORMA_SCENARIO_EXPRESSION_H
#define PROFORMA_SCENARIO_EXPRESSION_H

#include "base/amount.h"
#include "base/run.h"
#include "statement/chart.h"
#include "statement/period.h"

typedef enum {
    EXPRESSION_number,  /* printed */
    EXPRESSION_name,
    EXPRESSION_negate,
    EXPRESSION_add, EXPRESSION_subtract, EXPRESSION_multiply, EXPRESSION_divide,
    EXPRESSION_less, EXPRESSION_less_equal, EXPRESSION_greater, EXPRESSION_greater_equal, EXPRESSION_equal, EXPRESSION_not_equal,
    EXPRESSION_minimum, EXPRESSION_maximum, EXPRESSION_round, EXPRESSION_clamp, EXPRESSION_if
} ExpressionKind;

typedef struct Expression {
    ExpressionKind kind;
    Place place;
    Printed printed;          /* number; its unit.scale is that of a scale word or unit ("1,250.0 million"), unit.kind that of a unit, or UNIT_none; a percentage is a fraction */
    uint8_t open;             /* number: 1 + position among the scenario's open names that it stands for, with the formula that it is as operand; 0: none */
    bool scaled;              /* the number carried a scale word, or a unit of money or shares: it is money or shares in units, to be brought to the reporting scale */
    Text name;                /* name: without @ and : */
    bool has_period, has_basis;
    WantedPeriod period;
    Basis basis;
    const struct Expression *operands[3]; /* clamp(x, low, high); if(condition, then, else) */
} Expression;

/* `place` is the place of `text` in its source, so that messages point inside it. Problems: [expression_syntax]. */
bool expression_parse(const Expression **out, Run *run, Text text, Place place);

/* Is there a division in it? */
bool expression_divides(const Expression *expression);

/* A name alone, as --set, verify and explain take it. */
bool expression_parse_name(Expression *out, Run *run, Text text, Place place);

#endif
