/* statement/restate and split: one company's books from several filings; what agrees, what is finer, what is split, what is restated. */
#include "printed.h"

#include <stdio.h>
#include <string.h>

#define QUARTER "2004-01-01..2004-03-31\n"

/* Books of statements of `kind`, each of a filing of its own, filed a year apart from 2004-04-01 on. */
static bool books_of(Books *books, Desk *desk, const char *kind, const char *const texts[], size_t count)
{
    static const char *const files[] = {"first.txt", "second.txt", "third.txt"};
    TakenStatement taken[3];
    for (size_t i = 0; i < count; i++) {
        Statement *statement = printed_statement_of(desk, files[i], kind, "", texts[i]);
        taken[i] = (TakenStatement){statement, day_from_civil(2004 + (int)i, 4, 1), (int)i, TEXT(""), {0}};
    }
    return books_make(books, &desk->run, desk->chart, TEXT("acme"), taken, count, 3);
}

static const Fact *books_fact(const Desk *desk, const Books *books, const char *line, const char *end)
{
    Day day = DAY_NONE;
    ck_assert(day_parse(&day, text_of(end)));
    for (size_t i = 0; i < books->count; i++)
        if (books->items[i].period.end == day)
            return column_fact(desk->chart, &books->items[i], desk_line(desk, line));
    return NULL;
}

/* The same column in two filings. */
static const struct {
    const char *name, *kind, *first, *second;
    size_t same, aggregated, restated;
    const char *message;
    int order; /* of the column: 1 where anything of the later filing is taken */
} pairs[] = {
    {"equal", "operations", QUARTER "revenue.total|70\nnet_income|--\n", QUARTER "revenue.total|70\nnet_income|0\n", 2, 0, 0, "", 1},
    {"restated, with both places", "operations", QUARTER "revenue.total|70\n", QUARTER "revenue.total|75\n", 0, 0, 1,
     "\"Total net revenues\" (2004-03-31/3M) is 75 here and 70 at first.txt:2:1", 1},
    {"finer before", "balance_sheet", /* 42,650 + 1,968 + 74,322 = 118,940 */
     "2003-12-31\nliabilities.accounts_payable|61,237\nliabilities.accrued_compensation|42,650\nliabilities.interest_payable|1,968\nliabilities.other_accrued|74,322\n",
     "2003-12-31\nliabilities.accounts_payable|61,237\nliabilities.other_accrued|118,940\n", 1, 1, 0, "", 1},
    {"finer after", "balance_sheet", "2003-12-31\nliabilities.other_accrued|118,940\n",
     "2003-12-31\nliabilities.accrued_compensation|42,650\nliabilities.interest_payable|1,968\nliabilities.other_accrued|74,322\n", 0, 1, 0, "", 1},
    {"finer by some of the lines", "balance_sheet",
     "2003-12-31\nliabilities.accrued_compensation|40\nliabilities.interest_payable|7\nliabilities.other_accrued|30\nliabilities.accrued|50\n",
     "2003-12-31\nliabilities.other_accrued|37\nliabilities.accrued|90\n", 0, 2, 0, "", 1}, /* 30 + 7 and 50 + 40 */
    {"finer, but not equal", "balance_sheet", "2003-12-31\nliabilities.accrued_compensation|42,650\nliabilities.other_accrued|74,322\n",
     "2003-12-31\nliabilities.other_accrued|118,940\n", 0, 0, 1, "118,940 here and 74,322 at", 1},
    {"a total against its parts", "cash_flows", QUARTER "cash_flow.amortization|7,522\ncash_flow.debt_cost_amortization|778\n",
     QUARTER "cash_flow.amortization_all|8,300\n", 0, 1, 0, "", 1}, /* 7,522 + 778 */
    {"a line of one filing only", "operations", QUARTER "revenue.total|70\nother.writedown_of_investments|--\n", QUARTER "revenue.total|70\n", 1, 0, 0, "", 1},
    {"coarser units", "operations", "@3 " QUARTER "revenue.total|70,449\n", "@6 " QUARTER "revenue.total|70\n", 1, 0, 0, "", 0},
    {"coarser, of finer lines", "balance_sheet", /* 42,650 + 1,968 + 74,322 = 118,940 */
     "@3 2003-12-31\nliabilities.accrued_compensation|42,650\nliabilities.interest_payable|1,968\nliabilities.other_accrued|74,322\n",
     "@6 2003-12-31\nliabilities.other_accrued|119\n", 0, 1, 0, "", 0},
    {"coarser units that rounding does not explain", "operations", "@3 " QUARTER "revenue.total|70,600\n", "@6 " QUARTER "revenue.total|70\n", 0, 0, 1, "is 70 here and 70,600", 1},
};

