/* Goodwill = consideration (+ non-controlling interest) - net assets as posted, after rounding: what all other entries of the purchase leave
 * over. What becomes of a residual below zero is model/negative_residual's. Goodwill that is bought with the shares of a company is not
 * deductible, so that its amortization saves no tax unless the entry says so (SFAS 109). */
#include "model/negative_residual.h"

enum { LINE, LIFE, EXPENSE, REDUCE, CREDIT_LINE, CREDIT_LIFE, GAIN_LINE };

static const EntryKey keys[] = {
    [LINE] = {.name = "line", .type = KEY_line, .meaning = "default: the chart's goodwill"},
    [LIFE] = {.name = "life", .type = KEY_formula, .unit = UNIT_years, .meaning = "years over which goodwill is amortized, where the regime amortizes it"},
    [EXPENSE] = {.name = "expense", .type = KEY_line, .meaning = "line of operations for that; default: the chart's amortization"},
    [REDUCE] = {.name = "reduce", .type = KEY_items, .item_keys = reduce_keys, .meaning = "assets that a residual below zero reduces, pro rata to what of them is acquired"},
    [CREDIT_LINE] = {.name = "deferred_credit_line", .type = KEY_line, .meaning = "default: the chart's deferred_credit"},
    [CREDIT_LIFE] = {.name = "deferred_credit_life", .type = KEY_formula, .unit = UNIT_years, .meaning = "years over which a deferred credit is amortized to income; needed where one is left"},
    [GAIN_LINE] = {.name = "gain_line", .type = KEY_line, .meaning = "line of operations for a gain, where the form keeps what does not recur; default: the chart's bargain_gain"},
    {0},
};

enum { FIGURE_net_assets, FIGURE_goodwill, FIGURE_negative, FIGURE_allocated, FIGURE_gain, FIGURE_credit };
static const EntryFigure figures[] = {
    [FIGURE_net_assets] = {"net_assets", UNIT_money, true, "net assets as posted, without goodwill"},
    [FIGURE_goodwill] = {"goodwill", UNIT_money, true, "goodwill"},
    [FIGURE_negative] = {"negative", UNIT_money, true, "by how much net assets exceed the consideration"},
    [FIGURE_allocated] = {"allocated", UNIT_money, true, "consideration, and what remains with other holders: net assets and goodwill"},
    [FIGURE_gain] = {"gain", UNIT_money, true, "what of that is a gain"},
    [FIGURE_credit] = {"deferred_credit", UNIT_money, true, "what of that is a deferred credit"},
    {0},
};

static Purchase find_purchase(Adjust *adjust)
{
    const Scenario *scenario = adjust->model->scenario;
    Purchase out = {0};
    for (size_t i = 0; adjust->good && i < scenario->entry_count; i++) {
        const ScenarioEntry *entry = &scenario->entries[i];
        bool other = entry->kind->purchase && !entry->kind->closes && text_equal(entry->company, adjust->entry->company);
        const AppliedEntry *applied = other ? adjust_other(adjust, entry) : NULL;
        if (applied)
            *list_push(adjust->model->run->arena, &out) = applied;
    }
    return out;
}

/* Without them the residual would be a number that means nothing. */
static bool check_complete(Adjust *adjust, const Purchase *purchase)
{
    static const EntryKind *const needed[] = {&adjust_consideration, &adjust_elimination};
    for (size_t kind = 0; adjust->good && kind < sizeof needed / sizeof *needed; kind++)
        if (!purchase_entry(purchase, needed[kind]))
            adjust->good = problem(adjust->model->run, PROBLEM_setting_missing, adjust->entry->place, "the purchase of " TEXT_FORMAT " has no entry of kind \"%s\" that applies",
                                   TEXT_ARGUMENTS(adjust->entry->company), needed[kind]->name);
    return adjust->good;
}

/* --- a residual below zero --- */

static void post_negative(Adjust *adjust, const Purchase *purchase, Slot negative)
{
    const DealLines *lines = &adjust->model->chart->deal;
    unsigned decision = adjust_decides(adjust, DECISION_negative_residual);
    bool credit = decision == NEGATIVE_RESIDUAL_reduce_noncurrent;
    Slot rest = negative_residual_post(adjust, purchase, negative, adjust_key(adjust, REDUCE));
    if (credit)
        adjust_post(adjust, adjust_line(adjust, adjust_key(adjust, CREDIT_LINE), lines->deferred_credit), rest, TEXT("deferred credit"));
    else
        adjust_post(adjust, adjust_line(adjust, &(EntryValue){0}, lines->retained_earnings), rest, TEXT("gain"));
    adjust_figure(adjust, credit ? FIGURE_credit : FIGURE_gain, rest);
    adjust_say_when(adjust, negative, credit ? "Net assets exceed the consideration by #m; deferred credit #m."
                       : decision == NEGATIVE_RESIDUAL_gain ? "Net assets exceed the consideration by #m, a gain of #m."
                                                            : "Net assets exceed the consideration by #m; extraordinary gain #m.", negative, rest);
}

/* --- the whole --- */

