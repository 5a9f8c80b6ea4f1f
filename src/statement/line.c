#include "statement/line.h"

#include "statement/dates.h"

#include <string.h>

enum { PROSE_WIDTH = 40, TITLE_WIDTH = 110, YEAR_FIRST = 1950, YEAR_LAST = 2049 };

bool row_has_words(const PageRow *row)
{
    return row->word_count > 0;
}

/* "2004", also with a footnote marker. */
static bool is_year(const Span *value)
{
    int64_t digits = value->printed.digits;
    size_t length = 0;
    while (length < value->text.length && char_is_digit(value->text.start[length]))
        length++;
    bool plain = length == 4 && !value->printed.decimals && !value->percent && !value->dollar;
    return plain && digits >= YEAR_FIRST && digits <= YEAR_LAST;
}

/* What may stand among years: the "30" of "Six months ended June 30     1999     1998", the "(1)" of "1998 (1)", a "%" that heads a column. */
static bool is_beside_years(const Span *value)
{
    if (value->empty && value->percent)
        return true;
    int64_t digits = value->printed.digits;
    return value->attached && value->text.length <= 4 && !value->printed.decimals && digits >= -31 && digits <= 31;
}

bool row_is_years(const PageRow *row)
{
    size_t count = 0, attached = 0, percents = 0;
    for (size_t i = 0; row->kind == ROW_text && i < row->value_count; i++) {
        const Span *value = &row->values[i];
        percents += value->empty && value->percent;
        if (is_beside_years(value))
            continue;
        if (!is_year(value))
            return false;
        count += !value->attached;
        attached += value->attached;
    }
    return count > 0 || (percents > 0 && attached > 0); /* "December 31, 1999     %" */
}

Text line_text(const Scan *scan, size_t index)
{
    const PageRow *row = &scan->filing->rows[index];
    if (row->word_count + row->value_count == 0)
        return (Text){0};
    const Span *first = row->word_count ? &row->words[0] : &row->values[0];
    const Span *last = row->value_count ? &row->values[row->value_count - 1] : &row->words[row->word_count - 1];
    return (Text){first->text.start, (size_t)(last->text.start + last->text.length - first->text.start)};
}

Text line_normal(const Scan *scan, size_t row)
{
    LineFacts *facts = &scan->lines[row];
    if (!facts->normal.start)
        facts->normal = words_normalise(scan->run->arena, line_text(scan, row));
    return facts->normal;
}

bool line_has_dates(const Scan *scan, size_t row)
{
    LineFacts *facts = &scan->lines[row];
    if (!facts->dates)
        facts->dates = text_speaks_of_dates(scan->reading, line_text(scan, row)) ? 1 : -1;
    return facts->dates > 0;
}

bool line_is_company(const Scan *scan, size_t row)
{
    LineFacts *facts = &scan->lines[row];
    if (!facts->company)
        facts->company = company_is_name(scan->companies, scan->run->arena, line_text(scan, row)) ? 1 : -1;
    return facts->company > 0;
}

/* --- roles --- */

WordCount line_words(const Scan *scan, size_t row)
{
    LineFacts *facts = &scan->lines[row];
    if (facts->counted)
        return (WordCount){facts->words, facts->odd};
    Text text = line_text(scan, row);
    WordCount count = {0};
    for (size_t i = 0; i < text.length && (count.words < WORDS_COUNTED || count.odd < WORDS_COUNTED);) {
        size_t from = i;
        while (i < text.length && char_is_letter(text.start[i]))
            i++;
        if (i == from) {
            i++;
            continue;
        }
        count.words++;
        count.odd += char_is_lower(text.start[from]) && !reading_word_is_small(scan->reading, (Text){text.start + from, i - from});
    }
    facts->words = count.words < UINT16_MAX ? (uint16_t)count.words : UINT16_MAX;
    facts->odd = (uint16_t)count.odd;
    facts->counted = true;
    return (WordCount){facts->words, facts->odd};
}

static bool is_footnote_marker(Text text)
{
    if (text.length < 3)
        return false;
    if (text.start[0] == '*')
        return true;
    size_t close = text_find_char(text, ')', 0);
    if (text.start[0] != '(' || close < 2 || close > 3 || close + 1 >= text.length)
        return false;
    return char_is_digit(text.start[1]) ? true : close == 2 && char_is_letter(text.start[1]);
}

