/* Income tax of the adjustments of operations: a leg for each other entry of the column, (what it moves income before taxes by) x rate, each
 * rounded. What is not deductible has none and is named; an entry's own tax_rate replaces the rate. Reclassifications move no income. */
#include "model/adjust.h"

enum { RATE, COLUMN, LINE };
enum { OF_adjustments, OF_autonomous };
static const char *const columns[] = {"adjustments", "autonomous_entity", NULL};

static const EntryKey keys[] = {
    [RATE] = {.name = "rate", .type = KEY_formula, .needed = true, .unit = UNIT_ratio, .part = true, .meaning = "statutory rate, where an entry has no tax_rate of its own"},
    [COLUMN] = {.name = "column", .type = KEY_choice, .words = columns, .meaning = "whose tax: of the adjustments (default), or of the autonomous-entity adjustments, where the form has them"},
    [LINE] = {.name = "line", .type = KEY_line, .meaning = "default: the chart's income_tax"},
    {0},
};

enum { FIGURE_total };
static const EntryFigure figures[] = {
    [FIGURE_total] = {"total", UNIT_money, false, "tax of the adjustments"},
    {0},
};

/* What an entry moves income before taxes by, in legs that are deductible or in those that are not; SLOT_NONE: no leg does. */
static Slot income_moved(Adjust *adjust, const AppliedEntry *other, bool deductible)
{
    Slot sum = SLOT_NONE;
    for (size_t i = 0; i < other->legs.count; i++) {
        const AppliedLeg *leg = &other->legs.items[i];
        int sign = adjust_enters(adjust, leg->line, adjust->model->chart->deal.pretax_income);
        bool taxed = !leg->not_deductible && !other->entry->not_deductible;
        if (sign != 0 && taxed == deductible)
            sum = program_add_signed(adjust->program, sum, sign, leg->amount);
    }
    return sum;
}

static Slot tax_entry(Adjust *adjust, const AppliedEntry *other, Slot rate, LineId line)
{
    const ScenarioEntry *entry = other->entry;
    Slot income = income_moved(adjust, other, true), untaxed = income_moved(adjust, other, false);
    if (untaxed != SLOT_NONE)
        adjust_say(adjust, "#t: #m of income is not deductible or taxed.", entry->name, untaxed);
    if (income == SLOT_NONE)
        return SLOT_NONE;
    if (entry->tax_rate.formula)
        rate = adjust_formula(adjust, &entry->tax_rate);
    Slot tax = adjust_round(adjust, adjust_op(adjust, OP_MULTIPLY, income, rate));
    adjust_say(adjust, "#t: #m of income x #c = #m.", entry->name, income, rate, tax);
    AppliedLeg *leg = adjust_post(adjust, line, tax, entry->name);
    if (leg)
        leg->taxed = entry;
    return tax;
}

static bool operate(Adjust *adjust)
{
    const Scenario *scenario = adjust->model->scenario;
    bool autonomous = adjust_key(adjust, COLUMN)->choice == OF_autonomous;
    Slot rate = adjust_value(adjust, RATE), total = adjust->program->zero;
    LineId line = adjust_line(adjust, adjust_key(adjust, LINE), adjust->model->chart->deal.income_tax);
    if (autonomous && scenario->deal && adjust_decides(adjust, DECISION_autonomous) == AUTONOMOUS_refuse)
        return adjust_refuse(adjust, DECISION_autonomous, adjust_key(adjust, COLUMN)->place, "a tax of autonomous-entity adjustments");
    adjust->applied->column = autonomous ? COLUMN_autonomous : COLUMN_adjustments;
    for (size_t i = 0; adjust->good && i < scenario->entry_count; i++) {
        const ScenarioEntry *entry = &scenario->entries[i];
        const AppliedEntry *other = entry->kind == adjust->entry->kind || entry->kind->below_tax ? NULL : adjust_other(adjust, entry);
        if (other && other->column == adjust->applied->column)
            total = program_add(adjust->program, total, tax_entry(adjust, other, rate, line));
    }
    adjust_figure(adjust, FIGURE_total, total);
    return adjust->good;
}

const EntryKind adjust_tax = {
    .name = "tax",
    .summary = "Income tax of the adjustments, each rounded by itself",
    .column = COLUMN_adjustments,
    .every_basis = true,
    .income_of = INCOME_OF_taxed,
    .keys = keys,
    .figures = figures,
    .operations = operate,
};
