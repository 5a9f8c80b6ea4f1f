/* Printed values as CSV: a row for each, and for no other. Most of a row says the same as the row before, and is made only once: the name of
 * the file, the fields of the statement, of the printed row, and of a column's period. */
#include "report/write_csv.h"

#include <string.h>

enum {
    PERIODS_MOST = 256, /* columns have numbers of one byte */
    REST_EXPECTED = 72  /* the fields that are about as long in every row, and commas */
};

typedef struct {
    Period period;
    char text[24]; /* "2004-01-01,2004-03-31," */
    size_t length; /* 0: not made yet */
} PeriodFields;

typedef struct {
    TextBuilder out;
    TextBuilder file, row;             /* fields with the comma behind each: of the row from the entity to the caption */
    TextBuilder tails[2];              /* behind a value, and behind a nil */
    size_t statement_end, section_end; /* `row` up to there is that of the statement, of the section */
    Text section;
    Unit unit;
    Text unit_text;
    Run *run;
    const Source *source;
    uint32_t line, line_start, line_end; /* of the last value: most rows have all their values on one line */
    PeriodFields periods[PERIODS_MOST];
} CsvParse;

static void field_append(TextBuilder *out, Text field, char after)
{
    csv_field(out, field);
    text_append_char(out, after);
}

static void line_find(CsvParse *csv, uint32_t offset)
{
    const Source *source = csv->source;
    if (offset >= csv->line_start && offset < csv->line_end)
        return;
    csv->line = source_line(source, csv->run->arena, offset);
    csv->line_start = source->line_starts[csv->line - 1];
    csv->line_end = csv->line < source->line_count ? source->line_starts[csv->line] : (uint32_t)source->bytes.length + 1;
}

static Text period_fields(CsvParse *csv, const Cell *cell)
{
    PeriodFields *fields = &csv->periods[cell->column];
    if (!fields->length || !period_equal(fields->period, cell->period)) {
        fields->period = cell->period;
        fields->length = 0;
        if (!period_is_instant(cell->period))
            fields->length = day_write(fields->text, cell->period.start);
        fields->text[fields->length++] = ',';
        fields->length += day_write(fields->text + fields->length, cell->period.end);
        fields->text[fields->length++] = ',';
    }
    return (Text){fields->text, fields->length};
}

static char *put(char *at, Text text)
{
    memcpy(at, text.start, text.length);
    return at + text.length;
}

static void csv_cell(CsvParse *csv, const Cell *cell)
{
    Text file = text_builder_text(&csv->file), row = text_builder_text(&csv->row), period = period_fields(csv, cell);
    Text tail = text_builder_text(&csv->tails[cell->nil]);
    line_find(csv, cell->place.start);
    text_reserve(&csv->out, file.length + row.length + period.length + tail.length + 2 * (NUMBER_LONGEST + 1) + PRINTED_LONGEST);
    char *at = put(csv->out.items + csv->out.count, file);
    at += number_write(at, csv->line);
    *at++ = ',';
    at += number_write(at, cell->index);
    *at++ = ',';
    at = put(put(at, row), period);
    if (cell->nil)
        *at++ = '0';
    else
        at += printed_write(at, cell->printed);
    csv->out.count = (size_t)(put(at, tail) - csv->out.items);
}

/* What stands behind the value. */
static void tails_make(CsvParse *csv, const Chart *chart, const Row *row, Unit unit)
{
    Text name = row->line == LINE_NONE ? (Text){0} : chart_at(chart, row->line)->name;
    if (!csv->unit_text.start || csv->unit.kind != unit.kind || csv->unit.scale != unit.scale)
        csv->unit_text = unit_name(csv->run->arena, unit);
    csv->unit = unit;
    for (int nil = 0; nil < 2; nil++) {
        TextBuilder *tail = &csv->tails[nil];
        tail->count = 0;
        text_append_char(tail, ',');
        text_append(tail, csv->unit_text);
        text_append(tail, nil ? TEXT(",1,") : TEXT(",0,"));
        field_append(tail, name, '\n');
    }
}

static void csv_row(CsvParse *csv, const Statement *statement, const Row *row)
{
    bool made = false;
    if (row->section.start != csv->section.start || row->section.length != csv->section.length || csv->section_end <= csv->statement_end) {
        csv->row.count = csv->statement_end;
        field_append(&csv->row, row->section, ',');
        csv->section = row->section;
        csv->section_end = csv->row.count;
    }
    csv->row.count = csv->section_end;
    field_append(&csv->row, row->caption, ',');
    for (size_t c = 0; c < row->cell_count; c++) {
        Unit unit = row->cells[c].printed.unit;
        if (!row->cells[c].dated)
            continue;
        if (!made || unit.kind != csv->unit.kind || unit.scale != csv->unit.scale)
            tails_make(csv, statement->chart, row, unit);
        made = true;
        csv_cell(csv, &row->cells[c]);
    }
}

static void csv_statement(CsvParse *csv, const Statement *statement)
{
    csv->row.count = 0;
    field_append(&csv->row, statement->entity, ',');
    field_append(&csv->row, statement->chart->statements[statement->kind].name, ',');
    field_append(&csv->row, basis_name(statement->basis), ',');
    csv->statement_end = csv->section_end = csv->row.count;
    for (size_t r = 0; r < statement->row_count; r++)
        csv_row(csv, statement, &statement->rows[r]);
}

/* About as much room as all of it takes, and rather more: a long text is not moved while it grows. */
static size_t length_expected(const Statements *statements, size_t file_length)
{
    size_t length = 0;
    for (size_t s = 0; s < statements->count; s++) {
        const Statement *statement = &statements->items[s];
        size_t same = file_length + statement->entity.length + statement->chart->statements[statement->kind].name.length + REST_EXPECTED;
        for (size_t r = 0; r < statement->row_count; r++) {
            const Row *row = &statement->rows[r];
            size_t name = row->line == LINE_NONE ? 0 : chart_at(statement->chart, row->line)->name.length;
            length += row->cell_count * (same + row->section.length + row->caption.length + name);
        }
    }
    return length;
}

Text csv_parse_begin(Arena *arena)
{
    (void)arena;
    return TEXT("file,line,cell,entity,statement,basis,section,caption,period_start,period_end,value,unit,nil,name\n");
}

Text csv_parse_file(Run *run, const ParsedFile *file)
{
    const Statements *statements = file->statements;
    CsvParse *csv = arena_new(run->arena, CsvParse);
    TextBuilder empty = {.arena = run->arena};
    csv->run = run;
    csv->out = csv->file = csv->row = csv->tails[0] = csv->tails[1] = empty;
    if (!statements->count)
        return (Text){0};
    csv->source = statements->items[0].filing->source;
    field_append(&csv->file, csv->source->name, ',');
    text_reserve(&csv->out, length_expected(statements, csv->file.count));
    for (size_t s = 0; s < statements->count; s++)
        csv_statement(csv, &statements->items[s]);
    return text_builder_text(&csv->out);
}
