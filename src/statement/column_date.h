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
    DatePart first_day, first_year; /* of a period "from ... to ..." */
    size_t first_days, first_years;
    bool from_inception; /* it begins on a day of its own, printed or not */
} ColumnDate;

void column_date_add(ColumnDate *date, const DatePart *part);
/* Takes the length of another when it has none itself. */
void column_date_length_from(ColumnDate *date, const ColumnDate *other);
/* Is the length one of quarters of weeks? It is when it does not end with a month, or when it ends on the same day of the week as one of
 * the others that does not. */
bool column_date_is_in_weeks(const ColumnDate *date, const ColumnDate others[], size_t count);
/* Its end is DAY_NONE when there is no such day; an instant unless `flow`. A period "from ... to ..." that is none, or not as long as
 * the length beside it says, has no end either. */
Period column_date_period(const ColumnDate *date, bool flow, bool in_weeks);
static inline bool column_date_has_first(const ColumnDate *date) { return date->first_days == 1 && date->first_years <= 1; }

/* Years of 52 or 53 weeks follow each other: a column of twelve months begins on the day after another one ends. */
void years_join(Period periods[], const ColumnDate dates[], const bool dated[], size_t count);

#endif
