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

/* What is recorded of a liability, such as a contract above the market, lowers the expense as it is used up. */
static Slot amortize_item(Adjust *adjust, const EntryItem *item, const AppliedLeg *recorded)
{
    const EntryValue *values = item->values;
    const Chart *chart = adjust->model->chart;
    if (values[FAIR_VALUE_class].choice != CLASS_amortized)
        return SLOT_NONE;
    int sign = line_is_asset(chart, recorded->line) ? 1 : -1;
    Slot years = adjust_formula(adjust, &values[FAIR_VALUE_life]);
    Slot amount = adjust_straight_line(adjust, recorded->amount, years, values[FAIR_VALUE_life].place);
    adjust_say(adjust, sign > 0 ? "#t: #m / #r years x #r / 12 months = #m." : "#t, a liability: #m / #r years x #r / 12 months = #m less expense.", item->name,
               recorded->amount, years, adjust_months_of_life(adjust, years), amount);
    adjust_post_signed(adjust, adjust_line(adjust, &values[FAIR_VALUE_expense], chart->deal.amortization), sign, amount, item->name);
    return sign > 0 ? amount : adjust_op(adjust, OP_NEGATE, amount, SLOT_NONE);
}

static Slot amortize_entry(Adjust *adjust, const ScenarioEntry *entry)
{
    const EntryValue *items = &entry->values[FAIR_VALUES_items];
    const AppliedEntry *recorded = adjust_other_at_balance(adjust, entry);
    Slot sum = SLOT_NONE;
    for (size_t i = 0; recorded && i < items->count; i++)
        sum = program_add(adjust->program, sum, amortize_item(adjust, &items->items[i], &recorded->legs.items[i]));
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
    .of_target = true,
    .needs_deal = true,
    .keys = keys,
    .figures = figures,
    .operations = compile,
};
