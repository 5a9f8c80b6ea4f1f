/* statement/foot: do the totals foot, do the per-share amounts recompute?
 *
 * In:       one statement with named lines, the signs of its chart.
 * Out:      counts of what foots; what that proves (statement/proof); a problem for each that does not.
 * Includes: base, statement.
 *
 * Rule: with n addends printed to the unit a total may differ from their sum by (n + 1) / 2 units; a difference that is not zero is a note
 * [total_rounded], more is [total_does_not_foot]. A recomputed EPS must lie in the interval that half a unit of income, half a
 * unit of shares and half a unit of the last printed decimal allow [eps_does_not_recompute]. A total that is not printed is
 * transparent: its addends enter the total above it. Totals inside one balance sheet: assets = liabilities + equity.
 * Two columns that are out because a row stands exchanged are [columns_swapped] (statement/swap); totals without a line of the chart are tested
 * against the rows above (statement/subtotal).
 * An EPS that preferred dividends or added-back interest outside the statement would explain is a note.
 *
 * A row that the chart does not know cannot be given a sign. A total that has such rows among its own counts when it foots to the unit without
 * them, or with all of them added or all subtracted, or with those since the last rule; else it is not tested and nothing is said of it. So
 * is a second row of the same line, and a table of highlights that prints a single figure far below a total. A total that foots to the unit when one addend is taken the other way shows another use of signs than
 * the chart's: a note when a file is only parsed, but wrong in a statement that a scenario uses, because the combination would take it so. */
#ifndef PROFORMA_STATEMENT_FOOT_H
#define PROFORMA_STATEMENT_FOOT_H

#include "statement/proof.h"

typedef struct {
    size_t totals_exact, totals_rounded, totals_wrong, eps_recomputed, eps_wrong;
    Proof proof;
} Footing;

/* `gravity`: of a total that does not foot: a warning when a file is only parsed, an error in a statement that a scenario uses. */
void statement_foot(Footing *out, Run *run, const Statement *statement, Severity gravity);

/* Does a column foot without a line that it does not print? Proven when the printed totals above the line's place foot, and there is one.
 * False for a total whose addends are printed: it is not nothing, and column_sum has its amount. */
bool column_foots(const Chart *chart, const ReportedColumn *column, LineId absent);

/* May a line that a column does not print be more than nothing? Where a printed total holds it whose lines do not make it, as in a condensed
 * statement, or where no total that would hold it is printed, as in a statement without its second half. Not where a total is printed without any of
 * its lines: that is another company's detail. */
bool column_hides(const Chart *chart, const ReportedColumn *column, LineId line);

/* What the addends make that a column prints of a total, with their signs in it; false when it prints none. */
bool column_addends(Money *out, const Chart *chart, const ReportedColumn *column, LineId total);
/* Is a total known that a column does not print? Its amount is that of its addends where they are all that enters it: the printed totals above
 * it foot, and there is one, or one of them closes the statement, as net income does before dividends that nobody prints. A statement that ends
 * at operating income has no net income. */
bool column_sum(Money *out, const Chart *chart, const ReportedColumn *column, LineId total);

#endif
