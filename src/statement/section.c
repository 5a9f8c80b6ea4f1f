#include "statement/section.h"

#include "statement/dates.h"
#include "statement/heading.h"
#include "statement/own_name.h"
#include "statement/row_day.h"
#include "statement/row_name.h"

#include <string.h>

typedef struct {
    const Scan *scan;
    const Statement *statement;
    const Table *table;
    const Head *head;
    RowList *rows;
    Headings headings;
    Text pending; /* words without values, of one line or more: a heading, or the beginning of a caption */
    uint16_t pending_indent;
    size_t pending_first, pending_row; /* its lines */
    size_t heading_row; /* the last line of the last heading */
    Place pending_place;
    bool after_rule;
    Text own; /* the company's name, as captions are compared */
} RowReader;

/* --- captions over several lines --- */

static int open_parentheses(Text text)
{
    int open = 0;
    for (size_t i = 0; i < text.length; i++)
        open += text.start[i] == '(' ? 1 : text.start[i] == ')' && open ? -1 : 0;
    return open;
}

/* "assets", "(loss) in ...", "(Note 8)", "30,000,000 shares": goes on; "(Loss) earnings", "10% notes": begins. */
static bool is_continuation(Text text)
{
    size_t digits = 0;
    while (digits < text.length && char_is_digit(text.start[digits]))
        digits++;
    if (char_is_lower(text.start[0]) || (digits && digits < text.length && text.start[digits] == ','))
        return true;
    if (text.start[0] != '(' || text.length < 3)
        return false;
    size_t close = text_find_char(text, ')', 0);
    return char_is_lower(text.start[1]) || close + 1 >= text.length;
}

static bool joins(const RowReader *reader, Text pending, Text next)
{
    const Reading *reading = reader->scan->reading;
    if (!next.length)
        return false;
    if (open_parentheses(pending) > 0)
        return true;
    char last = pending.start[pending.length - 1];
    if (last == ':')
        return false;
    Arena *arena = reader->scan->run->arena;
    Text normal = words_normalise(arena, pending);
    bool several = text_find_char(pending, ' ', 0) < pending.length;
    if (last == ',' || last == ';' || is_continuation(next) || (several && phrases_end(&reading->connectives, normal)))
        return !phrases_begin(&reading->valueless, normal);
    if (phrases_begin(&reading->total_starts, normal))
        return true;
    return text_is_capitals(next) && text_is_capitals(pending) && phrases_begin(&reading->continuations, words_normalise(arena, next));
}

static Text join(Arena *arena, Text a, Text b)
{
    if (!a.length)
        return b;
    size_t dash = dash_length_behind(a);
    bool hyphen = dash && dash < a.length && char_is_letter(a.start[a.length - dash - 1]);
    char *both = arena_allocate(arena, a.length + b.length + 1);
    memcpy(both, a.start, a.length);
    both[a.length] = ' ';
    memcpy(both + a.length + !hyphen, b.start, b.length);
    return (Text){both, a.length + b.length + !hyphen};
}

/* The chart knows the two lines as one caption, and not the second by itself, also not under the first as its heading. */
static bool chart_joins(const RowReader *reader, Text pending, Text next)
{
    Arena *arena = reader->scan->run->arena;
    const Chart *chart = reader->statement->chart;
    Text headings[HEADINGS_MOST + 1];
    size_t count = 1;
    if (pending.start[pending.length - 1] == ':')
        return false;
    headings[0] = caption_normalise(chart, arena, pending);
    for (size_t i = reader->headings.depth; i-- > 0;)
        headings[count++] = reader->headings.items[i].matched;
    uint8_t kind = reader->statement->kind;
    Text alone = caption_normalise(chart, arena, next), both = caption_normalise(chart, arena, join(arena, pending, next));
    return chart_match(chart, kind, both, headings + 1, count - 1) != LINE_NONE &&
           chart_match(chart, kind, alone, headings + 1, count - 1) == LINE_NONE && chart_match(chart, kind, alone, headings, count) == LINE_NONE;
}

/* --- headings --- */

static bool is_remark(Text text)
{
    return text.start[0] == '(' && text_find_char(text, ')', 0) + 1 >= text.length;
}

