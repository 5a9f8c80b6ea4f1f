/* What it takes to show the registrant as an autonomous entity where it was part of another (S-X 11-02(a)(6)(ii)), in a column of its own.
 * Its items stand on operations, on the balance sheet, or on both; those of a balance sheet leave assets equal to liabilities and equity. */
#include "model/adjust.h"

#include "model/entry.h"

enum { ITEMS };
enum { ITEM_line, ITEM_amount };

static const EntryKey item_keys[] = {
    [ITEM_line] = {.name = "line", .type = KEY_line, .needed = true, .meaning = "of operations or of the balance sheet"},
    [ITEM_amount] = {.name = "amount", .type = KEY_formula, .needed = true, .unit = UNIT_money, .meaning = "what it adds to the line, in the line's own sign; on operations that of the period shown"},
    {0},
};

static const EntryKey keys[] = {
    [ITEMS] = {.name = "items", .type = KEY_items, .needed = true, .item_keys = item_keys, .meaning = "what an entity of its own would have besides, each with its keys"},
    {0},
};

/* An item is for the statement in which its line stands; one of a third statement is refused where the entry meets a first. */
static bool is_elsewhere(const Adjust *adjust, LineId line)
{
    const Chart *chart = adjust->model->chart;
    uint8_t statement = chart_at(chart, line)->statement;
    bool known = statement == chart_at(chart, chart->deal.assets)->statement || statement == chart_at(chart, chart->per_share.income)->statement;
    return known && !line_is_in(adjust->model, adjust->sheet, line);
}

static bool compile(Adjust *adjust)
{
    const EntryValue *items = adjust_key(adjust, ITEMS);
    if (adjust_decides(adjust, DECISION_autonomous) == AUTONOMOUS_refuse)
        return adjust_refuse(adjust, DECISION_autonomous, adjust->entry->place, "adjustments for an autonomous entity");
    for (size_t i = 0; i < items->count; i++) {
        const EntryValue *values = items->items[i].values;
        if (is_elsewhere(adjust, values[ITEM_line].line))
            continue;
        AppliedLeg *leg = adjust_post(adjust, adjust_line(adjust, &values[ITEM_line], LINE_NONE), adjust_formula(adjust, &values[ITEM_amount]), items->items[i].name);
        if (leg)
            leg->place = values[ITEM_amount].place;
    }
    return adjust->good;
}

const EntryKind adjust_autonomous_entity = {
    .name = "autonomous_entity",
    .summary = "Shows the registrant as an entity of its own where it was part of another",
    .column = COLUMN_autonomous,
    .every_basis = true,
    .income_of = INCOME_OF_company,
    .needs_deal = true,
    .keys = keys,
    .balance_sheet = compile,
    .operations = compile,
};
