/* Amortization of what was recorded at fair value, in place of the target's own of what was eliminated. What lives indefinitely, and what is not
 * used up, has none (SFAS 142, ASC 350-30). */
#include "model/adjust_fair_values.h"
#include "model/adjust_removed.h"

enum { REMOVE };

static const EntryKey keys[] = {
    [REMOVE] = {.name = "remove", .type = KEY_items, .item_keys = removed_keys, .meaning = "the target's own amortization of what was eliminated"},
    {0},
};

enum { FIGURE_recorded, FIGURE_removed };
static const EntryFigure figures[] = {
    [FIGURE_recorded] = {"recorded", UNIT_money, false, "amortization of the period of what is recorded at fair value"},
    [FIGURE_removed] = {"removed", UNIT_money, false, "the target's own amortization of the period that is taken out"},
    {0},
};

/* --- what is amortized of an item --- */

/* On the balance sheet: what closes the purchase posts to a line, or what all its other entries do. */
static Slot sum_effects(Adjust *adjust, LineId line, bool closes)
{
    const Scenario *scenario = adjust->model->scenario;
    const Chart *chart = adjust->model->chart;
    Slot sum = SLOT_NONE;
    for (size_t i = 0; adjust->good && i < scenario->entry_count; i++) {
        const ScenarioEntry *entry = &scenario->entries[i];
        bool other = entry->kind->purchase && entry->kind->closes == closes && text_equal(entry->company, adjust->entry->company);
        const AppliedEntry *applied = other ? adjust_other_at_balance(adjust, entry) : NULL;
        if (applied)
            sum = program_add(adjust->program, sum, applied->effects[line - chart->statements[chart_at(chart, line)->statement].first]);
    }
    return sum;
}

/* A residual below zero takes something off a line, and so off each item its part by fair value. Of an item that adds to what the target carries
 * more may go than was added: then the target's own expense is too high. */
static Slot find_base(Adjust *adjust, const EntryItem *item, const AppliedLeg *leg, size_t sheet)
{
    Slot taken = sum_effects(adjust, leg->line, true);
    if (taken == SLOT_NONE)
        return leg->amount;
    Slot acquired = program_add(adjust->program, sum_effects(adjust, leg->line, false),
                                sheet_figure(adjust->model, &adjust->model->sheets.items[sheet], adjust_company(adjust), leg->line)->slot);
    Slot divisor = program_op(adjust->program, OP_SELECT, acquired, acquired, adjust->program->one);
    Slot value = adjust_op(adjust, OP_ADD, leg->amount, adjust_round(adjust, adjust_formula_or(adjust, &item->values[FAIR_VALUE_book], 0)));
    Slot part = adjust_op(adjust, OP_DIVIDE, adjust_op(adjust, OP_MULTIPLY, adjust_op(adjust, OP_MINIMUM, taken, adjust->program->zero), value), divisor);
    Slot base = adjust_op(adjust, OP_ADD, leg->amount, part);
    adjust_say(adjust, "#t: #m recorded, #m after what the residual below zero takes off.", item->name, leg->amount, base);
    return base;
}

/* --- amortization --- */

/* What inventories are worth more is an expense once they are sold. */
static bool does_not_recur(const Adjust *adjust, const EntryItem *item, LineId line)
{
    const EntryValue *flag = &item->values[FAIR_VALUE_nonrecurring];
    return flag->given ? flag->flag : line != LINE_NONE && line == adjust->model->chart->deal.inventories;
}

/* What is recorded of a liability, such as a contract above the market, lowers the expense as it is used up. */
static Slot amortize_item(Adjust *adjust, const EntryItem *item, const AppliedLeg *leg, size_t sheet)
{
    const EntryValue *values = item->values;
    const Chart *chart = adjust->model->chart;
    if (values[FAIR_VALUE_class].choice != CLASS_amortized)
        return SLOT_NONE;
    if (does_not_recur(adjust, item, leg->line) && adjust_decides(adjust, DECISION_one_time) == ONE_TIME_remove) {
        adjust_say(adjust, "#t: #m does not recur and is left out of operations.", item->name, leg->amount);
        return SLOT_NONE;
    }
    int sign = line_is_asset(chart, leg->line) ? 1 : -1;
    Slot years = adjust_formula(adjust, &values[FAIR_VALUE_life]), base = find_base(adjust, item, leg, sheet);
    Slot amount = adjust_straight_line(adjust, base, years, values[FAIR_VALUE_life].place);
    adjust_say(adjust, sign > 0 ? "#t: #m / #r years x #r / 12 months = #m." : "#t, a liability: #m / #r years x #r / 12 months = #m less expense.", item->name, base, years,
               adjust_months_of_life(adjust, years), amount);
    adjust_post_signed(adjust, adjust_line(adjust, &values[FAIR_VALUE_expense], chart->deal.amortization), sign, amount, item->name);
    return sign > 0 ? amount : adjust_op(adjust, OP_NEGATE, amount, SLOT_NONE);
}

static Slot amortize_entry(Adjust *adjust, const ScenarioEntry *entry)
{
    const EntryValue *items = &entry->values[FAIR_VALUES_items];
    const AppliedEntry *recorded = adjust_other_at_balance(adjust, entry);
    Slot sum = SLOT_NONE;
    for (size_t i = 0; recorded && i < items->count; i++)
        sum = program_add(adjust->program, sum, amortize_item(adjust, &items->items[i], &recorded->legs.items[i], recorded->sheet));
    return sum;
}

static bool compile(Adjust *adjust)
{
    const Scenario *scenario = adjust->model->scenario;
    Slot sum = adjust->program->zero;
    for (size_t i = 0; adjust->good && i < scenario->entry_count; i++) {
        const ScenarioEntry *entry = &scenario->entries[i];
        if (entry->kind == &adjust_fair_values && text_equal(entry->company, adjust->entry->company))
            sum = program_add(adjust->program, sum, amortize_entry(adjust, entry));
    }
    adjust_figure(adjust, FIGURE_recorded, sum);
    adjust_figure(adjust, FIGURE_removed, removed_post(adjust, REMOVE));
    return adjust->good;
}

const EntryKind adjust_amortization = {
    .name = "amortization",
    .summary = "Amortizes what is recorded at fair value, and takes out the target's own amortization of what was eliminated",
    .column = COLUMN_adjustments,
    .income_of = INCOME_OF_fair_values,
    .of_target = true,
    .needs_deal = true,
    .keys = keys,
    .figures = figures,
    .operations = compile,
};
