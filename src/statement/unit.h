/* statement/unit: in what the amounts of a table are.
 *
 * In:       the lines above a table; config/reading.cfg.
 * Out:      the scale of money and of share counts; a word that leaves them unknown.
 * Includes: base, statement/line.
 *
 * Amounts are US dollars only where every word that names their unit is known (rules 10.4): any other currency, sign or scale leaves the unit
 * unknown, and then nothing is read. */
#ifndef PROFORMA_STATEMENT_UNIT_H
#define PROFORMA_STATEMENT_UNIT_H

#include "statement/line.h"


/* The unit that lines [from, to) speak of: the scale of money, and of share counts. False when they name none. */
bool unit_read(uint8_t *money, uint8_t *shares, const Scan *scan, size_t from, size_t to);

/* The first word of what these lines say of the unit that is not among the known ones, as printed; empty when there is none. */
Text unit_unknown_word(const Scan *scan, size_t from, size_t to);

#endif
