/* statement/dates: the parts of dates and lengths that heads and titles are made of.
 *
 * In:       text of a head, "Three months ended March 31,"; words of config/reading.cfg.
 * Out:      its parts in order: lengths, days of a year, years.
 * Includes: base, statement/reading. */
#ifndef PROFORMA_STATEMENT_DATES_H
#define PROFORMA_STATEMENT_DATES_H

#include "statement/reading.h"

typedef enum { PART_length, PART_day, PART_year } PartKind;

typedef struct {
    PartKind kind;
    uint16_t from, to;  /* offsets in the text */
    int months, weeks;  /* PART_length: one of them */
    int month, day;     /* PART_day */
    int year;           /* PART_year */
    bool after_and;     /* "and" stands between it and the part before: a list, not columns */
    bool after_through; /* a day before which "to" or "through" stands */
    bool starts;        /* of a day that such a day follows, and of its year: the first day of a period */
} DatePart;

enum { PARTS_MOST = 16 };

size_t date_parts_read(DatePart out[PARTS_MOST], const Reading *reading, Text text);

/* Marks the last day, and its year, as the first of a period that ends on the next day. */
void date_parts_start(DatePart parts[], size_t count);

/* Holds "to" or "through", as a line of a broken "from March 1, 1996 (inception) / through / June 30, 1999" does. */
bool text_says_through(const Reading *reading, Text text);

/* Nothing but dates, lengths and small words. */
bool text_is_period(const Reading *reading, Text text);

/* A date or length, or a word that could be a piece of one broken over lines: "For the thirty-nine", "Weeks ended". */
bool text_speaks_of_dates(const Reading *reading, Text text);

#endif
