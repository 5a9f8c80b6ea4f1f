/* statement/column_date: what the parts of dates above a column add up to.
 *
 * In:       lengths, days and years, in any order.
 * Out:      how many different ones there are of each; the period, when there is one of each.
 * Includes: base, statement/dates, statement/period. */
#ifndef PROFORMA_STATEMENT_COLUMN_DATE_H
#define PROFORMA_STATEMENT_COLUMN_DATE_H

#include "statement/dates.h"
#include "statement/period.h"

typedef struct {
    DatePart length, day, year;
    size_t lengths, days, years; /* different ones */
} ColumnDate;

void column_date_add(ColumnDate *date, const DatePart *part);
/* Takes the length of another when it has none itself. */
void column_date_length_from(ColumnDate *date, const ColumnDate *other);
/* Its end is DAY_NONE when there is no such day; an instant unless `flow`. */
Period column_date_period(const ColumnDate *date, bool flow);

#endif
