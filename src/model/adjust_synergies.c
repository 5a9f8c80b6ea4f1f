/* What management expects of the combination: synergies, and what gets dearer (an amount below 0). They stand in a note, never in a column:
 * reconciled with net income and per-share amounts (S-X 11-02(a)(7)), or, where the form leaves them out of the pro forma, as supplementary
 * information. */
#include "model/adjust.h"

#include "model/per_share.h"

enum { ITEMS };
enum { ITEM_line, ITEM_amount, ITEM_start, ITEM_year_1, ITEM_year_2, ITEM_year_3, ITEM_cost };
enum { YEARS = 3, MONTHS = 12 };

static const EntryKey item_keys[] = {
    [ITEM_line] = {.name = "line", .type = KEY_line, .needed = true, .meaning = "of operations, where it shows"},
    [ITEM_amount] = {.name = "amount", .type = KEY_formula, .needed = true, .unit = UNIT_money, .meaning = "what income gains by it in a year once it has its full effect; below 0: what income loses"},
    [ITEM_start] = {.name = "start", .type = KEY_whole, .meaning = "months from the day as of which operations are combined to its beginning; default 0"},
    [ITEM_year_1] = {.name = "year_1", .type = KEY_formula, .unit = UNIT_ratio, .part = true, .meaning = "part of it that is reached in the first year from its beginning; default 1"},
    [ITEM_year_2] = {.name = "year_2", .type = KEY_formula, .unit = UNIT_ratio, .part = true, .meaning = "in the second; default: that of the year before"},
    [ITEM_year_3] = {.name = "year_3", .type = KEY_formula, .unit = UNIT_ratio, .part = true, .meaning = "in the third and later; default: that of the year before"},
    [ITEM_cost] = {.name = "cost_to_achieve", .type = KEY_formula, .unit = UNIT_money, .meaning = "one-time costs, spread over its first year"},
    {0},
};

static const EntryKey keys[] = {
    [ITEMS] = {.name = "items", .type = KEY_items, .needed = true, .item_keys = item_keys, .meaning = "what is expected, each with its keys"},
    {0},
};

enum { FIGURE_effect, FIGURE_income, FIGURE_basic, FIGURE_diluted };
static const EntryFigure figures[] = {
    [FIGURE_effect] = {"effect", UNIT_money, false, "what they add to net income"},
    [FIGURE_income] = {"income", UNIT_money, false, "pro forma net income with them"},
    [FIGURE_basic] = {"basic", UNIT_per_share, false, "basic pro forma earnings per share with them"},
    [FIGURE_diluted] = {"diluted", UNIT_per_share, false, "diluted pro forma earnings per share with them"},
    {0},
};

/* --- months --- */

/* Months of this period that lie `from` to `to` months behind the item's beginning. */
static double months_within(const Adjust *adjust, int64_t start, double from, double to)
{
    double begin = adjust_months_before(adjust) - (double)start, end = begin + adjust_months(adjust);
    double first = begin > from ? begin : from, last = end < to ? end : to;
    return last > first ? last - first : 0;
}

/* Months of this period, each counted by the part that its year reaches. */
static Slot full_months(Adjust *adjust, int64_t start, const Slot parts[YEARS])
{
    Slot sum = adjust->program->zero;
    for (int year = 0; year < YEARS; year++) {
        double months = months_within(adjust, start, year * MONTHS, year + 1 < YEARS ? (year + 1) * MONTHS : 1e9);
        if (months > 0)
            sum = program_add(adjust->program, sum, adjust_op(adjust, OP_MULTIPLY, parts[year], adjust_constant(adjust, months, "months of the period in that year")));
    }
    return sum;
}

/* --- an item --- */

/* +1 where more of the line is more income, -1 where it is less. */
static int sign_in_income(const Chart *chart, LineId line)
{
    int sign = 1;
    for (; line != LINE_NONE && line != chart->per_share.income; line = chart_at(chart, line)->into)
        sign *= chart_at(chart, line)->sign;
    return sign;
}

static Slot entry_rate(Adjust *adjust)
{
    if (adjust->entry->not_deductible)
        return SLOT_NONE;
    if (!adjust->entry->tax_rate.formula)
        adjust->good = problem(adjust->model->run, PROBLEM_setting_missing, adjust->entry->place, "\"" TEXT_FORMAT "\" has no \"tax_rate\", which it needs unless it says deductible = false",
                               TEXT_ARGUMENTS(adjust->entry->name));
    return adjust_formula(adjust, &adjust->entry->tax_rate);
}

/* What income gains, on its line, and the tax on that. */
static void post_effect(Adjust *adjust, LineId line, Slot gain, Slot rate, Text name)
{
    const Chart *chart = adjust->model->chart;
    adjust_post_signed(adjust, line, sign_in_income(chart, line), gain, name);
    Slot tax = adjust_round(adjust, adjust_op(adjust, OP_MULTIPLY, gain, rate));
    if (tax == SLOT_NONE)
        return;
    LineId tax_line = adjust_line(adjust, &(EntryValue){0}, chart->deal.income_tax);
    if (tax_line != LINE_NONE)
        adjust_post_signed(adjust, tax_line, -sign_in_income(chart, tax_line), tax, name);
    adjust_say(adjust, "Tax on it: #m x #c = #m.", gain, rate, tax);
}

