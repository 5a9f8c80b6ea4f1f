#include "statement/swap.h"

#include <stdlib.h>

bool swap_is_possible(int64_t excess_a, int64_t excess_b)
{
    return excess_a == -excess_b && llabs(excess_a) >= 100;
}

static Text row_caption(const Test *test, size_t row)
{
    const Row *at = &test->statement->rows[row];
    if (at->caption.length || at->line == LINE_NONE)
        return at->caption;
    return chart_at(test->column.chart, at->line)->label;
}

static Text cell_text(const Test *test, const Cell *cell)
{
    Arena *arena = test->run->arena;
    Text figure = amount_spoken(arena, printed_to_double(cell->printed, cell->printed.unit.scale), cell->printed.decimals);
    return text_format(arena, TEXT_FORMAT " (" TEXT_FORMAT ")", TEXT_ARGUMENTS(figure), TEXT_ARGUMENTS(period_text(arena, cell->period)));
}

void swap_report(Test *test, size_t row, uint8_t a, uint8_t b, size_t total)
{
    for (size_t i = 0; i < test->swaps.count; i++)
        if (test->swaps.items[i].row == row && test->swaps.items[i].a == a && test->swaps.items[i].b == b)
            return;
    Run *run = test->run;
    const Cell *first = row_cell(&test->statement->rows[row], a), *second = row_cell(&test->statement->rows[row], b);
    Location other = source_locate(&run->sources, run->arena, second->place);
    *list_push(run->arena, &test->swaps) = (Swap){row, a, b};
    problem_as(run, test->gravity, PROBLEM_columns_swapped, first->place,
               "\"" TEXT_FORMAT "\" is " TEXT_FORMAT " here and " TEXT_FORMAT " at " TEXT_FORMAT ":%u:%u: with these two exchanged %s" TEXT_FORMAT
               "%s foots in both columns",
               TEXT_ARGUMENTS(row_caption(test, row)), TEXT_ARGUMENTS(cell_text(test, first)), TEXT_ARGUMENTS(cell_text(test, second)),
               TEXT_ARGUMENTS(other.name), other.line, other.column, total == row ? "" : "\"", TEXT_ARGUMENTS(total == row ? TEXT("it") : row_caption(test, total)),
               total == row ? "" : "\"");
}

/* The figures of a row in two columns, counted alike. False when it does not print both. */
static bool row_amounts(int64_t *in_a, int64_t *in_b, const Test *test, size_t row, const Misfit *a, const Misfit *b)
{
    const Row *at = &test->statement->rows[row];
    const Cell *first = row_cell(at, a->column), *second = row_cell(at, b->column);
    return first && second && row_is_money(at) && a->exponent == b->exponent && printed_scaled(in_a, first->printed, a->exponent) &&
           printed_scaled(in_b, second->printed, b->exponent);
}

/* With which sign a line enters a total, however deep; 0 when it does not. */
static int sign_in(const Chart *chart, LineId line, LineId total)
{
    int sign = 1;
    while (line != LINE_NONE && line != total) {
        sign *= chart_at(chart, line)->sign;
        line = chart_at(chart, line)->into;
    }
    return line == total ? sign : 0;
}

/* Does the total foot in both columns when the row's figures change places? */
static bool row_explains(const Test *test, size_t row, const Misfit *a, const Misfit *b)
{
    int64_t in_a, in_b;
    LineId line = test->statement->rows[row].line;
    if (line == LINE_NONE || !row_amounts(&in_a, &in_b, test, row, a, b))
        return false;
    if (row == a->row)
        return a->value == b->sum && b->value == a->sum;
    int sign = a->same != LINE_NONE ? line == a->same : sign_in(test->column.chart, line, a->total);
    return sign && sign * (in_b - in_a) == a->value - a->sum;
}

static bool pair_explain(Test *test, const Misfit *a, const Misfit *b)
{
    for (size_t i = 0; i < test->swaps.count; i++)
        if (test->swaps.items[i].a == a->column && test->swaps.items[i].b == b->column && row_explains(test, test->swaps.items[i].row, a, b))
            return true;
    for (size_t row = 0; row < test->statement->row_count; row++)
        if (row_explains(test, row, a, b)) {
            swap_report(test, row, a->column, b->column, a->row);
            return true;
        }
    return false;
}

void swaps_explain(Test *test)
{
    for (size_t i = 0; i < test->misfits.count; i++)
        for (size_t j = i + 1; j < test->misfits.count; j++) {
            Misfit *a = &test->misfits.items[i], *b = &test->misfits.items[j];
            if (a->total != b->total || a->same != b->same || a->explained || b->explained || a->exponent != b->exponent)
                continue;
            if (swap_is_possible(a->value - a->sum, b->value - b->sum) && pair_explain(test, a, b))
                a->explained = b->explained = true;
        }
}
