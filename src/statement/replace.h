/* statement/replace: a reported figure replaced before alignment (--set COMPANY.LINE=VALUE).
 *
 * In:       a company's books; a line, a basis, a period that a filing reports; a value.
 * Out:      the fact with state set, and every printed total above it moved by the same amount, so that the statement still foots.
 * Includes: base, statement. */
#ifndef PROFORMA_STATEMENT_REPLACE_H
#define PROFORMA_STATEMENT_REPLACE_H

#include "statement/statement.h"

/* The printed figure that would be replaced; NULL when no filing reports the period or it does not print the line. */
const Fact *books_replaceable(const Books *books, const Chart *chart, LineId line, Basis basis, WantedPeriod wanted);

/* `reason` is what the report says of the fact, the option as given. A period that no filing reports, a line that it does not print and an
 * inexact amount are problems of usage. */
bool books_replace(Books *books, Run *run, const Chart *chart, LineId line, Basis basis, WantedPeriod wanted, Printed value, uint8_t scale, Place option);

/* A figure that a study varies: its fact says `open`, and the totals above it say how they move with it. Nothing else of them changes. */
bool books_open(Books *books, Run *run, const Chart *chart, LineId line, Basis basis, WantedPeriod wanted, uint8_t open, Place option);
/* Does a figure that is open have a part in it? */
bool fact_is_open(const Fact *fact);

#endif
