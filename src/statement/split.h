/* statement/split: stock splits between a company's filings.
 *
 * In:       all reported columns of a company, the earliest filed first, with the splits that the scenario lists.
 * Out:      share counts and per-share amounts of earlier filings on the basis of the latest; a note for each filing [stock_split]; which
 *           columns are known to be on one basis.
 * Includes: base, statement.
 *
 * Splits that are listed are applied as they are, and what two filings print of one period must bear them out [split_contradicted]. Where
 * none are listed, such a period shows the split; a filing that has none in common with another is on a basis of its own. */
#ifndef PROFORMA_STATEMENT_SPLIT_H
#define PROFORMA_STATEMENT_SPLIT_H

#include "statement/statement.h"

bool splits_apply(Run *run, const Chart *chart, ReportedColumn *columns, size_t count);

/* The split that would turn one count into another, to a tenth: 2 for 80,200 after 40,000; 1 when none is near. */
double split_near(double new_count, double old_count);
Text split_spoken(Arena *arena, double ratio); /* "2 for 1", "1 for 10" */

/* One unit of a fact's last printed digit, in the unit of its number. */
double fact_unit(const Fact *fact);

#endif
