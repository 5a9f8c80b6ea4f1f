/* model/required: the statements that the form of a deal's pro forma requires.
 *
 * In:       a scenario with a deal; each company's books.
 * Out:      the latest fiscal year, the interim period since and the day of the balance sheet; of each whether the scenario shows it, and whether
 *           every company's filings reach it.
 * Includes: base, statement, calendar, scenario, model.
 *
 * Regulation S-X, Rule 11-02(c): one fiscal year and the interim period since, a balance sheet at its end; by the acquirer's calendar. */
#ifndef PROFORMA_MODEL_REQUIRED_H
#define PROFORMA_MODEL_REQUIRED_H

#include "model/model.h"

/* Fills model->required of a scenario with a deal. False only when an amount is beyond what can be counted. */
bool required_find(Model *model);

#endif
