/* scenario/regime: which regime covers a deal's days or a statement's period, what each decides, and what config/regimes.cfg may not say. */
#include "scenario/deal.h"

#include "unit.h"

static Run *run_begin(void)
{
    static jmp_buf out_of_memory;
    static Run run;
    run = (Run){.arena = arena_create(&out_of_memory)};
    run.config_folder = text_copy(run.arena, text_of(unit_repo_path("config")));
    return &run;
}

static void run_end(Run *run)
{
    arena_destroy(run->arena);
}

static Regimes known_regimes(Run *run)
{
    Regimes regimes = {0};
    ck_assert(regimes_read(&regimes, run));
    return regimes;
}

static Day day_of(const char *text)
{
    Day day = DAY_NONE;
    ck_assert(!text || day_parse(&day, text_of(text)));
    return day;
}

/* "2004-02-09" or NULL of each; the acquirer's year end as "12-31", NULL: not known. */
static DealDays days_of(Company *acquirer, const char *announced, const char *closed, const char *filed, const char *year_end)
{
    *acquirer = (Company){0};
    ck_assert(!year_end || year_end_parse(&acquirer->year_end_month, &acquirer->year_end_day, text_of(year_end)));
    return (DealDays){day_of(announced), day_of(closed), day_of(filed), acquirer, NULL};
}

/* --- selection --- */

