/* statement/share_scale: what the share counts of a statement are in.
 *
 * In:       rows of a statement whose title says what its money is in.
 * Out:      the scale of its share counts that its income and its amounts per share bear out.
 * Includes: base, statement/statement.
 *
 * "Dollars in thousands, except per share data" leaves open whether counts are in thousands, too. Income over an amount per share is the count:
 * a scale that is wrong is wrong by a thousand at least, so neither rounding nor dividends on preferred stock can hide it. */
#ifndef PROFORMA_STATEMENT_SHARE_SCALE_H
#define PROFORMA_STATEMENT_SHARE_SCALE_H

#include "statement/statement.h"

/* Gives the rows that count shares, and the statement, the scale that fits; leaves them alone when none does, or the printed one. */
void share_scale_settle(Statement *statement);

#endif
