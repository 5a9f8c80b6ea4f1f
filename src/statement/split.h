/* statement/split: stock splits between a company's filings.
 *
 * In:       all reported columns of a company, the earliest filed first.
 * Out:      share counts and per-share amounts of earlier filings on the basis of the latest; a note for each filing [stock_split].
 * Includes: base, statement. */
#ifndef PROFORMA_STATEMENT_SPLIT_H
#define PROFORMA_STATEMENT_SPLIT_H

#include "statement/statement.h"

void splits_apply(Run *run, const Chart *chart, ReportedColumn *columns, size_t count);

/* One unit of a fact's last printed digit, in the unit of its number. */
double fact_unit(const Fact *fact);

#endif