static const struct {
    const char *announced, *closed, *year_end, *name, *reason; /* name NULL: none; "?": lacking, which is the reason */
} accounting[] = {
    /* APB 16: initiated after October 31, 1970 */
    {"1970-10-31", "1971-01-31", "12-31", NULL, ""},
    {"1970-11-01", "1971-01-31", "12-31", "apb_16", "initiated 1970-11-01, on or after 1970-11-01 and before 2001-07-01"},
    /* SFAS 141: initiated after June 30, 2001, or acquired by purchase on July 1, 2001 or later */
    {"2001-06-30", "2001-06-30", "12-31", "apb_16", "initiated 2001-06-30, on or after 1970-11-01 and before 2001-07-01"},
    {"2001-06-30", "2001-07-01", "12-31", "sfas_141", "closed 2001-07-01, on or after 2001-07-01"},
    {"2001-07-01", "2001-10-01", "12-31", "sfas_141", "initiated 2001-07-01, on or after 2001-07-01"},
    {"2004-02-09", "2004-04-16", "12-31", "sfas_141", "initiated 2004-02-09, on or after 2001-07-01"},
    /* ASC 805: closed in a fiscal year that begins on or after December 15, 2008. A year that ends in September or June began before it. */
    {"2008-09-01", "2008-12-31", "12-31", "sfas_123r", "closed 2008-12-31, in a fiscal year of the acquirer that begins 2008-01-01, on or after 2005-06-16 and before 2008-12-15"},
    /* SFAS 123(R): fiscal years that begin after June 15, 2005 */
    {"2005-09-01", "2005-12-31", "12-31", "sfas_141", "initiated 2005-09-01, on or after 2001-07-01"},
    {"2005-09-01", "2006-01-01", "12-31", "sfas_123r", "closed 2006-01-01, in a fiscal year of the acquirer that begins 2006-01-01, on or after 2005-06-16 and before 2008-12-15"},
    {"2008-09-01", "2009-01-01", "12-31", "asc_805", "closed 2009-01-01, in a fiscal year of the acquirer that begins 2009-01-01, on or after 2008-12-15 and before 2015-12-16"},
    {"2009-05-01", "2009-09-30", "09-30", "sfas_123r", "closed 2009-09-30, in a fiscal year of the acquirer that begins 2008-10-01, on or after 2005-06-16 and before 2008-12-15"},
    {"2009-05-01", "2009-10-01", "09-30", "asc_805", "closed 2009-10-01, in a fiscal year of the acquirer that begins 2009-10-01, on or after 2008-12-15 and before 2015-12-16"},
    {"2009-05-01", "2009-06-30", "06-30", "sfas_123r", "closed 2009-06-30, in a fiscal year of the acquirer that begins 2008-07-01, on or after 2005-06-16 and before 2008-12-15"},
    {"2009-05-01", "2009-07-01", "06-30", "asc_805", "closed 2009-07-01, in a fiscal year of the acquirer that begins 2009-07-01, on or after 2008-12-15 and before 2015-12-16"},
    {"2008-09-01", "2008-12-14", "12-14", "sfas_123r", "closed 2008-12-14, in a fiscal year of the acquirer that begins 2007-12-15, on or after 2005-06-16 and before 2008-12-15"},
    {"2008-09-01", "2008-12-15", "12-14", "asc_805", "closed 2008-12-15, in a fiscal year of the acquirer that begins 2008-12-15, on or after 2008-12-15 and before 2015-12-16"},
    /* ASU 2021-08: fiscal years that begin after December 15, 2022 */
    /* ASU 2015-03: fiscal years that begin after December 15, 2015 */
    {"2015-09-01", "2015-12-31", "12-31", "asc_805", "closed 2015-12-31, in a fiscal year of the acquirer that begins 2015-01-01, on or after 2008-12-15 and before 2015-12-16"},
    {"2015-09-01", "2016-01-01", "12-31", "asu_2015_03", "closed 2016-01-01, in a fiscal year of the acquirer that begins 2016-01-01, on or after 2015-12-16 and before 2022-12-16"},
    {"2022-09-01", "2022-12-31", "12-31", "asu_2015_03", "closed 2022-12-31, in a fiscal year of the acquirer that begins 2022-01-01, on or after 2015-12-16 and before 2022-12-16"},
    {"2022-09-01", "2023-01-01", "12-31", "asu_2021_08", "closed 2023-01-01, in a fiscal year of the acquirer that begins 2023-01-01, on or after 2022-12-16"},
    {"2022-09-01", "2023-06-01", "12-14", "asu_2015_03", "closed 2023-06-01, in a fiscal year of the acquirer that begins 2022-12-15, on or after 2015-12-16 and before 2022-12-16"},
    {"2022-09-01", "2023-06-01", "12-15", "asu_2021_08", "closed 2023-06-01, in a fiscal year of the acquirer that begins 2022-12-16, on or after 2022-12-16"},
    /* what is not known is asked for where it matters, and nowhere else */
    {"2004-02-09", "2004-04-16", NULL, "sfas_141", "initiated 2004-02-09, on or after 2001-07-01"},
    {"2009-02-09", "2009-06-01", NULL, "?", "fiscal_year_end"},
    {"2012-02-09", "2012-06-01", NULL, "asc_805", "closed 2012-06-01, in a fiscal year of the acquirer that begins on or after 2008-12-15 and before 2015-12-16"},
    {"2004-02-09", NULL, "12-31", "?", "closed"},
    {"2024-01-05", NULL, "12-31", "asu_2021_08", "announced 2024-01-05 and closed later, in a fiscal year of the acquirer that begins on or after 2022-12-16"},
    {NULL, "2004-04-16", "12-31", "sfas_141", "closed 2004-04-16, on or after 2001-07-01"},
    {NULL, "1999-04-16", "12-31", "?", "announced"},
    {NULL, NULL, "12-31", "?", "closed"},
}, form[] = {
    {NULL, "1982-06-23", NULL, NULL, ""},
    {NULL, "1982-06-24", NULL, "article_11", "filed 1982-06-24, on or after 1982-06-24 and before 2021-01-01"},
    {NULL, "2020-12-31", NULL, "article_11", "filed 2020-12-31, on or after 1982-06-24 and before 2021-01-01"},
    {NULL, "2021-01-01", NULL, "article_11_amended", "filed 2021-01-01, on or after 2021-01-01"},
    {NULL, NULL, NULL, "?", "filed"},
};

