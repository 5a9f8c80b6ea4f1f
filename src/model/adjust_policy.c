/* One company's figures under the other's accounting policy (LIFO and FIFO, capitalisation): an adjustment, since it changes income.
 * Its cumulative effect on net assets belongs to the company's equity. That of a target is eliminated in a purchase, as it was reported; so the
 * effect is part of the net assets acquired and left to goodwill. Of the acquirer, and where nothing closes a purchase of the company, it
 * stands in retained earnings. Deferred tax of the change is a line of its own among the items. */
#include "model/adjust.h"

enum { ITEM_LINE, ITEM_AMOUNT };
static const EntryKey item_keys[] = {
    [ITEM_LINE] = {.name = "line", .type = KEY_line, .needed = true, .meaning = "line of the statement"},
    [ITEM_AMOUNT] = {.name = "amount", .type = KEY_formula, .needed = true, .unit = UNIT_money, .meaning = "by how much the line changes, in its own sign"},
    {0},
};

enum { OPERATIONS, BALANCE_SHEET };
static const EntryKey keys[] = {
    [OPERATIONS] = {.name = "operations", .type = KEY_items, .item_keys = item_keys, .meaning = "what changes in operations, each with line and amount"},
    [BALANCE_SHEET] = {.name = "balance_sheet", .type = KEY_items, .item_keys = item_keys, .meaning = "what changes on the balance sheet, but for the cumulative effect, which follows from it"},
    {0},
};

enum { FIGURE_effect };
static const EntryFigure figures[] = {
    [FIGURE_effect] = {"cumulative_effect", UNIT_money, true, "effect on net assets"},
    {0},
};

static void post_items(Adjust *adjust, const EntryValue *items)
{
    for (size_t i = 0; i < items->count; i++) {
        const EntryItem *item = &items->items[i];
        LineId line = adjust_line(adjust, &item->values[ITEM_LINE], LINE_NONE);
        Slot amount = adjust_round(adjust, adjust_formula(adjust, &item->values[ITEM_AMOUNT]));
        adjust_post(adjust, line, amount, item->name);
        adjust_say(adjust, "#t: #m.", item->name, amount);
    }
}

static bool is_purchased(const Adjust *adjust)
{
    const Scenario *scenario = adjust->model->scenario;
    for (size_t i = 0; i < scenario->entry_count; i++)
        if (scenario->entries[i].kind->closes && !scenario->entries[i].off && text_equal(scenario->entries[i].company, adjust->entry->company))
            return true;
    return false;
}

static bool compile(Adjust *adjust)
{
    post_items(adjust, adjust_key(adjust, BALANCE_SHEET));
    Slot effect = adjust_left_over(adjust);
    if (effect == SLOT_NONE)
        return adjust->good;
    adjust_figure(adjust, FIGURE_effect, effect);
    if (is_purchased(adjust)) {
        adjust_say(adjust, "The cumulative effect of #m is part of the net assets acquired, and so of goodwill.", effect);
        return adjust->good;
    }
    adjust_post(adjust, adjust_line(adjust, &(EntryValue){0}, adjust->model->chart->deal.retained_earnings), effect, TEXT("cumulative effect"));
    adjust_say(adjust, "The cumulative effect of #m is in retained earnings.", effect);
    return adjust->good;
}

static bool operate(Adjust *adjust)
{
    post_items(adjust, adjust_key(adjust, OPERATIONS));
    return adjust->good;
}

const EntryKind adjust_policy = {
    .name = "policy",
    .summary = "Brings one company's figures to the other's accounting policy",
    .column = COLUMN_adjustments,
    .every_basis = true,
    .income_of = INCOME_OF_company,
    .purchase = true,
    .keys = keys,
    .figures = figures,
    .balance_sheet = compile,
    .operations = operate,
};
