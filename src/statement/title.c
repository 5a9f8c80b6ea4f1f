#include "statement/title.h"

enum { HEAD_LINES = 40, NAME_LINES = 4, PARAGRAPH_LINES = 12 };

/* --- text --- */

/* "(1)", "(12)", "(a)", and the same in square brackets. */
static size_t marker_length(Text text)
{
    bool opens = text.length && (text.start[0] == '(' || text.start[0] == '[');
    size_t close = opens ? text_find_char(text, text.start[0] == '(' ? ')' : ']', 0) : text.length;
    if (close < 2 || close > 3 || close >= text.length)
        return 0;
    bool digits = char_is_digit(text.start[1]) && (close == 2 || char_is_digit(text.start[2]));
    return digits || (close == 2 && char_is_letter(text.start[1])) ? close + 1 : 0;
}

static Text trailing_marker_drop(Text text)
{
    char last = text.length ? text.start[text.length - 1] : '\0', opening = last == ')' ? '(' : '[';
    size_t open = last == ')' || last == ']' ? text.length : 0;
    while (open > 0 && text.start[open - 1] != opening)
        open--;
    if (open > 1 && marker_length(text_slice(text, open - 1, text.length)) == text.length - open + 1)
        return text_trim(text_slice(text, 0, open - 1));
    while (text.length > 1 && text.start[text.length - 1] == '*')
        text = text_trim(text_slice(text, 0, text.length - 1));
    return text;
}

Text text_clean(Arena *arena, Text text)
{
    text = text_trim(text);
    size_t marker = marker_length(text);
    if (marker && marker < text.length)
        text = text_trim(text_slice(text, marker, text.length));
    text = trailing_marker_drop(text);
    while (text.length > 1 && text.start[text.length - 1] == ':')
        text = trailing_marker_drop(text_trim(text_slice(text, 0, text.length - 1)));
    char *out = arena_allocate(arena, text.length + 1);
    size_t length = 0;
    for (size_t i = 0; i < text.length; i++) {
        bool blank = char_is_blank(text.start[i]);
        if (!blank || (length && out[length - 1] != ' '))
            out[length++] = blank ? ' ' : text.start[i];
    }
    return (Text){out, length};
}

/* --- titles --- */

/* A line that may be part of a title of several lines. */
static bool is_title_part(const Scan *scan, size_t row)
{
    LineRole role = line_role(scan, row);
    return row_is_text(&scan->filing->rows[row]) && row_value_count(&scan->filing->rows[row]) == 0 && (role == LINE_title || role == LINE_plain);
}

static void title_join(Title *out, const Scan *scan, const Table *table, size_t found)
{
    size_t first = found, last = found;
    while (first > table->above && is_title_part(scan, first - 1) && found - first < 2 && !line_has_dates(scan, first - 1) &&
           line_text(scan, first - 1).start[0] != '(' && !line_is_company(scan, first - 1))
        first--;
    while (last + 1 < table->first && is_title_part(scan, last + 1) && last - found < 3 && !line_has_dates(scan, last + 1))
        last++;
    TextBuilder all = {.arena = scan->run->arena};
    for (size_t row = first; row <= last; row++)
        text_append(&all, line_normal(scan, row));
    Text normal = words_normalise(scan->run->arena, text_builder_text(&all));
    out->row = first;
    out->kind = kind_of_lists(&scan->reading->titles, phrases_found(&scan->reading->titles.phrases, normal), line_title_kind(scan, found));
    if (phrases_found(&scan->reading->parts, normal))
        out->kind = scan->reading->footnote;
    bool non_gaap = phrases_found(&scan->reading->non_gaap, normal) && scan->chart->statements[out->kind].has_bases;
    out->basis = non_gaap ? BASIS_non_gaap : BASIS_gaap;
    out->continued = phrases_found(&scan->reading->continued, normal);
}

/* The company's name stands above the title, or below it before the head. */
static void company_read_name(Title *out, const Scan *scan, const Table *table)
{
    size_t texts = 0;
    for (size_t row = out->row; row-- > table->above && texts < NAME_LINES;) {
        PageRowKind kind = scan->filing->rows[row].kind;
        if (kind == ROW_page || kind == ROW_table_end || kind == ROW_document || (kind == ROW_text && line_role(scan, row) == LINE_prose))
            break;
        if (kind != ROW_text)
            continue;
        texts++;
        if (line_is_company(scan, row)) {
            out->company = line_text(scan, row);
            return;
        }
    }
    for (size_t row = out->row; row < table->first && row < out->row + NAME_LINES; row++)
        if (is_title_part(scan, row) && line_role(scan, row) == LINE_plain && line_is_company(scan, row)) {
            out->company = line_text(scan, row);
            return;
        }
}

