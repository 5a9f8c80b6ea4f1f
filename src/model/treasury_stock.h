/* model/treasury_stock: what a tranche of options adds: the treasury stock method (ASC 260-10-45-23, 45-28 to 45-29).
 *
 * In:       a tranche, the prices and days that it is counted with.
 * Out:      the shares that exercise would issue less those that its proceeds buy back at the average price, weighted by days.
 * Includes: base, statement, calendar, scenario, model.
 *
 * Options of a target are rolled over: N x ratio at strike / ratio. Proceeds are the strike, compensation cost not yet recognised and, where the
 * rules of the period say so, the excess tax benefit. Options whose proceeds buy back more than they issue add nothing. */
#ifndef PROFORMA_MODEL_TREASURY_STOCK_H
#define PROFORMA_MODEL_TREASURY_STOCK_H

#include "model/counting.h"

/* Fills income, shares and how, unless something is lacking, which counting->unknown then tells: it is empty before. */
void treasury_stock(Security *out, Counting *counting, const ScenarioSecurity *tranche);

#endif
