/* statement/row_day: rows of a flow statement whose captions name the day at which they stand.
 *
 * In:       captions as printed; the periods of the columns.
 * Out:      whether the row stands before the first day, or on the last day, of every column.
 * Includes: base, statement/dates. */
#ifndef PROFORMA_STATEMENT_ROW_DAY_H
#define PROFORMA_STATEMENT_ROW_DAY_H

#include "statement/dates.h"
#include "statement/header.h"

typedef enum { ROW_of_period, ROW_before_period, ROW_at_end } RowTime;

/* "Cash at January 1", "Cash, June 30, 1996": ROW_of_period when the caption ends in no day, or in one that is not the same of all columns. */
RowTime row_day_time(const Reading *reading, const Head *head, size_t columns, Text caption);

#endif
