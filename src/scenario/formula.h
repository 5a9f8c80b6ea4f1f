/* scenario/formula: every formula of a scenario, each with the unit that is due where it stands.
 *
 * In:       a scenario.
 * Out:      its formulas, one after the other; whether their units are those that are due.
 * Includes: base, statement, scenario/scenario.
 *
 * Units are those of lines, inputs and figures: money, shares, money per share, years, and what has none (ratio, percent). Sums and
 * comparisons need equal units, products and quotients make new ones; a number without a unit takes that of its place. */
#ifndef PROFORMA_SCENARIO_FORMULA_H
#define PROFORMA_SCENARIO_FORMULA_H

#include "scenario/name.h"

typedef struct {
    const Expression *expression;
    UnitKind due;       /* UNIT_none: any */
    bool may_be_result; /* a figure to verify may be one of the pro forma column */
    PriceRole price;    /* which of the two prices it is */
    const char *key;    /* under which it stands */
} Formula;

typedef void FormulaVisit(void *context, const Formula *formula);
void scenario_formulas(const Scenario *scenario, const Chart *chart, FormulaVisit *visit, void *context);

#endif
