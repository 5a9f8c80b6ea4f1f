/* statement/foot: totals to the unit, rounded and wrong; rows without a line; per-share amounts in their interval; columns as facts. */
#include "printed.h"

#include <string.h>

#define QUARTER "2004-01-01..2004-03-31\n"

/* exact, rounded, wrong totals and what is said of them */
static const struct {
    const char *name, *statement, *text;
    size_t exact, rounded, wrong;
    const char *message; /* part of it */
} totals[] = {
    {"adds up", "operations",
     QUARTER "revenue.product|194,184\nrevenue.service|29,869\nrevenue.total|224,053\n", 1, 0, 0, ""}, /* 194,184 + 29,869 = 224,053 */
    {"two addends may be out by one", "operations",
     QUARTER "revenue.product|194,184\nrevenue.service|29,869\nrevenue.total|224,054\n", 0, 1, 0, /* (2 + 1) / 2 = 1.5 */
     "\"Total net revenues\" (2004-03-31/3M) is 224,054 where 2 addends make 224,053: out by 1, which rounding explains"},
    {"but not by two", "operations",
     QUARTER "revenue.product|194,184\nrevenue.service|29,869\nrevenue.total|224,055\n", 0, 0, 1, "out by 2"},
    {"four may be out by two", "footnote",
     QUARTER "deferred_compensation.cost_of_revenues|558\ndeferred_compensation.research_development|3,332\n"
             "deferred_compensation.sales_marketing|2,525\ndeferred_compensation.general_administrative|1,331\n"
             "deferred_compensation.total|7,748\n", 0, 1, 0, "4 addends make 7,746: out by 2"}, /* (4 + 1) / 2 = 2.5 */
    {"a nil counts as nothing", "operations", QUARTER "revenue.product|5\nrevenue.service|--\nrevenue.total|5\n", 1, 0, 0, ""},
    {"expenses are taken off", "operations",
     QUARTER "gross_margin|150,034\nopex.total|103,164\noperating_income|46,870\n", 1, 0, 0, ""}, /* 150,034 - 103,164 = 46,870 */
    {"a total that is not printed lets its addends through", "operations",
     QUARTER "operating_income|46,870\nother.interest_income|4,986\nother.interest_expense|(2,500)\npretax_income|49,356\n" /* 46,870 + 4,986 - 2,500 */
             "income_tax|15,816\nnet_income|33,540\n", 2, 0, 0, ""}, /* 49,356 - 15,816 = 33,540 */
    {"a total that is printed does not", "operations",
     QUARTER "operating_income|100\nother.interest_income|30\nother.interest_net|20\npretax_income|120\n", 1, 0, 1, "is 20 where 1 addend makes 30: out by (10)"},
    {"a total without addends is not tested", "operations", QUARTER "gross_margin|5\nother.interest_net|7\n", 0, 0, 0, ""},
    {"tenths of a million against thousands", "operations", /* 1.2 + 2.3 = 3.5 */
     "@6 " QUARTER "revenue.product|1.2\nrevenue.service|2.3\nrevenue.total|3.5\n", 1, 0, 0, ""},
    {"different decimals", "operations", /* 1.25 + 2 = 3.25; half of 0.01, of 1 and of 0.1 are 0.555 */
     "@6 " QUARTER "revenue.product|1.25\nrevenue.service|2\nrevenue.total|3.8\n", 0, 1, 0, "is 3.80 where 2 addends make 3.25: out by 0.55"},
    {"both sides of a balance sheet", "balance_sheet",
     "2004-03-31\nassets.cash|60\nassets.goodwill|40\nassets.total|100\nliabilities.accounts_payable|30\nequity.total|71\nliabilities_and_equity.total|101\n",
     2, 1, 0, "it has to equal \"Total assets\""},
    {"cash at the end", "cash_flows",
     QUARTER "cash_flow.operating_total|72,765\ncash_flow.investing_total|(50,960)\ncash_flow.financing_total|41,083\ncash_flow.net_increase|62,888\n"
             "cash_flow.cash_beginning|365,606\ncash_flow.cash_end|428,494\n", 2, 0, 0, ""}, /* 365,606 + 62,888 = 428,494 */
    {"beyond 64 bits nothing is said", "operations",
     "@0 " QUARTER "revenue.product|900,000,000,000,000,000\nrevenue.service|900,000,000,000,000,000\nrevenue.total|5\n", 0, 0, 0, ""},
    /* rows that the chart does not know */
    {"an unknown row is an addend", "operations", QUARTER "revenue.product|70\n?Rentals|30\nrevenue.total|100\n", 1, 0, 0, ""},
    {"or is taken off", "operations", QUARTER "revenue.product|70\n?Returns|30\nrevenue.total|40\n", 1, 0, 0, ""},
    {"or is none", "operations", QUARTER "revenue.product|70\n?of which abroad|30\nrevenue.total|70\n", 1, 0, 0, ""},
    {"or cannot be told", "operations", QUARTER "revenue.product|70\n?Rentals|30\n?Other|5\nrevenue.total|75\n", 0, 0, 0, ""},
    {"or counts since the last rule", "operations",
     QUARTER "?Gross rentals|30\n-\nrevenue.product|70\n?Fees|5\nrevenue.total|75\n", 1, 0, 0, ""},
    {"an inner total keeps its unknown rows", "operations", /* 100 - 60 = 40, where the 20 stand inside the 60 */
     QUARTER "gross_margin|100\nopex.research_development|40\n?Odd lots|20\nopex.total|60\noperating_income|40\n", 2, 0, 0, ""},
    {"also one of unknown rows only", "operations", QUARTER "gross_margin|100\n?Odd|40\n?Even|20\nopex.total|60\noperating_income|40\n", 2, 0, 0, ""},
    {"an unknown row of another total is left there", "operations",
     QUARTER "revenue.product|70\n?Rentals|30\nrevenue.total|100\ncost.product|50\ncost.service|5\ncost.total|56\n", 1, 1, 0, "out by 1"},
    {"the second row of a line is unknown", "operations", QUARTER "revenue.product|70\nrevenue.product|30\nrevenue.total|100\n", 1, 0, 0, ""},
    {"unless it says the same", "operations", QUARTER "net_income|5\nrevenue.product|70\nrevenue.service|30\nrevenue.total|100\nnet_income|5\n", 1, 0, 0, ""},
    {"highlights are no addends", "operations", QUARTER "revenue.total|100\noperating_income|20\nnet_income|5\n", 0, 0, 0, ""},
    {"the other sign", "operations", /* 100 - 20 = 80 */
     QUARTER "operating_income|100\nother.interest_expense|20\npretax_income|80\n", 0, 0, 0, "\"Interest and other expense\" is taken with the other sign"},
};

