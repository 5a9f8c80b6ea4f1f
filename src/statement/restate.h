/* statement/restate: one company's statements from several filings -> its books.
 *
 * In:       statements taken by a scenario, each with its filing date, in the reporting unit.
 * Out:      reported columns, the later filing superseding the earlier line by line (statement/supersede); comparisons counted and differences
 *           reported.
 * Includes: base, statement.
 *
 * The same figure in two filings: equal; equal after adding finer lines ("same, aggregated"); close to a split factor: share counts and
 * per-share amounts of earlier filings are restated to the latest filing's basis before any calendar algebra [stock_split]; else a
 * restatement, reported with both origins [restated]. A restated count is still a reported fact: its term is the fact as printed, its reason
 * the split. A filing that shares no period with a later one is taken to be on that basis, of those around it, that its size fits.
 * The same column twice in one filing: the first is used, a difference is [statements_disagree], as it is for the same amount in two
 * statements of one filing (chart: same_as); each statement is taken as printed. */
#ifndef PROFORMA_STATEMENT_RESTATE_H
#define PROFORMA_STATEMENT_RESTATE_H

#include "statement/compare.h"
#include "statement/statement.h"

/* reporting_scale: 3 for usd_thousands. Inexact conversions are [inexact_conversion], amounts beyond 2^50 [amount_overflow];
 * an unmapped caption is [unmapped_caption], error. */
bool books_make(Books *out, Run *run, const Chart *chart, Text company, const TakenStatement *taken, size_t taken_count, uint8_t reporting_scale);

#endif
