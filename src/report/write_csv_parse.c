/* Printed values as CSV: a row for each, and for no other. */
#include "report/write_csv.h"

static void field_append(TextBuilder *out, Text field, char after)
{
    csv_field(out, field);
    text_append_char(out, after);
}

static void csv_cell(TextBuilder *out, Run *run, const Statement *statement, const Row *row, const Cell *cell)
{
    const Source *source = statement->filing->source;
    field_append(out, source->name, ',');
    text_append_format(out, "%u,%u,", (unsigned)source_line(source, run->arena, cell->place.start), (unsigned)cell->index);
    field_append(out, statement->entity, ',');
    field_append(out, statement->chart->statements[statement->kind].name, ',');
    field_append(out, basis_name(statement->basis), ',');
    field_append(out, row->section, ',');
    field_append(out, row->caption, ',');
    field_append(out, period_is_instant(cell->period) ? (Text){0} : day_iso(run->arena, cell->period.start), ',');
    field_append(out, day_iso(run->arena, cell->period.end), ',');
    field_append(out, cell->nil ? TEXT("0") : printed_plain(run->arena, cell->printed), ',');
    field_append(out, unit_name(run->arena, cell->printed.unit), ',');
    text_append(out, cell->nil ? TEXT("1,") : TEXT("0,"));
    field_append(out, row->line == LINE_NONE ? (Text){0} : chart_at(statement->chart, row->line)->name, '\n');
}

static void csv_statements(TextBuilder *out, Run *run, const Statements *statements)
{
    for (size_t s = 0; s < statements->count; s++) {
        const Statement *statement = &statements->items[s];
        for (size_t r = 0; r < statement->row_count; r++)
            for (size_t c = 0; c < statement->rows[r].cell_count; c++)
                if (statement->rows[r].cells[c].dated)
                    csv_cell(out, run, statement, &statement->rows[r], &statement->rows[r].cells[c]);
    }
}

Text csv_parse_begin(Arena *arena)
{
    (void)arena;
    return TEXT("file,line,cell,entity,statement,basis,section,caption,period_start,period_end,value,unit,nil,name\n");
}

Text csv_parse_file(Run *run, const ParsedFile *file)
{
    TextBuilder out = {.arena = run->arena};
    csv_statements(&out, run, file->statements);
    return text_builder_text(&out);
}
