#include "books.h"
#include "calendar/path.h"

/* Columns that are written "START..END" or "START..END filed DATE", parted by ";". */
static const Graph *graph_of(Bench *bench, const char *columns)
{
    Books *books = arena_new(bench->run.arena, Books);
    Text rest = text_of(columns);
    while (rest.length) {
        size_t end = text_find_char(rest, ';', 0);
        Text column = text_trim(text_slice(rest, 0, end));
        const char *start = bench_text(bench, text_slice(column, 0, 10)), *last = bench_text(bench, text_slice(column, 12, 22));
        const char *filed = column.length > 22 ? bench_text(bench, text_slice(column, 29, 39)) : NULL;
        books_add(bench, books, OPERATIONS, start, last, filed, "net_income=1");
        rest = text_slice(rest, end + 1, rest.length);
    }
    return graph_make(&bench->run, books, OPERATIONS, BASIS_gaap);
}

#define RELEASE "2004-01-01..2004-03-31; 2003-01-01..2003-03-31; 2003-10-01..2004-03-31; 2002-10-01..2003-03-31"
#define YEAR "2003-10-01..2003-12-31; 2002-10-01..2002-12-31; 2003-01-01..2003-12-31; 2002-01-01..2002-12-31"
#define QUARTERS "2004-01-01..2004-03-31; 2003-01-01..2003-03-31; 2002-01-01..2002-03-31"

static const struct {
    const char *columns, *wanted, *formula;
} found[] = {
    {RELEASE, "2004-03-31/3M", ""},
    {RELEASE, "2003-12-31/3M", "three months to 2003-12-31 = six months to 2004-03-31 - three months to 2004-03-31"},
    {RELEASE, "2002-12-31/3M", "three months to 2002-12-31 = six months to 2003-03-31 - three months to 2003-03-31"},
    {YEAR ";" QUARTERS, "2004-03-31/6M", "six months to 2004-03-31 = three months to 2003-12-31 + three months to 2004-03-31"},
    {YEAR ";" QUARTERS, "2004-03-31/12M",
     "twelve months to 2004-03-31 = twelve months to 2003-12-31 + three months to 2004-03-31 - three months to 2003-03-31"},
    {YEAR ";" QUARTERS, "2003-12-31/9M", "nine months to 2003-12-31 = twelve months to 2003-12-31 - three months to 2003-03-31"},
    {YEAR ";" QUARTERS, "2003-12-31/24M", "twenty-four months to 2003-12-31 = twelve months to 2002-12-31 + twelve months to 2003-12-31"},
    {YEAR ";" QUARTERS, "2003-09-30/6M",
     "six months to 2003-09-30 = twelve months to 2003-12-31 - three months to 2003-03-31 - three months to 2003-12-31"},
    /* two terms either way: the later filings win, and the older of the two decides */
    {"2003-01-01..2003-06-30 filed 2003-07-10; 2003-07-01..2003-09-30 filed 2003-10-10; 2003-01-01..2003-12-31 filed 2004-01-10; "
     "2003-10-01..2003-12-31 filed 2004-01-10", "2003-09-30/9M",
     "nine months to 2003-09-30 = twelve months to 2003-12-31 - three months to 2003-12-31"},
    /* filing dates alike or unknown: what adds is preferred to what subtracts only when the order does not decide */
    {"2003-01-01..2003-12-31; 2003-10-01..2003-12-31; 2003-01-01..2003-06-30; 2003-07-01..2003-09-30", "2003-09-30/9M",
     "nine months to 2003-09-30 = six months to 2003-06-30 + three months to 2003-09-30"},
    /* retail quarters of thirteen weeks, wanted as three months */
    {"1998-02-01..1998-10-31; 1998-02-01..1998-08-01", "1998-10-31/3M", "thirteen weeks to 1998-10-31 = nine months to 1998-10-31 - twenty-six weeks to 1998-08-01"},
    /* six terms are walked, seven are not */
    {"2003-01-01..2003-01-31; 2003-02-01..2003-02-28; 2003-03-01..2003-03-31; 2003-04-01..2003-04-30; 2003-05-01..2003-05-31; "
     "2003-06-01..2003-06-30", "2003-06-30/6M",
     "six months to 2003-06-30 = one month to 2003-01-31 + one month to 2003-02-28 + one month to 2003-03-31 + "
     "one month to 2003-04-30 + one month to 2003-05-31 + one month to 2003-06-30"},
};

START_TEST(finds)
{
    Bench *bench = bench_begin();
    Path path;
    Period wanted = wanted_period_span(bench_wanted(found[_i].wanted));
    ck_assert(path_find(&path, &bench->run, graph_of(bench, found[_i].columns), NULL, wanted, PATH_SLACK, 0));
    ck_assert_str_eq(bench_text(bench, path_formula(&bench->run, &path)), found[_i].formula);
    ck_assert_uint_eq(path.joint_count, 0);
    ck_assert_int_eq(path_days(&path), period_days(path.span));
    bench_end(bench);
}
END_TEST

static const struct {
    const char *columns, *wanted, *reason;
} missing[] = {
    {YEAR ";" QUARTERS, "2003-09-30/3M", "no reported period ends or begins at 2003-06-30 (nearest: 2003-03-31, 2003-09-30)"},
    {YEAR ";" QUARTERS, "2003-06-30/3M", "no reported period ends or begins at 2003-06-30 (nearest: 2003-03-31, 2003-09-30)"},
    {RELEASE, "2004-03-31/12M", "no path of at most 6 reported periods leads from 2003-03-31 to 2004-03-31"},
    {RELEASE, "2004-06-30/3M", "no reported period ends or begins at 2004-06-30 (nearest: 2004-03-31, none after)"},
    {RELEASE, "2001-12-31/3M",
     "no reported period ends or begins at 2001-09-30 (nearest: none before, 2002-09-30); "
     "no reported period ends or begins at 2001-12-31 (nearest: none before, 2002-09-30)"},
};

