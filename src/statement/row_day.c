#include "statement/row_day.h"

#include "base/date.h"

/* The day that ends the caption, behind "at", "of", "on", a comma or a dash. */
static bool day_read(DatePart *day, int *year, const Reading *reading, Text caption)
{
    DatePart parts[PARTS_MOST];
    if (!caption.length || !char_is_digit(caption.start[caption.length - 1]))
        return false;
    size_t count = date_parts_read(parts, reading, caption);
    size_t at = count > 1 && parts[count - 1].kind == PART_year ? count - 2 : count - 1;
    if (!count || parts[count - 1].to != caption.length || parts[at].kind != PART_day)
        return false;
    *day = parts[at];
    *year = at + 1 < count ? parts[at + 1].year : 0;
    Text before = text_trim(text_slice(caption, 0, day->from));
    if (before.length < 4)
        return false;
    char last = before.start[before.length - 1];
    Text word = text_slice(before, before.length - 3, before.length);
    return last == ',' || last == '-' || text_equal_ignoring_case(word, TEXT(" at")) || text_equal_ignoring_case(word, TEXT(" of")) ||
           text_equal_ignoring_case(word, TEXT(" on"));
}

static bool is_day(Day day, const DatePart *named, int named_year)
{
    int year, month, day_of_month;
    day_to_civil(day, &year, &month, &day_of_month);
    return month == named->month && day_of_month == named->day && (!named_year || year == named_year);
}

RowTime row_day_time(const Reading *reading, const Head *head, size_t columns, Text caption)
{
    DatePart named;
    int year;
    bool opens = true, closes = true, any = false;
    if (!day_read(&named, &year, reading, caption))
        return ROW_of_period;
    for (size_t i = 0; i < columns; i++) {
        Period period = head->periods[i];
        if (!head->dated[i])
            continue;
        if (period_is_instant(period))
            return ROW_of_period;
        any = true;
        closes &= is_day(period.end, &named, year);
        opens &= is_day(period.start, &named, year) || is_day(period.start - 1, &named, year);
    }
    /* In columns of whole years "Cash at December 31" is the last day of each: the first is called January 1, or the beginning. */
    return !any || !(opens || closes) ? ROW_of_period : closes ? ROW_at_end : ROW_before_period;
}
