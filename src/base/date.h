/* base/date: days of the Gregorian calendar, counted.
 *
 * In:       a year, month and day, or "2004-03-31".
 * Out:      a number of days since 1970-01-01, so that lengths are differences.
 * Includes: base/text. */
#ifndef PROFORMA_BASE_DATE_H
#define PROFORMA_BASE_DATE_H

#include "base/text.h"

#include <stdint.h>

typedef int32_t Day;
#define DAY_NONE INT32_MIN

Day day_from_civil(int year, int month, int day); /* months from 1; DAY_NONE when there is no such day */
void day_to_civil(Day day, int *year, int *month, int *day_of_month);
bool day_is_month_end(Day day);
int days_in_month(int year, int month);
/* `months` later (or earlier, when negative); the day is held inside the month, and a month's last day gives a month's last day. */
Day day_add_months(Day day, int months);

bool day_parse(Day *out, Text text);                    /* exactly "2004-03-31" */
Text day_iso(Arena *arena, Day day);                    /* "2004-03-31" */
size_t day_write(char out[10], Day day);                /* the same where room was made, without a zero; 10 */
Text day_spoken(Arena *arena, Day day);                 /* "March 31, 2004" */
int month_from_name(Text word);                         /* 1 to 12 for "March", "Mar", "Mar.", in any case; 0 for anything else */

#endif
