/* calendar/counts: are derived share counts plausible?
 *
 * In:       a path, a weighted average that was derived on it.
 * Out:      why it is refused, with the split that would explain it; empty when it is plausible.
 * Includes: base, statement, calendar/path.
 *
 * A count is above 0. Where terms are not known to be on one basis (a split listed, a period in common), all counts, the derived one and
 * those that it is derived from, lie within a fifth of each other: a split of 5 for 4 and a large issue of stock do not. */
#ifndef PROFORMA_CALENDAR_COUNTS_H
#define PROFORMA_CALENDAR_COUNTS_H

#include "calendar/path.h"

/* Records [share_basis_unclear] when it is refused. */
Text count_refusal(Run *run, const Chart *chart, const Path *path, LineId line, double derived);

#endif
