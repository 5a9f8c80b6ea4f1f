/* model/adjust_fair_values: the items of an entry of fair values, for the kinds that go on from them (amortization).
 *
 * In:       an entry of kind fair_values.
 * Out:      its keys. Leg i of the applied entry is that of item i, with the amount that was recorded.
 * Includes: base, statement, calendar, scenario, model. */
#ifndef PROFORMA_MODEL_ADJUST_FAIR_VALUES_H
#define PROFORMA_MODEL_ADJUST_FAIR_VALUES_H

#include "model/adjust.h"

enum { FAIR_VALUES_items };
enum {
    FAIR_VALUE_line, FAIR_VALUE_value, FAIR_VALUE_book, FAIR_VALUE_tax_basis, FAIR_VALUE_class, FAIR_VALUE_life, FAIR_VALUE_expense, FAIR_VALUE_no_deferred_tax, FAIR_VALUE_nonrecurring
};
enum { CLASS_amortized, CLASS_indefinite, CLASS_other };

/* Of a line of the balance sheet: is it below total assets? What is amortized of a liability, such as a contract above the market, lowers the expense. */
bool line_is_asset(const Chart *chart, LineId line);

#endif
