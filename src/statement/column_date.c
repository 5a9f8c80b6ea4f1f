#include "statement/column_date.h"

#include <stdlib.h>

enum { LENGTH_SLACK = 10 };

/* A length in weeks says more exactly what one in months says: "year ended ... (53 weeks)". */
static bool lengths_agree(const DatePart *weeks, const DatePart *months)
{
    return weeks->weeks && months->months && abs(7 * weeks->weeks - months->months * 365 / 12) <= LENGTH_SLACK;
}

static void part_count(DatePart *kept, size_t *count, const DatePart *part)
{
    bool same_length = kept->months == part->months && kept->weeks == part->weeks;
    bool same_date = kept->month == part->month && kept->day == part->day && kept->year == part->year;
    bool same = *count && same_length && same_date;
    if (*count == 1 && lengths_agree(part, kept)) {
        *kept = *part;
        same = true;
    }
    same |= *count == 1 && lengths_agree(kept, part);
    if (!same) {
        *kept = *part;
        ++*count;
    }
}

void column_date_add(ColumnDate *date, const DatePart *part)
{
    if (part->starts && part->kind == PART_day)
        part_count(&date->first_day, &date->first_days, part);
    else if (part->starts)
        part_count(&date->first_year, &date->first_years, part);
    else if (part->kind == PART_length)
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

/* From its first to its last day; a first day without a year stands in the year of the last, or before it. */
static Period span_period(const ColumnDate *date, Day end)
{
    int year = date->first_years ? date->first_year.year : date->year.year;
    Day start = day_from_civil(year, date->first_day.month, date->first_day.day);
    if (!date->first_years && start >= end)
        start = day_from_civil(year - 1, date->first_day.month, date->first_day.day);
    int days = date->lengths ? date->length.weeks * 7 + date->length.months * 365 / 12 : end - start + 1;
    bool good = start != DAY_NONE && start < end && abs(end - start + 1 - days) <= LENGTH_SLACK;
    return good ? (Period){start, end} : (Period){DAY_NONE, DAY_NONE};
}

/* The last day of quarters; DAY_NONE when the column is not of quarters, or lacks something. */
static Day quarters_end(const ColumnDate *date)
{
    bool quarters = date->lengths == 1 && date->length.months && date->length.months % 3 == 0 && !date->first_days;
    return quarters && date->years == 1 && date->days == 1 ? day_from_civil(date->year.year, date->day.month, date->day.day) : DAY_NONE;
}

bool column_date_is_in_weeks(const ColumnDate *date, const ColumnDate others[], size_t count)
{
    Day end = quarters_end(date);
    bool in_weeks = end != DAY_NONE && !day_is_month_end(end);
    for (size_t i = 0; i < count && end != DAY_NONE && !in_weeks; i++) {
        Day other = quarters_end(&others[i]);
        in_weeks = other != DAY_NONE && !day_is_month_end(other) && (end - other) % 7 == 0;
    }
    return in_weeks;
}

Period column_date_period(const ColumnDate *date, bool flow, bool in_weeks)
{
    Day end = day_from_civil(date->year.year, date->day.month, date->day.day);
    if (end == DAY_NONE || !flow)
        return (Period){DAY_NONE, end};
    if (date->first_days)
        return span_period(date, end);
    int months = date->length.months;
    if (date->length.weeks)
        return (Period){end - 7 * date->length.weeks + 1, end};
    /* A quarter of a 52-week year has 13 weeks. */
    return (Period){months % 3 || !in_weeks ? day_add_months(end, -months) + 1 : end - 91 * (months / 3) + 1, end};
}

void years_join(Period periods[], const ColumnDate dates[], const bool dated[], size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < count; j++) {
            bool years = dated[i] && dated[j] && dates[i].length.months == 12 && dates[j].length.months == 12 && !dates[i].first_days;
            if (years && !period_is_instant(periods[i]) && abs(periods[i].start - 1 - periods[j].end) <= LENGTH_SLACK)
                periods[i].start = periods[j].end + 1;
        }
}
