/* Research that the target has not finished and that has no other use. Before ASC 805 it is charged to expense at closing (SFAS 2, FIN 4): a
 * charge that does not recur, on the balance sheet alone, of which no deferred tax is due (SFAS 109, EITF 96-7). Since then it is an asset of
 * indefinite life until the work is done (ASC 350-30-35-17A). */
#include "model/part_acquired.h"

enum { PROJECTS, CHARGE_LINE, ASSET_LINE };
enum { PROJECT_value, PROJECT_tax_basis };

static const EntryKey project_keys[] = {
    [PROJECT_value] = {.name = "value", .type = KEY_formula, .needed = true, .unit = UNIT_money, .meaning = "fair value"},
    [PROJECT_tax_basis] = {.name = "tax_basis", .type = KEY_formula, .unit = UNIT_money, .meaning = "of what is an asset; default 0"},
    {0},
};

static const EntryKey keys[] = {
    [PROJECTS] = {.name = "projects", .type = KEY_items, .needed = true, .item_keys = project_keys, .meaning = "the projects, each with its keys"},
    [CHARGE_LINE] = {.name = "charge_line", .type = KEY_line, .meaning = "line of equity that the charge at closing goes to; default: the chart's retained_earnings"},
    [ASSET_LINE] = {.name = "asset_line", .type = KEY_line, .meaning = "default: the chart's intangibles"},
    {0},
};

enum { FIGURE_total };
static const EntryFigure figures[] = {
    [FIGURE_total] = {"total", UNIT_money, true, "sum of the fair values"},
    {0},
};

static Slot post_project(Adjust *adjust, const EntryItem *project, LineId line, bool expensed)
{
    Slot value = part_acquired_of(adjust, adjust_round(adjust, adjust_formula(adjust, &project->values[PROJECT_value])), project->name);
    Slot basis = adjust_formula_or(adjust, &project->values[PROJECT_tax_basis], 0);
    AppliedLeg *leg = adjust_post_signed(adjust, line, expensed ? -1 : 1, value, project->name);
    if (leg && !expensed)
        leg->difference = adjust_op(adjust, OP_SUBTRACT, value, basis);
    adjust_say(adjust, expensed ? "#t: #m, charged to expense at closing; not in operations, since it does not recur."
                                : "#t: #m, an asset, not amortized until the work is done.", project->name, value);
    return value;
}

static bool compile(Adjust *adjust)
{
    const DealLines *lines = &adjust->model->chart->deal;
    const EntryValue *projects = adjust_key(adjust, PROJECTS);
    bool expensed = adjust_decides(adjust, DECISION_in_process) == IN_PROCESS_expense;
    LineId line = expensed ? adjust_line(adjust, adjust_key(adjust, CHARGE_LINE), lines->retained_earnings)
                           : adjust_line(adjust, adjust_key(adjust, ASSET_LINE), lines->intangibles);
    Slot total = adjust->program->zero;
    for (size_t i = 0; i < projects->count; i++)
        total = adjust_op(adjust, OP_ADD, total, post_project(adjust, &projects->items[i], line, expensed));
    adjust_figure(adjust, FIGURE_total, total);
    return adjust->good;
}

const EntryKind adjust_in_process_research = {
    .name = "in_process_research",
    .summary = "Records research that is in process: charged to expense at closing, or an asset, as the regime says",
    .column = COLUMN_adjustments,
    .income_of = INCOME_OF_none,
    .purchase = true,
    .needs_deal = true,
    .keys = keys,
    .figures = figures,
    .balance_sheet = compile,
};
