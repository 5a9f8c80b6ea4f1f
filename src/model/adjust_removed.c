#include "model/adjust_removed.h"

enum { REMOVED_amount, REMOVED_line };

const EntryKey removed_keys[] = {
    [REMOVED_amount] = {.name = "amount", .type = KEY_formula, .needed = true, .unit = UNIT_money, .meaning = "what the target reports of it for the period"},
    [REMOVED_line] = {.name = "line", .type = KEY_line, .meaning = "line of operations in which the target reports it; default: the chart's amortization"},
    {0},
};

Slot removed_post(Adjust *adjust, int key)
{
    const EntryValue *items = adjust_key(adjust, key);
    Slot sum = adjust->program->zero;
    for (size_t i = 0; i < items->count; i++) {
        const EntryItem *item = &items->items[i];
        Slot amount = adjust_round(adjust, adjust_formula(adjust, &item->values[REMOVED_amount]));
        adjust_take(adjust, adjust_company(adjust), adjust_line(adjust, &item->values[REMOVED_line], adjust->model->chart->deal.amortization), amount, item->name,
                    item->values[REMOVED_amount].place);
        adjust_say(adjust, "#t, reported by the target: #m, taken out.", item->name, amount);
        sum = adjust_op(adjust, OP_ADD, sum, amount);
    }
    return sum;
}
