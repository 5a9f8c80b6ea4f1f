/* How the deal is paid for: interest lost on cash that is used, new debt with its interest and costs, debt repaid. Interest is that of the
 * whole amounts on the pro forma balance sheet. The cash itself leaves in the kind consideration. */
#include "model/adjust.h"

enum { ASSET, DEDUCTION };
static const char *const presentations[] = {"asset", "deduction", NULL};

enum { DEBT_AMOUNT, DEBT_RATE, DEBT_FEES, DEBT_YEARS, DEBT_LINE, DEBT_FEES_LINE, DEBT_INTEREST_LINE, DEBT_FEES_EXPENSE_LINE };
static const EntryKey debt_keys[] = {
    [DEBT_AMOUNT] = {.name = "amount", .type = KEY_formula, .needed = true, .unit = UNIT_money, .meaning = "what is borrowed"},
    [DEBT_RATE] = {.name = "rate", .type = KEY_formula, .needed = true, .unit = UNIT_ratio, .part = true, .meaning = "interest a year"},
    [DEBT_FEES] = {.name = "fees", .type = KEY_formula, .unit = UNIT_money, .meaning = "costs of borrowing, paid in cash and spread over years"},
    [DEBT_YEARS] = {.name = "years", .type = KEY_formula, .unit = UNIT_years, .meaning = "term of the debt; needed with fees"},
    [DEBT_LINE] = {.name = "line", .type = KEY_line, .meaning = "default: the chart's debt"},
    [DEBT_FEES_LINE] = {.name = "fees_line", .type = KEY_line, .meaning = "asset in which fees stand; needed with fees where they are presented as one"},
    [DEBT_INTEREST_LINE] = {.name = "interest_line", .type = KEY_line, .meaning = "default: the chart's interest_expense"},
    [DEBT_FEES_EXPENSE_LINE] = {.name = "fees_expense_line", .type = KEY_line, .meaning = "line of operations that the fees are spread in; default: interest_line"},
    {0},
};

enum { RETIRED_AMOUNT, RETIRED_RATE, RETIRED_INTEREST, RETIRED_LINE, RETIRED_INTEREST_LINE };
static const EntryKey retired_keys[] = {
    [RETIRED_AMOUNT] = {.name = "amount", .type = KEY_formula, .needed = true, .unit = UNIT_money, .meaning = "debt that is repaid, in cash"},
    [RETIRED_RATE] = {.name = "rate", .type = KEY_formula, .unit = UNIT_ratio, .part = true, .meaning = "interest a year, which falls away"},
    [RETIRED_INTEREST] = {.name = "interest", .type = KEY_formula, .unit = UNIT_money, .meaning = "instead of rate: interest of the period that falls away, a positive amount"},
    [RETIRED_LINE] = {.name = "line", .type = KEY_line, .meaning = "default: the chart's debt"},
    [RETIRED_INTEREST_LINE] = {.name = "interest_line", .type = KEY_line, .meaning = "default: the chart's interest_expense"},
    {0},
};

enum { CASH_USED, FOREGONE_RATE, INTEREST_INCOME_LINE, DEBT, RETIRED, FEES_PRESENTED, CASH_LINE };
static const EntryKey keys[] = {
    [CASH_USED] = {.name = "cash_used", .type = KEY_formula, .unit = UNIT_money, .meaning = "cash that no longer earns interest, such as entries.NAME.cash of the consideration"},
    [FOREGONE_RATE] = {.name = "foregone_rate", .type = KEY_formula, .unit = UNIT_ratio, .part = true, .meaning = "interest a year that it earned; needed with cash_used"},
    [INTEREST_INCOME_LINE] = {.name = "interest_income_line", .type = KEY_line, .meaning = "default: the chart's interest_income"},
    [DEBT] = {.name = "debt", .type = KEY_items, .item_keys = debt_keys, .meaning = "what is borrowed, each with its keys"},
    [RETIRED] = {.name = "retired", .type = KEY_items, .item_keys = retired_keys, .meaning = "debt of either company that is repaid, each with its keys"},
    [FEES_PRESENTED] = {.name = "fees_presented", .type = KEY_choice, .words = presentations, .meaning = "asset, or a deduction from the debt; default: what the regime of the deal decides (a deduction since ASU 2015-03)"},
    [CASH_LINE] = {.name = "cash_line", .type = KEY_line, .meaning = "default: the chart's cash"},
    {0},
};

