#include "statement/column_date.h"

static void part_count(DatePart *kept, size_t *count, const DatePart *part)
{
    bool same_length = kept->months == part->months && kept->weeks == part->weeks;
    bool same_date = kept->month == part->month && kept->day == part->day && kept->year == part->year;
    bool same = *count && same_length && same_date;
    if (!same) {
        *kept = *part;
        ++*count;
    }
}

void column_date_add(ColumnDate *date, const DatePart *part)
{
    if (part->kind == PART_length)
        part_count(&date->length, &date->lengths, part);
    else if (part->kind == PART_day)
        part_count(&date->day, &date->days, part);
    else
        part_count(&date->year, &date->years, part);
}

void column_date_length_from(ColumnDate *date, const ColumnDate *other)
{
    if (!date->lengths) {
        date->length = other->length;
        date->lengths = other->lengths;
    }
}

Period column_date_period(const ColumnDate *date, bool flow)
{
    Day end = day_from_civil(date->year.year, date->day.month, date->day.day);
    if (end == DAY_NONE || !flow)
        return (Period){DAY_NONE, end};
    int months = date->length.months;
    if (date->length.weeks)
        return (Period){end - 7 * date->length.weeks + 1, end};
    if (day_is_month_end(end))
        return (Period){day_add_months(end, -months) + 1, end};
    /* A quarter of a 52-week year has 13 weeks. */
    return (Period){months % 3 ? day_add_months(end, -months) + 1 : end - 91 * (months / 3) + 1, end};
}
