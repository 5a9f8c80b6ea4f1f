/* Names that stay open: what a lane computes is what a model computes whose value was set. Amounts in thousands. */
#include "merger.h"
#include "model/evaluate.h"
#include "model/open.h"
#include "statement/replace.h"

static ScenarioOpen opened[2];

static void open_name(Merger *deal, size_t index, OpenKind kind, const char *name)
{
    opened[index] = (ScenarioOpen){.name = text_of(name), .kind = kind};
    deal->scenario.opens = opened;
    deal->scenario.open_count = index + 1;
}

static void open_line(Merger *deal, size_t index, int company, const char *line)
{
    open_name(deal, index, OPEN_figure, line);
    ck_assert(books_open(&deal->books[company], &deal->bench->run, &deal->bench->chart, bench_line(deal->bench, line), BASIS_gaap, deal->wanted, (uint8_t)(index + 1), (Place){0}));
}

/* As a study does: just what these figures need, with what is open left open. */
static bool build_studied(Merger *deal)
{
    static const char *const names[] = {"revenue.total", "net_income", "eps.basic"};
    const Expression *wanted[UNIT_COUNT(names)];
    size_t count = deal->scenario.has_shares ? UNIT_COUNT(names) : UNIT_COUNT(names) - 1;
    for (size_t i = 0; i < count; i++)
        wanted[i] = expression(deal, names[i]);
    ModelRequest request = {.names = wanted, .name_count = count, .only_names = true};
    return model_build(&deal->model, &deal->bench->run, &deal->bench->chart, &deal->scenario, deal->books, &request);
}

/* The pro forma figure in a lane where the open name has the value. */
static double varied(Merger *deal, size_t index, double number, const char *line)
{
    Program *program = &deal->model.program;
    double *lane = arena_array(deal->bench->run.arena, double, program->values.count);
    Slot slot = sheet_figure(&deal->model, &deal->model.sheets.items[0], model_column(&deal->model, COLUMN_pro_forma), bench_line(deal->bench, line))->slot;
    ck_assert(deal->model.open_slots[index] != SLOT_NONE);
    evaluate_fill(program, lane, 1);
    lane[deal->model.open_slots[index]] = number;
    evaluate(program, lane, 1);
    return lane[slot];
}

START_TEST(lane_0_is_the_scenario_as_it_is)
{
    Merger *deal = deal_begin(BUYER_FACTS, SOLD_FACTS);
    open_line(deal, 0, SOLD, "revenue.service");
    ck_assert(build_studied(deal));
    ck_assert(pro_forma(deal, "revenue.total") == 317571); /* 224,053 + 93,518 */
    ck_assert(deal->model.values[deal->model.open_slots[0]] == 18727);
    deal_end(deal);
}
END_TEST

/* 20,000 in place of 18,727 is 1,273 more, in every total above the line. */
START_TEST(a_figure_moves_the_totals_above_it)
{
    Merger *deal = deal_begin(BUYER_FACTS, SOLD_FACTS);
    open_line(deal, 0, SOLD, "revenue.service");
    ck_assert(build_studied(deal));
    ck_assert(varied(deal, 0, 20000, "revenue.total") == 317571 + 1273);
    ck_assert(varied(deal, 0, 20000, "operating_income") == 46870 + 3162 + 1273);
    ck_assert(varied(deal, 0, 20000, "net_income") == 30505 + 1273);
    deal_end(deal);
}
END_TEST

/* A total that is open itself takes no notice of the line below it. */
START_TEST(a_total_that_is_open_stands_by_itself)
{
    Merger *deal = deal_begin(BUYER_FACTS, SOLD_FACTS);
    open_line(deal, 0, SOLD, "revenue.service");
    open_line(deal, 1, SOLD, "revenue.total");
    ck_assert(build_studied(deal));
    ck_assert(varied(deal, 0, 20000, "revenue.total") == 317571);
    ck_assert(varied(deal, 1, 90000, "revenue.total") == 224053 + 90000);
    ck_assert(varied(deal, 1, 90000, "net_income") == 30505 - 3518); /* 93,518 - 90,000 */
    deal_end(deal);
}
END_TEST

