/* statement/subtotal: totals that the chart does not name.
 *
 * In:       a statement.
 * Out:      counts of those that foot; one note a table that names the others [subtotal_unexplained]; swapped figures [columns_swapped].
 * Includes: base, statement/footing.
 *
 * The rows are gone through as one adds them up on paper: a total takes the place of the rows that it is the sum of. A row without a line that
 * looks like a total (no caption, or "Total ...") or stands below a rule is compared with the last two, three ... rows that no total has
 * taken: all added, or all added but those whose captions say "less", or the first less all others (income less expenses). That reaches back to the last rule, to the last total, to the start of
 * the section and to the start of the table.
 *
 * It must hold in every column that prints the row, exactly, with two addends that are not nothing and five digits in all: some thirty
 * comparisons do not hit 100,000 possibilities by chance. Rounding is allowed only against all the rows since the last total, and only when
 * it is less than a hundredth of the amount. A row below a rule that is no sum may be the first of what follows, so nothing is said of it.
 *
 * A total of the chart that does not foot there but is such a sum of rows, from a total, a rule or a heading on, foots: the chart does not know
 * a row that takes part. That holds when a file is only parsed; in a statement that a scenario uses it stays wrong. */
#ifndef PROFORMA_STATEMENT_SUBTOTAL_H
#define PROFORMA_STATEMENT_SUBTOTAL_H

#include "statement/footing.h"

void subtotals_test(Test *test);

#endif
