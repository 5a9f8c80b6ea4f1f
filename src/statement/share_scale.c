#include "statement/share_scale.h"

#include <math.h>

enum { SCALES = 4 };
static const double RATIO_LARGEST = 2.5; /* of two counts that are meant to be the same */

static const Row *row_of_line(const Statement *statement, LineId line)
{
    for (size_t i = 0; line != LINE_NONE && i < statement->row_count; i++)
        if (chart_prints(statement->chart, statement->rows[i].line, line) && statement->rows[i].cell_count)
            return &statement->rows[i];
    return NULL;
}

/* The row of the line, or the first of the unit below the income. */
static const Row *row_below(const Statement *statement, const Row *income, LineId line, UnitKind unit)
{
    const Row *found = row_of_line(statement, line);
    for (const Row *row = income + 1; !found && row < statement->rows + statement->row_count; row++)
        if (row->unit.kind == unit && row->cell_count)
            found = row;
    return found;
}

/* The size of what a row prints in a column; 0 when it prints nothing there. */
static double size_in(const Row *row, uint8_t column)
{
    for (size_t i = 0; i < row->cell_count; i++)
        if (row->cells[i].column == column && row->cells[i].dated && !row->cells[i].nil)
            return fabs(printed_to_double(row->cells[i].printed, row->cells[i].printed.unit.scale));
    return 0;
}

static bool scale_fits(double count, uint8_t scale, double implied)
{
    double ratio = count * pow(10, scale) / implied;
    return ratio < RATIO_LARGEST && ratio > 1 / RATIO_LARGEST;
}

static void scale_set(Statement *statement, uint8_t scale)
{
    statement->shares.scale = scale;
    for (size_t i = 0; i < statement->row_count; i++) {
        Row *row = &statement->rows[i];
        if (row->unit.kind != UNIT_shares)
            continue;
        row->unit.scale = scale;
        for (size_t j = 0; j < row->cell_count; j++)
            if (row->cells[j].printed.unit.kind == UNIT_shares)
                row->cells[j].printed.unit.scale = scale;
    }
}

void share_scale_settle(Statement *statement)
{
    const PerShareLines *lines = &statement->chart->per_share;
    const Row *income = row_of_line(statement, lines->income);
    const Row *each = income ? row_below(statement, income, lines->basic_eps, UNIT_per_share) : NULL;
    const Row *shares = each ? row_below(statement, income, lines->basic_shares, UNIT_shares) : NULL;
    for (uint8_t column = 0; shares && column < statement->column_count; column++) {
        double amount = size_in(income, column), per_share = size_in(each, column), count = size_in(shares, column);
        if (amount == 0 || per_share == 0 || count == 0)
            continue;
        const uint8_t scales[SCALES] = {shares->unit.scale, 0, 3, 6};
        double implied = amount * pow(10, income->unit.scale) / per_share;
        size_t i = 0;
        while (i < SCALES && !scale_fits(count, scales[i], implied))
            i++;
        if (i > 0 && i < SCALES)
            scale_set(statement, scales[i]);
        return;
    }
}
