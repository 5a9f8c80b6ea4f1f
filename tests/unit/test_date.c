#include "base/date.h"
#include "unit.h"

/* Days since 1970-01-01 as `date -u -d DATE +%s` gives them, over 86,400. */
static const struct {
    int year, month, day;
    Day days;
} days[] = {{1970, 1, 1, 0}, {2004, 3, 31, 12508}, {2004, 2, 29, 12477}, {2000, 2, 29, 11016}, {1999, 12, 31, 10956}, {1969, 12, 31, -1}, {1900, 3, 1, -25508}, {2026, 11, 22, 20779}};

START_TEST(counts_days)
{
    int year, month, day;
    ck_assert_int_eq(day_from_civil(days[_i].year, days[_i].month, days[_i].day), days[_i].days);
    day_to_civil(days[_i].days, &year, &month, &day);
    ck_assert(year == days[_i].year && month == days[_i].month && day == days[_i].day);
}
END_TEST

START_TEST(goes_there_and_back)
{
    for (Day day = -200000; day < 200000; day++) {
        int year, month, day_of_month;
        day_to_civil(day, &year, &month, &day_of_month);
        ck_assert_int_eq(day_from_civil(year, month, day_of_month), day);
    }
}
END_TEST

static const char *const no_dates[] = {"2003-02-29", "2004-13-01", "2004-00-10", "2004-04-31", "2004-4-1", "04-03-31", "2004/03/31", "2004-03-3x", ""};

START_TEST(refuses)
{
    Day day;
    ck_assert_msg(!day_parse(&day, text_of(no_dates[_i])), "%s", no_dates[_i]);
}
END_TEST

static const struct {
    const char *from;
    int months;
    const char *to;
} months[] = {{"2004-03-31", -3, "2003-12-31"}, {"2003-06-30", 3, "2003-09-30"}, {"2004-02-29", 12, "2005-02-28"}, {"2003-12-31", 2, "2004-02-29"}, {"2004-01-30", 1, "2004-02-29"}, {"2003-09-28", -3, "2003-06-28"}, {"2003-11-30", 3, "2004-02-29"}};

START_TEST(adds_months)
{
    Day from, to;
    ck_assert(day_parse(&from, text_of(months[_i].from)) && day_parse(&to, text_of(months[_i].to)));
    ck_assert_int_eq(day_add_months(from, months[_i].months), to);
}
END_TEST

static const struct {
    const char *word;
    int month;
} names[] = {{"March", 3}, {"MARCH", 3}, {"Mar", 3}, {"Mar.", 3}, {"Sept.", 9}, {"Sep", 9}, {"May", 5}, {"Marc", 0}, {"Marching", 0}, {"", 0}, {"Ma", 0}, {"December", 12}};

START_TEST(knows_months)
{
    ck_assert_int_eq(month_from_name(text_of(names[_i].word)), names[_i].month);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("date");
    unit_add(suite, "counts days", counts_days, UNIT_COUNT(days));
    unit_add(suite, "goes there and back", goes_there_and_back, 1);
    unit_add(suite, "refuses", refuses, UNIT_COUNT(no_dates));
    unit_add(suite, "adds months", adds_months, UNIT_COUNT(months));
    unit_add(suite, "knows months", knows_months, UNIT_COUNT(names));
    return unit_run(suite);
}
