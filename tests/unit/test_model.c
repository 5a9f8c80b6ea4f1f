/* The model on a small chart; arithmetic beside each expectation. */
#include "merger.h"

START_TEST(adds_up_and_meets_at_the_level_both_report)
{
    Merger *deal = deal_begin(BUYER_FACTS, SOLD_FACTS);
    ck_assert(build(deal));
    ck_assert(pro_forma(deal, "revenue.total") == 317571);         /* 224,053 + 93,518 */
    ck_assert(pro_forma(deal, "net_income") == 30505);             /* 33,540 - 3,035 */
    ck_assert(value(deal, BUYER, "other.interest_net") == 2486);   /* 4,986 - 2,500, which the buyer does not print */
    ck_assert(pro_forma(deal, "other.interest_net") == 3200);      /* 2,486 + 714 */
    ck_assert(isnan(pro_forma(deal, "other.interest_income")));    /* the finer figures stay with the buyer */
    ck_assert(value(deal, BUYER, "other.interest_income") == 4986);
    ck_assert(isnan(value(deal, SOLD, "other.interest_income")));  /* not reported stays blank */
    ck_assert(isnan(pro_forma(deal, "other.gain")));               /* nobody prints it */
    ck_assert_uint_eq(deal->model.pro_forma_totals_off, 0);
    ck_assert_uint_eq(deal->model.pro_forma_totals_foot, 4);       /* revenue, operating, pre-tax and net income; interest has no lines below it */
    deal_end(deal);
}
END_TEST

START_TEST(posts_an_entry_to_every_total_above)
{
    Merger *deal = deal_begin(BUYER_FACTS, SOLD_FACTS);
    move(deal, "revenue.product", "revenue.service", "-sold.revenue.product / 3", "sold.revenue.product / 3");
    ck_assert(build(deal));
    /* 74,791 / 3 = 24,930.33, rounded once where it is posted */
    size_t column = model_column(&deal->model, COLUMN_reclassifications);
    ck_assert(value(deal, column, "revenue.product") == -24930);
    ck_assert(value(deal, column, "revenue.total") == 0);
    ck_assert(pro_forma(deal, "revenue.product") == 194184 + 74791 - 24930);
    ck_assert(pro_forma(deal, "net_income") == 30505);
    deal_end(deal);
}
END_TEST

START_TEST(proves_balance_and_neutrality)
{
    Merger *deal = deal_begin(BUYER_FACTS, SOLD_FACTS);
    move(deal, "revenue.product", "revenue.service", "-558", "557"); /* out by 1 */
    ck_assert(!build(deal));
    ck_assert(has_problem(deal, PROBLEM_unbalanced_entry));
    deal_end(deal);

    deal = deal_begin(BUYER_FACTS, SOLD_FACTS);
    move(deal, "revenue.product", "other.interest_net", "-558", "558"); /* income is the same, operating income is not */
    ck_assert(!build(deal));
    ck_assert(has_problem(deal, PROBLEM_not_neutral) && !has_problem(deal, PROBLEM_unbalanced_entry));
    deal_end(deal);

    deal = deal_begin(BUYER_FACTS, SOLD_FACTS);
    move(deal, "revenue.product", "revenue.service", "-80,000", "80,000"); /* more than the 74,791 that stand there */
    ck_assert(build(deal));
    ck_assert(has_problem(deal, PROBLEM_remainder_sign));
    deal_end(deal);

    deal = deal_begin(BUYER_FACTS, SOLD_FACTS);
    move(deal, "revenue.product", "revenue.service", "-sold.other.gain", "sold.other.gain"); /* which it does not print */
    ck_assert(!build(deal));
    ck_assert(has_problem(deal, PROBLEM_source_not_reported));
    deal_end(deal);
}
END_TEST

START_TEST(an_entry_and_its_inverse_are_the_identity)
{
    Merger *deal = deal_begin(BUYER_FACTS, SOLD_FACTS);
    move(deal, "revenue.product", "costs.total", "-sold.revenue.service", "-sold.revenue.service");
    ScenarioLeg back[2] = {deal->legs[0], deal->legs[1]};
    back[0].amount = back[1].amount = expression(deal, "sold.revenue.service");
    ScenarioEntry both[2] = {deal->entry, deal->entry};
    both[1].name = TEXT("back");
    both[1].legs = back;
    deal->scenario.entries = both;
    deal->scenario.entry_count = 2;
    ck_assert(build(deal));
    size_t column = model_column(&deal->model, COLUMN_reclassifications);
    ck_assert(value(deal, column, "revenue.product") == 0 && value(deal, column, "costs.total") == 0);
    ck_assert(pro_forma(deal, "costs.total") == 177183 + 90356);
    deal_end(deal);
}
END_TEST