/* 92,390 x 1.404 in the scenario; the lane has 100,000. */
START_TEST(a_formula_is_varied_as_a_number)
{
    Merger *deal = deal_begin(BUYER_FACTS, SOLD_FACTS);
    issue_shares(deal);
    deal->scenario.potential_count = 0;
    open_name(deal, 0, OPEN_formula, "shares.issued");
    const Expression number = {.kind = EXPRESSION_number, .open = 1, .operands = {deal->scenario.issued}};
    deal->scenario.issued = &number;
    ck_assert(build_studied(deal));
    ck_assert(deal->model.values[deal->model.open_slots[0]] == 92390 * 1.404);
    ck_assert(pro_forma(deal, "eps.basic") == 30505 / (394496 + 92390 * 1.404));
    ck_assert(varied(deal, 0, 100000, "eps.basic") == 30505.0 / (394496 + 100000));
    deal_end(deal);
}
END_TEST

/* In a loss a count printed equal to basic is refused: whether there is a loss is told while the model is built. */
START_TEST(what_decides_how_the_model_is_built_has_no_slot)
{
    Merger *deal = deal_begin(BUYER_FACTS, SOLD_FACTS);
    issue_shares(deal);
    open_line(deal, 0, SOLD, "net_income");
    ck_assert(build_studied(deal));
    ck_assert_uint_eq(deal->model.open_slots[0], SLOT_NONE);
    deal_end(deal);
    deal = deal_begin(BUYER_FACTS, SOLD_INCOME_FACTS); /* 92,390 and 99,015: no income makes them equal */
    issue_shares(deal);
    open_line(deal, 0, SOLD, "net_income");
    ck_assert(build_studied(deal));
    ck_assert(varied(deal, 0, -3000, "net_income") == 33540 - 3000);
    deal_end(deal);
}
END_TEST

/* Does every proof hold in a lane with this value? */
static bool proved(Merger *deal, double number)
{
    Program *program = &deal->model.program;
    double *lane = arena_array(deal->bench->run.arena, double, program->values.count);
    bool holds = true;
    evaluate_fill(program, lane, 1);
    lane[deal->model.open_slots[0]] = number;
    evaluate(program, lane, 1);
    for (size_t i = 0; i < deal->model.proofs.count; i++)
        holds = holds && lane[deal->model.proofs.items[i].holds] != 0;
    return holds;
}

/* The ratio in both legs keeps the reclassification in balance, in one of them it does so at 1.404 only. */
START_TEST(what_might_be_out_of_balance_is_proved_in_each_lane)
{
    Merger *deal = deal_begin(BUYER_FACTS, SOLD_FACTS);
    move(deal, "revenue.service", "revenue.product", "-1000 * deal.exchange_ratio", "1000 * deal.exchange_ratio");
    open_name(deal, 0, OPEN_input, "deal.exchange_ratio");
    ck_assert(build_studied(deal));
    ck_assert(proved(deal, 1.404) && proved(deal, 1.5));
    deal_end(deal);
    deal = deal_begin(BUYER_FACTS, SOLD_FACTS);
    move(deal, "revenue.service", "revenue.product", "-1000 * deal.exchange_ratio", "1404");
    open_name(deal, 0, OPEN_input, "deal.exchange_ratio");
    ck_assert(build_studied(deal));
    ck_assert(proved(deal, 1.404) && !proved(deal, 1.5));
    deal_end(deal);
}
END_TEST

/* What no leg has to do with needs no proof. */
START_TEST(what_nothing_depends_on_is_not_proved)
{
    Merger *deal = deal_begin(BUYER_FACTS, SOLD_FACTS);
    move(deal, "revenue.service", "revenue.product", "-1000", "1000");
    issue_shares(deal);
    open_name(deal, 0, OPEN_input, "deal.exchange_ratio");
    ck_assert(build_studied(deal));
    ck_assert_uint_eq(deal->model.proofs.count, 0);
    deal_end(deal);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("open");
    unit_add(suite, "lane 0", lane_0_is_the_scenario_as_it_is, 1);
    unit_add(suite, "totals", a_figure_moves_the_totals_above_it, 1);
    unit_add(suite, "open total", a_total_that_is_open_stands_by_itself, 1);
    unit_add(suite, "formula", a_formula_is_varied_as_a_number, 1);
    unit_add(suite, "decides", what_decides_how_the_model_is_built_has_no_slot, 1);
    unit_add(suite, "proofs", what_might_be_out_of_balance_is_proved_in_each_lane, 1);
    unit_add(suite, "no proofs", what_nothing_depends_on_is_not_proved, 1);
    return unit_run(suite);
}
