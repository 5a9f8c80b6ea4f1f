/* Goodwill = consideration (+ non-controlling interest) - net assets as posted, after rounding: what all other entries of the purchase leave
 * over. A residual below zero reduces non-current assets and leaves a deferred credit (APB 16), reduces eligible assets pro rata and leaves
 * an extraordinary gain (SFAS 141), or is a gain (ASC 805-30-25-2). */
#include "model/adjust.h"

enum { LINE, LIFE, EXPENSE, REDUCE, CREDIT_LINE };
enum { REDUCE_line };

static const EntryKey reduce_keys[] = {
    [REDUCE_line] = {.name = "line", .type = KEY_line, .needed = true, .meaning = "an acquired asset that a residual below zero reduces"},
    {0},
};

static const EntryKey keys[] = {
    [LINE] = {.name = "line", .type = KEY_line, .meaning = "default: the chart's goodwill"},
    [LIFE] = {.name = "life", .type = KEY_formula, .unit = UNIT_years, .meaning = "years over which goodwill is amortized, where the regime amortizes it"},
    [EXPENSE] = {.name = "expense", .type = KEY_line, .meaning = "line of operations for that; default: the chart's amortization"},
    [REDUCE] = {.name = "reduce", .type = KEY_items, .item_keys = reduce_keys, .meaning = "assets that a residual below zero reduces, pro rata to what of them is acquired"},
    [CREDIT_LINE] = {.name = "deferred_credit_line", .type = KEY_line, .meaning = "default: the chart's deferred_credit"},
    {0},
};

enum { FIGURE_net_assets, FIGURE_goodwill, FIGURE_negative, FIGURE_allocated };
static const EntryFigure figures[] = {
    [FIGURE_net_assets] = {"net_assets", UNIT_money, true, "net assets as posted, without goodwill"},
    [FIGURE_goodwill] = {"goodwill", UNIT_money, true, "goodwill"},
    [FIGURE_negative] = {"negative", UNIT_money, true, "by how much net assets exceed the consideration"},
    [FIGURE_allocated] = {"allocated", UNIT_money, true, "consideration, and what remains with other holders: net assets and goodwill"},
    {0},
};

typedef struct {
    const AppliedEntry **items;
    size_t count, capacity;
} Purchase;

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
    for (size_t kind = 0; adjust->good && kind < sizeof needed / sizeof *needed; kind++) {
        size_t at = 0;
        while (at < purchase->count && purchase->items[at]->entry->kind != needed[kind])
            at++;
        if (at == purchase->count)
            adjust->good = problem(adjust->model->run, PROBLEM_setting_missing, adjust->entry->place, "the purchase of " TEXT_FORMAT " has no entry of kind \"%s\" that applies",
                                   TEXT_ARGUMENTS(adjust->entry->company), needed[kind]->name);
    }
    return adjust->good;
}

/* --- a residual below zero --- */

/* What is acquired on a line: the target's own, and what the entries of the purchase add. */
static Slot acquired(Adjust *adjust, const Purchase *purchase, LineId line)
{
    LineId first = adjust->model->chart->statements[adjust->model->sheets.items[adjust->sheet].kind].first;
    Slot sum = adjust_reported(adjust, adjust_company(adjust), line);
    for (size_t i = 0; i < purchase->count; i++)
        sum = program_add(adjust->program, sum, purchase->items[i]->effects[line - first]);
    return sum == SLOT_NONE ? adjust->program->zero : sum;
}