START_TEST(compares_filings)
{
    Desk *desk = desk_begin();
    Books books;
    const char *texts[] = {pairs[_i].first, pairs[_i].second};
    ck_assert(books_of(&books, desk, pairs[_i].kind, texts, 2));
    ck_assert_uint_eq(books.count, 1);
    ck_assert_int_eq(books.items[0].order, pairs[_i].order);
    const char *message = desk_message(desk, PROBLEM_restated);
    ck_assert_msg(books.same_in_two_filings == pairs[_i].same && books.same_aggregated == pairs[_i].aggregated && books.restated == pairs[_i].restated,
                  "%s: %zu same, %zu aggregated, %zu restated: %s", pairs[_i].name, books.same_in_two_filings, books.same_aggregated, books.restated, message);
    ck_assert_uint_eq(desk_count(desk, PROBLEM_restated), pairs[_i].restated);
    ck_assert_msg(strstr(message, pairs[_i].message) != NULL, "%s", message);
    desk_end(desk);
}
END_TEST

/* The column that is kept of two prints: what is asked of it, and its amount; -1: it has no such line. */
static const struct {
    const char *name, *kind, *first, *second, *line;
    Money money;
} kept[] = {
    {"the finer print stays", "operations", "@3 " QUARTER "revenue.total|70,449\n", "@6 " QUARTER "revenue.total|70\n", "revenue.total", 70449},
    {"a finer print replaces a coarser one", "operations", "@6 " QUARTER "revenue.total|70\n", "@3 " QUARTER "revenue.total|70,449\n", "revenue.total", 70449},
    {"a coarser print that differs replaces a finer one", "operations", "@3 " QUARTER "revenue.total|70,449\n", "@6 " QUARTER "revenue.total|75\n", "revenue.total", 75000},
    {"what is rounded to nothing stays", "operations", "@3 " QUARTER "revenue.total|70,449\nother.other_net|312\n",
     "@6 " QUARTER "revenue.total|70\nother.other_net|--\n", "other.other_net", 312},
    {"a line that the later filing leaves out stays", "operations", QUARTER "revenue.total|70\nshares.basic|9\n", QUARTER "revenue.total|70\n", "shares.basic", 0},
    {"a line that only the later filing has comes in", "operations", QUARTER "revenue.total|70\n", QUARTER "revenue.total|70\nnet_income|5\n", "net_income", 5},
    {"lines that the later filing adds up in one go", "balance_sheet", /* 40 + 30 = 70 */
     "2003-12-31\nliabilities.accrued_compensation|40\nliabilities.other_accrued|30\n", "2003-12-31\nliabilities.other_accrued|70\n",
     "liabilities.accrued_compensation", -1},
    {"lines of a total that was divided anew go", "operations", /* 4 + 6 = 10 = 3 + 7 */
     QUARTER "opex.research_development|4\nopex.integration|6\nopex.total|10\n", QUARTER "opex.research_development|3\nopex.restructuring_other|7\nopex.total|10\n",
     "opex.integration", -1},
    {"lines of a total that was restated go", "operations", QUARTER "opex.research_development|4\nopex.integration|6\nopex.total|10\n", QUARTER "opex.total|12\n",
     "opex.integration", -1},
    {"lines of a total that agrees stay", "operations", QUARTER "opex.research_development|4\nopex.integration|6\nopex.total|10\n", QUARTER "opex.total|10\n", "opex.integration", 6},
    {"coarse lines that are divided otherwise do not come in", "operations",
     "@3 " QUARTER "opex.research_development|4,100\nopex.integration|6,200\nopex.total|10,300\n", "@6 " QUARTER "opex.restructuring_other|10\nopex.total|10\n",
     "opex.restructuring_other", -1},
    {"nor do they take the finer ones away", "operations",
     "@3 " QUARTER "opex.research_development|4,100\nopex.integration|6,200\nopex.total|10,300\n", "@6 " QUARTER "opex.restructuring_other|10\nopex.total|10\n",
     "opex.integration", 6200},
    {"per-share amounts of an income that was restated go", "operations", QUARTER "net_income|5\neps.basic|0.50\n", QUARTER "net_income|6\n", "eps.basic", -1},
};