static void pending_end(RowReader *reader)
{
    Text text = reader->pending;
    reader->pending = (Text){0};
    if (!text.length)
        return;
    reader->heading_row = reader->pending_row;
    const Scan *scan = reader->scan;
    Text normal = words_normalise(scan->run->arena, text);
    if (text_is_period(scan->reading, text))
        reader->rows->periods_inside = true;
    if (is_remark(text) || normal.length < 3 || phrases_begin(&scan->reading->valueless, normal) || phrases_begin(&scan->reading->total_starts, normal))
        return;
    heading_add(&reader->headings, text_clean(scan->run->arena, text), reader->pending_indent, text.start[text.length - 1] == ':', false);
}

/* The words of a line, without a remark over the columns: "ASSETS      (Unaudited)". */
static Text heading_text(const RowReader *reader, const PageRow *row)
{
    Text text = row->words[0].text;
    for (size_t i = 1; i < row->word_count; i++)
        if (row->words[i].text.start[0] != '(' || !table_spans(reader->table, &row->words[i]))
            text.length = (size_t)(row->words[i].text.start + row->words[i].text.length - text.start);
    return text;
}

static void words_take(RowReader *reader, size_t row)
{
    const PageRow *at = &reader->scan->filing->rows[row];
    Text text = at->word_count && !at->value_count ? heading_text(reader, at) : line_text(reader->scan, row);
    if (reader->pending.length && joins(reader, reader->pending, text)) {
        reader->pending = join(reader->scan->run->arena, reader->pending, text);
        reader->pending_row = row;
        return;
    }
    pending_end(reader);
    reader->pending_first = reader->pending_row = row;
    reader->pending = text;
    reader->pending_indent = reader->scan->filing->rows[row].indent;
    reader->pending_place = reader->scan->filing->rows[row].place;
}

/* --- rows --- */

static void row_lose(RowReader *reader, const PageRow *row, Text reason)
{
    *list_push(reader->scan->run->arena, &reader->rows->lost) = (Skipped){row->place, reason};
}

/* "412cr", "1.234,56", "1'200": digits with few letters, and no date. */
static bool looks_like_number(Text text)
{
    enum { LETTERS_MOST = 2, MARKER_LONGEST = 4 };
    size_t digits = 0, letters = 0;
    for (size_t i = 0; i < text.length; i++) {
        digits += char_is_digit(text.start[i]);
        letters += char_is_letter(text.start[i]);
        if (text.start[i] == '/')
            return false;
    }
    bool marker = text.length <= MARKER_LONGEST && text.start[0] == '(' && text.start[text.length - 1] == ')';
    return digits && letters <= LETTERS_MOST && !marker;
}

static bool is_unread_number(const RowReader *reader, const Span *words)
{
    return words->left + 1 >= reader->table->columns[0].left && looks_like_number(words->text);
}

/* Words of a row that stand over the columns and look like a number of a form that is not known: told, and not taken into the caption. */
static bool unread_numbers_tell(RowReader *reader, const PageRow *row)
{
    for (size_t i = 0; i < row->word_count; i++) {
        if (!is_unread_number(reader, &row->words[i]))
            continue;
        row_lose(reader, row, text_format(reader->scan->run->arena, "\"" TEXT_FORMAT "\" looks like a number, but is of no form that is read; it is left out",
                                          TEXT_ARGUMENTS(row->words[i].text)));
        return true;
    }
    return false;
}

/* The words of a row, from `first` on, and the numbers that belong to them. */
static Text row_caption(const RowReader *reader, const PageRow *row, const uint8_t columns[], size_t first)
{
    Text caption = {0};
    Arena *arena = reader->scan->run->arena;
    for (size_t i = first; i < row->word_count; i++)
        if (!is_unread_number(reader, &row->words[i]))
            caption = join(arena, caption, row->words[i].text);
    for (size_t i = 0; i < row->value_count && columns[i] == NO_COLUMN; i++)
        caption = join(arena, caption, row->values[i].text);
    size_t word = caption.length;
    while (word > 1 && char_is_letter(caption.start[word - 2]))
        word--;
    if (caption.length > 5 && caption.start[caption.length - 1] == '.' && caption.length - word > 4)
        caption.length--;
    return caption;
}

static bool value_is_whole_and_large(const Row *row)
{
    for (size_t i = 0; i < row->cell_count; i++) {
        int64_t digits = row->cells[i].printed.digits;
        if (!row->cells[i].nil && !row->cells[i].printed.decimals && (digits >= 1000 || digits <= -1000))
            return true;
    }
    return false;
}

