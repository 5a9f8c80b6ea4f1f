#include "statement/row_name.h"

static bool is_difference(const Row *gross, const Row *deducted, const Row *net)
{
    bool same = gross->cell_count && gross->cell_count == deducted->cell_count && gross->cell_count == net->cell_count;
    for (size_t i = 0; same && i < gross->cell_count; i++) {
        const Cell *a = &gross->cells[i], *b = &deducted->cells[i], *c = &net->cells[i];
        bool alike = a->column == b->column && a->column == c->column && a->printed.decimals == b->printed.decimals && a->printed.decimals == c->printed.decimals;
        int64_t taken_off = b->printed.digits < 0 ? -b->printed.digits : b->printed.digits;
        same = alike && a->printed.digits - taken_off == c->printed.digits;
    }
    return same;
}

/* "Property and equipment 3,512", "Less accumulated depreciation 2,332", 1,180: the line is the net amount, and the first row is not it; so are
 * "Revenues", "Less excise taxes", "Net revenues". */
static void gross_rows_unname(RowList *rows, const Chart *chart, size_t first)
{
    for (size_t i = first; i + 2 < rows->count; i++) {
        Row *row = &rows->items[i];
        if (!rows->items[i + 1].deducted || row->line == LINE_NONE)
            continue;
        bool net = row[2].line == LINE_NONE ? !chart_at(chart, row->line)->is_total : row[2].line == row->line;
        if (net && is_difference(row, row + 1, row + 2))
            row->line = LINE_NONE;
    }
}

/* "Sales", "Franchise fees", "Total revenues": where a total says that it is one, an addend with a caption that may mean the total does not. */
static void addends_unname(RowList *rows, size_t first)
{
    for (size_t i = first; i < rows->count; i++) {
        const Row *total = &rows->items[i];
        for (size_t j = first; j < i && total->total && total->line != LINE_NONE; j++)
            if (rows->items[j].line == total->line && !rows->items[j].total)
                rows->items[j].line = LINE_NONE;
    }
}

/* Are rows [first, total) added up in row `total`, in every column that prints it? */
static bool is_sum(const RowList *rows, size_t first, size_t total)
{
    const Row *sum = &rows->items[total];
    for (size_t i = 0; i < sum->cell_count; i++) {
        int64_t left = sum->cells[i].printed.digits;
        for (size_t row = first; row < total; row++)
            for (size_t cell = 0; cell < rows->items[row].cell_count; cell++) {
                const Cell *addend = &rows->items[row].cells[cell];
                if (addend->column == sum->cells[i].column && !addend->nil && addend->printed.decimals != sum->cells[i].printed.decimals)
                    return false;
                left -= addend->column == sum->cells[i].column ? addend->printed.digits : 0;
            }
        if (left)
            return false;
    }
    return sum->cell_count > 0;
}

/* "Net sales", "Leased departments", a sum without a caption: the sum is the revenue, and net sales are a part of it. */
static void revenue_addends_unname(RowList *rows, const Chart *chart, size_t first)
{
    for (size_t i = first; i < rows->count; i++) {
        size_t sum = i + 1;
        if (rows->items[i].line == LINE_NONE || rows->items[i].line != chart->revenue)
            continue;
        while (sum < rows->count && rows->items[sum].caption.length && rows->items[sum].line == LINE_NONE)
            sum++;
        if (sum > i + 1 && sum < rows->count && !rows->items[sum].caption.length && is_sum(rows, i, sum))
            rows->items[i].line = LINE_NONE;
    }
}

/* A total that is printed without what enters it is one of these: all equity of a company in which others hold no interests is its own. Where one of
 * these is printed twice, the later time below another that enters the total, that is the total. */
static void total_rename(RowList *rows, const Chart *chart, size_t first, LineId total, LineId alone)
{
    size_t own = 0, wholes = 0, others = 0;
    Row *last = NULL, *whole = NULL;
    for (size_t i = first; i < rows->count; i++) {
        Row *row = &rows->items[i];
        if (row->line == alone) {
            last = others ? row : NULL;
            own++;
        } else if (row->line == total) {
            whole = row;
            wholes++;
        } else if (row->line != LINE_NONE && chart_at(chart, row->line)->into == total) {
            others++;
        }
    }
    if (wholes == 1 && own == 0 && others == 0)
        whole->line = alone;
    if (wholes == 0 && own == 2 && last)
        last->line = total;
}

static void totals_rename(RowList *rows, const Chart *chart, size_t first)
{
    for (LineId line = 0; line < chart->line_count; line++)
        if (chart_at(chart, line)->alone != LINE_NONE)
            total_rename(rows, chart, first, line, chart_at(chart, line)->alone);
}

void rows_unname(RowList *rows, const Chart *chart, size_t first)
{
    totals_rename(rows, chart, first);
    gross_rows_unname(rows, chart, first);
    addends_unname(rows, first);
    revenue_addends_unname(rows, chart, first);
}
