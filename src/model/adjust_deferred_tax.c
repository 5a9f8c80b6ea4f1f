/* Deferred tax of the temporary differences that the purchase makes: a leg for each, (recorded - tax basis) x rate. None on goodwill, on
 * deferred compensation, or on in-process research that is expensed (SFAS 109, ASC 805-740): their legs have no difference. */
#include "model/adjust.h"

enum { RATE, LINE };

static const EntryKey keys[] = {
    [RATE] = {.name = "rate", .type = KEY_formula, .needed = true, .unit = UNIT_ratio, .part = true, .meaning = "statutory rate at which the differences reverse"},
    [LINE] = {.name = "line", .type = KEY_line, .meaning = "default: the chart's deferred_tax"},
    {0},
};

enum { FIGURE_total, FIGURE_rate };
static const EntryFigure figures[] = {
    [FIGURE_total] = {"total", UNIT_money, true, "deferred tax liability recorded"},
    [FIGURE_rate] = {"rate", UNIT_ratio, true, "rate at which the differences reverse"},
    {0},
};

static Slot tax_legs(Adjust *adjust, const AppliedEntry *other, Slot rate, LineId line)
{
    Slot sum = SLOT_NONE;
    for (size_t i = 0; i < other->legs.count; i++) {
        const AppliedLeg *leg = &other->legs.items[i];
        if (leg->difference == SLOT_NONE)
            continue;
        Slot tax = adjust_round(adjust, adjust_op(adjust, OP_MULTIPLY, leg->difference, rate));
        adjust_say(adjust, "#t: #m x #c = #m.", leg->label, leg->difference, rate, tax);
        adjust_post(adjust, line, tax, leg->label);
        sum = program_add(adjust->program, sum, tax);
    }
    return sum;
}

static bool compile(Adjust *adjust)
{
    const Scenario *scenario = adjust->model->scenario;
    Slot rate = adjust_value(adjust, RATE), total = SLOT_NONE;
    LineId line = adjust_line(adjust, adjust_key(adjust, LINE), adjust->model->chart->deal.deferred_tax);
    for (size_t i = 0; adjust->good && i < scenario->entry_count; i++) {
        const ScenarioEntry *entry = &scenario->entries[i];
        bool other = entry->kind->purchase && !entry->kind->closes && entry->kind != adjust->entry->kind && text_equal(entry->company, adjust->entry->company);
        const AppliedEntry *applied = other ? adjust_other(adjust, entry) : NULL;
        if (applied)
            total = program_add(adjust->program, total, tax_legs(adjust, applied, rate, line));
    }
    adjust_figure(adjust, FIGURE_rate, rate);
    adjust_figure(adjust, FIGURE_total, total == SLOT_NONE ? adjust->program->zero : total);
    return adjust->good;
}

const EntryKind adjust_deferred_tax = {
    .name = "deferred_tax",
    .summary = "Records deferred tax on the differences between what is recorded and its tax basis",
    .column = COLUMN_adjustments,
    .income_of = INCOME_OF_none,
    .purchase = true,
    .needs_deal = true,
    .keys = keys,
    .figures = figures,
    .balance_sheet = compile,
};
