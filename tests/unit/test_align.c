#include "books.h"

#include <math.h>

static const AlignRules exact = {.balance_date = DAY_NONE};

/* Figures of the exhibits; the numbers in comments are their lines. A: juniper-2004-q1.txt, B: juniper-2003-q1.txt, C: juniper-2003-q4.txt. */

/* A402-440: the target's release prints three and six months, of this year and the last; the gain of the last column is made up */
static Books netscreen(Bench *bench)
{
    Books books = {0};
    books_add(bench, &books, OPERATIONS, "2004-01-01", "2004-03-31", "2004-04-21",
              "revenue.product=74,791 revenue.service=18,727 revenue.total=93,518 operating_income=3,162 other.interest_net=714 "
              "pretax_income=3,876 income_tax=6,911 net_income=(3,035) eps.basic=(0.03) eps.diluted=(0.03) shares.basic=92,390 shares.diluted=92,390");
    books_add(bench, &books, OPERATIONS, "2003-01-01", "2003-03-31", "2004-04-21",
              "revenue.product=47,937 revenue.service=10,405 revenue.total=58,342 operating_income=8,509 other.interest_net=1,004 other.gain=-- "
              "pretax_income=9,513 income_tax=3,622 net_income=5,891 eps.basic=0.08 eps.diluted=0.07 shares.basic=78,377 shares.diluted=84,312");
    books_add(bench, &books, OPERATIONS, "2003-10-01", "2004-03-31", "2004-04-21",
              "revenue.product=139,713 revenue.service=34,822 revenue.total=174,535 operating_income=14,063 other.interest_net=1,840 "
              "pretax_income=15,903 income_tax=12,564 net_income=3,339 eps.basic=0.04 eps.diluted=0.04 shares.basic=89,465 shares.diluted=94,873");
    books_add(bench, &books, OPERATIONS, "2002-10-01", "2003-03-31", "2004-04-21",
              "revenue.product=90,388 revenue.service=19,024 revenue.total=109,412 operating_income=13,744 other.interest_net=2,067 other.gain=-- "
              "pretax_income=15,811 income_tax=6,708 net_income=9,103 eps.basic=0.12 eps.diluted=0.11 shares.basic=77,690 shares.diluted=83,603");
    return books;
}

/* A160-199, B158-169, C176-223 */
static Books juniper(Bench *bench)
{
    Books books = {0};
    books_add(bench, &books, OPERATIONS, "2004-01-01", "2004-03-31", "2004-04-21",
              "revenue.total=224,053 operating_income=46,870 other.interest_income=4,986 other.interest_expense=(2,500) other.gain=-- pretax_income=49,356 "
              "income_tax=15,816 net_income=33,540 eps.basic=0.09 eps.diluted=0.08 shares.basic=394,496 shares.diluted=421,859");
    books_add(bench, &books, OPERATIONS, "2003-01-01", "2003-03-31", "2004-04-21",
              "revenue.total=157,207 operating_income=4,408 other.interest_income=9,252 other.interest_expense=(11,949) other.gain=4,352 pretax_income=6,063 "
              "income_tax=2,380 net_income=3,683 eps.basic=0.01 eps.diluted=0.01 shares.basic=375,549 shares.diluted=390,947");
    books_add(bench, &books, OPERATIONS, "2002-01-01", "2002-03-31", "2003-04-10",
              "revenue.total=122,219 pretax_income=(45,253) income_tax=750 net_income=(46,003) eps.basic=(0.14) eps.diluted=(0.14) shares.basic=329,367 "
              "shares.diluted=329,367");
    books_add(bench, &books, OPERATIONS, "2003-10-01", "2003-12-31", "2004-01-15",
              "revenue.total=206,955 operating_income=34,706 other.interest_income=6,128 other.interest_expense=(5,410) other.gain=-- other.retirement=(15,193) "
              "pretax_income=20,231 income_tax=5,498 net_income=14,733 eps.basic=0.04 eps.diluted=0.04 shares.basic=389,343 shares.diluted=413,716");
    books_add(bench, &books, OPERATIONS, "2003-01-01", "2003-12-31", "2004-01-15",
              "revenue.total=701,393 operating_income=57,011 other.interest_income=33,428 other.interest_expense=(39,099) other.gain=8,739 "
              "other.retirement=(1,085) pretax_income=58,994 income_tax=19,795 net_income=39,199 eps.basic=0.10 eps.diluted=0.10 shares.basic=382,180 "
              "shares.diluted=403,072");
    books_add(bench, &books, OPERATIONS, "2002-01-01", "2002-12-31", "2004-01-15",
              "revenue.total=546,547 pretax_income=(115,150) income_tax=4,500 net_income=(119,650) eps.basic=(0.34) eps.diluted=(0.34) shares.basic=350,695 "
              "shares.diluted=350,695");
    return books;
}