enum { FIGURE_cash_used, FIGURE_debt, FIGURE_fees, FIGURE_repaid, FIGURE_interest, FIGURE_foregone };
static const EntryFigure figures[] = {
    [FIGURE_cash_used] = {"cash_used", UNIT_money, true, "cash that no longer earns interest"},
    [FIGURE_debt] = {"debt", UNIT_money, true, "sum of what is borrowed"},
    [FIGURE_fees] = {"fees", UNIT_money, true, "costs of borrowing it"},
    [FIGURE_repaid] = {"repaid", UNIT_money, true, "sum of the debt that is repaid"},
    [FIGURE_interest] = {"interest", UNIT_money, false, "interest of the period on what is borrowed, without costs of borrowing"},
    [FIGURE_foregone] = {"foregone_interest", UNIT_money, false, "interest of the period lost on cash that is used"},
    {0},
};

/* --- the balance sheet --- */

static Text part_label(Adjust *adjust, const EntryItem *item, const char *part)
{
    return text_format(adjust->model->run->arena, TEXT_FORMAT ", %s", TEXT_ARGUMENTS(item->name), part);
}

static void post_cash(Adjust *adjust, int sign, Slot amount, Text label)
{
    adjust_post_signed(adjust, adjust_line(adjust, adjust_key(adjust, CASH_LINE), adjust->model->chart->deal.cash), sign, amount, label);
}

/* As the scenario says, or the rules of the deal's time. */
static bool is_deducted(Adjust *adjust)
{
    const EntryValue *presented = adjust_key(adjust, FEES_PRESENTED);
    if (presented->given || !adjust->model->scenario->deal)
        return presented->choice == DEDUCTION;
    return adjust_decides(adjust, DECISION_debt_costs) == DEBT_COSTS_deduction;
}

static Slot post_fees(Adjust *adjust, const EntryItem *item, LineId debt_line)
{
    const EntryValue *values = item->values;
    Slot fees = adjust_round(adjust, adjust_formula(adjust, &values[DEBT_FEES]));
    bool deducted = is_deducted(adjust);
    if (!values[DEBT_FEES].formula)
        return SLOT_NONE;
    if (!values[DEBT_YEARS].formula)
        adjust->good = problem(adjust->model->run, PROBLEM_setting_missing, item->place, "\"" TEXT_FORMAT "\" has \"fees\" and no \"years\" over which they are spread",
                               TEXT_ARGUMENTS(item->name));
    LineId line = deducted ? debt_line : adjust_line(adjust, &values[DEBT_FEES_LINE], LINE_NONE);
    Text label = part_label(adjust, item, "costs");
    adjust_post_signed(adjust, line, deducted ? -1 : 1, fees, label);
    adjust_say(adjust, deducted ? "#t: #m, deducted from the debt." : "#t: #m, deferred as an asset.", label, fees);
    return fees;
}

static void borrow(Adjust *adjust, const EntryItem *item, Slot *debt, Slot *fees)
{
    const EntryValue *values = item->values;
    Slot amount = adjust_round(adjust, adjust_formula(adjust, &values[DEBT_AMOUNT]));
    LineId line = adjust_line(adjust, &values[DEBT_LINE], adjust->model->chart->deal.debt);
    adjust_say(adjust, "#t: #m borrowed at #c.", item->name, amount, adjust_formula(adjust, &values[DEBT_RATE]));
    adjust_post(adjust, line, amount, item->name);
    Slot costs = post_fees(adjust, item, line);
    post_cash(adjust, 1, amount == SLOT_NONE ? SLOT_NONE : program_add_signed(adjust->program, amount, -1, costs), part_label(adjust, item, "proceeds"));
    *debt = program_add(adjust->program, *debt, amount);
    *fees = program_add(adjust->program, *fees, costs);
}