static void assert_selected(Run *run, RegimeSelection selected, const char *name, const char *reason)
{
    bool lacks = name && name[0] == '?';
    ck_assert_str_eq(selected.lacking ? selected.lacking : "", lacks ? reason : "");
    ck_assert_str_eq(selected.regime ? text_zero_terminated(run->arena, selected.regime->name) : "", name && !lacks ? name : "");
    ck_assert_str_eq(text_zero_terminated(run->arena, selected.reason), lacks ? "" : reason);
}

START_TEST(selects_accounting)
{
    Run *run = run_begin();
    Regimes regimes = known_regimes(run);
    Company acquirer;
    DealDays days = days_of(&acquirer, accounting[_i].announced, accounting[_i].closed, NULL, accounting[_i].year_end);
    assert_selected(run, regime_select(run->arena, &regimes, AXIS_accounting, &days), accounting[_i].name, accounting[_i].reason);
    run_end(run);
}
END_TEST

/* The day of filing stands where the others have that of closing. */
START_TEST(selects_form)
{
    Run *run = run_begin();
    Regimes regimes = known_regimes(run);
    Company acquirer;
    DealDays days = days_of(&acquirer, NULL, NULL, form[_i].closed, NULL);
    assert_selected(run, regime_select(run->arena, &regimes, AXIS_form, &days), form[_i].name, form[_i].reason);
    run_end(run);
}
END_TEST

/* The periods as they end, by the acquirer's year end. */
static const struct {
    const char *ends, *year_end, *name; /* name NULL: it cannot be told */
} per_share[] = {
    /* SFAS 128 restates the periods before its own beginning */
    {"1996-12-31", "12-31", "sfas_128"},
    {"2004-03-31", "12-31", "sfas_128"},
    /* EITF 04-8: periods ending after December 15, 2004, whatever the fiscal year */
    {"2004-12-15", "12-31", "sfas_128"},
    {"2004-12-16", "12-31", "eitf_04_8"},
    {"2004-12-31", NULL, "eitf_04_8"},
    /* ASU 2016-09: fiscal years that begin after December 15, 2016 */
    {"2016-12-31", "12-31", "eitf_04_8"},
    {"2017-03-31", "12-31", "asu_2016_09"},
    {"2017-09-30", "09-30", "eitf_04_8"},
    {"2017-10-01", "09-30", "eitf_04_8"}, /* 52 or 53 weeks that end within a week of the day: still the year that began in 2016 */
    {"2017-10-08", "09-30", "asu_2016_09"},
    {"2017-01-07", "12-31", "eitf_04_8"},
    {"2016-12-23", "12-15", "asu_2016_09"},
    {"2017-12-14", "12-14", "eitf_04_8"},
    {"2017-12-22", "12-14", "asu_2016_09"},
    {"2016-12-15", NULL, "eitf_04_8"},
    {"2017-06-30", NULL, NULL},
    {"2018-01-31", NULL, "asu_2016_09"},
};

START_TEST(selects_per_share)
{
    Run *run = run_begin();
    Regimes regimes = known_regimes(run);
    Company acquirer;
    DealDays days = days_of(&acquirer, NULL, per_share[_i].ends, NULL, per_share[_i].year_end);
    const Regime *regime = regime_of_period(&regimes, AXIS_per_share, (Period){days.closed - 89, days.closed}, days.acquirer, DAY_NONE);
    ck_assert_str_eq(regime ? text_zero_terminated(run->arena, regime->name) : "", per_share[_i].name ? per_share[_i].name : "");
    run_end(run);
}
END_TEST

/* --- a regime that the scenario names --- */

