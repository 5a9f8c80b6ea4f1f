/* calendar/nearest: figures that stand in as they are: balances of a day nearby, periods as the company filed them.
 *
 * In:       a company's columns, a wanted day or period, what the scenario allows.
 * Out:      the column that is taken, as facts, with the days by which it differs, or why there is none.
 * Includes: base, statement, calendar/derive. */
#ifndef PROFORMA_CALENDAR_NEAREST_H
#define PROFORMA_CALENDAR_NEAREST_H

#include "calendar/derive.h"

enum { NEAREST_DAYS = 93 }; /* one fiscal quarter */

/* The very day; else the day that the scenario names, else the latest not after it and not older than the scenario allows. */
void nearest_balance(AlignedStatement *out, Notes *notes, Run *run, const Chart *chart, const Books *books, AlignRules rules);

/* The company's own period of the wanted length: that of the very end, else the latest that ends before, else the first after. The notes
 * say what it leaves out, what it takes in besides, and what the wanted period would hold: as filed - aligned = taken in besides - left out. */
void nearest_period(AlignedStatement *out, Notes *notes, Run *run, const Chart *chart, const Graph *graph);

/* What a span holds, for words after it: ", revenue.total 93,518, net_income (3,035)", or that this is not derivable; empty when the
 * statement of that kind has neither line. */
Text nearest_results(Run *run, const Chart *chart, const Graph *graph, uint8_t kind, Period span);

#endif
