/* Cells that differ as CSV: statement,basis,period_start,period_end,name,column,a,b,difference. A figure printed as a dash is "nil", a blank is
 * empty; the difference is B less A, a nil counting as 0, and empty where one is blank. An input is a row of the statement "inputs". */
#include "report/write_csv.h"

static Text csv_value(Arena *arena, DiffValue value)
{
    if (!value.has_value)
        return TEXT("");
    return value.nil ? TEXT("nil") : amount_plain(arena, value.value);
}

static void append_cells(TextBuilder *out, const DiffCells *cells, const Text head[4])
{
    for (size_t i = 0; i < cells->count; i++) {
        const DiffCell *cell = &cells->items[i];
        bool both = cell->a.has_value && cell->b.has_value;
        const Text fields[] = {head[0], head[1], head[2], head[3], cell->name, cell->column, csv_value(out->arena, cell->a), csv_value(out->arena, cell->b),
                               both ? amount_plain(out->arena, cell->b.value - cell->a.value) : TEXT("")};
        csv_record(out, fields, sizeof fields / sizeof *fields);
    }
}

Text csv_diff(Arena *arena, const DiffReport *diff)
{
    TextBuilder out = {.arena = arena};
    text_append(&out, TEXT("statement,basis,period_start,period_end,name,column,a,b,difference\n"));
    append_cells(&out, &diff->inputs, (const Text[]){TEXT("inputs"), TEXT(""), TEXT(""), TEXT("")});
    for (size_t i = 0; i < diff->tables.count; i++) {
        const DiffTable *table = &diff->tables.items[i];
        Text start = period_is_instant(table->period) ? TEXT("") : day_iso(arena, table->period.start);
        append_cells(&out, &table->cells, (const Text[]){table->statement, table->basis, start, day_iso(arena, table->period.end)});
    }
    return text_builder_text(&out);
}