START_TEST(keeps_the_finer_print)
{
    Desk *desk = desk_begin();
    Books books;
    const char *texts[] = {kept[_i].first, kept[_i].second};
    ck_assert(books_of(&books, desk, kept[_i].kind, texts, 2));
    ck_assert_uint_eq(books.count, 1);
    const Fact *fact = column_fact(desk->chart, &books.items[0], desk_line(desk, kept[_i].line));
    ck_assert_msg(fact ? fact->money == kept[_i].money : kept[_i].money == -1, "%s: %lld", kept[_i].name, fact ? (long long)fact->money : -1LL);
    desk_end(desk);
}
END_TEST

/* Two filings whose amounts, or counts, differ by a power of ten, and whether that is refused. */
static const struct {
    const char *name, *first, *second;
    bool refused;
} powers[] = {
    {"a thousandth", "revenue.total|410,123\ncost.total|246,100\n", "revenue.total|410\ncost.total|246\n", true},
    {"a hundredfold", "revenue.total|4,101\ncost.total|2,461\n", "revenue.total|410,100\ncost.total|246,100\n", true},
    {"tenfold", "revenue.total|4,101\ncost.total|2,461\n", "revenue.total|41,010\ncost.total|24,610\n", true},
    {"a single amount, a thousandth", "revenue.total|410,123\n", "revenue.total|410\n", true},
    {"a single amount, tenfold", "revenue.total|4,101\n", "revenue.total|41,010\n", false},
    {"three of four", "revenue.total|410,123\ncost.total|246,100\nopex.integration|80,000\nopex.restructuring_other|51,200\n",
     "revenue.total|410\ncost.total|246\nopex.integration|80\nopex.restructuring_other|70\n", true},
    {"one of three", "revenue.total|410,123\ncost.total|246,100\nopex.total|80,000\n", "revenue.total|410,123\ncost.total|246,100\nopex.total|800\n", false},
    {"share counts", "revenue.total|410,123\nshares.basic|40,100\n", "revenue.total|410,123\nshares.basic|40,100,000\n", true},
    {"share counts after a split of 10 for 1", "revenue.total|410,123\nshares.basic|40,100\n", "revenue.total|410,123\nshares.basic|401,000\n", false},
};

START_TEST(refuses_powers_of_ten)
{
    Desk *desk = desk_begin();
    Books books;
    char first[256], second[256];
    snprintf(first, sizeof first, QUARTER "%s", powers[_i].first);
    snprintf(second, sizeof second, QUARTER "%s", powers[_i].second);
    const char *texts[] = {first, second};
    bool good = books_of(&books, desk, "operations", texts, 2);
    ck_assert_msg(good != powers[_i].refused, "%s", powers[_i].name);
    ck_assert_msg((desk_count(desk, PROBLEM_unit_contradicted) > 0) == powers[_i].refused, "%s", powers[_i].name);
    desk_end(desk);
}
END_TEST

/* Filing dates decide, not the order of the scenario; without dates the order does. */
START_TEST(supersedes_by_date)
{
    Desk *desk = desk_begin();
    for (int dated = 0; dated < 2; dated++) {
        Statement *a = printed_statement_of(desk, "a.txt", "operations", "", QUARTER "revenue.total|70\n");
        Statement *b = printed_statement_of(desk, "b.txt", "operations", "", QUARTER "revenue.total|75\n");
        Day later = day_from_civil(2005, 1, 1), earlier = day_from_civil(2004, 5, 1);
        TakenStatement taken[] = {{a, dated ? later : DAY_NONE, 0, TEXT(""), {0}}, {b, dated ? earlier : DAY_NONE, 1, TEXT(""), {0}}};
        Books books;
        ck_assert(books_make(&books, &desk->run, desk->chart, TEXT("acme"), taken, 2, 3));
        ck_assert_int_eq(books_fact(desk, &books, "revenue.total", "2004-03-31")->money, dated ? 70 : 75);
    }
    desk_end(desk);
}
END_TEST