START_TEST(skips_what_was_already_applied)
{
    Merger *deal = deal_begin(BUYER_FACTS, SOLD_FACTS);
    move(deal, "revenue.product", "revenue.service", "-558", "558");
    deal->entry.from_presentation = TEXT("sold");
    deal->books[SOLD].items[0].presentation = TEXT("buyer");
    ck_assert(build(deal));
    ck_assert_uint_eq(deal->model.applied.count, 0);
    ck_assert_uint_eq(deal->model.skipped.count, 1);
    deal_end(deal);

    deal = deal_begin(BUYER_FACTS, SOLD_FACTS);
    move(deal, "revenue.product", "revenue.service", "-558", "558");
    deal->entry.from_presentation = TEXT("sold"); /* no presentation named: the company's own */
    ck_assert(build(deal));
    ck_assert_uint_eq(deal->model.applied.count, 1);
    deal_end(deal);
}
END_TEST

/* Basic 394,496 + 92,390 x 1.404 = 524,211.56. Diluted with the own 27,363 and 6,625 x 1.404 = 9,301.5: 560,876.06. */
START_TEST(dilutes_when_there_is_income)
{
    Merger *deal = deal_begin(BUYER_FACTS, SOLD_INCOME_FACTS);
    issue_shares(deal);
    ck_assert(build(deal));
    ck_assert_double_eq_tol(pro_forma(deal, "shares.basic"), 524211.56, 1e-9);
    ck_assert_double_eq_tol(pro_forma(deal, "shares.diluted"), 560876.06, 1e-9);
    ck_assert_double_eq_tol(pro_forma(deal, "eps.basic"), 36540 / 524211.56, 1e-15); /* 33,540 + 3,000 */
    size_t column = model_column(&deal->model, COLUMN_adjustments);
    ck_assert_double_eq_tol(value(deal, column, "shares.basic"), 37325.56, 1e-9); /* 129,715.56 - 92,390 */
    deal_end(deal);
}
END_TEST

START_TEST(a_loss_of_the_combination_excludes_potential_shares)
{
    Merger *deal = deal_begin("costs.total=177,183 net_income=(33,540) shares.basic=394,496 shares.diluted=421,859", SOLD_INCOME_FACTS);
    issue_shares(deal);
    ck_assert(build(deal));
    ck_assert(pro_forma(deal, "net_income") == -30540);
    ck_assert(pro_forma(deal, "shares.diluted") == pro_forma(deal, "shares.basic"));
    deal_end(deal);
}
END_TEST

/* The sold company's diluted count equals its basic one because of its loss: it says nothing about what dilutes in the combination. */
START_TEST(a_loss_of_the_target_hides_its_potential_shares)
{
    Merger *deal = deal_begin(BUYER_FACTS, SOLD_FACTS);
    issue_shares(deal);
    ck_assert(build(deal));
    ck_assert_double_eq_tol(pro_forma(deal, "shares.basic"), 524211.56, 1e-9);
    ck_assert(!isfinite(pro_forma(deal, "shares.diluted")) && !isfinite(pro_forma(deal, "eps.diluted")));
    deal_end(deal);
}
END_TEST

static const struct {
    const char *text;
    double value;
} looked[] = {
    {"sold.net_income", -3035},
    {"net_income", 30505},
    {"pro_forma.net_income@2004-03-31/3M:gaap", 30505},
    {"deal.exchange_ratio", 1.404},
    {"reclassifications.revenue.product", -558},
    {"entries.conform.revenue.service", 558},
    {"adjustments.revenue.product", 0}, /* nothing posted there is zero, not missing */
    {"max(sold.net_income, 0) + min(1, 2)", 1},
    {"clamp(29.47, 1, 20)", 20},
    {"if(sold.net_income < 0, 7, 8)", 7},
    {"round(2.5) - round(-2.5)", 6},
    {"if(buyer.revenue.total / sold.revenue.total > 2, 1, 0)", 1},
};