/* Share counts are in the scale that their words name, "(thousands)", or in that of the table. */
static Unit shares_unit(const RowReader *reader, Text words)
{
    const Reading *reading = reader->scan->reading;
    Text normal = words_normalise(reader->scan->run->arena, words);
    for (size_t i = 0; i < SCALE_WORDS; i++)
        if (phrases_found(&reading->units[i].phrases, normal))
            return (Unit){UNIT_shares, reading->units[i].scale};
    return reader->statement->shares;
}

/* Money, unless the caption or one of its headings, the innermost first, speaks of share counts or of amounts per share, or the caption of a
 * measure that is no money. */
static Unit row_unit(const RowReader *reader, const Row *row, Text normal, uint32_t says)
{
    const Statement *statement = reader->statement;
    if (!reader->scan->reading->has_shares[statement->kind])
        return statement->money;
    if (says & SAYS_share_counts)
        return shares_unit(reader, row->caption);
    if (says & SAYS_per_share)
        return (Unit){UNIT_per_share, 0};
    for (size_t i = reader->headings.depth; i-- > 0;) {
        const Heading *heading = &reader->headings.items[i];
        if (heading->says & SAYS_share_counts)
            return shares_unit(reader, heading->text);
        if (heading->says & SAYS_per_share && !value_is_whole_and_large(row))
            return (Unit){UNIT_per_share, 0};
    }
    bool measure = row->line == LINE_NONE && phrases_found(&reader->scan->reading->measures, normal);
    return measure ? (Unit){UNIT_none, 0} : statement->money;
}

/* A caption that has the company's own name is looked up with the word that stands for it first. */
static LineId row_line(const RowReader *reader, Text caption)
{
    const Chart *chart = reader->statement->chart;
    Text headings[HEADINGS_MOST];
    size_t count = 0;
    for (size_t i = reader->headings.depth; i-- > 0;)
        headings[count++] = reader->headings.items[i].matched;
    Arena *arena = reader->scan->run->arena;
    Text normal = caption_normalise(chart, arena, caption);
    if (reader->own.length && own_name_replace(&normal, arena, reader->own)) {
        LineId line = chart_match(chart, reader->statement->kind, normal, headings, count);
        if (line != LINE_NONE)
            return line;
        normal = caption_normalise(chart, arena, caption);
    }
    return chart_match(chart, reader->statement->kind, normal, headings, count);
}

/* Where in the columns' periods the row stands. */
static RowTime row_time(const RowReader *reader, const Row *row, Text caption, uint32_t says)
{
    const Reading *reading = reader->scan->reading;
    const Line *line = row->line == LINE_NONE ? NULL : chart_at(reader->statement->chart, row->line);
    if (says & SAYS_opening && phrases_found(&reading->of_period, caption))
        return ROW_of_period;
    if ((line && line->opening) || says & SAYS_opening)
        return ROW_before_period;
    bool at_end = (line && line->closing) || says & SAYS_closing;
    at_end |= reader->statement->kind == reading->footnote && phrases_equal(&reading->instant_captions, caption);
    for (size_t i = 0; i < reader->headings.depth && !at_end; i++)
        at_end = reader->headings.items[i].says & SAYS_instants;
    return at_end ? ROW_at_end : row_day_time(reading, reader->head, reader->table->column_count, row->caption);
}

static Period cell_period(Period column, RowTime time)
{
    if (time == ROW_of_period || period_is_instant(column))
        return column;
    return (Period){DAY_NONE, time == ROW_before_period ? column.start - 1 : column.end};
}

static void cells_add(Row *out, const RowReader *reader, const PageRow *row, const uint8_t columns[])
{
    out->cells = arena_array(reader->scan->run->arena, Cell, row->value_count);
    for (size_t i = 0; i < row->value_count; i++) {
        const Span *value = &row->values[i];
        if (columns[i] == NO_COLUMN || value->empty)
            continue;
        Cell *cell = &out->cells[out->cell_count];
        *cell = (Cell){.printed = value->printed, .nil = value->nil, .place = value->place, .column = columns[i], .index = out->cell_count};
        cell->dated = reader->head->dated[columns[i]];
        cell->printed.unit = (Unit){UNIT_none, 0};
        if (value->percent || reader->table->columns[columns[i]].percent)
            cell->printed.unit = (Unit){UNIT_percent, 0};
        out->cell_count++;
    }
}