/* A supplement under a statement is a table of its own; the same figure twice in a filing is one figure. */
START_TEST(joins_tables_of_one_filing)
{
    Desk *desk = desk_begin();
    Statement *flows = printed_statement_of(desk, "one.txt", "cash_flows", "", QUARTER "cash_flow.net_income|5\n");
    Statement *supplement = printed_statement_of(desk, "one.txt", "cash_flows", "", QUARTER "cash_flow.interest_paid|22\ncash_flow.net_income|6\n");
    TakenStatement taken[] = {{flows, DAY_NONE, 0, TEXT(""), {0}}, {supplement, DAY_NONE, 0, TEXT(""), {0}}};
    Books books;
    ck_assert(books_make(&books, &desk->run, desk->chart, TEXT("acme"), taken, 2, 3));
    ck_assert_uint_eq(books.count, 1);
    ck_assert_int_eq(books_fact(desk, &books, "cash_flow.interest_paid", "2004-03-31")->money, 22);
    ck_assert_int_eq(books_fact(desk, &books, "cash_flow.net_income", "2004-03-31")->money, 5);
    ck_assert_uint_eq(books.restated, 0);
    ck_assert_uint_eq(desk_count(desk, PROBLEM_statements_disagree), 1);
    desk_end(desk);
}
END_TEST

/* first | second filing of one column, and what the split between them is; 1: none */
static const struct {
    const char *first, *second;
    double factor;
} splits[] = {
    {"shares.basic|50,000\n", "shares.basic|100,000\n", 2},
    {"shares.basic|50,000\n", "shares.basic|99,999\n", 2},          /* rounding: 0.5 + 2 * 0.5 = 1.5 */
    {"shares.basic|50,000\n", "shares.basic|99,997\n", 1},          /* a restatement */
    {"shares.basic|33,333\n", "shares.basic|50,000\n", 1.5},
    {"shares.basic|100,000\n", "shares.basic|10,000\n", 0.1},
    {"shares.basic|50,000\n", "shares.basic|60,000\n", 1},
    {"shares.basic|2\n", "shares.basic|4\n", 1},                    /* too short to tell */
    {"eps.basic|0.10\nshares.basic|50,000\n", "eps.basic|0.05\nshares.basic|100,000\n", 2},
    {"eps.basic|0.10\nshares.basic|50,000\n", "eps.basic|0.10\nshares.basic|100,000\n", 1}, /* per-share amounts do not bear it out */
};

START_TEST(finds_splits)
{
    Desk *desk = desk_begin();
    Books books;
    const char *texts[] = {
        text_zero_terminated(desk->run.arena, text_format(desk->run.arena, "2003-01-01..2003-03-31 2002-01-01..2002-03-31\nshares.diluted|60,000|58,000\neps.diluted|0.08|0.06\n%s", splits[_i].first)),
        text_zero_terminated(desk->run.arena, text_format(desk->run.arena, "2003-01-01..2003-03-31\n%s", splits[_i].second))};
    ck_assert(books_of(&books, desk, "operations", texts, 2));
    bool split = splits[_i].factor != 1;
    ck_assert_uint_eq(desk_count(desk, PROBLEM_stock_split), split);
    bool differs = !split;
    ck_assert_uint_eq(desk_count(desk, PROBLEM_restated) > 0, differs);
    const Fact *count = books_fact(desk, &books, "shares.diluted", "2002-03-31"), *eps = books_fact(desk, &books, "eps.diluted", "2002-03-31");
    ck_assert_double_eq_tol(count->number, 58000 * splits[_i].factor, 1e-6); /* the earlier filing's other column goes with it */
    ck_assert_double_eq_tol(eps->number, 0.06 / splits[_i].factor, 1e-9);
    ck_assert_int_eq(count->state, STATE_reported);
    ck_assert_uint_eq(count->term_count, split);
    if (split)
        ck_assert_double_eq(count->terms[0].fact->number, 58000);
    desk_end(desk);
}
END_TEST

