#include "filing/lexer.h"

#include <string.h>

enum { SPANS_MOST = 120, YEAR_FIRST = 1950, YEAR_LAST = 2049 };

/* What an atom that may be part of a value holds. */
typedef struct {
    bool dollar, opens, closes, percent, number, nil, empty, marker;
    Printed printed;
} Piece;

/* "3.5x", "2.1:1": a ratio, for which there is no unit. */
static bool is_ratio(Text text)
{
    size_t i = 0;
    while (i < text.length && (char_is_digit(text.start[i]) || text.start[i] == '.'))
        i++;
    if (i == 0 || i == text.length)
        return false;
    bool times = char_lower(text.start[i]) == 'x' && i + 1 == text.length;
    return times || (text.start[i] == ':' && text_is_only(text_slice(text, i + 1, text.length), "0123456789."));
}

static bool is_no_value(Text text)
{
    static const Text words[] = {{"N/A", 3}, {"N/M", 3}, {"N.M.", 4}, {"N.A.", 4}, {"NM", 2}, {"NA", 2}, {"*", 1}, {"**", 2}, {"-0-", 3}};
    bool may_be = text.length <= 4 && (char_lower(text.start[0]) == 'n' || text.start[0] == '*' || text.start[0] == '-');
    for (size_t i = 0; may_be && i < sizeof words / sizeof words[0]; i++)
        if (text_equal_ignoring_case(text, words[i]))
            return true;
    return is_ratio(text);
}

/* Parentheses make an amount negative; filers use angle and square brackets likewise. */
static bool is_opening(char c) { return c == '(' || c == '<' || c == '['; }
static bool is_closing(char c) { return c == ')' || c == '>' || c == ']'; }
static char closing_of(char opening) { return opening == '(' ? ')' : opening == '<' ? '>' : ']'; }

/* "(a)", "(1)", "*": what may follow a value and is none. */
static bool is_marker(Text text)
{
    if (text_is_only(text, "*"))
        return true;
    if (text.length < 3 || text.length > 4 || !is_opening(text.start[0]) || text.start[text.length - 1] != closing_of(text.start[0]))
        return false;
    Text inner = text_slice(text, 1, text.length - 1);
    return text_is_only(inner, "0123456789") || (inner.length == 1 && char_is_letter(inner.start[0]));
}

/* Dashes, or digits with their separators, from *at. */
static bool piece_read_body(Piece *piece, Text text, size_t *at)
{
    size_t i = *at, dashes = 0;
    for (size_t length; i < text.length && (length = dash_length(text, i)) > 0; i += length)
        dashes++;
    size_t digits = i;
    while (i < text.length && (char_is_digit(text.start[i]) || text.start[i] == ',' || text.start[i] == '.'))
        i++;
    *at = i;
    if (i == digits) {
        piece->nil = dashes > 0 && dashes <= 4;
        return dashes <= 4;
    }
    Text number = text_slice(text, digits, i);
    if (number.length >= 3 && text_is_only(number, "0")) /* "$000" is a unit */
        return false;
    if (dashes > 1 || number.start[number.length - 1] == '.' || number.start[number.length - 1] == ',' || !printed_parse(&piece->printed, number))
        return false;
    piece->number = true;
    size_t minus_behind = !dashes && i < text.length ? dash_length(text, i) : 0; /* "55-" */
    if (i + minus_behind != text.length)
        minus_behind = 0;
    *at += minus_behind;
    if (dashes || minus_behind)
        piece->printed.digits = -piece->printed.digits;
    return true;
}

/* The only word that stands for a value begins with "N": most lines end in another. */
static bool may_be_piece(char first)
{
    return !char_is_letter(first) || char_lower(first) == 'n';
}

/* Of a minus sign that stands before the dollar sign, "-$412"; 0 when there is none. */
static size_t minus_length(Text text)
{
    size_t length = text.length ? dash_length(text, 0) : 0;
    return length && length + 1 < text.length && text.start[length] == '$' && !dash_length(text, length + 1) ? length : 0;
}

