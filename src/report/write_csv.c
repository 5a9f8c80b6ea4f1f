#include "report/writer.h"

void csv_field(TextBuilder *out, Text field)
{
    bool quoted = false;
    for (size_t i = 0; i < field.length; i++) {
        char c = field.start[i];
        quoted = quoted || c == ',' || c == '"' || c == '\n' || c == '\r';
    }
    if (!quoted) {
        text_append(out, field);
        return;
    }
    text_append_char(out, '"');
    for (size_t i = 0; i < field.length; i++) {
        if (field.start[i] == '"')
            text_append_char(out, '"');
        text_append_char(out, field.start[i]);
    }
    text_append_char(out, '"');
}

static void append_cell(TextBuilder *out, const ReportTable *table, Text start, Text end, const ReportRow *row, const ReportColumn *column, const ReportCell *cell)
{
    Text value = cell->has_value ? amount_plain(out->arena, cell->value) : TEXT("");
    const Text fields[] = {table->statement, table->basis, start, end, row->name, column->name, value, row->unit, cell->note};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        if (i)
            text_append_char(out, ',');
        csv_field(out, fields[i]);
    }
    text_append_char(out, '\n');
}

static void append_table(TextBuilder *out, const ReportTable *table)
{
    Text start = period_is_instant(table->period) ? TEXT("") : day_iso(out->arena, table->period.start);
    Text end = day_iso(out->arena, table->period.end);
    for (size_t i = 0; i < table->row_count; i++)
        for (size_t column = 0; !table->rows[i].heading && column < table->column_count; column++)
            if (table->rows[i].cells[column].shown)
                append_cell(out, table, start, end, &table->rows[i], &table->columns[column], &table->rows[i].cells[column]);
}

static Text write_csv(Arena *arena, const Report *report)
{
    TextBuilder out = {.arena = arena};
    text_append(&out, TEXT("statement,basis,period_start,period_end,name,column,value,unit,note\n"));
    for (size_t i = 0; i < report->table_count; i++)
        append_table(&out, &report->tables[i]);
    return text_builder_text(&out);
}

const Writer writer_csv = {"csv", write_csv};
