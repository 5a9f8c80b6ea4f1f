/* statement/header: the dating of columns. A head that leaves a doubt gives nothing. */
#include "recognized.h"

#define TITLE "ACME WIDGET CORP.\nCONSOLIDATED STATEMENTS OF OPERATIONS\n(in thousands)\n\n"
#define SHEET "ACME WIDGET CORP.\nCONSOLIDATED BALANCE SHEETS\n(in thousands)\n\n"

#define TWO "Net sales                                 $ 1,200     $ 1,000\nCost of sales                                 700         600\n"
#define FOUR \
    "Net sales                    $ 1,200     $ 1,000     $ 3,200     $ 3,000\nCost of sales                    700         600       1,700       1,600\n"

static const struct {
    const char *text, *periods; /* "": undated */
} heads[] = {
    {TITLE "                                          Three months ended\n                                               March 31,\n"
           "                                            2004        2003\n" TWO, "2004-03-31/3M 2003-03-31/3M"},
    {TITLE "                                        Three months ended March 31,\n                                       -------------------------\n"
           "                                            2004        2003\n" TWO, "2004-03-31/3M 2003-03-31/3M"},
    /* two levels, one of them broken differently over each group */
    {TITLE "                               Three Months            Nine Months Ended\n                            Ended September 30,          September 30,\n"
           "                               2004        2003        2004        2003\n" FOUR, "2004-09-30/3M 2003-09-30/3M 2004-09-30/9M 2003-09-30/9M"},
    /* quarters of weeks; the days of the prior year differ */
    {TITLE "                               Thirteen Weeks Ended    Thirty-nine Weeks Ended\n"
           "                            October 31, October 25, October 31, October 25,\n"
           "                               1998        1997        1998        1997\n" FOUR, "1998-10-31/3M 1997-10-25/3M 1998-10-31/9M 1997-10-25/9M"},
    /* months that do not end with a month are quarters of 13 weeks */
    {TITLE "                                           Quarters ended\n                                      September 28,  September 29,\n"
           "                                            1997        1996\n" TWO, "1997-09-28/3M 1996-09-29/3M"},
    /* the period in a subtitle, and a list of years in one */
    {TITLE "                Nine months ended December 31,\n\n                                            2000        1999\n" TWO, "2000-12-31/9M 1999-12-31/9M"},
    {TITLE "  For the Three Months Ended March 31, 2004 and 2003\n\n                                            2004        2003\n" TWO,
     "2004-03-31/3M 2003-03-31/3M"},
    {TITLE "Years ended December 31,                    2003        2002\n" TWO, "2003-12-31/12M 2002-12-31/12M"},
    /* older year first; short months; figures */
    {TITLE "                                        Years ended December 31,\n                                            1998        1999\n" TWO,
     "1998-12-31/12M 1999-12-31/12M"},
    {SHEET "                                          Mar. 31,    Dec. 31,\n                                            2004        2003\n" TWO, "2004-03-31 2003-12-31"},
    {SHEET "                                        June 30, 1999 Dec. 31, 1998\n                                        ------------- -------------\n" TWO,
     "1999-06-30 1998-12-31"},
    {SHEET "                                           3/31/04     12/31/03\n" TWO, "2004-03-31 2003-12-31"},
    {SHEET "                                          31 March    31 March\n                                            2004        2003\n" TWO, "2004-03-31 2003-03-31"},
    /* remarks below the dates are no dates */
    {TITLE "                                          Three Months Ended June 30,\n                                            1998        1997\n"
           "                                                    As restated\n                                                    see Note 8\n" TWO,
     "1998-06-30/3M 1997-06-30/3M"},
    /* columns of changes and percentages are none */
    {TITLE "                               Year ended December 31,\n                               2004        2003       Change    % Change\n" FOUR,
     "2004-12-31/12M 2003-12-31/12M - -"},
    /* one length in the whole head holds for all */
    {TITLE "                                          Three months ended\n                                          March 31,  December 31,\n"
           "                                            2004        2003\n" TWO, "2004-03-31/3M 2003-12-31/3M"},
    {TITLE "                                           Years ended March 31,\n                                           2004(1)       2003 *\n" TWO, "2004-03-31/12M 2003-03-31/12M"},
    /* doubts */
    {TITLE "                                            2004        2003\n" TWO, ""},
    {TITLE "                                          March 31,   March 31,\n                                            2004        2003\n" TWO, ""},
    {TITLE "                                          Three months ended\n                                              March 31, 2004\n"
           "                                          As reported  Restated\n" TWO, ""},
    {TITLE "                                          Fiscal year  Fiscal year\n                                            2004        2003\n" TWO, ""},
    {TITLE "                                          Three months ended\n                                              March 32,\n"
           "                                            2004        2003\n" TWO, ""},
    {TITLE "        For the three and nine months ended December 31,\n\n                                            2000        1999\n" TWO, ""},
    {TITLE "                                          Combined    Adjustments\n" TWO, ""},
};

START_TEST(dates_columns)
{
    Recognized recognized = recognized_begin(heads[_i].text);
    if (!*heads[_i].periods) {
        ck_assert(!recognized.good);
        ck_assert_uint_eq(desk_count(recognized.desk, PROBLEM_undated_table), 1);
    } else {
        ck_assert(recognized.good);
        ck_assert_uint_eq(recognized.statements.count, 1);
        ck_assert_str_eq(recognized_periods(&recognized, &recognized.statements.items[0]), heads[_i].periods);
        ck_assert_uint_eq(desk_count(recognized.desk, PROBLEM_undated_table), 0);
    }
    recognized_end(&recognized);
}
END_TEST

/* Stored as days: 13 weeks are 91 of them, also where the head says months but no month ends. */
static const struct {
    int head, column;
    const char *first;
} firsts[] = {{0, 0, "2004-01-01"}, {3, 0, "1998-08-02"}, {3, 3, "1997-01-26"}, {4, 0, "1997-06-30"}, {7, 1, "2002-01-01"}};

START_TEST(counts_days)
{
    Recognized recognized = recognized_begin(heads[firsts[_i].head].text);
    Period period = recognized.statements.items[0].periods[firsts[_i].column];
    ck_assert_str_eq(text_zero_terminated(recognized.desk->run.arena, day_iso(recognized.desk->run.arena, period.start)), firsts[_i].first);
    recognized_end(&recognized);
}
END_TEST

START_TEST(rows_that_name_periods_undo_the_head)
{
    Recognized recognized = recognized_begin(TITLE "                                              June 30\n                                            1999        1998\n"
                                                   "                                          Three Months Ended\n"
                                                   "Three Months Ended                          $ 197       $ 180\nSix Months Ended                            $ 386       $ 355\n");
    ck_assert(!recognized.good);
    recognized_end(&recognized);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("header");
    unit_add(suite, "dates columns", dates_columns, UNIT_COUNT(heads));
    unit_add(suite, "counts days", counts_days, UNIT_COUNT(firsts));
    unit_add(suite, "rows that name periods undo the head", rows_that_name_periods_undo_the_head, 1);
    return unit_run(suite);
}