/* [$] [(] [$] digits or dashes [)] [%] [)] [marker], each part optional, brackets as parentheses; false when the atom holds anything else. */
static bool piece_read(Piece *piece, Text text)
{
    *piece = (Piece){0};
    if (is_no_value(text)) {
        piece->nil = text.start[0] == '-';
        piece->empty = !piece->nil;
        return true;
    }
    size_t i = minus_length(text);
    bool minus = i > 0;
    for (; i < text.length && (text.start[i] == '$' || (is_opening(text.start[i]) && !piece->opens)); i++) {
        piece->dollar |= text.start[i] == '$';
        piece->opens |= is_opening(text.start[i]);
    }
    if (!piece_read_body(piece, text, &i))
        return false;
    if (minus)
        piece->printed.digits = -piece->printed.digits;
    if (i < text.length && (piece->number || piece->nil) && is_marker(text_slice(text, i, text.length)))
        i = text.length;
    for (; i < text.length && (is_closing(text.start[i]) || text.start[i] == '%'); i++) {
        piece->closes |= is_closing(text.start[i]);
        piece->percent |= text.start[i] == '%';
    }
    if (i < text.length && (piece->number || piece->nil) && is_marker(text_slice(text, i, text.length)))
        i = text.length;
    if (i == text.length)
        return true;
    piece->marker = is_marker(text);
    return piece->marker;
}

typedef struct {
    Span *spans;
    uint8_t count;
    bool open;     /* "$" or "(" was read, and digits are due */
    bool dollar;
    bool negative; /* a parenthesis is open */
    uint16_t left;
    bool apart;
} ValueRun;

static void values_add_body(ValueRun *run, const TextLine *line, const Atom *atom, const Piece *piece, uint32_t source)
{
    if (run->count == SPANS_MOST)
        return;
    bool apart = run->open ? run->apart : atom->apart;
    const Span *before = run->count ? &run->spans[run->count - 1] : NULL;
    Text text = atom_text(line, atom);
    Span span = {.text = text, .is_value = true, .nil = piece->nil, .percent = piece->percent, .empty = piece->empty, .printed = piece->printed};
    span.place = (Place){source, line_place(line, atom->start), line_place(line, atom->end)};
    span.left = run->open ? run->left : atom->left;
    span.right = atom->right;
    /* One blank parts values of narrow columns too: only what follows words or a number of theirs is in doubt, and a footnote marker. */
    span.attached = !apart && (before ? before->attached || is_marker(text) : true);
    span.dollar = piece->dollar || (run->open && run->dollar);
    if (run->negative || piece->opens)
        span.printed.digits = -span.printed.digits;
    run->spans[run->count++] = span;
    run->open = run->negative = run->dollar = false;
}

static bool is_plain_year(const Span *value)
{
    bool plain = value->text.length == 4 && !value->percent && !value->printed.decimals;
    return plain && value->printed.digits >= YEAR_FIRST && value->printed.digits <= YEAR_LAST;
}

static bool atom_is_dash(const TextLine *line, const Atom *atom)
{
    Text text = atom_text(line, atom);
    return dash_length(text, 0) == text.length;
}

/* "- -": one nil, written so because a line of a submission may not begin with a dash. */
static bool is_second_dash(ValueRun *run, const TextLine *line, const Atom *atom, const Piece *piece)
{
    Span *before = run->count && !run->open ? &run->spans[run->count - 1] : NULL;
    bool second = piece->nil && before && before->nil && !atom->apart && atom_is_dash(line, atom) && dash_length(before->text, 0) == before->text.length;
    if (second) {
        before->right = atom->right;
        before->place.end = line_place(line, atom->end);
    }
    return second;
}

static void values_add(ValueRun *run, const TextLine *line, const Atom *atom, const Piece *piece, uint32_t source)
{
    bool heads_percentages = piece->percent && !piece->number && atom->apart && run->count && is_plain_year(&run->spans[run->count - 1]);
    if (heads_percentages) { /* "1999      %", "1999      $      %" */
        Piece none = {.empty = true, .percent = true};
        if (run->open && atom > line->atoms)
            values_add_body(run, line, atom - 1, &none, source);
        values_add_body(run, line, atom, &none, source);
        return;
    }
    bool star = piece->empty && !atom->apart && run->count && is_marker(atom_text(line, atom)); /* "1,200 *" */
    if (piece->marker || star || is_second_dash(run, line, atom, piece))
        return;
    if (piece->number || piece->nil || piece->empty) {
        values_add_body(run, line, atom, piece, source);
    } else if (piece->dollar || piece->opens) {
        if (!run->open) {
            run->left = atom->left;
            run->apart = atom->apart;
        }
        run->open = true;
        run->dollar |= piece->dollar;
        run->negative |= piece->opens;
    } else if (run->count) {
        run->spans[run->count - 1].right = atom->right;
        run->spans[run->count - 1].percent |= piece->percent;
    }
}