static Slot repay(Adjust *adjust, const EntryItem *item)
{
    const EntryValue *values = item->values;
    Slot amount = adjust_round(adjust, adjust_formula(adjust, &values[RETIRED_AMOUNT]));
    if (values[RETIRED_RATE].given && values[RETIRED_INTEREST].given)
        adjust->good = problem(adjust->model->run, PROBLEM_duplicate_key, values[RETIRED_INTEREST].place,
                               "\"" TEXT_FORMAT "\" says by \"rate\" and by \"interest\" what falls away", TEXT_ARGUMENTS(item->name));
    adjust_say(adjust, "#t: #m repaid.", item->name, amount);
    adjust_take(adjust, adjust->model->scenario->company_count, adjust_line(adjust, &values[RETIRED_LINE], adjust->model->chart->deal.debt), amount, part_label(adjust, item, "repaid"),
                values[RETIRED_AMOUNT].place);
    post_cash(adjust, -1, amount, part_label(adjust, item, "repaid"));
    return amount;
}

static bool compile(Adjust *adjust)
{
    const EntryValue *debts = adjust_key(adjust, DEBT), *retired = adjust_key(adjust, RETIRED);
    Slot debt = adjust->program->zero, fees = adjust->program->zero, repaid = SLOT_NONE;
    for (size_t i = 0; i < debts->count; i++)
        borrow(adjust, &debts->items[i], &debt, &fees);
    for (size_t i = 0; i < retired->count; i++)
        repaid = program_add(adjust->program, repaid, repay(adjust, &retired->items[i]));
    adjust_figure(adjust, FIGURE_cash_used, adjust_value_or(adjust, CASH_USED, 0));
    adjust_figure(adjust, FIGURE_debt, debt);
    adjust_figure(adjust, FIGURE_fees, fees);
    adjust_figure(adjust, FIGURE_repaid, repaid);
    return adjust->good;
}

/* --- operations --- */

/* What stands on the balance sheet under a label; 0 where a circle begins. */
static Slot posted_amount(Adjust *adjust, const AppliedEntry *posted, Text label)
{
    for (size_t i = 0; i < posted->legs.count; i++)
        if (text_equal(posted->legs.items[i].label, label))
            return posted->legs.items[i].amount;
    return adjust->program->zero;
}

static Slot find_interest(Adjust *adjust, Slot amount, Slot rate)
{
    Slot months = adjust_constant(adjust, adjust_months(adjust), "months of the period"), year = adjust_op(adjust, OP_MULTIPLY, amount, rate);
    return adjust_round(adjust, adjust_op(adjust, OP_DIVIDE, adjust_op(adjust, OP_MULTIPLY, year, months), adjust_constant(adjust, 12, "months of a year")));
}

static void say_interest(Adjust *adjust, Text name, Slot amount, Slot rate, Slot interest)
{
    adjust_say(adjust, "#t: #m x #c x #r / 12 months = #m.", name, amount, rate, adjust_constant(adjust, adjust_months(adjust), "months of the period"), interest);
}

static void lose_interest(Adjust *adjust, const AppliedEntry *posted)
{
    if (!adjust_key(adjust, CASH_USED)->formula)
        return;
    Slot rate = adjust_need(adjust, FOREGONE_RATE, "for the interest lost on cash_used"), cash = posted->figures[FIGURE_cash_used], interest = find_interest(adjust, cash, rate);
    LineId line = adjust_income_line(adjust, adjust_key(adjust, INTEREST_INCOME_LINE), adjust->model->chart->deal.interest_income);
    say_interest(adjust, TEXT("Interest lost on cash used"), cash, rate, interest);
    adjust_post_income(adjust, line, -1, interest, TEXT("cash used"));
    adjust_figure(adjust, FIGURE_foregone, interest);
}

