/* model/if_converted: what a convertible adds: the if-converted method (ASC 260-10-45-40 to 45-44).
 *
 * In:       a convertible, the prices and days that it is counted with.
 * Out:      its shares, weighted by the days on which it is outstanding; the interest after tax and the dividends that conversion would save.
 * Includes: base, statement, calendar, scenario, model.
 *
 * Where the principal is paid in cash, only what the shares are worth above it at the average price is issued, and no interest is saved. A
 * convertible that waits for a price counts, where the rules of the period say so, only if the closing price reaches it. */
#ifndef PROFORMA_MODEL_IF_CONVERTED_H
#define PROFORMA_MODEL_IF_CONVERTED_H

#include "model/counting.h"

/* Fills income, shares and how, unless something is lacking, which counting->unknown then tells: it is empty before. */
void if_converted(Security *out, Counting *counting, const ScenarioSecurity *convertible);

#endif