START_TEST(foots_totals)
{
    Desk *desk = desk_begin();
    Footing footing;
    Statement *statement = printed_statement(desk, totals[_i].statement, "", totals[_i].text);
    statement_foot(&footing, &desk->run, statement, SEVERITY_warning);
    const char *message = "";
    for (size_t i = 0; i < desk->run.problems.count; i++)
        message = text_zero_terminated(desk->run.arena, desk->run.problems.items[i].message);
    ck_assert_msg(footing.totals_exact == totals[_i].exact && footing.totals_rounded == totals[_i].rounded && footing.totals_wrong == totals[_i].wrong,
                  "%s: %zu exact, %zu rounded, %zu wrong: %s", totals[_i].name, footing.totals_exact, footing.totals_rounded, footing.totals_wrong, message);
    ck_assert_msg(*totals[_i].message ? strstr(message, totals[_i].message) != NULL : !*message, "%s: %s", totals[_i].name, message);
    desk_end(desk);
}
END_TEST

/* What is a note when a file is read is an error in a statement that a scenario uses, for the combination would take the wrong sign. */
START_TEST(weighs_by_use)
{
    static const char *const texts[] = {QUARTER "revenue.product|5\nrevenue.total|9\n", QUARTER "operating_income|100\nother.interest_expense|20\npretax_income|80\n"};
    static const Severity parsed[] = {SEVERITY_warning, SEVERITY_note};
    Desk *desk = desk_begin();
    for (size_t i = 0; i < 2; i++) {
        Footing footing;
        Statement *statement = printed_statement(desk, "operations", "", texts[i]);
        desk->run.problems = (Problems){0};
        statement_foot(&footing, &desk->run, statement, SEVERITY_warning);
        ck_assert_int_eq(problem_gravest(&desk->run.problems), parsed[i]);
        desk->run.problems = (Problems){0};
        statement_foot(&footing, &desk->run, statement, SEVERITY_error);
        ck_assert_int_eq(problem_gravest(&desk->run.problems), SEVERITY_error);
        ck_assert_uint_eq(footing.totals_wrong, 1);
    }
    desk_end(desk);
}
END_TEST