static void spread_fees(Adjust *adjust, const AppliedEntry *posted, const EntryItem *item)
{
    const EntryValue *values = item->values, *line = &values[values[DEBT_FEES_EXPENSE_LINE].given ? DEBT_FEES_EXPENSE_LINE : DEBT_INTEREST_LINE];
    if (!values[DEBT_FEES].formula)
        return;
    Text label = part_label(adjust, item, "costs");
    Slot fees = posted_amount(adjust, posted, label), years = adjust_formula(adjust, &values[DEBT_YEARS]);
    if (is_deducted(adjust))
        fees = adjust_op(adjust, OP_NEGATE, fees, SLOT_NONE);
    Slot amount = adjust_straight_line(adjust, fees, years, values[DEBT_YEARS].place);
    adjust_say(adjust, "#t: #m / #r years x #r / 12 months = #m.", label, fees, years, adjust_constant(adjust, adjust_months(adjust), "months of the period"), amount);
    adjust_post_income(adjust, adjust_income_line(adjust, line, adjust->model->chart->deal.interest_expense), -1, amount, label);
}

static Slot bear_interest(Adjust *adjust, const AppliedEntry *posted, const EntryItem *item)
{
    const EntryValue *values = item->values;
    Slot amount = posted_amount(adjust, posted, item->name), rate = adjust_formula(adjust, &values[DEBT_RATE]), interest = find_interest(adjust, amount, rate);
    say_interest(adjust, item->name, amount, rate, interest);
    adjust_post_income(adjust, adjust_income_line(adjust, &values[DEBT_INTEREST_LINE], adjust->model->chart->deal.interest_expense), -1, interest, item->name);
    spread_fees(adjust, posted, item);
    return interest;
}

static void save_interest(Adjust *adjust, const AppliedEntry *posted, const EntryItem *item)
{
    const EntryValue *values = item->values;
    Slot interest = adjust_round(adjust, adjust_formula(adjust, &values[RETIRED_INTEREST])), rate = adjust_formula(adjust, &values[RETIRED_RATE]);
    Text label = part_label(adjust, item, "repaid");
    if (rate != SLOT_NONE) {
        Slot amount = adjust_op(adjust, OP_NEGATE, posted_amount(adjust, posted, label), SLOT_NONE);
        interest = find_interest(adjust, amount, rate);
        say_interest(adjust, label, amount, rate, interest);
    } else if (interest != SLOT_NONE) {
        adjust_say(adjust, "#t: interest of #m falls away.", label, interest);
    }
    adjust_post_income(adjust, adjust_income_line(adjust, &values[RETIRED_INTEREST_LINE], adjust->model->chart->deal.interest_expense), 1, interest, label);
}

static bool operate(Adjust *adjust)
{
    const EntryValue *debts = adjust_key(adjust, DEBT), *retired = adjust_key(adjust, RETIRED);
    const AppliedEntry *posted = adjust_other_at_balance(adjust, adjust->entry);
    Slot interest = adjust->program->zero;
    if (!posted)
        return adjust->good && problem(adjust->model->run, PROBLEM_no_balance_sheet, adjust->entry->place,
                                       "interest follows from amounts of the pro forma balance sheet, which \"periods\" leaves out");
    lose_interest(adjust, posted);
    for (size_t i = 0; i < debts->count; i++)
        interest = adjust_op(adjust, OP_ADD, interest, bear_interest(adjust, posted, &debts->items[i]));
    for (size_t i = 0; i < retired->count; i++)
        save_interest(adjust, posted, &retired->items[i]);
    adjust_figure(adjust, FIGURE_interest, interest);
    return adjust->good;
}

const EntryKind adjust_financing = {
    .name = "financing",
    .summary = "Interest lost on the cash that is used; debt that is borrowed or repaid, with its interest and the costs of borrowing",
    .column = COLUMN_adjustments,
    .every_basis = true,
    .income_of = INCOME_OF_acquirer,
    .keys = keys,
    .figures = figures,
    .balance_sheet = compile,
    .operations = operate,
};
