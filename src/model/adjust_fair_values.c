/* Identified assets and liabilities at fair value. What is recorded besides the target's own carrying amount is posted; of the difference from
 * the tax basis a deferred tax is due (SFAS 109, ASC 805-740), which the kind deferred_tax posts. */
#include "model/adjust_fair_values.h"

#include "model/part_acquired.h"

static const char *const classes[] = {"amortized", "indefinite", "other", NULL};

const EntryKey fair_value_keys[] = {
    [FAIR_VALUE_line] = {.name = "line", .type = KEY_line, .needed = true, .meaning = "of the balance sheet"},
    [FAIR_VALUE_value] = {.name = "value", .type = KEY_formula, .needed = true, .unit = UNIT_money, .meaning = "fair value"},
    [FAIR_VALUE_book] = {.name = "book", .type = KEY_formula, .unit = UNIT_money, .meaning = "the target's carrying amount, which stays in the line; default 0"},
    [FAIR_VALUE_tax_basis] = {.name = "tax_basis", .type = KEY_formula, .unit = UNIT_money, .meaning = "default: book"},
    [FAIR_VALUE_class] = {.name = "class", .type = KEY_choice, .words = classes, .meaning = "amortized over its life; indefinite: not amortized; other: not an asset that is used up (a liability, land)"},
    [FAIR_VALUE_life] = {.name = "life", .type = KEY_formula, .unit = UNIT_years, .meaning = "useful life of what is amortized"},
    [FAIR_VALUE_expense] = {.name = "expense", .type = KEY_line, .meaning = "line of operations that the amortization goes to; default: the chart's amortization"},
    [FAIR_VALUE_no_deferred_tax] = {.name = "no_deferred_tax", .type = KEY_flag, .meaning = "true where no deferred tax is due"},
    [FAIR_VALUE_nonrecurring] = {.name = "nonrecurring", .type = KEY_flag, .meaning = "its expense does not recur, so that the form before 2021 leaves it out of operations; default: true of inventories"},
    {0},
};

static const EntryKey keys[] = {
    {.name = "items", .type = KEY_items, .needed = true, .item_keys = fair_value_keys, .meaning = "what is identified, each with its keys"},
    {0},
};

enum { FIGURE_total, FIGURE_yearly };
static const EntryFigure figures[] = {
    [FIGURE_total] = {"total", UNIT_money, true, "fair values of the assets less those of the liabilities"},
    [FIGURE_yearly] = {"yearly_amortization", UNIT_money, true, "what of them is amortized in a year"},
    {0},
};

bool line_is_asset(const Chart *chart, LineId line)
{
    while (line != LINE_NONE && line != chart->deal.assets)
        line = chart_at(chart, line)->into;
    return line != LINE_NONE;
}

static void say_item(Adjust *adjust, const EntryItem *item, Slot value, Slot book, Slot step)
{
    const EntryValue *values = item->values;
    Slot life = adjust_formula(adjust, &values[FAIR_VALUE_life]);
    const char *spent = values[FAIR_VALUE_class].choice == CLASS_indefinite ? "; indefinite-lived, not amortized" : "";
    if (book != SLOT_NONE)
        adjust_say(adjust, "#t: #m at fair value, #m carried, #m added#t.", item->name, value, book, step, text_of(spent));
    else if (life != SLOT_NONE)
        adjust_say(adjust, "#t: #m, over #r years.", item->name, value, life);
    else
        adjust_say(adjust, "#t: #m#t.", item->name, value, text_of(spent));
}

/* Of a class that is amortized the life is needed, also where no statement of operations is asked for. */
static void check_life(Adjust *adjust, const EntryItem *item)
{
    const EntryValue *values = item->values;
    if (values[FAIR_VALUE_class].choice == CLASS_amortized && !values[FAIR_VALUE_life].formula)
        adjust->good = problem(adjust->model->run, PROBLEM_setting_missing, item->place, "\"" TEXT_FORMAT "\" is amortized and has no \"life\"", TEXT_ARGUMENTS(item->name));
    adjust_require(adjust, adjust_op(adjust, OP_LESS, adjust->program->zero, adjust_formula(adjust, &values[FAIR_VALUE_life])), PROBLEM_negative_life, values[FAIR_VALUE_life].place,
                   "a life is longer than 0 years");
}

static Slot record_life(Adjust *adjust, const EntryItem *item, Slot value)
{
    size_t class = item->values[FAIR_VALUE_class].choice;
    if (class == CLASS_other)
        return SLOT_NONE;
    return adjust_life(adjust, item->name, classes[class], value, class == CLASS_amortized ? adjust_formula(adjust, &item->values[FAIR_VALUE_life]) : SLOT_NONE);
}

static Slot post_item(Adjust *adjust, const EntryItem *item)
{
    const EntryValue *values = item->values;
    Slot value = adjust_round(adjust, adjust_formula(adjust, &values[FAIR_VALUE_value])), book = adjust_round(adjust, adjust_formula(adjust, &values[FAIR_VALUE_book]));
    Slot whole = book == SLOT_NONE ? value : adjust_op(adjust, OP_SUBTRACT, value, book), step = part_acquired_of(adjust, whole, item->name), difference = step;
    LineId line = adjust_line(adjust, &values[FAIR_VALUE_line], LINE_NONE);
    if (values[FAIR_VALUE_tax_basis].formula)
        difference = adjust_op(adjust, OP_SUBTRACT, value, adjust_formula(adjust, &values[FAIR_VALUE_tax_basis]));
    if (step != whole)
        value = book == SLOT_NONE ? step : adjust_op(adjust, OP_ADD, book, step);
    if (step != whole && values[FAIR_VALUE_tax_basis].formula)
        difference = adjust_op(adjust, OP_SUBTRACT, value, adjust_formula(adjust, &values[FAIR_VALUE_tax_basis]));
    check_life(adjust, item);
    say_item(adjust, item, value, book, step);
    bool asset = line_is_asset(adjust->model->chart, line);
    AppliedLeg *leg = adjust_post(adjust, line, step, item->name);
    if (leg && !values[FAIR_VALUE_no_deferred_tax].flag)
        leg->difference = asset ? difference : adjust_op(adjust, OP_NEGATE, difference, SLOT_NONE);
    return asset ? value : adjust_op(adjust, OP_NEGATE, value, SLOT_NONE);
}

static bool compile(Adjust *adjust)
{
    const EntryValue *items = adjust_key(adjust, FAIR_VALUES_items);
    Slot total = SLOT_NONE, yearly = SLOT_NONE;
    for (size_t i = 0; i < items->count; i++) {
        Slot value = post_item(adjust, &items->items[i]);
        total = program_add(adjust->program, total, value);
        yearly = program_add(adjust->program, yearly, record_life(adjust, &items->items[i], value));
    }
    adjust_figure(adjust, FIGURE_total, total);
    adjust_figure(adjust, FIGURE_yearly, yearly);
    return adjust->good;
}

const EntryKind adjust_fair_values = {
    .name = "fair_values",
    .summary = "Records identified assets and liabilities at fair value",
    .column = COLUMN_adjustments,
    .income_of = INCOME_OF_none,
    .purchase = true,
    .needs_deal = true,
    .keys = keys,
    .figures = figures,
    .balance_sheet = compile,
};