static bool compile(Adjust *adjust)
{
    Purchase purchase = find_purchase(adjust);
    Slot left = SLOT_NONE, net_assets = adjust->program->zero, given = SLOT_NONE;
    if (!check_complete(adjust, &purchase))
        return false;
    for (size_t i = 0; i < purchase.count; i++) {
        Slot *part = purchase.items[i]->entry->kind == &adjust_consideration ? &given : &net_assets;
        left = program_add(adjust->program, left, purchase.items[i]->residual);
        *part = program_add(adjust->program, *part, purchase.items[i]->residual);
    }
    Slot goodwill = adjust_op(adjust, OP_MAXIMUM, adjust_op(adjust, OP_NEGATE, left, SLOT_NONE), adjust->program->zero);
    Slot negative = adjust_op(adjust, OP_MAXIMUM, left, adjust->program->zero);
    adjust_figure(adjust, FIGURE_net_assets, net_assets);
    adjust_figure(adjust, FIGURE_allocated, adjust_op(adjust, OP_NEGATE, given, SLOT_NONE));
    adjust_figure(adjust, FIGURE_goodwill, goodwill);
    adjust_figure(adjust, FIGURE_negative, negative);
    adjust_say_when(adjust, goodwill, "Consideration less net assets as posted: #m - #m = #m.", applied_figure(adjust->applied, "allocated"), net_assets, goodwill);
    adjust_post(adjust, adjust_line(adjust, adjust_key(adjust, LINE), adjust->model->chart->deal.goodwill), goodwill, TEXT("goodwill"));
    post_negative(adjust, &purchase, negative);
    return adjust->good;
}

/* --- operations --- */

/* At most 40 years (APB 17, and for a deferred credit APB 16). */
static Slot spread(Adjust *adjust, int key, Slot amount)
{
    Slot life = adjust_value(adjust, key);
    adjust_require(adjust, adjust_op(adjust, OP_LESS_EQUAL, life, adjust_constant(adjust, 40, "years at most")), PROBLEM_out_of_range, adjust_key(adjust, key)->place,
                   "goodwill and a deferred credit are amortized over at most 40 years");
    Slot amortized = adjust_straight_line(adjust, amount, life, adjust_key(adjust, key)->place);
    adjust_say_when(adjust, amount, "#m / #r years x #r / 12 months = #m.", amount, life, adjust_months_of_life(adjust, life), amortized);
    return amortized;
}

static void amortize_goodwill(Adjust *adjust)
{
    if (adjust_decides(adjust, DECISION_goodwill) != GOODWILL_amortise) {
        if (adjust_given(adjust, LIFE))
            adjust->good = adjust_refuse(adjust, DECISION_goodwill, adjust_key(adjust, LIFE)->place, "a life of goodwill");
        return;
    }
    Slot life = adjust_need(adjust, LIFE, "since the regime amortizes goodwill");
    const AppliedEntry *posted = adjust_other_at_balance(adjust, adjust->entry);
    if (posted && life != SLOT_NONE)
        adjust_post(adjust, adjust_line(adjust, adjust_key(adjust, EXPENSE), adjust->model->chart->deal.amortization), spread(adjust, LIFE, posted->figures[FIGURE_goodwill]), TEXT("goodwill"));
}

/* Less expense. */
static void amortize_credit(Adjust *adjust)
{
    bool may = adjust_decides(adjust, DECISION_negative_residual) == NEGATIVE_RESIDUAL_reduce_noncurrent;
    const AppliedEntry *posted = may ? adjust_other_at_balance(adjust, adjust->entry) : NULL;
    Slot credit = posted ? posted->figures[FIGURE_credit] : SLOT_NONE;
    if (credit == SLOT_NONE)
        return;
    if (!adjust_given(adjust, CREDIT_LIFE)) {
        adjust_require(adjust, adjust_op(adjust, OP_EQUAL, credit, adjust->program->zero), PROBLEM_residual_unassigned, adjust->entry->place,
                       "a deferred credit is left, and \"deferred_credit_life\" does not say over how many years it is amortized");
        return;
    }
    LineId line = adjust_line(adjust, adjust_key(adjust, EXPENSE), adjust->model->chart->deal.amortization);
    AppliedLeg *leg = adjust_post_signed(adjust, line, -1, spread(adjust, CREDIT_LIFE, credit), TEXT("deferred credit"));
    if (leg)
        leg->not_deductible = true;
}

/* Of a bargain purchase alone: an extraordinary gain stands below what the form shows. */
static void record_gain(Adjust *adjust)
{
    bool may = adjust_decides(adjust, DECISION_negative_residual) == NEGATIVE_RESIDUAL_gain && adjust_bears_one_time(adjust, NULL);
    const AppliedEntry *posted = may ? adjust_other_at_balance(adjust, adjust->entry) : NULL;
    Slot gain = posted ? posted->figures[FIGURE_gain] : SLOT_NONE;
    if (gain == SLOT_NONE)
        return;
    LineId line = adjust_income_line(adjust, adjust_key(adjust, GAIN_LINE), adjust->model->chart->deal.bargain_gain);
    AppliedLeg *leg = adjust_post_income(adjust, line, 1, gain, TEXT("bargain purchase"));
    if (leg)
        leg->not_deductible = true;
    adjust_say_when(adjust, gain, "The gain of #m is in income of the year; it does not recur, and is not taxed.", gain);
}

static bool operate(Adjust *adjust)
{
    amortize_goodwill(adjust);
    amortize_credit(adjust);
    record_gain(adjust);
    return adjust->good;
}

const EntryKind adjust_goodwill = {
    .name = "goodwill",
    .summary = "Records what the consideration exceeds the net assets by, or what the regime makes of the reverse",
    .column = COLUMN_adjustments,
    .income_of = INCOME_OF_acquirer,
    .purchase = true,
    .closes = true,
    .needs_deal = true,
    .keys = keys,
    .figures = figures,
    .balance_sheet = compile,
    .operations = operate,
    .untaxed = true,
};
