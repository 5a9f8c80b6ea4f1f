/* What the companies have sold to and owe each other: sales are costs, a receivable is a payable, and profit in stock that no outsider has
 * bought is not earned (ARB 51.6, ASC 810-10-45-1). */
#include "model/adjust.h"

enum {
    SALES, REVENUE_LINE, COST_LINE, RECEIVABLE, RECEIVABLE_LINE, PAYABLE_LINE, PROFIT, OPENING_PROFIT, INVENTORY_LINE, PROFIT_TAX, PROFIT_TAX_LINE
};

static const EntryKey keys[] = {
    [SALES] = {.name = "sales", .type = KEY_formula, .unit = UNIT_money, .meaning = "sales between the companies in the period: revenue and cost both fall"},
    [REVENUE_LINE] = {.name = "revenue_line", .type = KEY_line, .meaning = "the seller's; needed with sales"},
    [COST_LINE] = {.name = "cost_line", .type = KEY_line, .meaning = "the buyer's; needed with sales and with unrealised_profit"},
    [RECEIVABLE] = {.name = "receivable", .type = KEY_formula, .unit = UNIT_money, .meaning = "what one owes the other at the day of the balance sheet"},
    [RECEIVABLE_LINE] = {.name = "receivable_line", .type = KEY_line, .meaning = "needed with receivable"},
    [PAYABLE_LINE] = {.name = "payable_line", .type = KEY_line, .meaning = "needed with receivable"},
    [PROFIT] = {.name = "unrealised_profit", .type = KEY_formula, .unit = UNIT_money, .meaning = "the seller's profit in what the buyer still has in stock at the end"},
    [OPENING_PROFIT] = {.name = "opening_profit", .type = KEY_formula, .unit = UNIT_money, .meaning = "the same at the beginning of the period, earned in it; default 0"},
    [INVENTORY_LINE] = {.name = "inventory_line", .type = KEY_line, .meaning = "needed with unrealised_profit"},
    [PROFIT_TAX] = {.name = "profit_tax_rate", .type = KEY_formula, .unit = UNIT_ratio, .part = true, .meaning = "rate of the tax paid on unrealised_profit, deferred on the balance sheet; default: none"},
    [PROFIT_TAX_LINE] = {.name = "profit_tax_line", .type = KEY_line, .meaning = "where that tax stands, an asset or a liability that falls; needed with profit_tax_rate"},
    {0},
};

/* --- the balance sheet --- */

static Slot post_tax(Adjust *adjust, Slot profit)
{
    Slot rate = adjust_value(adjust, PROFIT_TAX), tax = adjust_round(adjust, adjust_op(adjust, OP_MULTIPLY, profit, rate));
    if (tax == SLOT_NONE)
        return SLOT_NONE;
    LineId line = adjust_line(adjust, adjust_key(adjust, PROFIT_TAX_LINE), LINE_NONE);
    adjust_post_signed(adjust, line, adjust_enters(adjust, line, adjust->model->chart->deal.assets) ? 1 : -1, tax, TEXT("tax on unrealised profit"));
    adjust_say(adjust, "Tax on it: #m x #c = #m.", profit, rate, tax);
    return tax;
}

static void take_out_profit(Adjust *adjust)
{
    Slot profit = adjust_round(adjust, adjust_value(adjust, PROFIT));
    if (profit == SLOT_NONE)
        return;
    adjust_say(adjust, "Profit in stock: #m.", profit);
    adjust_post_signed(adjust, adjust_line(adjust, adjust_key(adjust, INVENTORY_LINE), LINE_NONE), -1, profit, TEXT("unrealised profit"));
    Slot earned = program_add_signed(adjust->program, profit, -1, post_tax(adjust, profit));
    adjust_say(adjust, "Retained earnings fall by #m.", earned);
    adjust_post_signed(adjust, adjust_line(adjust, &(EntryValue){0}, adjust->model->chart->deal.retained_earnings), -1, earned, TEXT("unrealised profit"));
}

static bool compile(Adjust *adjust)
{
    Slot owed = adjust_round(adjust, adjust_value(adjust, RECEIVABLE));
    if (owed != SLOT_NONE) {
        adjust_post_signed(adjust, adjust_line(adjust, adjust_key(adjust, RECEIVABLE_LINE), LINE_NONE), -1, owed, TEXT("owed between the companies"));
        adjust_post_signed(adjust, adjust_line(adjust, adjust_key(adjust, PAYABLE_LINE), LINE_NONE), -1, owed, TEXT("owed between the companies"));
        adjust_say(adjust, "Receivable and payable: #m.", owed);
    }
    take_out_profit(adjust);
    return adjust->good;
}

/* --- operations --- */

static bool operate(Adjust *adjust)
{
    Slot sales = adjust_round(adjust, adjust_value(adjust, SALES)), profit = adjust_value(adjust, PROFIT), opening = adjust_value_or(adjust, OPENING_PROFIT, 0);
    if (sales != SLOT_NONE) {
        adjust_post_income(adjust, adjust_income_line(adjust, adjust_key(adjust, REVENUE_LINE), LINE_NONE), -1, sales, TEXT("sales between the companies"));
        adjust_post_income(adjust, adjust_income_line(adjust, adjust_key(adjust, COST_LINE), LINE_NONE), 1, sales, TEXT("sales between the companies"));
        adjust_say(adjust, "Sales and costs: #m.", sales);
    }
    Slot more = adjust_round(adjust, adjust_op(adjust, OP_SUBTRACT, profit, opening));
    if (more != SLOT_NONE) {
        adjust_post_income(adjust, adjust_income_line(adjust, adjust_key(adjust, COST_LINE), LINE_NONE), -1, more, TEXT("unrealised profit"));
        adjust_say(adjust, "Profit in stock: #m at the end less #m at the beginning = #m.", profit, opening, more);
    }
    return adjust->good;
}

const EntryKind adjust_intercompany = {
    .name = "intercompany",
    .summary = "Takes out what the companies have sold to and owe each other, and the profit in it that is not earned yet",
    .column = COLUMN_adjustments,
    .every_basis = true,
    .income_of = INCOME_OF_acquirer,
    .keys = keys,
    .balance_sheet = compile,
    .operations = operate,
};
