/* What was read of a filing, to be read beside it. */
#include "report/utf8.h"
#include "report/write_text.h"

enum { CAPTION_WIDTH = 56, VALUE_WIDTH = 15 };

static void text_head(TextBuilder *out, Run *run, const Statement *statement)
{
    const Source *source = statement->filing->source;
    utf8_append(out, statement->entity_title.length ? statement->entity_title : statement->entity);
    text_append_format(out, ", " TEXT_FORMAT, TEXT_ARGUMENTS(statement->chart->statements[statement->kind].title));
    if (statement->chart->statements[statement->kind].has_bases)
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

static void text_statement(TextBuilder *out, Run *run, const Statement *statement)
{
    Text section = {0};
    text_head(out, run, statement);
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

Text text_parse_file(Run *run, const ParsedFile *file)
{
    TextBuilder out = {.arena = run->arena};
    for (size_t i = 0; i < file->statements->count; i++) {
        if (file->number || i)
            text_append_char(&out, '\n');
        text_statement(&out, run, &file->statements->items[i]);
    }
    return text_builder_text(&out);
}
