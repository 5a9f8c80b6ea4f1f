#include "statement/period.h"

#include <stdlib.h>

enum { DAYS_NEAR = 7, MONTHS_MOST = 1200, WEEKS_MOST = 5200 };

/* --- what is wanted --- */

static bool length_parse(WantedPeriod *out, Text text)
{
    int count = 0;
    if (text.length < 2 || text.length > 5)
        return false;
    for (size_t i = 0; i + 1 < text.length; i++) {
        if (!char_is_digit(text.start[i]))
            return false;
        count = count * 10 + (text.start[i] - '0');
    }
    char measure = text.start[text.length - 1];
    if (count < 1 || (measure != 'M' && measure != 'W') || count > (measure == 'M' ? MONTHS_MOST : WEEKS_MOST))
        return false;
    *(measure == 'M' ? &out->months : &out->weeks) = count;
    return true;
}

bool wanted_period_parse(WantedPeriod *out, Text text)
{
    WantedPeriod parsed = {.end = DAY_NONE};
    size_t slash = text_find_char(text, '/', 0);
    if (!day_parse(&parsed.end, text_slice(text, 0, slash)))
        return false;
    if (slash < text.length && !length_parse(&parsed, text_slice(text, slash + 1, text.length)))
        return false;
    /* A span that would begin before the first day of the calendar cannot be meant. */
    if (parsed.end < day_from_civil(1, 1, 1) + 31 * parsed.months + 7 * parsed.weeks)
        return false;
    *out = parsed;
    return true;
}

Period wanted_period_span(WantedPeriod wanted)
{
    if (wanted.months)
        return (Period){day_add_months(wanted.end, -wanted.months) + 1, wanted.end};
    if (wanted.weeks)
        return (Period){wanted.end - 7 * wanted.weeks + 1, wanted.end};
    return (Period){DAY_NONE, wanted.end};
}

bool wanted_period_matches(WantedPeriod wanted, Period period)
{
    Period span = wanted_period_span(wanted);
    if (period.end != span.end || period_is_instant(period) != period_is_instant(span))
        return false;
    return abs(period_days(period) - period_days(span)) <= DAYS_NEAR;
}

Text wanted_period_text(Arena *arena, WantedPeriod wanted)
{
    TextBuilder out = {.arena = arena};
    text_append(&out, day_iso(arena, wanted.end));
    if (!wanted_period_is_instant(wanted)) {
        text_append_char(&out, '/');
        text_append_number(&out, (uint64_t)(wanted.months ? wanted.months : wanted.weeks));
        text_append_char(&out, wanted.months ? 'M' : 'W');
    }
    return text_builder_text(&out);
}

/* --- what it is called --- */

/* The whole number of months that a flow is within seven days of; 0 when there is none. */
static int months_near(Period period)
{
    int days = period_days(period), months = (days * 12 + 183) / 365;
    if (months < 1 || months > MONTHS_MOST)
        return 0;
    Period span = wanted_period_span((WantedPeriod){.end = period.end, .months = months});
    return abs(days - period_days(span)) <= DAYS_NEAR ? months : 0;
}

Text period_text(Arena *arena, Period period)
{
    if (period_is_instant(period))
        return day_iso(arena, period.end);
    int days = period_days(period), months = months_near(period);
    if (months)
        return wanted_period_text(arena, (WantedPeriod){.end = period.end, .months = months});
    if (days % 7 == 0)
        return wanted_period_text(arena, (WantedPeriod){.end = period.end, .weeks = days / 7});
    Text first = day_iso(arena, period.start), last = day_iso(arena, period.end);
    return text_format(arena, TEXT_FORMAT ".." TEXT_FORMAT, TEXT_ARGUMENTS(first), TEXT_ARGUMENTS(last));
}

static Text count_spoken(Arena *arena, int count)
{
    static const char *const small[] = {"",       "one",    "two",      "three",    "four",     "five",    "six",
                                        "seven",  "eight",  "nine",     "ten",      "eleven",   "twelve",  "thirteen",
                                        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
    static const char *const tens[] = {"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};
    if (count < 1 || count > 99)
        return text_format(arena, "%d", count);
    if (count < 20)
        return text_of(small[count]);
    return text_format(arena, "%s%s%s", tens[count / 10], count % 10 ? "-" : "", small[count % 10]);
}

/* Thirteen weeks are also nearly three months, and from September 28 to December 27 quite. Whole months that end with a month are called
 * months, whole weeks weeks, and only then what is nearly months. */
static Text length_spoken(Arena *arena, Period period)
{
    int days = period_days(period), months = months_near(period);
    bool whole = months && wanted_period_span((WantedPeriod){.end = period.end, .months = months}).start == period.start;
    whole = whole && (day_is_month_end(period.end) || days % 7 != 0);
    int count = whole ? months : days % 7 == 0 ? days / 7 : months ? months : days;
    const char *measure = whole ? "month" : days % 7 == 0 ? "week" : months ? "month" : "day";
    Text spoken = count_spoken(arena, count);
    return text_format(arena, TEXT_FORMAT " %s%s", TEXT_ARGUMENTS(spoken), measure, count == 1 ? "" : "s");
}

Text period_spoken(Arena *arena, Period period)
{
    Text end = day_spoken(arena, period.end);
    if (period_is_instant(period))
        return end;
    Text length = length_spoken(arena, period);
    return text_format(arena, TEXT_FORMAT " ended " TEXT_FORMAT, TEXT_ARGUMENTS(length), TEXT_ARGUMENTS(end));
}

Text period_formula(Arena *arena, Period period)
{
    Text end = day_iso(arena, period.end);
    if (period_is_instant(period))
        return end;
    Text length = length_spoken(arena, period);
    return text_format(arena, TEXT_FORMAT " to " TEXT_FORMAT, TEXT_ARGUMENTS(length), TEXT_ARGUMENTS(end));
}
