/* statement/swap: rows whose figures a filer printed in each other's columns.
 *
 * In:       a statement, and totals that do not foot in two of its columns.
 * Out:      a warning [columns_swapped] for each row that explains them; the figures stay as printed.
 * Includes: base, statement/footing.
 *
 * Two columns have to be out by the same amount in opposite directions, and one row, an addend or the total itself, has to differ between
 * them by just that amount. Two equations of figures of at least three digits hardly hold by chance. */
#ifndef PROFORMA_STATEMENT_SWAP_H
#define PROFORMA_STATEMENT_SWAP_H

#include "statement/footing.h"

/* Marks the misfits that swapped rows explain. */
void swaps_explain(Test *test);

/* Reports a row once for each pair of columns. `total` is what foots with the figures the other way. */
void swap_report(Test *test, size_t row, uint8_t a, uint8_t b, size_t total);

/* Can a total that is out by these amounts in two columns be explained by a swap at all? */
bool swap_is_possible(int64_t excess_a, int64_t excess_b);

#endif
