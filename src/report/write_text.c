/* The report as a published pro forma looks: titles, columns of figures under rules, lettered notes, blocks. Knows no line by name. */
#include "report/utf8.h"
#include "report/write_text.h"

enum { PAGE = 132, LABEL = 44, FIGURE = 12, LETTERS = 4, INDENT = 2, BLOCK = 12 };

/* --- columns --- */

typedef struct {
    TextBuilder *out;
    const ReportTable *table;
    int *figures; /* how wide the figures of each column are, with a blank before the widest; a head may fill it */
} Page;

/* A closing parenthesis hangs out to the right, so that digits stand under digits. */
static bool hangs(Text text)
{
    return text_ends_with(text, TEXT(")"));
}

static void widen(int *width, size_t wanted)
{
    if (*width < (int)wanted)
        *width = (int)wanted;
}

/* Columns are equal unless a figure or a head needs more. */
static void columns_measure(Page *page, Arena *arena)
{
    const ReportTable *table = page->table;
    page->figures = arena_array(arena, int, table->column_count);
    for (size_t column = 0; column < table->column_count; column++) {
        int *width = &page->figures[column];
        *width = FIGURE;
        for (int line = 0; line < HEAD_LINES; line++)
            widen(width, utf8_width(table->columns[column].head[line]));
        for (size_t row = 0; row < table->row_count; row++)
            if (!table->rows[row].heading)
                widen(width, 1 + table->rows[row].cells[column].text.length - hangs(table->rows[row].cells[column].text));
    }
}

/* Behind the figures there is room for a parenthesis and, where entries are, for letters. */
static int column_width(const Page *page, size_t column)
{
    return 1 + page->figures[column] + (page->table->columns[column].figures ? 0 : LETTERS);
}

void append_padded(TextBuilder *out, Text text, int width)
{
    text_append(out, text);
    if ((int)text.length < width)
        text_append_times(out, TEXT(" "), (size_t)width - text.length);
}

void append_right(TextBuilder *out, Text text, int width)
{
    if ((int)text.length < width)
        text_append_times(out, TEXT(" "), (size_t)width - text.length);
    text_append(out, text);
}

/* Lines end without blanks. */
void end_line(TextBuilder *out)
{
    while (out->count && out->items[out->count - 1] == ' ')
        out->count--;
    text_append_char(out, '\n');
}

void append_kind(TextBuilder *out, const Chart *chart, size_t kind, Basis basis)
{
    text_append(out, chart->statements[kind].title);
    if (chart->statements[kind].has_bases)
        text_append(out, basis == BASIS_non_gaap ? TEXT(", non-GAAP") : TEXT(", GAAP"));
}

static void append_cell(const Page *page, size_t column, Text text, Text letters)
{
    TextBuilder *out = page->out;
    int width = column_width(page, column), used = page->figures[column] + hangs(text);
    append_right(out, text, used);
    if (letters.length) {
        text_append(out, hangs(text) ? TEXT(" ") : TEXT("  "));
        text_append(out, letters);
        used += (int)letters.length + (hangs(text) ? 1 : 2);
    }
    if (used < width)
        text_append_times(out, TEXT(" "), (size_t)(width - used));
}

/* A label may have letters of more than one byte. */
static void append_head(const Page *page, size_t column, Text text)
{
    size_t figures = (size_t)page->figures[column];
    text_append_times(page->out, TEXT(" "), figures - utf8_width(text));
    text_append(page->out, text);
    text_append_times(page->out, TEXT(" "), (size_t)column_width(page, column) - figures);
}

static void append_stroke(const Page *page, size_t column, Text stroke)
{
    int figures = page->figures[column];
    text_append_char(page->out, ' ');
    text_append_times(page->out, stroke, (size_t)figures - 1);
    text_append_times(page->out, TEXT(" "), (size_t)(column_width(page, column) - figures));
}

/* Only under and over figures: a blank cell has no rule. */
static void append_rule(const Page *page, const ReportRow *row, Text stroke)
{
    text_append_times(page->out, TEXT(" "), LABEL);
    for (size_t i = 0; i < page->table->column_count; i++)
        append_stroke(page, i, row->cells[i].text.length ? stroke : TEXT(" "));
    end_line(page->out);
}

/* --- rows --- */

/* A label that is too long goes on in further lines; the figures stand beside its last. */
void append_wrapped(TextBuilder *out, Text label, int indent, int width)
{
    int room = width - indent;
    while ((int)label.length > room) {
        size_t cut = (size_t)room;
        while (cut > 0 && label.start[cut] != ' ')
            cut--;
        if (cut == 0)
            cut = (size_t)room;
        text_append_times(out, TEXT(" "), (size_t)indent);
        text_append(out, text_slice(label, 0, cut));
        end_line(out);
        label = text_trim(text_slice(label, cut, label.length));
        indent += indent < width / 2 ? INDENT : 0;
        room = width - indent;
    }
    text_append_times(out, TEXT(" "), (size_t)indent);
    append_padded(out, label, room);
}

static void append_row(const Page *page, const ReportRow *row)
{
    TextBuilder *out = page->out;
    if (row->heading) {
        text_append(out, row->label);
        end_line(out);
        return;
    }
    if (row->ruled)
        append_rule(page, row, TEXT("─"));
    append_wrapped(out, row->label, row->indent * INDENT, LABEL);
    for (size_t i = 0; i < page->table->column_count; i++)
        append_cell(page, i, row->cells[i].text, row->cells[i].letters);
    end_line(out);
    if (row->closing)
        append_rule(page, row, TEXT("═"));
}