static void row_add(RowReader *reader, const PageRow *page_row, const uint8_t columns[], Text caption, uint16_t indent, Place place)
{
    Arena *arena = reader->scan->run->arena;
    Row *row = list_push(arena, reader->rows);
    *row = (Row){.line = LINE_NONE, .after_rule = reader->after_rule, .place = place};
    row->caption = text_clean(arena, caption);
    Text normal = row->caption.length ? words_normalise(arena, row->caption) : (Text){0};
    headings_take_row(&reader->headings, normal, indent, row->after_rule);
    row->total = reader->headings.total;
    row->deducted = row->caption.length && phrases_begin(&reader->scan->reading->deductions, normal);
    if (reader->headings.depth)
        row->section = reader->headings.items[reader->headings.depth - 1].text;
    cells_add(row, reader, page_row, columns);
    if (row->caption.length)
        row->line = row_line(reader, row->caption);
    uint32_t says = phrases_found(&reader->scan->reading->rows, normal);
    row->unit = row_unit(reader, row, normal, says);
    if (row->line != LINE_NONE && row->unit.kind != UNIT_none && row->unit.kind != chart_at(reader->statement->chart, row->line)->unit)
        row->line = LINE_NONE; /* net income per share is not net income, under whatever heading it stands */
    RowTime time = row_time(reader, row, normal, says);
    reader->rows->periods_inside |= time == ROW_of_period && row->caption.length && text_is_period(reader->scan->reading, row->caption);
    for (size_t i = 0; i < row->cell_count; i++) {
        Cell *cell = &row->cells[i];
        if (cell->printed.unit.kind == UNIT_none)
            cell->printed.unit = row->unit;
        if (cell->dated)
            cell->period = cell_period(reader->head->periods[cell->column], time);
    }
    headings_end_row(&reader->headings);
    reader->after_rule = false;
}

/* The next row of the table with text; NULL when there is none. */
static const PageRow *row_below(const RowReader *reader, size_t index)
{
    const PageRow *rows = reader->scan->filing->rows;
    while (++index <= reader->table->last)
        if (row_is_text(&rows[index]))
            return &rows[index];
    return NULL;
}

/* "Net sales    Products   22,104" above "             Services    4,312": the first words head the captions that stand in one line below each other. */
static bool heads_beside(const RowReader *reader, size_t index)
{
    const PageRow *row = &reader->scan->filing->rows[index], *below = row_below(reader, index);
    return row->word_count > 1 && below == row + 1 && row_value_count(below) && below->word_count && below->words[0].left == row->words[1].left &&
           row->words[1].text.start[0] != '(';
}

/* Words above a single deeper row, in letters of the same kind, are the beginning of its caption: headings head several rows, or say so with a
 * colon. A total below it would close it; where the table or its part ends with the row, only capitals, which hide the case of the second
 * line, are taken so. */
static bool heads_nothing_else(const RowReader *reader, size_t index, Text words, uint16_t indent, Text caption)
{
    const Scan *scan = reader->scan;
    Arena *arena = scan->run->arena;
    const PageRow *below = row_below(reader, index);
    bool capitals = text_is_capitals(words);
    if (words.start[words.length - 1] == ':' || capitals != text_is_capitals(caption))
        return false;
    if (below && (below->indent > indent || !below->word_count || phrases_begin(&scan->reading->total_starts, words_normalise(arena, below->words[0].text))))
        return false;
    if (below && row_value_count(below))
        return true;
    return capitals && !(phrases_found(&scan->reading->rows, words_normalise(arena, words)) & SAYS_per_share);
}

/* Of a caption over three lines the first was taken for a heading of the others. */
static bool heading_begins_caption(const RowReader *reader, size_t index, Text caption)
{
    const Heading *last = reader->headings.depth ? &reader->headings.items[reader->headings.depth - 1] : NULL;
    bool above = last && last->fresh && !last->colon && reader->heading_row + 1 == reader->pending_first && reader->pending_row + 1 == index;
    return above && reader->pending_indent > last->indent && heads_nothing_else(reader, index, last->text, last->indent, caption);
}