static void post_item(Adjust *adjust, const EntryItem *item, Slot rate)
{
    const EntryValue *values = item->values;
    int64_t start = values[ITEM_start].whole;
    LineId line = adjust_line(adjust, &values[ITEM_line], LINE_NONE);
    Slot parts[YEARS], amount = adjust_formula(adjust, &values[ITEM_amount]), cost = adjust_formula(adjust, &values[ITEM_cost]);
    for (int year = 0; year < YEARS; year++)
        parts[year] = values[ITEM_year_1 + year].formula ? adjust_formula(adjust, &values[ITEM_year_1 + year]) : year ? parts[year - 1] : adjust->program->one;
    if (line == LINE_NONE)
        return;
    Slot year = adjust_constant(adjust, MONTHS, "months of a year"), months = full_months(adjust, start, parts);
    Slot gain = adjust_round(adjust, adjust_op(adjust, OP_DIVIDE, adjust_op(adjust, OP_MULTIPLY, amount, months), year));
    adjust_say(adjust, "#t: #m a year, #c, #c and #c of it in years 1, 2 and 3; #m x #r months at full effect / 12 = #m.", item->name, amount, parts[0], parts[1], parts[2],
               amount, months, gain);
    post_effect(adjust, line, gain, rate, item->name);
    if (cost == SLOT_NONE)
        return;
    Slot share = adjust_op(adjust, OP_DIVIDE, adjust_op(adjust, OP_MULTIPLY, cost, adjust_constant(adjust, months_within(adjust, start, 0, MONTHS), "months of the period in the first year")), year);
    Slot spent = adjust_op(adjust, OP_NEGATE, adjust_round(adjust, share), SLOT_NONE);
    adjust_say(adjust, "#t: one-time costs to achieve it, #m, spread over its first year; in this period #m.", item->name, cost, spent);
    post_effect(adjust, line, spent, rate, item->name);
}

/* --- the whole --- */

static bool compile(Adjust *adjust)
{
    const Chart *chart = adjust->model->chart;
    const Regime *form = deal_regime(adjust->model->scenario->deal, DECISION_management);
    const EntryValue *items = adjust_key(adjust, ITEMS);
    Slot rate = entry_rate(adjust);
    adjust_say(adjust, "#t (#t)", form->says[DECISION_management], form->citations[DECISION_management]);
    if (adjust_decides(adjust, DECISION_management) == MANAGEMENT_note_outside)
        adjust_say(adjust, "#t leaves forward-looking effects out of the pro forma: what follows is supplementary information only.", form->style);
    for (size_t i = 0; i < items->count; i++)
        post_item(adjust, &items->items[i], rate);
    Slot effect = adjust->applied->effects[chart->per_share.income - chart->statements[adjust->model->sheets.items[adjust->sheet].kind].first];
    adjust_figure(adjust, FIGURE_effect, effect);
    return adjust->good;
}

/* The loss rule is tested anew: what they add or take may turn a loss into income, or the reverse. */
static bool reconcile(Adjust *adjust)
{
    const PerShare *pro_forma = per_share_find(adjust->model, adjust->sheet);
    Slot effect = adjust->applied->figures[FIGURE_effect], zero = adjust->program->zero;
    if (!pro_forma || effect == SLOT_NONE || pro_forma->control == SLOT_NONE)
        return true;
    Slot control = adjust_op(adjust, OP_ADD, pro_forma->control, effect), income = adjust_op(adjust, OP_ADD, pro_forma->common, effect);
    Diluted with = {SLOT_NONE, SLOT_NONE};
    if (pro_forma->basic != SLOT_NONE)
        with = per_share_diluted(adjust->model, pro_forma, control, income);
    Slot basic = adjust_op(adjust, OP_DIVIDE, income, pro_forma->basic), diluted = adjust_op(adjust, OP_DIVIDE, with.income, with.shares);
    adjust_figure(adjust, FIGURE_income, income);
    adjust_figure(adjust, FIGURE_basic, basic);
    adjust_figure(adjust, FIGURE_diluted, diluted);
    if (adjust_decides(adjust, DECISION_management) == MANAGEMENT_note_outside)
        return true;
    adjust_say(adjust, "Pro forma net income #m; per share #p basic, #p diluted.", pro_forma->common, adjust_op(adjust, OP_DIVIDE, pro_forma->common, pro_forma->basic),
               adjust_op(adjust, OP_DIVIDE, pro_forma->diluted.income, pro_forma->diluted.shares));
    adjust_say(adjust, "With these effects #m + #m = #m; per share basic #m / #s = #p, diluted #m / #s = #p.", pro_forma->common, effect, income, income, pro_forma->basic,
               basic, with.income, with.shares, diluted);
    adjust_say_when(adjust, adjust_op(adjust, OP_LESS_EQUAL, control, zero), "With these effects it is a loss, so diluted equals basic.");
    return true;
}

const EntryKind adjust_synergies = {
    .name = "synergies",
    .summary = "Tells in a note what management expects of the combination, which no column shows",
    .column = COLUMN_none,
    .income_of = INCOME_OF_none,
    .needs_deal = true,
    .keys = keys,
    .figures = figures,
    .operations = compile,
    .reconcile = reconcile,
};