START_TEST(looks_up)
{
    Merger *deal = deal_begin(BUYER_FACTS, SOLD_FACTS);
    move(deal, "revenue.product", "revenue.service", "-558", "558");
    ScenarioVerify verify = {.name = expression(deal, looked[_i].text), .name_text = text_of(looked[_i].text)};
    deal->scenario.verifies = &verify;
    deal->scenario.verify_count = 1;
    ck_assert(build(deal));
    ck_assert_msg(deal->model.values[deal->model.verified[0].slot] == looked[_i].value, "%s is %g", looked[_i].text, deal->model.values[deal->model.verified[0].slot]);
    deal_end(deal);
}
END_TEST

static const char *const unknown[] = {"sold.net_incme", "nobody.net_income", "deal.ratio", "entries.other.net_income", "net_incom"};

START_TEST(refuses_unknown_names)
{
    Merger *deal = deal_begin(BUYER_FACTS, SOLD_FACTS);
    ScenarioVerify verify = {.name = expression(deal, unknown[_i]), .name_text = text_of(unknown[_i])};
    deal->scenario.verifies = &verify;
    deal->scenario.verify_count = 1;
    ck_assert(!build(deal));
    ck_assert(has_problem(deal, PROBLEM_unknown_name));
    deal_end(deal);
}
END_TEST

/* buyer prints interest gross and its net is added, because sold prints it net: 4,986 - 2,500 = 2,486; known before anything is combined. */
START_TEST(adds_a_total_when_the_sheet_is_opened)
{
    Merger *deal = deal_begin(BUYER_FACTS, SOLD_FACTS);
    size_t sheet;
    deal->model = (Model){.run = &deal->bench->run, .chart = &deal->bench->chart, .scenario = &deal->scenario, .books = deal->books};
    program_begin(&deal->model.program, deal->bench->run.arena);
    ck_assert(model_open_sheet(&sheet, &deal->model, OPERATIONS, BASIS_gaap, deal->wanted));
    ck_assert(sheet_figure(&deal->model, &deal->model.sheets.items[sheet], BUYER, bench_line(deal->bench, "other.interest_net"))->summed);
    ck_assert(build(deal));
    ck_assert(value(deal, BUYER, "other.interest_net") == 2486);
    deal_end(deal);
}
END_TEST

static void assert_leads_back(const Merger *deal, Named named)
{
    Text name = lookup_name(&deal->model, named);
    Named again = name_resolve(deal->model.scenario, deal->model.chart, name);
    ck_assert_msg(again.kind == named.kind && again.index == named.index && again.line == named.line, "%.*s", (int)name.length, name.start);
}

START_TEST(names_lead_back)
{
    Merger *deal = deal_begin(BUYER_FACTS, SOLD_FACTS);
    move(deal, "revenue.product", "revenue.service", "-558", "558");
    ck_assert(build(deal));
    assert_leads_back(deal, (Named){.kind = NAMED_input, .line = LINE_NONE});
    for (LineId line = 0; line < deal->bench->chart.line_count; line++) {
        for (size_t company = 0; company < COMPANIES; company++)
            assert_leads_back(deal, (Named){.kind = NAMED_company, .index = company, .line = line});
        for (size_t column = 0; column < COLUMN_KINDS; column++)
            assert_leads_back(deal, (Named){.kind = NAMED_column, .index = column, .line = line});
        assert_leads_back(deal, (Named){.kind = NAMED_entry, .index = 0, .line = line});
    }
    deal_end(deal);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("model");
    unit_add(suite, "adds up", adds_up_and_meets_at_the_level_both_report, 1);
    unit_add(suite, "posts entries", posts_an_entry_to_every_total_above, 1);
    unit_add(suite, "proves entries", proves_balance_and_neutrality, 1);
    unit_add(suite, "identity", an_entry_and_its_inverse_are_the_identity, 1);
    unit_add(suite, "never twice", skips_what_was_already_applied, 1);
    unit_add(suite, "dilutes", dilutes_when_there_is_income, 1);
    unit_add(suite, "loss of the combination", a_loss_of_the_combination_excludes_potential_shares, 1);
    unit_add(suite, "loss of the target", a_loss_of_the_target_hides_its_potential_shares, 1);
    unit_add(suite, "looks up", looks_up, UNIT_COUNT(looked));
    unit_add(suite, "unknown names", refuses_unknown_names, UNIT_COUNT(unknown));
    unit_add(suite, "totals", adds_a_total_when_the_sheet_is_opened, 1);
    unit_add(suite, "names lead back", names_lead_back, 1);
    return unit_run(suite);
}