/* "Net income allocated to" above "  Class A limited" above "  partners    68,734": a third line below the second, and no row beside it. */
static bool goes_on_in_line(const RowReader *reader, size_t index)
{
    const PageRow *rows = reader->scan->filing->rows, *below = row_below(reader, index);
    uint16_t indent = rows[index].indent;
    bool lines = reader->pending_first < reader->pending_row && reader->pending_row + 1 == index && reader->pending.start[reader->pending.length - 1] != ':';
    return lines && indent > reader->pending_indent && indent == rows[reader->pending_row].indent && !(below && below->indent == indent);
}

/* Are the words above part of a row's caption? They are when its values stand by themselves right below them. */
static bool pending_belongs(const RowReader *reader, size_t index, Text caption)
{
    if (!caption.length)
        return reader->pending.start[reader->pending.length - 1] != ':';
    if (joins(reader, reader->pending, caption) || chart_joins(reader, reader->pending, caption))
        return true;
    if (goes_on_in_line(reader, index))
        return true;
    bool above = reader->pending_row + 1 == index && reader->scan->filing->rows[index].indent > reader->pending_indent;
    return above && heads_nothing_else(reader, index, reader->pending, reader->pending_indent, caption);
}

static void values_take(RowReader *reader, size_t index)
{
    const PageRow *row = &reader->scan->filing->rows[index];
    uint8_t columns[256];
    bool placed = table_place(columns, reader->table, row);
    if (!placed) {
        row_lose(reader, row, TEXT("it cannot be told in which columns the values of this row stand; it is not read"));
        return;
    }
    bool beside = heads_beside(reader, index);
    if (beside) {
        pending_end(reader);
        heading_add(&reader->headings, text_clean(reader->scan->run->arena, row->words[0].text), row->indent, false, false);
    }
    Text caption = row_caption(reader, row, columns, beside);
    uint16_t indent = beside ? row->words[1].left : row->indent;
    Place place = beside ? row->words[1].place : row->place;
    if (reader->pending.length && pending_belongs(reader, index, caption)) {
        caption = caption.length ? join(reader->scan->run->arena, reader->pending, caption) : reader->pending;
        indent = reader->pending_indent;
        place = reader->pending_place;
        reader->pending = (Text){0};
        if (heading_begins_caption(reader, index, caption)) {
            const Heading *begin = &reader->headings.items[--reader->headings.depth];
            caption = join(reader->scan->run->arena, begin->text, caption);
            indent = begin->indent;
        }
    }
    pending_end(reader);
    row_add(reader, row, columns, caption, indent, place);
}

/* Does some value of the row stand in a column, or are all its numbers part of its words? */
static bool has_placed_values(const RowReader *reader, const PageRow *row)
{
    uint8_t columns[256];
    if (row_value_count(row))
        return true;
    if (!row->value_count || !table_place(columns, reader->table, row))
        return false;
    for (size_t i = 0; i < row->value_count; i++)
        if (columns[i] != NO_COLUMN)
            return true;
    return false;
}

static void row_take(RowReader *reader, size_t index)
{
    const PageRow *row = &reader->scan->filing->rows[index];
    bool unread = row->kind == ROW_text && unread_numbers_tell(reader, row);
    if (unread && !has_placed_values(reader, row)) {
        pending_end(reader);
        return;
    }
    if (row->kind == ROW_text) {
        if (has_placed_values(reader, row))
            values_take(reader, index);
        else
            words_take(reader, index);
        return;
    }
    pending_end(reader);
    if (row->kind == ROW_rule || row->kind == ROW_double_rule)
        reader->after_rule = true;
}

void rows_read(RowList *rows, const Scan *scan, const Statement *statement, const Table *table, const Head *head, Text heading)
{
    RowReader reader;
    memset(&reader, 0, sizeof reader);
    reader.scan = scan;
    reader.statement = statement;
    reader.table = table;
    reader.head = head;
    reader.rows = rows;
    reader.own = caption_normalise(statement->chart, scan->run->arena, statement->entity_title);
    reader.headings.reading = scan->reading;
    reader.headings.chart = statement->chart;
    reader.headings.arena = scan->run->arena;
    if (heading.length)
        heading_add(&reader.headings, heading, 0, true, true);
    for (size_t i = 0; i < head->stub_count; i++)
        heading_add(&reader.headings, text_clean(scan->run->arena, head->stubs[i].text), head->stubs[i].left, false, false);
    size_t first = rows->count;
    for (size_t row = head->body; row <= table->last; row++)
        row_take(&reader, row);
    rows_unname(rows, statement->chart, first);
}
