/* What comes directly from the deal and does not recur, such as costs of the merger that a company has already charged. The form of the pro
 * forma decides whether operations go without it (S-X 11-02(b) until 2020) or with it and a word about it (S-X 11-02(a) from 2021 on). */
#include "model/adjust.h"

enum { ITEM_LINE, ITEM_AMOUNT, ITEM_DEDUCTIBLE };
static const EntryKey item_keys[] = {
    [ITEM_LINE] = {.name = "line", .type = KEY_line, .needed = true, .meaning = "line of operations in which it stands"},
    [ITEM_AMOUNT] = {.name = "amount", .type = KEY_formula, .needed = true, .unit = UNIT_money, .meaning = "as the line prints it, such as target.opex.merger_related"},
    [ITEM_DEDUCTIBLE] = {.name = "deductible", .type = KEY_flag, .meaning = "false: it has no part in the tax; default: as the entry says"},
    {0},
};

enum { ITEMS };
static const EntryKey keys[] = {
    [ITEMS] = {.name = "items", .type = KEY_items, .needed = true, .item_keys = item_keys, .meaning = "what does not recur, each with its keys"},
    {0},
};

enum { FIGURE_total };
static const EntryFigure figures[] = {
    [FIGURE_total] = {"total", UNIT_money, false, "what is taken out, as its lines print it"},
    {0},
};

static Slot take_out(Adjust *adjust, const EntryItem *item, bool kept)
{
    const EntryValue *values = item->values;
    LineId line = adjust_line(adjust, &values[ITEM_LINE], LINE_NONE);
    Slot amount = adjust_round(adjust, adjust_formula(adjust, &values[ITEM_AMOUNT]));
    if (line == LINE_NONE || amount == SLOT_NONE)
        return SLOT_NONE;
    Text label = chart_at(adjust->model->chart, line)->label;
    if (kept) {
        adjust_require_there(adjust, adjust->model->scenario->company_count, line, amount, "tells of more in", values[ITEM_AMOUNT].place);
        adjust_say(adjust, "#t: #m in \"#t\" will not recur beyond twelve months; it stays in operations.", item->name, amount, label);
        return SLOT_NONE;
    }
    adjust_say(adjust, "#t: #m is taken out of \"#t\".", item->name, amount, label);
    AppliedLeg *leg = adjust_take(adjust, adjust->model->scenario->company_count, line, amount, item->name, values[ITEM_AMOUNT].place);
    if (leg)
        leg->not_deductible = values[ITEM_DEDUCTIBLE].given && !values[ITEM_DEDUCTIBLE].flag;
    return amount;
}

static bool operate(Adjust *adjust)
{
    const EntryValue *items = adjust_key(adjust, ITEMS);
    const Regime *form = deal_regime(adjust->model->scenario->deal, DECISION_one_time);
    Slot total = adjust->program->zero;
    for (size_t i = 0; i < items->count; i++)
        total = program_add(adjust->program, total, take_out(adjust, &items->items[i], adjust_decides(adjust, DECISION_one_time) == ONE_TIME_keep));
    adjust_say(adjust, "#t: #t (#t).", form->style, form->says[DECISION_one_time], form->citations[DECISION_one_time]);
    adjust_figure(adjust, FIGURE_total, total);
    return adjust->good;
}

const EntryKind adjust_one_time_items = {
    .name = "one_time_items",
    .summary = "What comes directly from the deal and does not recur",
    .column = COLUMN_adjustments,
    .income_of = INCOME_OF_company,
    .needs_deal = true,
    .keys = keys,
    .figures = figures,
    .operations = operate,
};