/* The target's statements without the charges: A498-501. */
static Books netscreen_non_gaap(Bench *bench)
{
    Books books = {0};
    books_add(bench, &books, OPERATIONS, "2004-01-01", "2004-03-31", NULL, "net_income=15,334 shares.basic=92,390 shares.diluted=99,015 eps.diluted=0.15");
    books_add(bench, &books, OPERATIONS, "2003-10-01", "2004-03-31", NULL, "net_income=28,202 shares.basic=89,465 shares.diluted=94,873 eps.diluted=0.30");
    return books;
}

/* Juniper's, with a loss in 2002: B213-224, C280-291. */
static Books juniper_non_gaap(Bench *bench)
{
    Books books = {0};
    books_add(bench, &books, OPERATIONS, "2003-01-01", "2003-03-31", NULL, "net_income=6,278 shares.basic=375,549 shares.diluted=390,947 eps.diluted=0.02");
    books_add(bench, &books, OPERATIONS, "2002-01-01", "2002-03-31", NULL, "net_income=423 shares.basic=329,367 shares.diluted=342,831 eps.diluted=0.00");
    books_add(bench, &books, OPERATIONS, "2002-01-01", "2002-12-31", NULL, "net_income=(4,784) shares.basic=350,695 shares.diluted=350,695 eps.diluted=(0.01)");
    return books;
}

static const struct {
    Books (*books)(Bench *);
    const char *period, *line;
    State state;
    double value;
} figures[] = {
    {netscreen, "2003-12-31/3M", "revenue.product", STATE_derived, 139713 - 74791}, /* A403 */
    {netscreen, "2003-12-31/3M", "revenue.total", STATE_derived, 174535 - 93518},   /* A406 */
    {netscreen, "2003-12-31/3M", "net_income", STATE_derived, 3339 + 3035},         /* A430 */
    {netscreen, "2003-12-31/3M", "other.gain", STATE_not_reported, 0},
    {netscreen, "2003-12-31/3M", "shares.basic", STATE_derived, (183 * 89465.0 - 91 * 92390.0) / 92}, /* A438: 86,571.8 */
    {netscreen, "2003-12-31/3M", "eps.basic", STATE_derived, (3339 + 3035) / ((183 * 89465.0 - 91 * 92390.0) / 92)},
    {netscreen, "2003-12-31/3M", "shares.diluted", STATE_not_derivable, 0},
    {netscreen, "2003-12-31/3M", "eps.diluted", STATE_not_derivable, 0},
    {netscreen_non_gaap, "2003-12-31/3M", "shares.diluted", STATE_derived, (183 * 94873.0 - 91 * 99015.0) / 92}, /* A501: 90,776.0 */
    {netscreen, "2002-12-31/3M", "net_income", STATE_derived, 9103 - 5891},
    {netscreen, "2002-12-31/3M", "other.gain", STATE_nil, 0},
    {netscreen, "2002-12-31/3M", "shares.diluted", STATE_derived, (182 * 83603.0 - 90 * 84312.0) / 92},
    {netscreen, "2004-03-31/3M", "shares.diluted", STATE_reported, 92390}, /* A440: a count printed for the whole period is a fact */
    {netscreen, "2004-03-31/3M", "eps.basic", STATE_reported, -0.03},
    {netscreen, "2004-03-31/6M", "net_income", STATE_reported, 3339},
    {juniper, "2004-03-31/6M", "revenue.total", STATE_derived, 206955 + 224053}, /* C180, A164 */
    {juniper, "2004-03-31/6M", "net_income", STATE_derived, 14733 + 33540},      /* C212, A189 */
    {juniper, "2004-03-31/6M", "other.gain", STATE_nil, 0},                      /* C203, A184 */
    {juniper, "2004-03-31/6M", "other.retirement", STATE_derived, -15193},       /* C206; A prints none and foots */
    {juniper, "2004-03-31/6M", "shares.basic", STATE_derived, (92 * 389343.0 + 91 * 394496.0) / 183},
    {juniper, "2004-03-31/12M", "revenue.total", STATE_derived, 701393 + 224053 - 157207},
    {juniper, "2004-03-31/12M", "net_income", STATE_derived, 39199 + 33540 - 3683},
    {juniper, "2004-03-31/12M", "other.gain", STATE_derived, 8739 + 0 - 4352},
    {juniper, "2004-03-31/12M", "other.retirement", STATE_derived, -1085},
    {juniper, "2004-03-31/12M", "other.interest_net", STATE_not_reported, 0},
    {juniper, "2004-03-31/12M", "shares.diluted", STATE_derived, (365 * 403072.0 + 91 * 421859.0 - 90 * 390947.0) / 366},
    {juniper, "2003-12-31/9M", "revenue.total", STATE_derived, 701393 - 157207},
    {juniper, "2003-12-31/9M", "income_tax", STATE_derived, 19795 - 2380},
    {juniper, "2003-12-31/9M", "shares.basic", STATE_derived, (365 * 382180.0 - 90 * 375549.0) / 275},
    /* -119,650 + 46,003 (C212, B158): a loss, so diluted equals basic although its terms printed losses */
    {juniper, "2002-12-31/9M", "net_income", STATE_derived, -73647},
    {juniper, "2002-12-31/9M", "shares.diluted", STATE_derived, (365 * 350695.0 - 90 * 329367.0) / 275},
    {juniper, "2002-12-31/9M", "eps.diluted", STATE_derived, -73647 / ((365 * 350695.0 - 90 * 329367.0) / 275)},
    /* -4,784 + 6,278 - 423 is income, but the count of 2002 was printed for a loss */
    {juniper_non_gaap, "2003-03-31/12M", "net_income", STATE_derived, 1071},
    {juniper_non_gaap, "2003-03-31/12M", "shares.diluted", STATE_not_derivable, 0},
};