/* Of three filings the first and the third share a period; the second, without one, is on the side of the split that its size says. */
static const struct {
    const char *second;
    double wanted;
} between[] = {{"2003-07-01..2003-09-30\nshares.basic|51,000\n", 102000}, {"2003-07-01..2003-09-30\nshares.basic|101,000\n", 101000}};

START_TEST(places_a_filing_by_its_size)
{
    Desk *desk = desk_begin();
    Books books;
    const char *texts[] = {"2003-01-01..2003-03-31\nshares.basic|50,000\n", between[_i].second,
                           "2003-01-01..2003-03-31 2004-01-01..2004-03-31\nshares.basic|100,000|104,000\n"};
    ck_assert(books_of(&books, desk, "operations", texts, 3));
    ck_assert_double_eq_tol(books_fact(desk, &books, "shares.basic", "2003-09-30")->number, between[_i].wanted, 1e-6);
    ck_assert_double_eq_tol(books_fact(desk, &books, "shares.basic", "2003-03-31")->number, 100000, 1e-6);
    ck_assert_uint_eq(books.restated, 0);
    desk_end(desk);
}
END_TEST

/* Two splits multiply: 50 before both, 100 between, 300 after. */
START_TEST(multiplies_splits)
{
    Desk *desk = desk_begin();
    Books books;
    const char *texts[] = {"2002-01-01..2002-03-31 2001-01-01..2001-03-31\nshares.basic|50,000|40,000\n",
                           "2003-01-01..2003-03-31 2002-01-01..2002-03-31\nshares.basic|110,000|100,000\n",
                           "2004-01-01..2004-03-31 2003-01-01..2003-03-31\nshares.basic|345,000|330,000\n"};
    ck_assert(books_of(&books, desk, "operations", texts, 3));
    ck_assert_double_eq_tol(books_fact(desk, &books, "shares.basic", "2001-03-31")->number, 240000, 1e-6);
    ck_assert_double_eq_tol(books_fact(desk, &books, "shares.basic", "2002-03-31")->number, 300000, 1e-6);
    ck_assert_uint_eq(desk_count(desk, PROBLEM_stock_split), 2);
    ck_assert_uint_eq(books.restated, 0);
    desk_end(desk);
}
END_TEST

static const struct {
    const char *text;
    ProblemKind problem;
    const char *message;
} refused[] = {
    {"@0 " QUARTER "revenue.total|70,449\n", PROBLEM_inexact_conversion, "\"Total net revenues\" is 70,449 usd, which is not a whole number of usd_thousands"},
    {"@9 " QUARTER "revenue.total|2,000,000,000\n", PROBLEM_amount_overflow, "more than 2^50 usd_thousands"}, /* 2 * 10^15 > 1.13 * 10^15 */
    {QUARTER "?Odd lots|5\n", PROBLEM_unmapped_caption, "the chart has no line for \"Odd lots\""},
    {QUARTER "revenue.total|70\nrevenue.total|75\n", PROBLEM_unmapped_caption, "is a second amount of revenue.total"},
    {QUARTER "revenue.product|70\nrevenue.total|75\n", PROBLEM_total_does_not_foot, "out by 5"},
};

START_TEST(refuses)
{
    Desk *desk = desk_begin();
    Books books;
    const char *texts[] = {refused[_i].text};
    ck_assert(!books_of(&books, desk, "operations", texts, 1));
    ck_assert_msg(strstr(desk_message(desk, refused[_i].problem), refused[_i].message) != NULL, "%s", desk_message(desk, refused[_i].problem));
    ck_assert_int_eq(problem_gravest(&desk->run.problems), SEVERITY_error);
    desk_end(desk);
}
END_TEST

