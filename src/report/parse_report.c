#include "report/parse_report.h"

/* --- CSV --- */

/* RFC 4180; bytes that are no UTF-8 are taken as Latin-1. */
static size_t utf8_length(Text text, size_t i)
{
    unsigned char c = (unsigned char)text.start[i];
    size_t length = c < 0x80 ? 1 : (c & 0xE0) == 0xC0 && c >= 0xC2 ? 2 : (c & 0xF0) == 0xE0 ? 3 : (c & 0xF8) == 0xF0 && c <= 0xF4 ? 4 : 0;
    for (size_t k = 1; k < length; k++)
        if (i + k >= text.length || ((unsigned char)text.start[i + k] & 0xC0) != 0x80)
            return 0;
    return length;
}

static void utf8_append(TextBuilder *out, Text text)
{
    size_t plain = 0;
    while (plain < text.length && (unsigned char)text.start[plain] < 0x80)
        plain++;
    text_append(out, text_slice(text, 0, plain));
    for (size_t i = plain; i < text.length;) {
        size_t length = utf8_length(text, i);
        unsigned char c = (unsigned char)text.start[i];
        if (length) {
            text_append(out, text_slice(text, i, i + length));
        } else {
            text_append_char(out, (char)(0xC0 | c >> 6));
            text_append_char(out, (char)(0x80 | (c & 0x3F)));
        }
        i += length ? length : 1;
    }
}

static void field_append(TextBuilder *out, Text field, char after)
{
    bool quoted = false;
    for (size_t i = 0; i < field.length; i++)
        quoted |= field.start[i] == ',' || field.start[i] == '"' || field.start[i] == '\n' || field.start[i] == '\r';
    if (quoted) {
        text_append_char(out, '"');
        for (size_t i = 0, end; i < field.length; i = end) {
            end = text_find_char(field, '"', i) + 1;
            end = end > field.length ? field.length : end;
            utf8_append(out, text_slice(field, i, end));
            if (field.start[end - 1] == '"')
                text_append_char(out, '"');
        }
        text_append_char(out, '"');
    } else {
        utf8_append(out, field);
    }
    text_append_char(out, after);
}

static void csv_cell(TextBuilder *out, Run *run, const Chart *chart, const Statement *statement, const Row *row, const Cell *cell)
{
    const Source *source = statement->filing->source;
    field_append(out, source->name, ',');
    text_append_format(out, "%u,%u,", (unsigned)source_line(source, run->arena, cell->place.start), (unsigned)cell->index);
    field_append(out, statement->entity, ',');
    field_append(out, chart->statements[statement->kind].name, ',');
    field_append(out, basis_name(statement->basis), ',');
    field_append(out, row->section, ',');
    field_append(out, row->caption, ',');
    field_append(out, period_is_instant(cell->period) ? (Text){0} : day_iso(run->arena, cell->period.start), ',');
    field_append(out, day_iso(run->arena, cell->period.end), ',');
    field_append(out, cell->nil ? TEXT("0") : printed_plain(run->arena, cell->printed), ',');
    field_append(out, unit_name(run->arena, cell->printed.unit), ',');
    text_append(out, cell->nil ? TEXT("1,") : TEXT("0,"));
    field_append(out, row->line == LINE_NONE ? (Text){0} : chart_at(chart, row->line)->name, '\n');
}

static void csv_statements(TextBuilder *out, Run *run, const Chart *chart, const Statements *statements)
{
    for (size_t s = 0; s < statements->count; s++) {
        const Statement *statement = &statements->items[s];
        for (size_t r = 0; r < statement->row_count; r++)
            for (size_t c = 0; c < statement->rows[r].cell_count; c++)
                if (statement->rows[r].cells[c].dated)
                    csv_cell(out, run, chart, statement, &statement->rows[r], &statement->rows[r].cells[c]);
    }
}

/* --- text --- */

enum { CAPTION_WIDTH = 56, VALUE_WIDTH = 15 };

static void text_head(TextBuilder *out, Run *run, const Chart *chart, const Statement *statement)
{
    const Source *source = statement->filing->source;
    utf8_append(out, statement->entity_title.length ? statement->entity_title : statement->entity);
    text_append_format(out, ", " TEXT_FORMAT, TEXT_ARGUMENTS(chart->statements[statement->kind].title));
    if (chart->statements[statement->kind].has_bases)
        text_append(out, statement->basis == BASIS_non_gaap ? TEXT(", non-GAAP") : TEXT(", GAAP"));
    text_append_format(out, "\n" TEXT_FORMAT ":%u, " TEXT_FORMAT, TEXT_ARGUMENTS(source->name),
                       (unsigned)source_line(source, run->arena, statement->title.start), TEXT_ARGUMENTS(unit_name(run->arena, statement->money)));
    text_append(out, statement->unit_inherited ? TEXT(" (of the table above)\n\n") : TEXT("\n\n"));
    text_append_times(out, TEXT(" "), CAPTION_WIDTH + 6);
    for (size_t i = 0; i < statement->column_count; i++) {
        Period period = statement->periods[i];
        Text label = period.end == DAY_NONE ? TEXT("not read") : period_text(run->arena, period);
        text_append_format(out, " %*.*s", VALUE_WIDTH, (int)label.length, label.start);
    }
    text_append_char(out, '\n');
}

static void text_row(TextBuilder *out, Run *run, const Statement *statement, const Row *row)
{
    if (!row->cell_count)
        return;
    unsigned line = (unsigned)source_line(statement->filing->source, run->arena, row->cells[0].place.start);
    int width = row->caption.length > CAPTION_WIDTH ? CAPTION_WIDTH : (int)row->caption.length;
    text_append_format(out, "%5u ", line);
    utf8_append(out, text_slice(row->caption, 0, (size_t)width));
    text_append_times(out, TEXT(" "), (size_t)(CAPTION_WIDTH - width));
    for (size_t column = 0, c = 0; column < statement->column_count; column++) {
        Text value = {0};
        if (c < row->cell_count && row->cells[c].column == column) {
            const Cell *cell = &row->cells[c++];
            value = cell->nil ? TEXT("--") : cell->dated ? printed_plain(run->arena, cell->printed) : (Text){0};
        }
        text_append_format(out, " %*.*s", VALUE_WIDTH, TEXT_ARGUMENTS(value));
    }
    text_append_char(out, '\n');
}

static void text_statement(TextBuilder *out, Run *run, const Chart *chart, const Statement *statement)
{
    Text section = {0};
    text_head(out, run, chart, statement);
    for (size_t r = 0; r < statement->row_count; r++) {
        const Row *row = &statement->rows[r];
        if (!text_equal(section, row->section) && row->section.length) {
            text_append(out, TEXT("      "));
            utf8_append(out, row->section);
            text_append_char(out, '\n');
        }
        section = row->section;
        text_row(out, run, statement, row);
    }
}

Text parse_report(Run *run, const Chart *chart, const Statements *files, size_t file_count, Text format)
{
    TextBuilder out = {.arena = run->arena};
    bool csv = text_equal(format, TEXT("csv"));
    if (csv)
        text_append(&out, TEXT("file,line,cell,entity,statement,basis,section,caption,period_start,period_end,value,unit,nil,name\n"));
    for (size_t f = 0; f < file_count; f++) {
        if (csv)
            csv_statements(&out, run, chart, &files[f]);
        for (size_t s = 0; !csv && s < files[f].count; s++) {
            if (f || s)
                text_append_char(&out, '\n');
            text_statement(&out, run, chart, &files[f].items[s]);
        }
    }
    return text_builder_text(&out);
}