/* "$1,071.9)      $1,118.4": the first number of a line that closes what the line above opened, "(cost: $1,104.2 and", is no value. */
static bool closes_line_above(const TextLine *line, const Piece *pieces)
{
    return pieces[0].number && pieces[0].closes && !pieces[0].opens && line->count > 1 && line->atoms[1].apart;
}

/* The first atom of the longest run at the end of the line that can be values; markers and closing signs cannot begin it. */
static size_t values_begin(const TextLine *line, Piece *pieces)
{
    size_t first = line->count;
    while (first > 0 && may_be_piece(line->bytes.start[line->atoms[first - 1].start]) &&
           piece_read(&pieces[first - 1], atom_text(line, &line->atoms[first - 1])))
        first--;
    bool begun = false;
    for (size_t i = first; i < line->count && !begun; i++) {
        begun = pieces[i].number || pieces[i].nil || pieces[i].empty || pieces[i].dollar || pieces[i].opens;
        first = begun ? i : i + 1;
    }
    if (first == 0 && line->count && closes_line_above(line, pieces))
        first = 1;
    return first;
}

static void words_read(PageRow *row, Arena *arena, const TextLine *line, size_t end, uint32_t source)
{
    size_t runs = 0;
    for (size_t i = 0; i < end; i++)
        runs += line->atoms[i].apart;
    if (runs)
        row->words = arena_array(arena, Span, runs);
    for (size_t i = 0; i < end; i++) {
        const Atom *atom = &line->atoms[i];
        if (atom->apart) {
            if (row->word_count == SPANS_MOST)
                return;
            Span *begun = &row->words[row->word_count++];
            begun->text.start = line->bytes.start + atom->start;
            begun->left = atom->left;
            begun->place = (Place){source, line_place(line, atom->start), 0};
        }
        Span *span = &row->words[row->word_count - 1];
        span->right = atom->right;
        span->place.end = line_place(line, atom->end);
        span->text.length = (size_t)(line->bytes.start + atom->end - span->text.start);
    }
}

/* The words before an atom opened a parenthesis that is not closed: "at fair value (cost:  $88.1". */
static bool is_within_parentheses(const TextLine *line, size_t atom)
{
    size_t i = line->atoms[atom].start;
    while (i > 0 && line->bytes.start[i - 1] != '(' && line->bytes.start[i - 1] != ')')
        i--;
    return i > 0 && line->bytes.start[i - 1] == '(';
}

static void values_read(PageRow *row, Arena *arena, const TextLine *line, size_t first, const Piece *pieces, uint32_t source)
{
    if (first == line->count)
        return;
    ValueRun values = {.spans = arena_array(arena, Span, line->count - first)};
    for (size_t i = first; i < line->count; i++)
        values_add(&values, line, &line->atoms[i], &pieces[i], source);
    if (values.count && first == 0)
        values.spans[0].attached = false;
    if (values.count == 1 && is_within_parentheses(line, first) && !pieces[first].closes)
        values.spans[0].attached = true;
    row->values = values.count ? values.spans : NULL;
    row->value_count = values.count;
    for (size_t i = 0; i < values.count; i++)
        row->apart_count += !values.spans[i].attached;
}

void line_read(PageRow *row, Arena *arena, const TextLine *line, uint32_t source)
{
    Piece pieces[ATOMS_MOST];
    size_t first = row->kind == ROW_text ? values_begin(line, pieces) : line->count;
    words_read(row, arena, line, first, source);
    values_read(row, arena, line, first, pieces, source);
    row->indent = line->count ? line->atoms[0].left : 0;
    row->right = line->count ? line->atoms[line->count - 1].right : 0;
}