/* recomputed and wrong per-share amounts */
static const struct {
    const char *name, *text;
    size_t good, bad;
    const char *message;
} shares[] = {
    {"33,540 / 394,496 = 0.08502", QUARTER "net_income|33,540\neps.basic|0.09\nshares.basic|394,496\n", 1, 0, ""},
    {"0.08502 is not 0.08", QUARTER "net_income|33,540\neps.basic|0.08\nshares.basic|394,496\n", 0, 1, "is 0.08 where income over shares is 0.0850 to 0.0850"},
    {"a loss: -3,035 / 92,390 = -0.0328", QUARTER "net_income|(3,035)\neps.basic|(0.03)\neps.diluted|(0.03)\nshares.basic|92,390\nshares.diluted|92,390\n", 2, 0, ""},
    {"zero: 423 / 329,367 = 0.0013", QUARTER "net_income|423\neps.basic|0.00\nshares.basic|329,367\n", 1, 0, ""},
    /* 1 million over 19 million, each of half a million more or less: 0.5 / 19.5 = 0.0256 to 1.5 / 18.5 = 0.0811 */
    {"rounding widens the interval", "@6 " QUARTER "net_income|1\neps.basic|0.08\nshares.basic|19\n", 1, 0, ""},
    {"so far and no farther", "@6 " QUARTER "net_income|1\neps.basic|0.09\nshares.basic|19\n", 0, 1, "0.0256 to 0.0811"},
    {"preferred dividends come first: (100 - 20) / 100", QUARTER "net_income|100\ndividends.preferred|20\neps.basic|0.80\nshares.basic|100\n", 1, 0, ""},
    {"also as printed", QUARTER "net_income|100\nnet_income_to_common|80\neps.basic|0.80\nshares.basic|100\n", 1, 0, ""},
    /* 100 / 120 = 0.8333; with interest of 8 added back 108 / 120 = 0.90, between that and basic */
    {"interest added back is only noted", QUARTER "net_income|100\neps.basic|1.00\neps.diluted|0.90\nshares.basic|100\nshares.diluted|120\n", 1, 0,
     "interest added back"},
    {"not above basic", QUARTER "net_income|100\neps.basic|1.00\neps.diluted|1.10\nshares.basic|100\nshares.diluted|120\n", 1, 1, "is 1.10"},
    {"dividends outside the statement are only noted", QUARTER "net_income|59,615\neps.basic|2.32\neps.diluted|2.32\nshares.basic|21,540\nshares.diluted|21,540\n", 0, 0,
     "dividends on preferred stock"},
    /* 2.32 of 21,540 shares are 49,865 to 50,081; 2.10 of 22,000 are 46,090 to 46,310, less than what basic leaves to the holders */
    {"when diluted leaves no less than basic", QUARTER "net_income|59,615\neps.basic|2.32\neps.diluted|2.10\nshares.basic|21,540\nshares.diluted|22,000\n", 0, 2, "is 2.32"},
    {"without shares nothing", QUARTER "net_income|100\neps.basic|1.00\n", 0, 0, ""},
    {"without income nothing", QUARTER "eps.basic|1.00\nshares.basic|100\n", 0, 0, ""},
    {"a nil is no amount", QUARTER "net_income|100\neps.basic|--\nshares.basic|100\n", 0, 0, ""},
};