START_TEST(aligns_the_exhibits)
{
    Bench *bench = bench_begin();
    Books books = figures[_i].books(bench);
    const Fact *fact = bench_found(bench, bench_align(bench, &books, OPERATIONS, figures[_i].period, exact), figures[_i].line);
    ck_assert_msg(fact->state == figures[_i].state, "%s of %s has state %d", figures[_i].line, figures[_i].period, fact->state);
    ck_assert_double_eq_tol(fact->number, figures[_i].value, 1e-9);
    if (bench->chart.lines[fact->line].unit == UNIT_money)
        ck_assert_int_eq(fact->money, (Money)figures[_i].value);
    bench_end(bench);
}
END_TEST

START_TEST(keeps_terms_and_errors)
{
    Bench *bench = bench_begin();
    Books books = netscreen(bench);
    const AlignedStatement *aligned = bench_align(bench, &books, OPERATIONS, "2003-12-31/3M", exact);
    ck_assert_str_eq(bench_text(bench, aligned->formula), "three months to 2003-12-31 = six months to 2004-03-31 - three months to 2004-03-31");
    ck_assert_uint_eq(aligned->term_count, 2);
    ck_assert_int_eq(aligned->terms[0].sign, 1);
    ck_assert_int_eq(aligned->terms[1].sign, -1);
    const Fact *revenue = bench_found(bench, aligned, "revenue.total");
    ck_assert_uint_eq(revenue->term_count, 2);
    ck_assert_int_eq(revenue->terms[0].fact->money, 174535);
    ck_assert_int_eq(revenue->terms[1].fact->money, 93518);
    ck_assert(text_equal(revenue->reason, aligned->formula));
    const Fact *basic = bench_found(bench, aligned, "shares.basic");
    ck_assert_str_eq(bench_text(bench, basic->reason),
                     "three months to 2003-12-31 = (183 days x six months to 2004-03-31 - 91 days x three months to 2004-03-31) / 92 days");
    ck_assert_double_eq_tol(basic->error, (183 + 91) / 92.0 / 2, 1e-12); /* half a thousand of each rounded count */
    ck_assert_double_eq_tol(basic->terms[1].weight, -91 / 92.0, 1e-12);
    ck_assert_double_eq(bench_found(bench, aligned, "eps.basic")->terms[1].fact->number, basic->number);
    bench_end(bench);
}
END_TEST