static const struct {
    const char *announced, *closed, *filed, *name;
    Axis axis;
    const char *reason;
} chosen[] = {
    {"2004-02-09", "2004-04-16", NULL, "sfas_141", AXIS_accounting, "chosen by the scenario, as its days would have it: initiated 2004-02-09, on or after 2001-07-01"},
    {"2004-02-09", "2004-04-16", NULL, "asc_805", AXIS_accounting, "chosen by the scenario against its days, which lead to SFAS 141: initiated 2004-02-09, on or after 2001-07-01"},
    {NULL, NULL, NULL, "apb_16", AXIS_accounting, "chosen by the scenario"},
    /* the update of October 28, 2021 may be adopted early, from the fiscal year in which it was issued */
    {"2020-09-01", "2020-12-31", NULL, "asu_2021_08", AXIS_accounting,
     "chosen by the scenario against its days, which lead to ASC 805 (ASU 2015-03): closed 2020-12-31, in a fiscal year of the acquirer that begins 2020-01-01, on or after 2015-12-16 and before 2022-12-16"},
    {"2020-09-01", "2021-02-01", NULL, "asu_2021_08", AXIS_accounting,
     "chosen by the scenario, early as is allowed: closed 2021-02-01, in a fiscal year of the acquirer that ends 2021-12-31, on or after 2021-10-28; without that it would be "
     "ASC 805 (ASU 2015-03): closed 2021-02-01, in a fiscal year of the acquirer that begins 2021-01-01, on or after 2015-12-16 and before 2022-12-16"},
    {NULL, NULL, "2020-07-01", "article_11_amended", AXIS_form,
     "chosen by the scenario, early as is allowed: filed 2020-07-01, on or after 2020-05-21; without that it would be Article 11: filed 2020-07-01, on or after 1982-06-24 and before 2021-01-01"},
};

START_TEST(tells_what_is_chosen)
{
    Run *run = run_begin();
    Regimes regimes = known_regimes(run);
    Company acquirer;
    DealDays days = days_of(&acquirer, chosen[_i].announced, chosen[_i].closed, chosen[_i].filed, "12-31");
    const Regime *regime = regime_find(&regimes, chosen[_i].axis, text_of(chosen[_i].name));
    ck_assert_ptr_nonnull(regime);
    ck_assert_str_eq(text_zero_terminated(run->arena, regime_chosen(run->arena, &regimes, regime, &days)), chosen[_i].reason);
    run_end(run);
}
END_TEST

/* --- what they decide (rules 4.2, 4.3, 4.6) --- */

