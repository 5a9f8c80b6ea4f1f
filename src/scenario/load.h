/* scenario/load: the filings that a scenario names -> each company's books.
 *
 * In:       a scenario, the chart, the known companies.
 * Out:      one Books for each of the scenario's companies, in its order: what is taken from each filing, the later superseding the earlier,
 *           figures replaced by --set; a problem for each filing that cannot be read or holds nothing that is taken from it.
 * Includes: base, filing, statement, scenario.
 *
 * A filing that several companies read is recognised once. The scenario's companies override config/companies.cfg: their names as printed
 * lead to their ids. */
#ifndef PROFORMA_SCENARIO_LOAD_H
#define PROFORMA_SCENARIO_LOAD_H

#include "scenario/scenario.h"
#include "statement/statement.h"

/* Only whether each filing can be read: of a scenario that could not be read whole. */
bool filings_open(Run *run, const Scenario *scenario);

bool books_load(Books **out, Run *run, const Chart *chart, const Companies *known, const Scenario *scenario);

#endif