START_TEST(tells_what_is_missing)
{
    Bench *bench = bench_begin();
    Path path;
    const Graph *graph = graph_of(bench, missing[_i].columns);
    Period wanted = wanted_period_span(bench_wanted(missing[_i].wanted));
    ck_assert(!path_find(&path, &bench->run, graph, NULL, wanted, PATH_SLACK, 0));
    ck_assert_str_eq(bench_text(bench, path_missing(&bench->run, graph, wanted, PATH_SLACK, 0)), missing[_i].reason);
    bench_end(bench);
}
END_TEST

/* Seven months are no six terms: none of them is skipped for being too many. */
START_TEST(refuses_seven_terms)
{
    Bench *bench = bench_begin();
    Path path;
    const Graph *graph = graph_of(bench, "2003-01-01..2003-01-31; 2003-02-01..2003-02-28; 2003-03-01..2003-03-31; 2003-04-01..2003-04-30; "
                                         "2003-05-01..2003-05-31; 2003-06-01..2003-06-30; 2003-07-01..2003-07-31");
    ck_assert(!path_find(&path, &bench->run, graph, NULL, wanted_period_span(bench_wanted("2003-07-31/7M")), PATH_SLACK, 0));
    bench_end(bench);
}
END_TEST

/* Boundaries are joined only where the scenario allows it, as far as it allows, and only where no exact path exists. */
#define ODD "2003-09-28..2003-12-27; 2003-12-28..2004-03-27; 2004-01-01..2004-03-31"
static const struct {
    const char *columns, *wanted;
    int join, gap;
    size_t joints;
} joined[] = {
    /* 182 days of 2003-09-28..2004-03-27 for the 183 of October to March: three gained at the start, four lost at the end */
    {"2003-09-28..2003-12-27; 2003-12-28..2004-03-27", "2004-03-31/6M", 4, -1, 2},
    /* 91 + 91 days; the four between 2003-12-27 and 2004-01-01 are lost inside */
    {"2003-09-28..2003-12-27; 2004-01-01..2004-03-31", "2004-03-31/6M", 4, -1, 2},
    /* exact although joining is allowed */
    {ODD, "2004-03-31/3M", 7, 0, 0},
};

START_TEST(joins)
{
    Bench *bench = bench_begin();
    Path path;
    const Graph *graph = graph_of(bench, joined[_i].columns);
    Period wanted = wanted_period_span(bench_wanted(joined[_i].wanted));
    if (joined[_i].joints)
        ck_assert(!path_find(&path, &bench->run, graph, NULL, wanted, PATH_SLACK, joined[_i].join - 1));
    ck_assert(path_find(&path, &bench->run, graph, NULL, wanted, PATH_SLACK, joined[_i].join));
    ck_assert_int_eq(path.gap_days, joined[_i].gap);
    ck_assert_uint_eq(path.joint_count, joined[_i].joints);
    bench_end(bench);
}
END_TEST

/* A column that may not be used is walked around, or there is no path. */
START_TEST(goes_another_way)
{
    Bench *bench = bench_begin();
    Path path;
    const Graph *graph = graph_of(bench, "2003-10-01..2003-12-31; 2003-01-01..2003-12-31; 2003-01-01..2003-09-30");
    bool usable[] = {false, true, true};
    Period wanted = wanted_period_span(bench_wanted("2003-12-31/3M"));
    ck_assert(path_find(&path, &bench->run, graph, usable, wanted, PATH_SLACK, 0));
    ck_assert_str_eq(bench_text(bench, path_formula(&bench->run, &path)),
                     "three months to 2003-12-31 = twelve months to 2003-12-31 - nine months to 2003-09-30");
    usable[2] = false;
    ck_assert(!path_find(&path, &bench->run, graph, usable, wanted, PATH_SLACK, 0));
    bench_end(bench);
}
END_TEST

/* A long record of filings: quarters, halves, nine months and years of twenty years. */
START_TEST(stays_small)
{
    Bench *bench = bench_begin();
    Books books = {0};
    for (int year = 1984; year < 2004; year++)
        for (int months = 3; months <= 12; months += 3) {
            Day first = day_from_civil(year, 1, 1), last = day_from_civil(year, months, days_in_month(year, months));
            const char *end = bench_text(bench, day_iso(bench->run.arena, last));
            books_add(bench, &books, OPERATIONS, bench_text(bench, day_iso(bench->run.arena, first)), end, end, "net_income=1");
        }
    Path path;
    const Graph *graph = graph_make(&bench->run, &books, OPERATIONS, BASIS_gaap);
    ck_assert(path_find(&path, &bench->run, graph, NULL, wanted_period_span(bench_wanted("2003-06-30/48M")), PATH_SLACK, 0));
    ck_assert_uint_eq(path.count, 6);
    ck_assert(!path_find(&path, &bench->run, graph, NULL, wanted_period_span(bench_wanted("2003-06-30/120M")), PATH_SLACK, 0));
    bench_end(bench);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("path");
    unit_add(suite, "finds", finds, UNIT_COUNT(found));
    unit_add(suite, "tells what is missing", tells_what_is_missing, UNIT_COUNT(missing));
    unit_add(suite, "refuses seven terms", refuses_seven_terms, 1);
    unit_add(suite, "joins", joins, UNIT_COUNT(joined));
    unit_add(suite, "goes another way", goes_another_way, 1);
    unit_add(suite, "stays small", stays_small, 1);
    return unit_run(suite);
}
