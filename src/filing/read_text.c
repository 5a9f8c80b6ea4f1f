#include "filing/read_text.h"

#include "filing/lexer.h"

#include <string.h>

typedef struct {
    Filing *filing;
    Arena *arena;
    uint32_t source;
    size_t capacity;
    uint16_t value_rights[16]; /* right edges of the last row that has values */
    size_t value_right_count;
    bool ascii;  /* nothing in it is beyond ASCII */
    bool tagged; /* somewhere in the file stands a "<" or a form feed */
} TextReader;

/* A row a line, and some more where a tag shares a line with text. */
static size_t lines_expected(Text bytes)
{
    size_t lines = 1;
    for (size_t at = 0; (at = text_find_char(bytes, '\n', at)) < bytes.length; at++)
        lines++;
    return lines + lines / 16;
}

static PageRow *row_add(TextReader *reader, PageRowKind kind, uint32_t start, uint32_t end)
{
    Filing *filing = reader->filing;
    if (filing->row_count == reader->capacity)
        filing->rows = arena_grow(reader->arena, filing->rows, filing->row_count, &reader->capacity, sizeof *filing->rows);
    PageRow *row = &filing->rows[filing->row_count++];
    *row = (PageRow){.kind = kind, .place = {reader->source, start, end}};
    return row;
}

/* --- tags --- */

/* The name of the tag that begins at `at`, and where the tag ends; empty when none begins there. */
static Text tag_at(Text line, size_t at, size_t *end)
{
    size_t i = at + 1;
    if (i < line.length && line.start[i] == '/')
        i++;
    if (i >= line.length || !char_is_letter(line.start[i]))
        return (Text){0};
    while (i < line.length && (char_is_letter(line.start[i]) || char_is_digit(line.start[i]) || strchr("-&/", line.start[i])))
        i++;
    if (i >= line.length || line.start[i] != '>')
        return (Text){0};
    *end = i + 1;
    return text_slice(line, at + 1, i);
}

static const struct {
    const char *name;
    PageRowKind kind;
} marking_tags[] = {
    {"PAGE", ROW_page}, {"TABLE", ROW_table}, {"/TABLE", ROW_table_end}, {"DOCUMENT", ROW_document}, {"/DOCUMENT", ROW_document}, {"TYPE", ROW_document},
};

static void tag_mark(TextReader *reader, Text name, Text rest, uint32_t start, uint32_t end, bool *is_page, bool *is_header)
{
    for (size_t i = 0; i < sizeof marking_tags / sizeof marking_tags[0]; i++) {
        if (!text_equal_ignoring_case(name, text_of(marking_tags[i].name)))
            continue;
        PageRow *row = row_add(reader, marking_tags[i].kind, start, end);
        *is_page |= row->kind == ROW_page;
        if (text_equal_ignoring_case(name, TEXT("TYPE")) && rest.length) {
            row->words = arena_new(reader->arena, Span);
            row->words->text = rest;
            row->word_count = 1;
            *is_header = true;
        }
        return;
    }
    if (text_equal_ignoring_case(name, TEXT("CONFORMED-NAME"))) {
        if (!reader->filing->registrant.length)
            reader->filing->registrant = rest;
        *is_header = true;
    }
}

/* Hides the tags of a line and makes a row of each that marks a page, table or document. False when the line says nothing else. */
static bool line_read_tags(TextReader *reader, const TextLine *line, bool *hidden, bool *is_page)
{
    bool is_header = false;
    size_t length = line->bytes.length < LINE_LONGEST ? line->bytes.length : LINE_LONGEST;
    memset(hidden, 0, length);
    for (size_t i = 0, end; i < length; i++) {
        if (line->bytes.start[i] == '\f')
            row_add(reader, ROW_page, line_place(line, i), line_place(line, i + 1));
        if (line->bytes.start[i] != '<')
            continue;
        Text name = tag_at(line->bytes, i, &end);
        if (!name.length)
            continue;
        Text rest = text_trim(text_slice(line->bytes, end, line->bytes.length));
        tag_mark(reader, name, rest, line_place(line, i), line_place(line, end), is_page, &is_header);
        for (; i < end && i < length; i++)
            hidden[i] = true;
        i--;
    }
    return !is_header;
}

/* --- lines --- */