static void append_heads(const Page *page)
{
    const ReportTable *table = page->table;
    for (int line = 0; line < HEAD_LINES; line++) {
        size_t length = 0;
        for (size_t i = 0; i < table->column_count; i++)
            length += table->columns[i].head[line].length;
        if (length == 0)
            continue; /* heads of fewer lines stand at the bottom */
        text_append_times(page->out, TEXT(" "), LABEL);
        for (size_t i = 0; i < table->column_count; i++)
            append_head(page, i, table->columns[i].head[line]);
        end_line(page->out);
    }
    text_append_times(page->out, TEXT(" "), LABEL);
    for (size_t i = 0; i < table->column_count; i++)
        append_stroke(page, i, TEXT("─"));
    end_line(page->out);
}

/* --- words --- */

/* Words of a paragraph fill lines up to the page's width; a line after the first begins at `indent`. */
static void append_paragraph(TextBuilder *out, Text paragraph, size_t indent)
{
    size_t column = indent;
    if (indent + paragraph.length <= PAGE) { /* most fit */
        text_append(out, paragraph);
        end_line(out);
        return;
    }
    for (size_t at = 0; at < paragraph.length;) {
        size_t end = text_find_char(paragraph, ' ', at);
        Text word = text_slice(paragraph, at, end);
        if (column > indent && column + 1 + word.length > PAGE) {
            end_line(out);
            text_append_times(out, TEXT(" "), indent);
            column = indent;
        } else if (column > indent) {
            text_append_char(out, ' ');
            column++;
        }
        text_append(out, word);
        column += word.length;
        at = end + 1;
    }
    end_line(out);
}

static void append_notes(TextBuilder *out, const ReportNotes *notes, size_t indent)
{
    for (size_t i = 0; i < notes->count; i++) {
        const ReportNote *note = &notes->items[i];
        append_padded(out, note->label, (int)indent);
        for (size_t j = 0; j < note->count; j++) {
            if (j)
                text_append_times(out, TEXT(" "), indent);
            append_paragraph(out, note->paragraphs[j], indent);
        }
        end_line(out);
    }
}

/* --- where each figure stands --- */

static void append_origins(TextBuilder *out, TextBuilder *words, const ReportTable *table)
{
    append_paragraph(out, table->titles[2], 0);
    for (size_t i = 0; i < table->row_count; i++) {
        const ReportRow *row = &table->rows[i];
        if (row->heading)
            continue;
        text_append_times(out, TEXT(" "), INDENT);
        append_padded(out, row->name, LABEL - INDENT);
        if (row->name.length >= LABEL - INDENT) { /* a long name has its line for itself */
            end_line(out);
            text_append_times(out, TEXT(" "), LABEL);
        }
        words->count = 0;
        for (size_t column = 0; column < table->column_count; column++) {
            const ReportCell *cell = &row->cells[column];
            if (cell->note.length == 0 || (!cell->has_value && !table->columns[column].figures))
                continue;
            text_append(words, words->count ? TEXT("; ") : TEXT(""));
            text_append(words, table->columns[column].name);
            text_append_char(words, ' ');
            text_append(words, cell->note);
        }
        append_paragraph(out, text_builder_text(words), LABEL);
    }
    end_line(out);
}

static void append_table(const Page *page)
{
    TextBuilder *out = page->out;
    const ReportTable *table = page->table;
    for (size_t i = 0; i < 3; i++) {
        text_append(out, table->titles[i]);
        end_line(out);
    }
    end_line(out);
    append_heads(page);
    for (size_t i = 0; i < table->row_count; i++)
        append_row(page, &table->rows[i]);
    for (size_t i = 0; i < table->remark_count; i++) {
        end_line(out);
        append_paragraph(out, table->remarks[i], 0);
    }
    text_append(out, TEXT("\n\n"));
}

static Text text_report(Arena *arena, const Report *report)
{
    TextBuilder words = {.arena = arena}, out = {.arena = arena};
    Page *pages = arena_array(arena, Page, report->table_count);
    for (size_t i = 0; i < report->table_count; i++) {
        pages[i] = (Page){.out = &out, .table = &report->tables[i]};
        columns_measure(&pages[i], arena);
    }
    text_append_times(&words, TEXT(" "), PAGE * 4); /* room enough, so that `out` stays the newest in the arena and grows in place */
    text_append(&out, report->title);
    text_append(&out, TEXT("\n\n\n"));
    for (size_t i = 0; i < report->table_count; i++)
        append_table(&pages[i]);
    for (size_t i = 0; i < report->schedules.count; i++)
        text_schedule(&out, &report->schedules.items[i]);
    for (size_t i = 0; i < report->studies.count; i++) {
        text_append(&out, report->studies.items[i]);
        text_append(&out, TEXT("\n\n"));
    }
    append_notes(&out, &report->notes, 4);
    append_notes(&out, &report->blocks, BLOCK);
    text_append(&out, TEXT("Where each figure stands (file:line:column)\n\n"));
    for (size_t i = 0; i < report->table_count; i++)
        append_origins(&out, &words, &report->tables[i]);
    return text_builder_text(&out);
}

const Writer writer_text = {.name = "text", .report = text_report, .align = text_align, .diff = text_diff, .names = text_names, .has_studies = true, .kinds = text_kinds,
                            .explanation = text_explanation, .solution = text_solution, .tornado = text_tornado, .simulation = text_simulation,
                            .parse_file = text_parse_file};
