/* One statement of a filing as a table: the line of the file, caption, figures as printed, line name. Reading order: figures, the
 * columns, captions, rows, the head. */
#include "report/utf8.h"
#include "report/write_text.h"

enum { LINE = 5, CAPTION = 46, INDENT = 2, GAP = 2, FIGURE_MOST = 48 };

typedef struct {
    size_t width; /* of digits and heads; 0: the column is left out */
    size_t tail;  /* ")" and "%" hang out to the right, so that digits stand under digits */
    Text head[2];
} PrintedColumn;

typedef struct {
    TextBuilder *out;
    Run *run;
    const Statement *statement;
    PrintedColumn *columns;
    size_t left_out; /* columns that are no periods */
    bool ruled;      /* the last line is a rule */
} Printout;

/* --- figures --- */

/* As printed: "30,505", "(0.03)", "12.5%", "--". Made from its end, in `room`. */
static Text figure_text(char room[FIGURE_MOST], const Cell *cell)
{
    size_t at = FIGURE_MOST;
    bool negative = cell->printed.digits < 0;
    uint64_t rest = negative ? 0 - (uint64_t)cell->printed.digits : (uint64_t)cell->printed.digits;
    if (cell->nil)
        return TEXT("--");
    if (negative)
        room[--at] = ')';
    if (cell->printed.unit.kind == UNIT_percent)
        room[--at] = '%';
    for (unsigned i = 0; i < cell->printed.decimals; i++, rest /= 10)
        room[--at] = (char)('0' + rest % 10);
    if (cell->printed.decimals)
        room[--at] = '.';
    for (unsigned i = 0; i == 0 || rest; i++, rest /= 10) {
        if (i && i % 3 == 0)
            room[--at] = ',';
        room[--at] = (char)('0' + rest % 10);
    }
    if (negative)
        room[--at] = '(';
    return (Text){room + at, FIGURE_MOST - at};
}

static size_t figure_tail(Text figure)
{
    size_t tail = 0;
    while (tail < figure.length && (figure.start[figure.length - 1 - tail] == ')' || figure.start[figure.length - 1 - tail] == '%'))
        tail++;
    return tail;
}

/* --- columns --- */

static void widen(size_t *width, size_t wanted)
{
    if (*width < wanted)
        *width = wanted;
}

/* "three months to" over "2004-03-31"; an instant has one line. */
static void column_head(PrintedColumn *column, Arena *arena, Period period)
{
    Text words = period_formula(arena, period);
    size_t cut = words.length;
    while (cut > 0 && words.start[cut - 1] != ' ')
        cut--;
    column->head[0] = text_trim(text_slice(words, 0, cut));
    column->head[1] = text_slice(words, cut, words.length);
    widen(&column->width, column->head[0].length);
    widen(&column->width, column->head[1].length);
}

static void columns_measure(Printout *printout)
{
    const Statement *statement = printout->statement;
    char room[FIGURE_MOST];
    printout->columns = arena_array(printout->run->arena, PrintedColumn, statement->column_count);
    for (size_t i = 0; i < statement->column_count; i++) {
        bool dated = statement->periods[i].end != DAY_NONE;
        printout->left_out += !dated;
        if (dated)
            column_head(&printout->columns[i], printout->run->arena, statement->periods[i]);
    }
    for (size_t i = 0; i < statement->row_count; i++)
        for (size_t j = 0; j < statement->rows[i].cell_count; j++) {
            const Cell *cell = &statement->rows[i].cells[j];
            Text figure = figure_text(room, cell);
            PrintedColumn *column = &printout->columns[cell->column];
            if (!cell->dated)
                continue;
            widen(&column->tail, figure_tail(figure));
            widen(&column->width, figure.length - figure_tail(figure));
        }
}

static const Cell *row_cell(const Row *row, size_t column)
{
    for (size_t i = 0; i < row->cell_count; i++)
        if (row->cells[i].dated && row->cells[i].column == column)
            return &row->cells[i];
    return NULL;
}

static void append_column(Printout *printout, const PrintedColumn *column, Text text, size_t tail)
{
    if (!column->width)
        return;
    text_append_times(printout->out, TEXT(" "), GAP + column->width + tail - text.length);
    text_append(printout->out, text);
    text_append_times(printout->out, TEXT(" "), column->tail - tail);
}

static void append_rule(Printout *printout, const Row *row, Text stroke)
{
    text_append_times(printout->out, TEXT(" "), LINE + GAP + CAPTION);
    for (size_t i = 0; i < printout->statement->column_count; i++) {
        const PrintedColumn *column = &printout->columns[i];
        if (!column->width)
            continue;
        text_append_times(printout->out, TEXT(" "), GAP);
        text_append_times(printout->out, row_cell(row, i) ? stroke : TEXT(" "), column->width);
        text_append_times(printout->out, TEXT(" "), column->tail);
    }
    end_line(printout->out);
}

/* --- rows --- */

static void append_line_number(TextBuilder *out, size_t line)
{
    size_t digits = 0;
    for (size_t rest = line; rest; rest /= 10)
        digits++;
    text_append_times(out, TEXT(" "), digits < LINE ? LINE - digits : 0);
    if (line)
        text_append_number(out, line);
}

/* Where a caption is broken: behind the last word that has room, or inside a word that has none. */
static size_t caption_break(Text caption, size_t room)
{
    size_t most = utf8_offset(caption, room), cut = most;
    while (cut < caption.length && cut > 0 && caption.start[cut] != ' ')
        cut--;
    return cut ? cut : most;
}