static const struct {
    Books (*books)(Bench *);
    const char *period, *line, *reason;
} reasons[] = {
    {netscreen, "2003-12-31/3M", "shares.diluted",
     "shares.diluted for three months to 2004-03-31 was printed equal to basic because of a loss and says nothing about potential shares"},
    {netscreen, "2003-12-31/3M", "eps.diluted",
     "needs shares.diluted: shares.diluted for three months to 2004-03-31 was printed equal to basic because of a loss and says nothing about potential shares"},
    {netscreen, "2003-12-31/3M", "eps.basic", "net_income / shares.basic"},
    {juniper, "2002-12-31/9M", "shares.diluted", "equal to basic, because the period is a loss"},
};

START_TEST(says_why)
{
    Bench *bench = bench_begin();
    Books books = reasons[_i].books(bench);
    const Fact *fact = bench_found(bench, bench_align(bench, &books, OPERATIONS, reasons[_i].period, exact), reasons[_i].line);
    ck_assert_str_eq(bench_text(bench, fact->reason), reasons[_i].reason);
    bench_end(bench);
}
END_TEST

START_TEST(notes_what_counts_as_nothing)
{
    Bench *bench = bench_begin();
    Books books = juniper(bench);
    const AlignedStatement *aligned = bench_align(bench, &books, OPERATIONS, "2004-03-31/12M", exact);
    ck_assert(bench_notes(aligned, "not printed for three months to 2004-03-31, which foots without, so nothing in that term: other.retirement"));
    ck_assert(bench_notes(aligned, "not printed for three months to 2003-03-31"));
    ck_assert(!bench_notes(aligned, "not printed for twelve months"));
    ck_assert_uint_eq(bench_found(bench, aligned, "other.retirement")->term_count, 1);
    bench_end(bench);
}
END_TEST

/* One column prints a total only, the other its parts: the total is derived, the parts are refused. */
START_TEST(parts_inside_a_total)
{
    Bench *bench = bench_begin();
    Books books = {0};
    books_add(bench, &books, OPERATIONS, "2004-01-01", "2004-06-30", NULL, "operating_income=100 other.interest_net=10 pretax_income=110");
    books_add(bench, &books, OPERATIONS, "2004-01-01", "2004-03-31", NULL,
              "operating_income=40 other.interest_income=8 other.interest_expense=(2) pretax_income=46");
    const AlignedStatement *aligned = bench_align(bench, &books, OPERATIONS, "2004-06-30/3M", exact);
    const Fact *net = bench_found(bench, aligned, "other.interest_net"), *part = bench_found(bench, aligned, "other.interest_income");
    ck_assert_int_eq(net->state, STATE_derived);
    ck_assert_int_eq(net->money, 10 - (8 - 2));
    ck_assert_int_eq(part->state, STATE_not_derivable);
    ck_assert_str_eq(bench_text(bench, part->reason), "other.interest_income is not printed for six months to 2004-06-30, only other.interest_net that holds it");
    bench_end(bench);
}
END_TEST

/* A column that does not foot without the line proves nothing; the line goes another way, its total need not. */
START_TEST(line_goes_another_way)
{
    Bench *bench = bench_begin();
    Books books = {0};
    books_add(bench, &books, OPERATIONS, "2003-01-01", "2003-12-31", NULL, "operating_income=100 other.gain=9 pretax_income=109");
    books_add(bench, &books, OPERATIONS, "2003-10-01", "2003-12-31", NULL, "operating_income=30 pretax_income=35");
    books_add(bench, &books, OPERATIONS, "2003-01-01", "2003-03-31", NULL, "operating_income=20 other.gain=1 pretax_income=21");
    books_add(bench, &books, OPERATIONS, "2003-04-01", "2003-09-30", NULL, "operating_income=50 other.gain=3 pretax_income=53");
    const AlignedStatement *aligned = bench_align(bench, &books, OPERATIONS, "2003-09-30/9M", exact);
    ck_assert_int_eq(bench_found(bench, aligned, "other.gain")->money, 4);
    Books fewer = books;
    fewer.count = 2;
    aligned = bench_align(bench, &fewer, OPERATIONS, "2003-09-30/9M", exact);
    ck_assert_int_eq(bench_found(bench, aligned, "operating_income")->money, 70);
    const Fact *gain = bench_found(bench, aligned, "other.gain");
    ck_assert_int_eq(gain->state, STATE_not_derivable);
    ck_assert_str_eq(bench_text(bench, gain->reason), "other.gain is not printed for three months to 2003-12-31, which does not foot without it");
    /* two terms of the first two columns are the best path; the gain alone has to take three other ones */
    books_add(bench, &books, OPERATIONS, "2003-04-01", "2003-06-30", NULL, "operating_income=25 other.gain=2 pretax_income=27");
    books.items[3].period = (Period){bench_day("2003-07-01"), bench_day("2003-09-30")};
    aligned = bench_align(bench, &books, OPERATIONS, "2003-09-30/9M", exact);
    ck_assert_int_eq(bench_found(bench, aligned, "operating_income")->money, 70);
    ck_assert_int_eq(bench_found(bench, aligned, "other.gain")->money, 1 + 2 + 3);
    ck_assert(bench_notes(aligned, "other.gain: another way, nine months to 2003-09-30 = three months to 2003-03-31 + "));
    bench_end(bench);
}
END_TEST

