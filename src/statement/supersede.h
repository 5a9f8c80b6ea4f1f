/* statement/supersede: one dated column that two filings print -> the column that the books keep.
 *
 * In:       the column as the books have it, as a later filing prints it, and which of its lines say the same.
 * Out:      the union of both: of each line the finer print, else the later one; each fact keeps its own place. Or the proof that the unit
 *           of one of them is wrong [unit_contradicted].
 * Includes: base, statement.
 *
 * A rounded print that agrees with a finer one does not replace it, and a shorter print takes no lines away. Lines that only the earlier
 * filing prints are left out where the later one divides the total above them in another way, or where what is put together would not foot.
 * Two presentations are never mixed: there the later filing replaces the earlier, unless it adds nothing to it.
 * The column has the filing date, the order, the presentation and the statement of the later filing when anything of it was taken. */
#ifndef PROFORMA_STATEMENT_SUPERSEDE_H
#define PROFORMA_STATEMENT_SUPERSEDE_H

#include "statement/statement.h"

/* As printed, amounts are equal or not. Rounding may explain a difference of those printed in two units, or before and after a split. */
bool facts_same(const Fact *a, const Fact *b);

/* False, with a problem, when the amounts of the one are those of the other times one power of ten. */
bool columns_one_unit(Run *run, const Chart *chart, const ReportedColumn *earlier, const ReportedColumn *later);

/* `same`: by line, whether the two say the same of it: equal, equal but for rounding, or equal after adding finer lines. */
void column_supersede(ReportedColumn *earlier, Run *run, const Chart *chart, const ReportedColumn *later, const bool *same);

#endif