/* What is too long goes on in further lines. `line` stands before the last, which is not ended: the values stand beside it. */
static void append_caption(Printout *printout, Text caption, size_t line, size_t indent)
{
    TextBuilder *out = printout->out;
    Text rest = utf8_text(printout->run->arena, caption);
    size_t cut;
    while ((cut = caption_break(rest, CAPTION - indent)) < rest.length) {
        text_append_times(out, TEXT(" "), LINE + GAP + indent);
        text_append(out, text_slice(rest, 0, cut));
        end_line(out);
        rest = text_trim(text_slice(rest, cut, rest.length));
        indent += indent < 3 * INDENT ? INDENT : 0;
    }
    append_line_number(out, line);
    text_append_times(out, TEXT(" "), GAP + indent);
    text_append(out, rest);
    text_append_times(out, TEXT(" "), CAPTION - indent - utf8_width(rest));
}

/* A rule as printed may also stand below the block before. */
static bool is_ruled(const Statement *statement, const Row *row)
{
    bool known_total = row->line != LINE_NONE && chart_at(statement->chart, row->line)->is_total;
    return row->total || (row->after_rule && (known_total || text_equal(row->section, (row - 1)->section)));
}

static bool row_is_dated(const Row *row)
{
    for (size_t i = 0; i < row->cell_count; i++)
        if (row->cells[i].dated)
            return true;
    return false;
}

static void append_row(Printout *printout, const Row *row)
{
    const Statement *statement = printout->statement;
    char room[FIGURE_MOST];
    if (!printout->ruled && is_ruled(statement, row))
        append_rule(printout, row, TEXT("─"));
    size_t line = source_line(statement->filing->source, printout->run->arena, row->cells[0].place.start);
    append_caption(printout, row->caption.length ? row->caption : TEXT("(no caption)"), line, row->section.length ? INDENT : 0);
    for (size_t i = 0; i < statement->column_count; i++) {
        const Cell *cell = row_cell(row, i);
        Text figure = cell ? figure_text(room, cell) : (Text){0};
        append_column(printout, &printout->columns[i], figure, figure_tail(figure));
    }
    text_append_times(printout->out, TEXT(" "), GAP);
    text_append(printout->out, row->line == LINE_NONE ? TEXT("(no line)") : chart_at(statement->chart, row->line)->name);
    end_line(printout->out);
    printout->ruled = row->line != LINE_NONE && chart_at(statement->chart, row->line)->grand;
    if (printout->ruled)
        append_rule(printout, row, TEXT("═"));
}

static void append_rows(Printout *printout)
{
    Text section = {0};
    printout->ruled = true; /* nothing to be ruled off */
    for (size_t i = 0; i < printout->statement->row_count; i++) {
        const Row *row = &printout->statement->rows[i];
        if (!row_is_dated(row))
            continue;
        if (row->section.length && !text_equal(section, row->section)) {
            append_caption(printout, row->section, 0, 0);
            end_line(printout->out);
            printout->ruled = true;
        }
        section = row->section;
        append_row(printout, row);
    }
}

/* --- the head --- */

static void append_units(TextBuilder *out, const Statement *statement)
{
    static const char *const scales[] = {[0] = "whole", [3] = "thousands of", [6] = "millions of", [9] = "billions of"};
    bool has_shares = false;
    for (size_t i = 0; i < statement->row_count; i++)
        has_shares |= statement->rows[i].unit.kind == UNIT_shares;
    if (statement->money.kind == UNIT_none)
        text_append(out, TEXT(", no unit named"));
    if (statement->money.kind == UNIT_money) {
        text_append(out, TEXT(", in "));
        text_append(out, text_of(scales[statement->money.scale]));
        text_append(out, TEXT(" dollars"));
    }
    if (has_shares) {
        text_append(out, TEXT(" and "));
        text_append(out, text_of(scales[statement->shares.scale]));
        text_append(out, TEXT(" shares"));
    }
    if (statement->unit_inherited)
        text_append(out, TEXT(" (as the table above)"));
}

static void append_head(Printout *printout)
{
    const Statement *statement = printout->statement;
    TextBuilder *out = printout->out;
    Arena *arena = printout->run->arena;
    utf8_append(out, statement->entity_title.length ? statement->entity_title : statement->entity.length ? statement->entity : TEXT("(company not named)"));
    text_append(out, TEXT(", "));
    append_kind(out, statement->chart, statement->kind, statement->basis);
    append_units(out, statement);
    text_append(out, TEXT("\nfrom line "));
    text_append_number(out, source_line(statement->filing->source, arena, statement->title.start));
    const char *between = ": ";
    for (size_t i = 0; i < statement->column_count; i++) {
        if (!printout->columns[i].width)
            continue;
        text_append(out, text_of(between));
        text_append(out, period_text(arena, statement->periods[i]));
        between = ", ";
    }
    if (printout->left_out)
        text_append(out, printout->left_out == 1 ? TEXT("; a column that is no period is left out") : TEXT("; columns that are no periods are left out"));
    text_append(out, TEXT("\n\n"));
    for (int line = 0; line < 2; line++) {
        bool blank = true;
        text_append_times(out, TEXT(" "), LINE + GAP + CAPTION);
        for (size_t i = 0; i < statement->column_count; i++) {
            append_column(printout, &printout->columns[i], printout->columns[i].head[line], 0);
            blank = blank && !printout->columns[i].head[line].length;
        }
        end_line(out);
        out->count -= blank; /* instants have one line */
    }
}

void text_statement(TextBuilder *out, Run *run, const Statement *statement)
{
    Printout printout = {.out = out, .run = run, .statement = statement};
    columns_measure(&printout);
    append_head(&printout);
    append_rows(&printout);
}