START_TEST(flags_mixed_presentations)
{
    Bench *bench = bench_begin();
    Books books = netscreen(bench);
    books.company = TEXT("netscreen");
    books.items[2].presentation = TEXT("netscreen"); /* named or not, the company's own is the same */
    ck_assert(!bench_notes(bench_align(bench, &books, OPERATIONS, "2003-12-31/3M", exact), "mixed"));
    books.items[0].presentation = TEXT("acquirer");
    ck_assert(bench_notes(bench_align(bench, &books, OPERATIONS, "2003-12-31/3M", exact),
                          "mixed presentations: six months to 2004-03-31 in that of netscreen, three months to 2004-03-31 in that of acquirer"));
    bench_end(bench);
}
END_TEST

/* The later filing's first quarter was restated, but the year that it is taken from was added up with the old one. */
START_TEST(flags_restated_terms)
{
    Bench *bench = bench_begin();
    Books books = {0};
    books_add(bench, &books, OPERATIONS, "2003-01-01", "2003-12-31", "2004-01-15", "net_income=39,199");
    books_add(bench, &books, OPERATIONS, "2003-01-01", "2003-03-31", "2004-04-21", "net_income=3,683");
    Fact *quarter = books.items[1].facts[bench_line(bench, "net_income")];
    quarter->place = (Place){1, 100, 105};
    ck_assert_uint_eq(bench_align(bench, &books, OPERATIONS, "2003-12-31/9M", exact)->note_count, 0);
    problem(&bench->run, PROBLEM_restated, quarter->place, "3,683 here and 3,600 there");
    ck_assert(bench_notes(bench_align(bench, &books, OPERATIONS, "2003-12-31/9M", exact),
                          "restated for three months to 2003-03-31, and combined with another filing: net_income"));
    bench_end(bench);
}
END_TEST

START_TEST(refuses_overflow)
{
    Bench *bench = bench_begin();
    Books books = {0};
    const AlignedStatement *aligned;
    books_add(bench, &books, OPERATIONS, "2004-01-01", "2004-03-31", NULL, "net_income=1,125,899,906,842,624"); /* 2^50 */
    books_add(bench, &books, OPERATIONS, "2003-10-01", "2003-12-31", NULL, "net_income=1");
    ck_assert(!align_statement(&aligned, &bench->run, &bench->chart, &books, OPERATIONS, BASIS_gaap, bench_wanted("2004-03-31/6M"), exact));
    ck_assert_uint_eq(bench->run.problems.count, 1);
    ck_assert_int_eq(bench->run.problems.items[0].kind, PROBLEM_amount_overflow);
    bench_end(bench);
}
END_TEST

/* --- what is not there --- */

static const struct {
    uint8_t kind;
    const char *period, *reason;
    bool not_reported;
} unavailable[] = {
    {OPERATIONS, "2003-09-30/3M", "no reported period ends or begins at 2003-06-30 (nearest: 2003-03-31, 2003-09-30)", false},
    {OPERATIONS, "2004-03-31", "a statement of operations covers a span of days, not a day", false},
    {CASH_FLOWS, "2004-03-31/3M", "the filings print no statement of cash flows", true},
    {BALANCE_SHEET, "2004-03-31", "the filings print no balance sheet", true},
};