static void registrant_read(TextReader *reader, const TextLine *line)
{
    const Text label = TEXT("COMPANY CONFORMED NAME:");
    Text text = text_slice(line->bytes, line->atoms[0].start, line->bytes.length);
    if (char_lower(text.start[0]) == char_lower(label.start[0]) && text_equal_ignoring_case(text_slice(text, 0, label.length), label))
        reader->filing->registrant = text_trim(text_slice(text, label.length, text.length));
}

/* A small number alone between blank lines is the page's, unless it stands in a column of the values above it. */
static bool is_page_number(const TextReader *reader, const TextLine *line, Text next)
{
    const Filing *filing = reader->filing;
    PageRowKind before = filing->row_count ? filing->rows[filing->row_count - 1].kind : ROW_blank;
    if (before == ROW_text || before == ROW_rule || !line_is_page_number(line))
        return false;
    Text below = text_trim(next);
    if (below.length && below.start[0] != '<' && next.start[0] != '\f')
        return false;
    for (size_t i = 0; i < reader->value_right_count; i++)
        if (line->count == 1 && line->atoms[0].right == reader->value_rights[i])
            return false;
    return true;
}

static void value_rights_keep(TextReader *reader, const PageRow *row)
{
    size_t most = sizeof reader->value_rights / sizeof reader->value_rights[0];
    reader->value_right_count = row->value_count < most ? row->value_count : most;
    for (size_t i = 0; i < reader->value_right_count; i++)
        reader->value_rights[i] = row->values[i].right;
}

static void line_add(TextReader *reader, TextLine *line, Text next)
{
    bool hidden[LINE_LONGEST], is_double = false, is_page = false;
    uint32_t end = line->offset + (uint32_t)line->bytes.length;
    line->map = NULL;
    if (!reader->ascii)
        line_decode(line, reader->arena);
    size_t length = line->bytes.length < LINE_LONGEST ? line->bytes.length : LINE_LONGEST;
    bool tagged = reader->tagged && (memchr(line->bytes.start, '<', length) || memchr(line->bytes.start, '\f', length));
    size_t rows = reader->filing->row_count;
    if (tagged && !line_read_tags(reader, line, hidden, &is_page))
        return;
    line_cut(line, tagged ? hidden : NULL);
    if (line->count == 0 || (is_page && line->count == 1)) {
        if (rows == reader->filing->row_count)
            row_add(reader, ROW_blank, line->offset, end);
        return;
    }
    if (!reader->filing->registrant.length)
        registrant_read(reader, line);
    PageRowKind kind = line_is_rule(line, &is_double) ? is_double ? ROW_double_rule : ROW_rule : ROW_text;
    if (kind == ROW_text && is_page_number(reader, line, next)) {
        row_add(reader, ROW_page, line->offset, end);
        return;
    }
    PageRow *row = row_add(reader, kind, line->offset, end);
    line_read(row, reader->arena, line, reader->source);
    if (row->value_count)
        value_rights_keep(reader, row);
    if (kind == ROW_text && row->word_count + row->value_count == 0)
        row->kind = ROW_blank; /* a lone "$" */
}

static Text line_at(Text bytes, size_t start)
{
    size_t length = 0;
    if (start < bytes.length) {
        const char *end = memchr(bytes.start + start, '\n', bytes.length - start);
        length = end ? (size_t)(end - bytes.start) - start : bytes.length - start;
    }
    return (Text){bytes.start + (start < bytes.length ? start : bytes.length), length};
}

static bool text_read(Filing *out, Run *run, const Source *source)
{
    TextReader *reader = arena_new(run->arena, TextReader);
    TextLine *line = arena_new(run->arena, TextLine);
    *reader = (TextReader){.filing = out, .arena = run->arena, .source = source->number, .capacity = lines_expected(source->bytes)};
    out->rows = arena_array(run->arena, PageRow, reader->capacity);
    reader->ascii = text_is_ascii(source->bytes);
    reader->tagged = text_find_char(source->bytes, '<', 0) < source->bytes.length || text_find_char(source->bytes, '\f', 0) < source->bytes.length;
    Text next = line_at(source->bytes, 0);
    for (size_t start = 0; start < source->bytes.length;) {
        line->bytes = next;
        line->offset = (uint32_t)start;
        start += next.length + 1;
        next = line_at(source->bytes, start);
        while (line->bytes.length && line->bytes.start[line->bytes.length - 1] == '\r')
            line->bytes.length--;
        line_add(reader, line, next);
    }
    return true;
}

static bool text_sniff(const Source *source)
{
    (void)source;
    return true;
}

const Reader reader_text = {.name = "text", .sniff = text_sniff, .read = text_read};