/* Most lines need not be normalised for it. */
static bool line_begins(const Scan *scan, size_t row, Text text, const Phrases *phrases)
{
    return phrases_may_begin(phrases, text) && phrases_begin(phrases, line_normal(scan, row));
}

/* "Note: ...", "Notes 2 and 3 ...": "Notes payable to banks," begins a caption. */
static bool is_remark(const Scan *scan, size_t row, Text text)
{
    size_t i = 0;
    if (!line_begins(scan, row, text, &scan->reading->remarks))
        return false;
    while (i < text.length && word_letter(text.start[i]))
        i++;
    bool mark = i < text.length && !char_is_blank(text.start[i]);
    while (i < text.length && char_is_blank(text.start[i]))
        i++;
    return mark || (i < text.length && (char_is_digit(text.start[i]) || dash_length(text, i)));
}

static bool title_kind(uint8_t *out, const Reading *reading, Text normal)
{
    uint32_t lists = phrases_found(&reading->titles.phrases, normal);
    *out = kind_of_lists(&reading->titles, lists, *out);
    return lists && !phrases_found(&reading->untitled, normal);
}

static Text join_normal(Arena *arena, Text one, Text two)
{
    char *both = arena_allocate(arena, one.length + two.length);
    memcpy(both, one.start, one.length);
    memcpy(both + one.length, two.start + 1, two.length - 1);
    return (Text){both, one.length + two.length - 1};
}

static bool may_be_title(Text text, WordCount count)
{
    bool begins = text.length && text.length <= TITLE_WIDTH && (char_is_upper(text.start[0]) || text.start[0] == '(');
    return begins && count.odd <= 1 && text.start[text.length - 1] != ':';
}

/* A phrase of a title may be broken over two lines; the first of them is then the title. A heading may be broken, too. */
static bool line_is_title(const Scan *scan, size_t row, Text text, WordCount count, uint8_t *kind)
{
    if (!may_be_title(text, count))
        return false;
    Text one = line_normal(scan, row);
    bool alone = title_kind(kind, scan->reading, one);
    Text below = row + 1 < scan->filing->row_count && row_is_text(&scan->filing->rows[row + 1]) ? line_text(scan, row + 1) : (Text){0};
    bool heading_below = below.length && below.start[below.length - 1] == ':';
    if (!below.length || (!heading_below && !may_be_title(below, line_words(scan, row + 1))))
        return alone;
    Text two = line_normal(scan, row + 1), both = join_normal(scan->run->arena, one, two);
    if (heading_below && phrases_equal(&scan->reading->title_ends, two))
        return false;
    if (alone)
        return !phrases_found(&scan->reading->untitled, both) || phrases_found(&scan->reading->untitled, two);
    uint8_t ignored = KINDS_MOST;
    return !heading_below && !title_kind(&ignored, scan->reading, two) && title_kind(kind, scan->reading, both);
}

static bool line_is_prose(Text text, WordCount count)
{
    if (text.start[0] == '(')
        return count.odd >= 6;
    bool sentence = text.start[text.length - 1] == '.' && count.words >= 5 && count.odd >= 2;
    return sentence || (count.odd >= 3 && count.words >= 6 && text.length >= PROSE_WIDTH) || (count.odd >= 6);
}

static LineRole role_find(const Scan *scan, size_t row, uint8_t *kind)
{
    Text text = line_text(scan, row);
    if (!text.length || row_value_count(&scan->filing->rows[row]))
        return LINE_plain;
    WordCount count = line_words(scan, row);
    if (count.words == 0)
        return LINE_plain;
    if (count.odd <= 2 && line_begins(scan, row, text, &scan->reading->narrative))
        return LINE_narrative;
    if (count.words >= 2 && (line_begins(scan, row, text, &scan->reading->table_ends) || is_remark(scan, row, text)))
        return LINE_end;
    if (is_footnote_marker(text))
        return LINE_footnote;
    if (line_is_title(scan, row, text, count, kind))
        return LINE_title;
    return line_is_prose(text, count) ? LINE_prose : LINE_plain;
}

LineRole line_role(const Scan *scan, size_t row)
{
    LineFacts *facts = &scan->lines[row];
    if (!facts->known) {
        facts->role = scan->filing->rows[row].kind == ROW_text ? (uint8_t)role_find(scan, row, &facts->kind) : LINE_plain;
        facts->known = true;
    }
    return (LineRole)facts->role;
}

uint8_t line_title_kind(const Scan *scan, size_t row)
{
    return line_role(scan, row) == LINE_title ? scan->lines[row].kind : KINDS_MOST;
}