START_TEST(recomputes_per_share_amounts)
{
    Desk *desk = desk_begin();
    Footing footing;
    statement_foot(&footing, &desk->run, printed_statement(desk, "operations", "", shares[_i].text), SEVERITY_warning);
    const char *message = desk_message(desk, PROBLEM_eps_does_not_recompute);
    ck_assert_msg(footing.eps_recomputed == shares[_i].good && footing.eps_wrong == shares[_i].bad, "%s: %zu good, %zu wrong: %s", shares[_i].name,
                  footing.eps_recomputed, footing.eps_wrong, message);
    ck_assert_msg(*shares[_i].message ? strstr(message, shares[_i].message) != NULL : !*message, "%s: %s", shares[_i].name, message);
    desk_end(desk);
}
END_TEST

/* Columns are tested apart, and a column that is no period is not tested. */
START_TEST(takes_columns_apart)
{
    Desk *desk = desk_begin();
    Footing footing;
    Statement *statement = printed_statement(desk, "operations", "",
                                             "2004-01-01..2004-03-31 2003-01-01..2003-03-31\n"
                                             "revenue.product|70|50\nrevenue.service|30|25\nrevenue.total|100|99\n");
    statement_foot(&footing, &desk->run, statement, SEVERITY_warning);
    ck_assert_uint_eq(footing.totals_exact, 1);
    ck_assert_uint_eq(footing.totals_wrong, 1);
    for (size_t i = 0; i < statement->row_count; i++)
        statement->rows[i].cells[1].dated = false;
    statement_foot(&footing, &desk->run, statement, SEVERITY_warning);
    ck_assert_uint_eq(footing.totals_exact, 1);
    ck_assert_uint_eq(footing.totals_wrong, 0);
    desk_end(desk);
}
END_TEST

/* A column as facts: what it does not print is nothing only when the totals above foot without it. */
static const struct {
    const char *text, *absent;
    bool foots, has_sum;
    Money sum;
} columns[] = {
    {QUARTER "revenue.product|5\nrevenue.total|5\n", "revenue.service", true, false, 0},
    {QUARTER "revenue.total|5\n", "revenue.service", false, false, 0},          /* nothing to foot with */
    {QUARTER "other.interest_net|5\n", "other.interest_income", false, false, 0}, /* it may be inside the net */
    {QUARTER "operating_income|9\nother.interest_income|5\nother.interest_expense|(2)\npretax_income|12\n", "other.interest_net", false, true, 3},
    {QUARTER "operating_income|9\nother.interest_income|5\npretax_income|14\n", "other.gain_on_investments", true, false, 0},
    {QUARTER "eps.basic|0.05\n", "eps.diluted", false, false, 0},
    {QUARTER "revenue.product|5\nrevenue.total|5\n", "assets.cash", false, false, 0}, /* of another statement */
};

START_TEST(proves_what_is_absent)
{
    Desk *desk = desk_begin();
    TakenStatement taken = {printed_statement(desk, "operations", "", columns[_i].text), DAY_NONE, 0, TEXT(""), {0}};
    Books books;
    ck_assert(books_make(&books, &desk->run, desk->chart, TEXT("acme"), &taken, 1, 3));
    ck_assert_uint_eq(books.count, 1);
    LineId absent = desk_line(desk, columns[_i].absent);
    Money sum = 0;
    ck_assert_int_eq(column_foots(desk->chart, &books.items[0], absent), columns[_i].foots);
    ck_assert_int_eq(column_sum(&sum, desk->chart, &books.items[0], absent), columns[_i].has_sum);
    if (columns[_i].has_sum)
        ck_assert_int_eq(sum, columns[_i].sum);
    desk_end(desk);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("foot");
    unit_add(suite, "foots totals", foots_totals, UNIT_COUNT(totals));
    unit_add(suite, "weighs by use", weighs_by_use, 1);
    unit_add(suite, "recomputes per-share amounts", recomputes_per_share_amounts, UNIT_COUNT(shares));
    unit_add(suite, "takes columns apart", takes_columns_apart, 1);
    unit_add(suite, "proves what is absent", proves_what_is_absent, UNIT_COUNT(columns));
    return unit_run(suite);
}