START_TEST(takes_a_second_row_that_says_the_same)
{
    Desk *desk = desk_begin();
    Books books;
    const char *texts[] = {"@0 " QUARTER "revenue.total|70,000\nrevenue.total|70,000\nshares.basic|394,496,000\neps.basic|0.25\nnet_income|--\n"};
    ck_assert(books_of(&books, desk, "operations", texts, 1));
    ck_assert_int_eq(books_fact(desk, &books, "revenue.total", "2004-03-31")->money, 70);
    ck_assert_double_eq(books_fact(desk, &books, "shares.basic", "2004-03-31")->number, 394496);
    ck_assert_double_eq(books_fact(desk, &books, "eps.basic", "2004-03-31")->number, 0.25);
    ck_assert_int_eq(books_fact(desk, &books, "net_income", "2004-03-31")->state, STATE_nil);
    ck_assert_ptr_null(books_fact(desk, &books, "gross_margin", "2004-03-31"));
    desk_end(desk);
}
END_TEST

/* The same amount in two statements of a filing. */
static const struct {
    const char *kind, *basis, *text, *other_kind, *other_text;
    size_t disagree;
} statements[] = {
    {"operations", "", QUARTER "net_income|5\n", "cash_flows", QUARTER "cash_flow.net_income|5\n", 0},
    {"operations", "", QUARTER "net_income|5\n", "cash_flows", QUARTER "cash_flow.net_income|6\n", 1},
    {"operations", "", QUARTER "net_income|5\n", "cash_flows", "2003-01-01..2003-03-31\ncash_flow.net_income|6\n", 0}, /* another period */
    {"operations", "", QUARTER "opex.merger_related|10,600\n", "reconciliation", QUARTER "reconciliation.merger_related|(10,600)\n", 0},
    {"operations", "", QUARTER "opex.merger_related|10,600\n", "reconciliation", QUARTER "reconciliation.merger_related|10,600\n", 1},
    {"operations", "non_gaap", QUARTER "net_income|5\n", "reconciliation", QUARTER "reconciliation.non_gaap_net_income|5\nreconciliation.net_income|9\n", 0},
    {"operations", "non_gaap", QUARTER "net_income|5\n", "reconciliation", QUARTER "reconciliation.non_gaap_net_income|4\nreconciliation.net_income|9\n", 1},
    {"operations", "", QUARTER "other.gain_on_investments|4,352\n", "cash_flows", QUARTER "cash_flow.gain_on_investments|(4,352)\n", 0},
    {"operations", "", QUARTER "other.gain_on_investments|--\n", "cash_flows", QUARTER "cash_flow.gain_on_investments|(4,352)\n", 1},
    {"operations", "", "@6 " QUARTER "net_income|5\n", "cash_flows", QUARTER "cash_flow.net_income|5,400\n", 0}, /* rounded to millions */
};

START_TEST(compares_statements)
{
    Desk *desk = desk_begin();
    Statements all = {0};
    *list_push(desk->run.arena, &all) = *printed_statement_of(desk, "one.txt", statements[_i].kind, statements[_i].basis, statements[_i].text);
    *list_push(desk->run.arena, &all) = *printed_statement_of(desk, "one.txt", statements[_i].other_kind, "", statements[_i].other_text);
    statements_compare(&desk->run, &all);
    ck_assert_uint_eq(desk_count(desk, PROBLEM_statements_disagree), statements[_i].disagree);
    ck_assert_uint_eq(desk->run.problems.count, statements[_i].disagree);
    all.items[1].entity = TEXT("other"); /* another company's */
    desk->run.problems = (Problems){0};
    statements_compare(&desk->run, &all);
    ck_assert_uint_eq(desk->run.problems.count, 0);
    desk_end(desk);
}
END_TEST

