#include "statement/period.h"
#include "unit.h"

static jmp_buf out_of_memory;

static Day day(const char *text)
{
    Day found;
    ck_assert(day_parse(&found, text_of(text)));
    return found;
}

/* --- what is wanted --- */

static const struct {
    const char *text, *start, *end;
} spans[] = {
    {"2004-03-31/3M", "2004-01-01", "2004-03-31"}, {"2004-02-29/1M", "2004-02-01", "2004-02-29"},
    {"2003-02-28/3M", "2002-12-01", "2003-02-28"}, {"2003-12-31/12M", "2003-01-01", "2003-12-31"},
    {"2003-09-15/6M", "2003-03-16", "2003-09-15"}, {"1998-10-31/13W", "1998-08-02", "1998-10-31"},
    {"1998-10-31/52W", "1997-11-02", "1998-10-31"},
};

START_TEST(spans_are_days)
{
    Arena *arena = arena_create(&out_of_memory);
    WantedPeriod wanted;
    ck_assert(wanted_period_parse(&wanted, text_of(spans[_i].text)));
    Period span = wanted_period_span(wanted);
    ck_assert_int_eq(span.start, day(spans[_i].start));
    ck_assert_int_eq(span.end, day(spans[_i].end));
    ck_assert(wanted_period_matches(wanted, span));
    ck_assert_str_eq(text_zero_terminated(arena, wanted_period_text(arena, wanted)), spans[_i].text);
    arena_destroy(arena);
}
END_TEST

START_TEST(instant)
{
    WantedPeriod wanted;
    ck_assert(wanted_period_parse(&wanted, TEXT("2004-03-31")));
    ck_assert(period_is_instant(wanted_period_span(wanted)));
    ck_assert(wanted_period_matches(wanted, (Period){DAY_NONE, day("2004-03-31")}));
    ck_assert(!wanted_period_matches(wanted, (Period){day("2004-01-01"), day("2004-03-31")}));
    ck_assert(!wanted_period_matches(wanted, (Period){DAY_NONE, day("2004-03-30")}));
}
END_TEST

static const char *const refused[] = {
    "", "2004-03-31/", "2004-03-31/3", "2004-03-31/M", "2004-03-31/0M", "2004-03-31/3Q", "2004-03-31/-3M", "2004-03-31/3m",
    "2004-02-30/3M", "2004-3-31/3M", "2004-03-31/99999M", "2004-03-31/3M/3M", "0001-06-30/12M", " 2004-03-31",
};

START_TEST(refuses)
{
    WantedPeriod wanted = {.months = 77};
    ck_assert_msg(!wanted_period_parse(&wanted, text_of(refused[_i])), "%s", refused[_i]);
    ck_assert_int_eq(wanted.months, 77);
}
END_TEST

/* A 53-week year has 371 days: six more than twelve months. Twelve weeks are eight days short of three months. */
static const struct {
    const char *wanted, *start, *end;
    bool matches;
} matches[] = {
    {"1999-01-31/12M", "1998-01-26", "1999-01-31", true}, {"1998-10-31/3M", "1998-08-02", "1998-10-31", true},
    {"1998-10-31/3M", "1998-08-09", "1998-10-31", false}, {"1998-10-31/3M", "1998-08-01", "1998-10-30", false},
    {"1998-10-31/12W", "1998-08-02", "1998-10-31", true}, {"1998-10-31/12W", "1998-07-26", "1998-10-31", false},
    {"2004-03-31/3M", "2003-12-25", "2004-03-31", true},  {"2004-03-31/3M", "2003-12-24", "2004-03-31", false},
};

START_TEST(matches_within_seven_days)
{
    WantedPeriod wanted;
    ck_assert(wanted_period_parse(&wanted, text_of(matches[_i].wanted)));
    ck_assert_int_eq(wanted_period_matches(wanted, (Period){day(matches[_i].start), day(matches[_i].end)}), matches[_i].matches);
}
END_TEST

/* --- what it is called --- */

static const struct {
    const char *start, *end, *text, *spoken, *formula;
} names[] = {
    {"2004-01-01", "2004-03-31", "2004-03-31/3M", "three months ended March 31, 2004", "three months to 2004-03-31"},
    {"2003-01-01", "2003-12-31", "2003-12-31/12M", "twelve months ended December 31, 2003", "twelve months to 2003-12-31"},
    {"2004-03-01", "2004-03-31", "2004-03-31/1M", "one month ended March 31, 2004", "one month to 2004-03-31"},
    {"1998-08-02", "1998-10-31", "1998-10-31/3M", "thirteen weeks ended October 31, 1998", "thirteen weeks to 1998-10-31"},
    {"2003-09-28", "2003-12-27", "2003-12-27/3M", "thirteen weeks ended December 27, 2003", "thirteen weeks to 2003-12-27"},
    {"2003-02-01", "2003-02-28", "2003-02-28/1M", "one month ended February 28, 2003", "one month to 2003-02-28"},
    {"2003-09-16", "2003-12-15", "2003-12-15/3M", "thirteen weeks ended December 15, 2003", "thirteen weeks to 2003-12-15"},
    {"2003-06-16", "2003-12-15", "2003-12-15/6M", "six months ended December 15, 2003", "six months to 2003-12-15"},
    {"1998-07-12", "1998-10-31", "1998-10-31/16W", "sixteen weeks ended October 31, 1998", "sixteen weeks to 1998-10-31"},
    {"1998-01-25", "1999-01-30", "1999-01-30/12M", "fifty-three weeks ended January 30, 1999", "fifty-three weeks to 1999-01-30"},
    {"2003-12-29", "2004-03-31", "2004-03-31/3M", "three months ended March 31, 2004", "three months to 2004-03-31"},
    {"2004-03-12", "2004-03-31", "2004-03-12..2004-03-31", "twenty days ended March 31, 2004", "twenty days to 2004-03-31"},
    {NULL, "2004-03-31", "2004-03-31", "March 31, 2004", "2004-03-31"},
};

START_TEST(is_called)
{
    Arena *arena = arena_create(&out_of_memory);
    Period period = {names[_i].start ? day(names[_i].start) : DAY_NONE, day(names[_i].end)};
    ck_assert_str_eq(text_zero_terminated(arena, period_text(arena, period)), names[_i].text);
    ck_assert_str_eq(text_zero_terminated(arena, period_spoken(arena, period)), names[_i].spoken);
    ck_assert_str_eq(text_zero_terminated(arena, period_formula(arena, period)), names[_i].formula);
    arena_destroy(arena);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("period");
    unit_add(suite, "spans are days", spans_are_days, UNIT_COUNT(spans));
    unit_add(suite, "instant", instant, 1);
    unit_add(suite, "refuses", refuses, UNIT_COUNT(refused));
    unit_add(suite, "matches within seven days", matches_within_seven_days, UNIT_COUNT(matches));
    unit_add(suite, "is called", is_called, UNIT_COUNT(names));
    return unit_run(suite);
}
