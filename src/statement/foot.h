/* statement/foot: do the totals foot, do the per-share amounts recompute?
 *
 * In:       one statement with named lines, the chart's signs.
 * Out:      counts of what foots; a problem for each that does not.
 * Includes: base, statement.
 *
 * Rule: with n addends printed to the unit a total may differ from their sum by (n + 1) / 2 units; a difference that is not zero is a note
 * [total_rounded], more is [total_does_not_foot]. A recomputed EPS must lie in the interval that half a unit of income, half a
 * unit of shares and half a unit of the last printed decimal allow [eps_does_not_recompute]. A total that is not printed is
 * transparent: its addends enter the total above it. Totals inside one balance sheet: assets = liabilities + equity. */
#ifndef PROFORMA_STATEMENT_FOOT_H
#define PROFORMA_STATEMENT_FOOT_H

#include "statement/statement.h"

typedef struct {
    size_t totals_exact, totals_rounded, totals_wrong, eps_recomputed, eps_wrong;
} Footing;

/* `gravity`: of a total that does not foot: a warning when a file is only parsed, an error in a statement that a scenario uses. */
void statement_foot(Footing *out, Run *run, const Chart *chart, const Statement *statement, Severity gravity);

/* Does a column foot without a line that it does not print? Proven when every printed total above the line's place foots. */
bool column_foots(const Chart *chart, const ReportedColumn *column, LineId absent);

#endif
