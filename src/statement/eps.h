/* statement/eps: per-share amounts of one column, recomputed.
 *
 * In:       a column of a statement.
 * Out:      counts in its footing; [eps_does_not_recompute] for each that does not.
 * Includes: base, statement/footing. */
#ifndef PROFORMA_STATEMENT_EPS_H
#define PROFORMA_STATEMENT_EPS_H

#include "statement/footing.h"

void eps_test(const Test *test);

#endif
