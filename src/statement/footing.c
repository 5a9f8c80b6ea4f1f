#include "statement/footing.h"

#include <stdlib.h>

static Amount fact_amount(const Fact *fact)
{
    if (!fact_has_value(fact))
        return (Amount){0};
    int64_t digits = llabs(fact->printed.digits), money = llabs(fact->money);
    return (Amount){true, fact->money, money && digits && money % digits == 0 ? money / digits : 1};
}

Amount amount_at(const Column *column, LineId line)
{
    if (column->amounts)
        return column->amounts[line - column->kind->first];
    return fact_amount(column->facts->facts[line - column->kind->first]);
}

void sum_addends(Sum *sum, const Column *column, LineId total, int sign)
{
    const Line *line = chart_at(column->chart, total);
    for (size_t i = 0; i < line->addend_count; i++) {
        LineId addend = line->addends[i];
        Amount amount = amount_at(column, addend);
        int signed_once = sign * chart_at(column->chart, addend)->sign;
        if (!amount.printed) {
            sum_addends(sum, column, addend, signed_once);
            continue;
        }
        sum->value += signed_once * amount.value;
        sum->units += amount.unit;
        sum->count++;
    }
}

int printed_exponent(Printed printed)
{
    return printed.unit.scale - printed.decimals;
}

const Cell *row_cell(const Row *row, uint8_t column)
{
    for (size_t i = 0; i < row->cell_count; i++)
        if (row->cells[i].dated && row->cells[i].column == column)
            return &row->cells[i];
    return NULL;
}

bool printed_scaled(int64_t *out, Printed printed, int exponent)
{
    *out = printed.digits;
    for (int i = printed_exponent(printed); i > exponent; i--)
        if (llabs(*out) > AMOUNT_LARGEST / 10)
            return false;
        else
            *out *= 10;
    return llabs(*out) <= AMOUNT_LARGEST;
}

bool row_is_money(const Row *row)
{
    return row->unit.kind == UNIT_money || row->unit.kind == UNIT_none;
}