/* Pro rata, each share rounded so that they sum to the whole: the difference of rounded sums up to it. */
static Slot reduce_assets(Adjust *adjust, const Purchase *purchase, Slot negative)
{
    const EntryValue *assets = adjust_key(adjust, REDUCE);
    Slot *amounts = arena_array(adjust->model->run->arena, Slot, assets->count), total = adjust->program->zero, sum = adjust->program->zero, before = adjust->program->zero;
    for (size_t i = 0; i < assets->count; i++) {
        LineId line = adjust_line(adjust, &assets->items[i].values[REDUCE_line], LINE_NONE);
        if (line == LINE_NONE)
            return SLOT_NONE;
        amounts[i] = acquired(adjust, purchase, line);
        total = adjust_op(adjust, OP_ADD, total, amounts[i]);
    }
    Slot most = adjust_op(adjust, OP_MINIMUM, negative, adjust_op(adjust, OP_MAXIMUM, total, adjust->program->zero));
    Slot divisor = program_op(adjust->program, OP_SELECT, total, total, adjust->program->one);
    for (size_t i = 0; i < assets->count; i++) {
        sum = adjust_op(adjust, OP_ADD, sum, amounts[i]);
        Slot upto = adjust_round(adjust, adjust_op(adjust, OP_DIVIDE, adjust_op(adjust, OP_MULTIPLY, most, sum), divisor));
        Slot share = adjust_op(adjust, OP_SUBTRACT, upto, before);
        adjust_post_signed(adjust, assets->items[i].values[REDUCE_line].line, -1, share, assets->items[i].name);
        adjust_say_when(adjust, share, "#t: #m of #m acquired is taken off.", assets->items[i].name, share, amounts[i]);
        before = upto;
    }
    return before;
}

static void post_negative(Adjust *adjust, const Purchase *purchase, Slot negative)
{
    const DealLines *lines = &adjust->model->chart->deal;
    unsigned decision = adjust_decides(adjust, DECISION_negative_residual);
    Slot rest = negative;
    if (decision != NEGATIVE_RESIDUAL_gain) {
        Slot none = adjust_op(adjust, OP_EQUAL, negative, adjust->program->zero);
        if (adjust_key(adjust, REDUCE)->count == 0)
            adjust_require(adjust, none, PROBLEM_residual_unassigned, adjust->entry->place, "net assets exceed the consideration, and \"reduce\" names no assets that this reduces");
        rest = adjust_op(adjust, OP_SUBTRACT, negative, reduce_assets(adjust, purchase, negative));
    }
    if (decision == NEGATIVE_RESIDUAL_reduce_noncurrent)
        adjust_post(adjust, adjust_line(adjust, adjust_key(adjust, CREDIT_LINE), lines->deferred_credit), rest, TEXT("deferred credit"));
    else
        adjust_post(adjust, adjust_line(adjust, &(EntryValue){0}, lines->retained_earnings), rest, TEXT("gain"));
    adjust_say_when(adjust, negative, decision == NEGATIVE_RESIDUAL_reduce_noncurrent ? "Net assets exceed the consideration by #m; deferred credit #m."
                       : decision == NEGATIVE_RESIDUAL_gain           ? "Net assets exceed the consideration by #m, a gain of #m."
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

static bool amortize(Adjust *adjust)
{
    Slot life = adjust_value(adjust, LIFE);
    bool amortized = adjust_decides(adjust, DECISION_goodwill) == GOODWILL_amortise;
    if (!amortized)
        return !adjust_given(adjust, LIFE) || adjust_refuse(adjust, DECISION_goodwill, adjust_key(adjust, LIFE)->place, "a life of goodwill");
    life = adjust_need(adjust, LIFE, "since the regime amortizes goodwill");
    const AppliedEntry *posted = adjust_other_at_balance(adjust, adjust->entry);
    if (!posted || life == SLOT_NONE)
        return adjust->good;
    Slot goodwill = posted->figures[FIGURE_goodwill], amount = adjust_straight_line(adjust, goodwill, life, adjust_key(adjust, LIFE)->place);
    adjust_say(adjust, "#m / #r years x #r / 12 months = #m.", goodwill, life, adjust_months_of_life(adjust, life), amount);
    adjust_post(adjust, adjust_line(adjust, adjust_key(adjust, EXPENSE), adjust->model->chart->deal.amortization), amount, TEXT("goodwill"));
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
    .operations = amortize,
};