static const struct {
    Decision decision;
    uint8_t choices[6]; /* APB 16, SFAS 141, SFAS 123(R), ASC 805, ASU 2015-03, ASU 2021-08; Article 11 before and from 2021; SFAS 128, EITF 04-8, ASU 2016-09 */
} decided[] = {
    {DECISION_pooling, {POOLING_allow, POOLING_prohibit, POOLING_prohibit, POOLING_prohibit, POOLING_prohibit, POOLING_prohibit}},
    {DECISION_direct_costs, {DIRECT_COSTS_consideration, DIRECT_COSTS_consideration, DIRECT_COSTS_consideration, DIRECT_COSTS_expense, DIRECT_COSTS_expense, DIRECT_COSTS_expense}},
    {DECISION_awards, {AWARDS_whole, AWARDS_whole, AWARDS_service_before, AWARDS_service_before, AWARDS_service_before, AWARDS_service_before}},
    {DECISION_contingent, {CONTINGENT_when_resolved, CONTINGENT_up_to_excess, CONTINGENT_up_to_excess, CONTINGENT_fair_value, CONTINGENT_fair_value, CONTINGENT_fair_value}},
    {DECISION_in_process, {IN_PROCESS_expense, IN_PROCESS_expense, IN_PROCESS_expense, IN_PROCESS_capitalise, IN_PROCESS_capitalise, IN_PROCESS_capitalise}},
    {DECISION_unvested_awards, {UNVESTED_AWARDS_contra_equity, UNVESTED_AWARDS_contra_equity, UNVESTED_AWARDS_expense_later, UNVESTED_AWARDS_expense_later, UNVESTED_AWARDS_expense_later,
                               UNVESTED_AWARDS_expense_later}},
    {DECISION_deferred_revenue, {DEFERRED_REVENUE_fulfilment, DEFERRED_REVENUE_fulfilment, DEFERRED_REVENUE_fulfilment, DEFERRED_REVENUE_fulfilment, DEFERRED_REVENUE_fulfilment,
                                DEFERRED_REVENUE_contract}},
    {DECISION_goodwill, {GOODWILL_amortise, GOODWILL_test, GOODWILL_test, GOODWILL_test, GOODWILL_test, GOODWILL_test}},
    {DECISION_negative_residual, {NEGATIVE_RESIDUAL_reduce_noncurrent, NEGATIVE_RESIDUAL_reduce_eligible, NEGATIVE_RESIDUAL_reduce_eligible, NEGATIVE_RESIDUAL_gain, NEGATIVE_RESIDUAL_gain,
                                 NEGATIVE_RESIDUAL_gain}},
    {DECISION_debt_costs, {DEBT_COSTS_asset, DEBT_COSTS_asset, DEBT_COSTS_asset, DEBT_COSTS_asset, DEBT_COSTS_deduction, DEBT_COSTS_deduction}},
    {DECISION_minority, {MINORITY_carrying_amount, MINORITY_carrying_amount, MINORITY_carrying_amount, MINORITY_fair_value, MINORITY_fair_value, MINORITY_fair_value}},
    {DECISION_minority_place, {MINORITY_PLACE_outside, MINORITY_PLACE_outside, MINORITY_PLACE_outside, MINORITY_PLACE_equity, MINORITY_PLACE_equity, MINORITY_PLACE_equity}},
    {DECISION_one_time, {ONE_TIME_remove, ONE_TIME_keep}},
    {DECISION_autonomous, {AUTONOMOUS_refuse, AUTONOMOUS_column}},
    {DECISION_management, {MANAGEMENT_note_outside, MANAGEMENT_note_reconciled}},
    {DECISION_ends_at, {ENDS_AT_continuing, ENDS_AT_continuing}},
    {DECISION_required, {REQUIRED_year_and_interim, REQUIRED_year_and_interim}},
    {DECISION_tax_benefit, {TAX_BENEFIT_in_proceeds, TAX_BENEFIT_in_proceeds, TAX_BENEFIT_left_out}},
    {DECISION_price_contingency, {PRICE_CONTINGENCY_when_met, PRICE_CONTINGENCY_always, PRICE_CONTINGENCY_always}},
};

START_TEST(decides)
{
    Run *run = run_begin();
    Regimes regimes = known_regimes(run);
    static const size_t known[AXES] = {[AXIS_accounting] = 6, [AXIS_form] = 2, [AXIS_per_share] = 3};
    Decision decision = decided[_i].decision;
    size_t count = 0;
    for (size_t i = 0; i < regimes.count; i++) {
        const Regime *regime = &regimes.items[i];
        if (regime->axis != decision_axis(decision))
            continue;
        ck_assert_uint_eq(regime->choice[decision], decided[_i].choices[count++]);
        ck_assert(regime->says[decision].length && regime->citations[decision].length);
    }
    ck_assert_uint_eq(count, known[decision_axis(decision)]);
    ck_assert_int_eq(UNIT_COUNT(decided), DECISION_COUNT);
    run_end(run);
}
END_TEST

/* --- the file --- */

#define FORM                                                                                                                \
    "per_share = { }; form = { old = { title = \"Old\"; style = \"O\"; applies = { filed = \"1982-06-24\"; };\n"                             \
    "  one_time = { decides = \"remove\"; says = \"s\"; citation = \"c\"; }; autonomous = { decides = \"refuse\"; says = \"s\"; citation = \"c\"; };\n" \
    "  management = { decides = \"note_outside\"; says = \"s\"; citation = \"c\"; }; ends_at = { decides = \"continuing\"; says = \"s\"; citation = \"c\"; }; required = { decides = \"year_and_interim\"; says = \"s\"; citation = \"c\"; }; };\n"