/* Cash at either end of a flow is an instant, compared with the balance of that day. */
START_TEST(compares_instants)
{
    Desk *desk = desk_begin();
    Statements all = {0};
    *list_push(desk->run.arena, &all) = *printed_statement_of(desk, "one.txt", "balance_sheet", "", "2004-03-31 2003-12-31\nassets.cash|428|365\n");
    *list_push(desk->run.arena, &all) = *printed_statement_of(desk, "one.txt", "cash_flows", "", QUARTER "cash_flow.cash_beginning|366\ncash_flow.cash_end|428\n");
    all.items[1].rows[0].cells[0].period = (Period){DAY_NONE, day_from_civil(2003, 12, 31)};
    all.items[1].rows[1].cells[0].period = (Period){DAY_NONE, day_from_civil(2004, 3, 31)};
    statements_compare(&desk->run, &all);
    ck_assert_uint_eq(desk->run.problems.count, 1);
    ck_assert(strstr(desk_message(desk, PROBLEM_statements_disagree), "(2003-12-31) is 366 in the statement of cash flows and \"Cash and cash equivalents\" is 365 in the balance sheet"));
    desk_end(desk);
}
END_TEST

/* Copies of a release in one file: net income is 5 in each statement of operations, and 6 or 7 in the statements of cash flows. Each of these
 * is reported once, against the first that it disagrees with, not against each copy: three notes, for one, two and four copies. */
START_TEST(reports_each_value_once)
{
    Desk *desk = desk_begin();
    Statements all = {0};
    for (int copy = 0; copy < 1 << _i; copy++)
        *list_push(desk->run.arena, &all) = *printed_statement_of(desk, "one.txt", "operations", "", QUARTER "net_income|5\n");
    for (int i = 0; i < 3; i++)
        *list_push(desk->run.arena, &all) = *printed_statement_of(desk, "one.txt", "cash_flows", "", i == 1 ? QUARTER "cash_flow.net_income|7\n" : QUARTER "cash_flow.net_income|6\n");
    statements_compare(&desk->run, &all);
    ck_assert_uint_eq(desk_count(desk, PROBLEM_statements_disagree), 3);
    desk_end(desk);
}
END_TEST

/* Net income of 5 agrees with the first statement of operations and not with the second: the second is named. */
START_TEST(names_the_first_that_disagrees)
{
    Desk *desk = desk_begin();
    Statements all = {0};
    *list_push(desk->run.arena, &all) = *printed_statement_of(desk, "one.txt", "operations", "", QUARTER "net_income|5\n");
    *list_push(desk->run.arena, &all) = *printed_statement_of(desk, "one.txt", "operations", "", QUARTER "net_income|8\n");
    *list_push(desk->run.arena, &all) = *printed_statement_of(desk, "one.txt", "operations", "", QUARTER "net_income|9\n");
    *list_push(desk->run.arena, &all) = *printed_statement_of(desk, "one.txt", "cash_flows", "", QUARTER "cash_flow.net_income|5\n");
    statements_compare(&desk->run, &all);
    ck_assert_uint_eq(desk->run.problems.count, 1);
    ck_assert(strstr(desk_message(desk, PROBLEM_statements_disagree), "is 8 in the statement of operations"));
    desk_end(desk);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("restate");
    unit_add(suite, "compares filings", compares_filings, UNIT_COUNT(pairs));
    unit_add(suite, "keeps the finer print", keeps_the_finer_print, UNIT_COUNT(kept));
    unit_add(suite, "refuses powers of ten", refuses_powers_of_ten, UNIT_COUNT(powers));
    unit_add(suite, "supersedes by date", supersedes_by_date, 1);
    unit_add(suite, "joins tables of one filing", joins_tables_of_one_filing, 1);
    unit_add(suite, "finds splits", finds_splits, UNIT_COUNT(splits));
    unit_add(suite, "places a filing by its size", places_a_filing_by_its_size, UNIT_COUNT(between));
    unit_add(suite, "multiplies splits", multiplies_splits, 1);
    unit_add(suite, "refuses", refuses, UNIT_COUNT(refused));
    unit_add(suite, "takes a second row that says the same", takes_a_second_row_that_says_the_same, 1);
    unit_add(suite, "compares statements", compares_statements, UNIT_COUNT(statements));
    unit_add(suite, "compares instants", compares_instants, 1);
    unit_add(suite, "reports each value once", reports_each_value_once, 3);
    unit_add(suite, "names the first that disagrees", names_the_first_that_disagrees, 1);
    return unit_run(suite);
}