static bool line_is_over_columns(const Scan *scan, const Table *table, size_t row)
{
    const PageRow *at = &scan->filing->rows[row];
    bool over = at->word_count > 0;
    for (size_t i = 0; i < at->word_count; i++)
        over &= table_spans(table, &at->words[i]);
    return over;
}

/* The last line of the paragraph that a line of prose belongs to; what stands over the columns is a head already. */
static size_t paragraph_end(const Scan *scan, const Table *table, size_t row)
{
    while (row + 1 < table->first && row_is_text(&scan->filing->rows[row + 1]) && row_value_count(&scan->filing->rows[row + 1]) == 0) {
        if (line_is_over_columns(scan, table, row + 1))
            break;
        row++;
    }
    return row;
}

/* A paragraph that ends right above the table: is it a footnote that introduces it? */
static void footnote_read(Title *out, const Scan *scan, const Table *table, size_t last)
{
    const PageRow *rows = scan->filing->rows;
    size_t first = last;
    while (line_role(scan, first) != LINE_footnote && first > table->above && row_is_text(&rows[first - 1]) && last - first < PARAGRAPH_LINES)
        first--;
    Text end = line_text(scan, last);
    if (line_role(scan, first) != LINE_footnote || end.start[end.length - 1] != ':')
        return;
    TextBuilder all = {.arena = scan->run->arena};
    for (size_t row = first; row <= last; row++) {
        text_append(&all, line_text(scan, row));
        text_append_char(&all, ' ');
    }
    out->footnote = text_clean(scan->run->arena, text_builder_text(&all));
}

static bool ends_in_parentheses(Text text)
{
    size_t i = text.length;
    while (i > 0 && text.start[i - 1] != '(' && text.start[i - 1] != ')')
        i--;
    return i > 0 && text.start[i - 1] == '(';
}

/* Words without values to the left of the columns, or broken off within parentheses. */
static bool may_begin_caption(const Scan *scan, const Table *table, size_t row)
{
    const PageRow *at = &scan->filing->rows[row];
    return row_is_text(at) && !row_value_count(at) && (at->right <= table->columns[0].left || ends_in_parentheses(line_text(scan, row)));
}

/* Long words right above the first row and parted from any text above: the beginning of the row's caption. */
static bool begins_first_row(const Scan *scan, const Table *table, size_t row)
{
    const PageRow *rows = scan->filing->rows;
    size_t top = table->first;
    while (top > table->above && may_begin_caption(scan, table, top - 1))
        top--;
    bool apart = top == table->above || !row_is_text(&rows[top - 1]) || row_is_years(&rows[top - 1]);
    if (top > row || !(apart || line_is_over_columns(scan, table, top - 1)))
        return false;
    Text end = line_text(scan, table->first - 1);
    return end.start[end.length - 1] != ':' && end.start[end.length - 1] != '.';
}

/* False at a line above which no head reaches. */
static bool line_may_be_head(Title *out, const Scan *scan, const Table *table, size_t row)
{
    switch (scan->filing->rows[row].kind) {
    case ROW_document:
    case ROW_table_end:
        return false;
    case ROW_text:
        break;
    default:
        return true;
    }
    switch (line_role(scan, row)) {
    case LINE_narrative:
        out->narrative = true;
        return false;
    case LINE_title:
        out->found = true;
        title_join(out, scan, table, row);
        return false;
    case LINE_prose:
    case LINE_footnote:
        if (line_role(scan, row) == LINE_prose && begins_first_row(scan, table, row))
            return true;
        out->top = paragraph_end(scan, table, row) + 1;
        footnote_read(out, scan, table, out->top - 1);
        out->after_prose = true;
        return false;
    case LINE_end:
        return line_is_over_columns(scan, table, row); /* "see Note 8" under a date */
    default:
        return true;
    }
}

/* Nothing but blank lines and remarks between the table before and a page break? */
static bool is_after_page(const Scan *scan, const Table *table)
{
    for (size_t row = table->above; row < table->first; row++) {
        const PageRow *at = &scan->filing->rows[row];
        if (at->kind == ROW_document || at->kind == ROW_page)
            return at->kind == ROW_page;
        LineRole role = line_role(scan, row);
        bool goes_on = row > table->above && row_is_text(&scan->filing->rows[row - 1]) && line_role(scan, row - 1) == LINE_end;
        if (row_is_text(at) && role != LINE_end && !goes_on)
            return false;
    }
    return false;
}

void title_read(Title *out, const Scan *scan, const Table *table)
{
    *out = (Title){.kind = KINDS_MOST, .row = table->first};
    size_t row = table->first, texts = 0;
    while (row > table->above && texts < HEAD_LINES && line_may_be_head(out, scan, table, row - 1))
        texts += row_is_text(&scan->filing->rows[--row]);
    if (out->top < row)
        out->top = row;
    if (out->found) {
        out->top = out->row;
        company_read_name(out, scan, table);
    } else {
        out->after_page = is_after_page(scan, table) && !out->after_prose && !out->narrative;
    }
}