static const struct {
    const char *text;
    ProblemKind problem; /* PROBLEM_KINDS: none */
} files[] = {
    {"accounting = { }; " FORM "};", PROBLEM_KINDS},
    {"accounting = { }; " FORM "new = { title = \"New\"; style = \"N\"; applies = { filed = \"2021-01-01\"; }; keeps = \"old\"; }; };", PROBLEM_KINDS},
    {"accounting = { }; per_share = { };", PROBLEM_setting_missing},
    {"accounting = ( ); " FORM "};", PROBLEM_setting_type},
    {"acounting = { }; " FORM "};", PROBLEM_unknown_key},
    {"accounting = { }; " FORM "new = { title = \"New\"; style = \"N\"; applies = { filed = \"2021-01-01\"; }; keeps = \"odl\"; }; };", PROBLEM_unknown_choice},
    {"accounting = { }; " FORM "new = { title = \"New\"; style = \"N\"; applies = { filed = \"2021-01-01\"; }; }; };", PROBLEM_setting_missing},
    {"accounting = { }; " FORM "new = { title = \"New\"; style = \"N\"; keeps = \"old\"; }; };", PROBLEM_setting_missing},
    {"accounting = { }; " FORM "new = { title = \"New\"; style = \"N\"; applies = { filed = \"2021-13-01\"; }; keeps = \"old\"; }; };", PROBLEM_bad_date},
    {"accounting = { }; " FORM "new = { title = \"New\"; style = \"N\"; applies = { field = \"2021-01-01\"; }; keeps = \"old\"; }; };", PROBLEM_unknown_key},
    {"accounting = { }; " FORM "new = { title = \"New\"; style = \"N\"; applies = { filed = \"2021-01-01\"; }; keeps = \"old\"; goodwill = { }; }; };", PROBLEM_unknown_key},
    {"accounting = { }; " FORM "new = { title = \"New\"; style = \"N\"; applies = { filed = \"2021-01-01\"; }; keeps = \"old\";\n"
     "  one_time = { decides = \"keeep\"; says = \"s\"; citation = \"c\"; }; }; };", PROBLEM_unknown_choice},
    {"accounting = { }; " FORM "new = { title = \"New\"; style = \"N\"; applies = { filed = \"2021-01-01\"; }; keeps = \"old\";\n"
     "  one_time = { decides = \"keep\"; says = \"s\"; }; }; };", PROBLEM_setting_missing},
};

START_TEST(reads_files)
{
    Run *run = run_begin();
    Regimes regimes = {0};
    run->config_folder = TEXT("made-up");
    source_add(&run->sources, run->arena, TEXT("made-up/regimes.cfg"), TEXT("made-up/regimes.cfg"), text_of(files[_i].text));
    bool good = regimes_read(&regimes, run);
    ck_assert_int_eq(good, files[_i].problem == PROBLEM_KINDS);
    ck_assert_int_eq(good, run->problems.count == 0);
    ck_assert(good || run->problems.items[0].kind == files[_i].problem);
    run_end(run);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("regime");
    unit_add(suite, "selects accounting", selects_accounting, UNIT_COUNT(accounting));
    unit_add(suite, "selects per share", selects_per_share, UNIT_COUNT(per_share));
    unit_add(suite, "selects form", selects_form, UNIT_COUNT(form));
    unit_add(suite, "tells what is chosen", tells_what_is_chosen, UNIT_COUNT(chosen));
    unit_add(suite, "decides", decides, UNIT_COUNT(decided));
    unit_add(suite, "reads files", reads_files, UNIT_COUNT(files));
    return unit_run(suite);
}