START_TEST(says_what_is_missing)
{
    Bench *bench = bench_begin();
    Books books = netscreen(bench);
    const AlignedStatement *aligned = bench_align(bench, &books, unavailable[_i].kind, unavailable[_i].period, exact);
    ck_assert(!aligned->available);
    ck_assert_int_eq(aligned->not_reported, unavailable[_i].not_reported);
    ck_assert_str_eq(bench_text(bench, aligned->reason), unavailable[_i].reason);
    bench_end(bench);
}
END_TEST

/* --- balances --- */

/* NetScreen's balances, A350. Juniper's year ends at 2003-12-31, 92 days after NetScreen's. */
static const struct {
    const char *wanted;
    int days;
    const char *named;
    bool as_filed;
    double value; /* 0: unavailable */
    int gap;
    const char *says;
} balances[] = {
    {"2004-03-31", 0, NULL, false, 74605, 0, ""},
    {"2003-12-31", 0, NULL, false, 0, 0, "no balance at 2003-12-31 (reported: 2004-03-31, 2003-09-30)"},
    {"2003-12-31", 91, NULL, false, 0, 0, "no balance at 2003-12-31, nor one near enough before it (reported: 2004-03-31, 2003-09-30)"},
    {"2003-12-31", 92, NULL, false, 53914, 92, "balance of 2003-09-30 stands in for 2003-12-31, 92 days before"},
    {"2003-12-31", 0, "2004-03-31", false, 74605, -91, "balance of 2004-03-31 stands in for 2003-12-31, 91 days after"},
    {"2003-12-31", 0, NULL, true, 53914, 92, "balance of 2003-09-30 stands in for 2003-12-31, 92 days before"},
    {"2003-08-31", 93, NULL, false, 0, 0, "no balance at 2003-08-31, nor one near enough before it (reported: 2004-03-31, 2003-09-30)"},
    {"2003-08-31", 0, NULL, true, 53914, -30, "balance of 2003-09-30 stands in for 2003-08-31, 30 days after"},
    {"2004-07-31", 999, NULL, true, 0, 0, "no balance at 2004-07-31, nor one near enough before it (reported: 2004-03-31, 2003-09-30)"},
};

START_TEST(takes_balances)
{
    Bench *bench = bench_begin();
    Books books = {0};
    books_add(bench, &books, BALANCE_SHEET, NULL, "2004-03-31", NULL, "assets.cash=74,605");
    books_add(bench, &books, BALANCE_SHEET, NULL, "2003-09-30", NULL, "assets.cash=53,914");
    AlignRules rules = {.balance_days = balances[_i].days, .balance_date = bench_day(balances[_i].named), .as_filed = balances[_i].as_filed};
    const AlignedStatement *aligned = bench_align(bench, &books, BALANCE_SHEET, balances[_i].wanted, rules);
    ck_assert_int_eq(aligned->available, balances[_i].value != 0);
    if (aligned->available)
        ck_assert_double_eq(bench_found(bench, aligned, "assets.cash")->number, balances[_i].value);
    else
        ck_assert_str_eq(bench_text(bench, aligned->reason), balances[_i].says);
    ck_assert_int_eq(aligned->gap_days, balances[_i].gap);
    ck_assert_uint_eq(aligned->note_count, balances[_i].gap != 0);
    if (balances[_i].gap)
        ck_assert_str_eq(bench_text(bench, aligned->notes[0]), balances[_i].says);
    bench_end(bench);
}
END_TEST

/* Cash at the ends of a derived period stands in its terms: at 2003-03-31 as the closing balance of the quarter that is subtracted. */
START_TEST(opening_and_closing_cash)
{
    Bench *bench = bench_begin();
    Books books = {0};
    books_add(bench, &books, CASH_FLOWS, "2003-01-01", "2003-12-31", NULL, "cash_flow.change=171,171 cash_flow.opening=194,435 cash_flow.closing=365,606"); /* C391-394 */
    books_add(bench, &books, CASH_FLOWS, "2003-01-01", "2003-03-31", NULL, "cash_flow.change=55,907 cash_flow.opening=194,435 cash_flow.closing=250,342"); /* A331-334 */
    const AlignedStatement *aligned = bench_align(bench, &books, CASH_FLOWS, "2003-12-31/9M", exact);
    const Fact *opening = bench_found(bench, aligned, "cash_flow.opening"), *closing = bench_found(bench, aligned, "cash_flow.closing");
    ck_assert_int_eq(bench_found(bench, aligned, "cash_flow.change")->money, 171171 - 55907);
    ck_assert_int_eq(opening->state, STATE_reported);
    ck_assert_int_eq(opening->money, 250342);
    ck_assert_int_eq(opening->line, bench_line(bench, "cash_flow.opening"));
    ck_assert_int_eq(opening->period.end, bench_day("2003-03-31"));
    ck_assert(period_is_instant(opening->period));
    ck_assert_int_eq(closing->money, 365606);
    ck_assert_int_eq(opening->money + bench_found(bench, aligned, "cash_flow.change")->money, closing->money);
    bench_end(bench);
}
END_TEST

/* --- as filed --- */

/* NetScreen's own releases (rules, section 9), in thousands: the year to September 2003 and the quarters to December 2002 and 2003. */
START_TEST(takes_periods_as_filed)
{
    Bench *bench = bench_begin();
    Books books = {0};
    books_add(bench, &books, OPERATIONS, "2002-10-01", "2003-09-30", NULL, "revenue.total=245,300 net_income=51,500");
    books_add(bench, &books, OPERATIONS, "2002-10-01", "2002-12-31", NULL, "revenue.total=51,100 net_income=3,200");
    books_add(bench, &books, OPERATIONS, "2003-10-01", "2003-12-31", NULL, "revenue.total=81,000 net_income=6,400");
    const AlignedStatement *aligned = bench_align(bench, &books, OPERATIONS, "2003-12-31/12M", exact);
    ck_assert_int_eq(bench_found(bench, aligned, "revenue.total")->money, 275200);
    ck_assert_int_eq(bench_found(bench, aligned, "net_income")->money, 54700);
    AlignRules as_filed = {.as_filed = true, .balance_date = DAY_NONE};
    aligned = bench_align(bench, &books, OPERATIONS, "2003-12-31/12M", as_filed);
    ck_assert_int_eq(bench_found(bench, aligned, "revenue.total")->state, STATE_reported);
    ck_assert_int_eq(bench_found(bench, aligned, "revenue.total")->money, 245300);
    ck_assert_int_eq(aligned->period.end, bench_day("2003-09-30"));
    ck_assert_int_eq(aligned->gap_days, 92);
    ck_assert(bench_notes(aligned, "as filed: twelve months to 2003-09-30, the nearest that is reported; it ends 92 days before 2003-12-31"));
    ck_assert(bench_notes(aligned, "left out: 2003-10-01 to 2003-12-31, revenue.total 81,000, net_income 6,400"));
    ck_assert(bench_notes(aligned, "outside the wanted period, but in: 2002-10-01 to 2002-12-31, revenue.total 51,100, net_income 3,200"));
    aligned = bench_align(bench, &books, OPERATIONS, "2004-03-31/12M", as_filed);
    ck_assert(!aligned->available);
    ck_assert_str_eq(bench_text(bench, aligned->reason), "no period as long as twelve months to 2004-03-31 is reported within 93 days of that end");
    aligned = bench_align(bench, &books, OPERATIONS, "2003-12-31/3M", as_filed);
    ck_assert_uint_eq(aligned->note_count, 0);
    bench_end(bench);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("align");
    unit_add(suite, "aligns the exhibits", aligns_the_exhibits, UNIT_COUNT(figures));
    unit_add(suite, "keeps terms and errors", keeps_terms_and_errors, 1);
    unit_add(suite, "says why", says_why, UNIT_COUNT(reasons));
    unit_add(suite, "notes what counts as nothing", notes_what_counts_as_nothing, 1);
    unit_add(suite, "parts inside a total", parts_inside_a_total, 1);
    unit_add(suite, "line goes another way", line_goes_another_way, 1);
    unit_add(suite, "flags mixed presentations", flags_mixed_presentations, 1);
    unit_add(suite, "flags restated terms", flags_restated_terms, 1);
    unit_add(suite, "refuses overflow", refuses_overflow, 1);
    unit_add(suite, "says what is missing", says_what_is_missing, UNIT_COUNT(unavailable));
    unit_add(suite, "takes balances", takes_balances, UNIT_COUNT(balances));
    unit_add(suite, "opening and closing cash", opening_and_closing_cash, 1);
    unit_add(suite, "takes periods as filed", takes_periods_as_filed, 1);
    return unit_run(suite);
}
