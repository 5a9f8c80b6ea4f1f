#include "filing/atom.h"

#include <string.h>

enum { TAB_WIDTH = 8 };

/* What a byte may be; every other one is part of an atom. */
enum { BYTE_blank = 1, BYTE_tab, BYTE_dot };
static const uint8_t byte_kinds[256] = {
    [' '] = BYTE_blank, ['\r'] = BYTE_blank, ['\n'] = BYTE_blank, ['\f'] = BYTE_blank, ['\v'] = BYTE_blank, ['\t'] = BYTE_tab, ['.'] = BYTE_dot,
};

/* --- characters beyond ASCII --- */

enum { GROUP = 3, NARROW_NO_BREAK = 0x202F, NO_BREAK = 0xA0, FIGURE = 0x2007, PUNCTUATION = 0x2008, THIN = 0x2009, HAIR = 0x200A };

static bool may_part_thousands(uint32_t code)
{
    return code == NO_BREAK || code == NARROW_NO_BREAK || (code >= FIGURE && code <= HAIR);
}

/* The digit that begins at `i` and the next byte; -1 when none does. */
static char digit_at(Text text, size_t i, size_t *next)
{
    if (i >= text.length)
        return 0;
    Character character = character_at(text, i);
    char c = character.length == 1 ? text.start[i] : character.ascii;
    *next = i + character.length;
    return char_is_digit(c) ? c : 0;
}

/* One to three digits are read, not behind a comma or a point of theirs, and exactly three follow. */
static bool parts_thousands(const char *read, size_t count, Text text, size_t behind)
{
    size_t before = 0, after = 0, next = behind;
    while (before < count && char_is_digit(read[count - before - 1]))
        before++;
    char edge = before < count ? read[count - before - 1] : ' ';
    while (digit_at(text, behind, &next)) {
        behind = next;
        after++;
    }
    bool grouped = edge == ',' && before == GROUP;
    return after == GROUP && before >= 1 && before <= GROUP && edge != '.' && (edge != ',' || grouped) && !char_is_letter(edge);
}

void line_decode(TextLine *line, Arena *arena)
{
    Text text = line->printed = line->bytes;
    line->map = NULL;
    if (text_is_ascii(text) || text.length > LINE_LONGEST)
        return;
    char *out = arena_allocate(arena, text.length + 1);
    uint16_t *map = arena_allocate_array(arena, sizeof *map, text.length + 1);
    size_t count = 0;
    for (size_t i = 0; i < text.length;) {
        Character character = character_at(text, i);
        char ascii = character.length > 1 || (unsigned char)text.start[i] >= 0x80 ? character.ascii : 0;
        if (character.class == CHARACTER_blank && may_part_thousands(character.code) && parts_thousands(out, count, text, i + character.length))
            ascii = ',';
        if (character.class == CHARACTER_unseen) {
            i += character.length;
            continue;
        }
        for (size_t k = 0; k < (ascii && character.class != CHARACTER_dash ? 1u : character.length); k++) {
            map[count] = (uint16_t)(i + k);
            out[count++] = ascii && character.class != CHARACTER_dash ? ascii : text.start[i + k];
        }
        i += character.length;
    }
    map[count] = (uint16_t)text.length;
    line->bytes = (Text){out, count};
    line->map = map;
}

/* How many columns of the page bytes [from, to) take. */
static size_t columns_between(const TextLine *line, size_t from, size_t to)
{
    return line->map ? characters_columns(text_slice(line->printed, line->map[from], line->map[to])) : to - from;
}

/* Two dots or more, a dot alone, and one that a row of spaced dots follows: "Cash. . . ." */
static bool is_leader_at(Text bytes, size_t i)
{
    if (i + 2 < bytes.length && bytes.start[i + 1] == ' ' && bytes.start[i + 2] == '.' && (i + 3 == bytes.length || !char_is_digit(bytes.start[i + 3])))
        return true;
    bool before = i > 0 && bytes.start[i - 1] == '.', after = i + 1 < bytes.length && bytes.start[i + 1] == '.';
    bool lonely = (i == 0 || char_is_blank(bytes.start[i - 1])) && (i + 1 == bytes.length || char_is_blank(bytes.start[i + 1]));
    return before || after || lonely;
}

/* How many blanks a byte stands for, a tab and a leader for two; 0 for a part of an atom. */
static size_t blanks_at(const TextLine *line, const bool *hidden, size_t i)
{
    uint8_t kind = byte_kinds[(uint8_t)line->bytes.start[i]];
    if (hidden && hidden[i])
        return 1;
    return kind == BYTE_dot ? 2 * (size_t)is_leader_at(line->bytes, i) : kind;
}

/* Where a run of blanks ends. Columns are parted by long ones, so eight bytes are looked at together. */
static size_t blanks_end(const uint8_t *bytes, size_t i, size_t length)
{
    uint64_t eight, blanks;
    memset(&blanks, ' ', sizeof blanks);
    for (; i + sizeof eight <= length; i += sizeof eight) {
        memcpy(&eight, bytes + i, sizeof eight);
        if (eight != blanks)
            break;
    }
    while (i < length && bytes[i] == ' ')
        i++;
    return i;
}

static size_t atom_end(const TextLine *line, const bool *hidden, size_t i, size_t length)
{
    const uint8_t *bytes = (const uint8_t *)line->bytes.start;
    for (;; i++) {
        while (!hidden && i < length && !byte_kinds[bytes[i]])
            i++;
        if (i >= length || bytes[i] == ' ' || blanks_at(line, hidden, i))
            return i;
    }
}

/* --- lines of printed ASCII without leaders: eight bytes are looked at together --- */

enum { BITS = 64 };

/* The eight bytes from `at`, with blanks behind the end of a line of eight bytes or more. */
static inline uint64_t eight_of_line(const char *bytes, size_t at, size_t length)
{
    if (at + EIGHT <= length)
        return eight_at(bytes + at);
    size_t rest = length - at;
    return eight_at(bytes + length - EIGHT) >> 8 * (EIGHT - rest) | (each_byte * ' ') << 8 * rest;
}

/* A bit for each byte of ASCII that is not `c`: adding 127 to a difference sets its highest bit, and the multiplication gathers these. */
static inline uint64_t bits_other_than(uint64_t eight, char c)
{
    uint64_t highest = ((eight ^ each_byte * (uint8_t)c) + each_byte * 0x7F) & each_byte * 0x80;
    return (highest >> 7) * 0x0102040810204080u >> 56;
}

typedef struct {
    uint64_t words, dots; /* which of 64 bytes are no blanks, which are dots */
} LineBits;

/* False when a byte is no printed ASCII. */
static inline bool bits_read(LineBits *out, const char *bytes, size_t at, size_t length)
{
    bool plain = true;
    *out = (LineBits){0, 0};
    for (size_t bit = 0; bit < BITS && at + bit < length; bit += EIGHT) {
        uint64_t eight = eight_of_line(bytes, at + bit, length);
        if (eight == each_byte * ' ')
            continue;
        plain &= eight_are_ascii(eight);
        out->words |= bits_other_than(eight, ' ') << bit;
        if (eight_hold(eight, '.'))
            out->dots |= (bits_other_than(eight, '.') ^ 0xFF) << bit;
    }
    return plain;
}

/* Where the atoms begin and end, in turn; false when the line needs a closer look. A dot behind a blank or a dot may be a leader. */
static bool edges_find(uint16_t edges[2 * ATOMS_MOST], size_t *count, const char *bytes, size_t length)
{
    uint64_t in_atom = 0, before_leader = 1;
    size_t found = 0;
    for (size_t at = 0; at < length; at += BITS) {
        LineBits bits;
        if (!bits_read(&bits, bytes, at, length) || bits.dots & ((~bits.words | bits.dots) << 1 | before_leader) || found + BITS > 2 * ATOMS_MOST)
            return false;
        for (uint64_t rest = bits.words ^ (bits.words << 1 | in_atom); rest; rest &= rest - 1)
            edges[found++] = (uint16_t)(at + (size_t)__builtin_ctzll(rest));
        in_atom = bits.words >> (BITS - 1);
        before_leader = (~bits.words | bits.dots) >> (BITS - 1);
    }
    if (in_atom)
        edges[found++] = (uint16_t)length;
    *count = found / 2;
    return true;
}

static bool line_cut_plain(TextLine *line, size_t length)
{
    uint16_t edges[2 * ATOMS_MOST + 1], end = 0;
    if (length < EIGHT || !edges_find(edges, &line->count, line->bytes.start, length))
        return false;
    for (size_t i = 0; i < line->count; i++) {
        uint16_t start = edges[2 * i];
        bool apart = i == 0 || start >= end + 2;
        end = edges[2 * i + 1];
        line->atoms[i] = (Atom){.start = start, .end = end, .left = start, .right = end, .apart = apart};
    }
    return true;
}

void line_cut(TextLine *line, const bool *hidden)
{
    const uint8_t *bytes = (const uint8_t *)line->bytes.start;
    size_t length = line->bytes.length < LINE_LONGEST ? line->bytes.length : LINE_LONGEST;
    size_t column = 0, blanks = 2;
    if (!hidden && line_cut_plain(line, length))
        return;
    line->count = 0;
    for (size_t i = 0; i < length;) {
        size_t from = i, more = blanks_at(line, hidden, i);
        if (more) {
            i = blanks_end(bytes, i + 1, length);
            blanks += more + (i - from - 1);
            column += bytes[from] == '\t' ? TAB_WIDTH - column % TAB_WIDTH + (i - from - 1) : columns_between(line, from, i);
            continue;
        }
        if (line->count == ATOMS_MOST)
            return;
        i = atom_end(line, hidden, i + 1, length);
        Atom *atom = &line->atoms[line->count++];
        *atom = (Atom){.start = (uint16_t)from, .end = (uint16_t)i, .left = (uint16_t)column, .apart = blanks >= 2};
        column += columns_between(line, from, i);
        atom->right = (uint16_t)column;
        blanks = 0;
    }
}

Text atom_text(const TextLine *line, const Atom *atom)
{
    return text_slice(line->bytes, atom->start, atom->end);
}

/* "=" and "_", and the lines of boxes that are drawn in their place. */
static bool is_rule_mark(Text text, size_t i)
{
    enum { BOX_FIRST = 0x2500, BOX_SINGLE = 0x2501, BOX_DOUBLE = 0x2550 };
    uint32_t code = character_at(text, i).code;
    return code == '=' || code == '_' || code == BOX_FIRST || code == BOX_SINGLE || code == BOX_DOUBLE;
}

bool line_is_rule(const TextLine *line, bool *is_double)
{
    size_t longest = 0;
    *is_double = false;
    for (size_t i = 0; i < line->count; i++) {
        Text text = atom_text(line, &line->atoms[i]);
        size_t marks = 0;
        for (size_t j = 0; j < text.length; marks++) {
            size_t dash = dash_length(text, j);
            if (!dash && !is_rule_mark(text, j))
                return false;
            j += dash ? dash : character_at(text, j).length;
        }
        if (marks > longest)
            longest = marks;
        *is_double |= text.start[0] == '=' || character_at(text, 0).code == 0x2550;
    }
    return longest >= 3 || (*is_double && longest >= 2);
}

/* --- page numbers --- */

static bool is_small_number(Text text)
{
    if (text.length == 0 || text.length > 3 || text.start[0] == '0')
        return false;
    return text_is_only(text, "0123456789") || text_is_only(text, "ivx");
}

bool line_is_page_number(const TextLine *line)
{
    Text text = line->count ? text_slice(line->bytes, line->atoms[0].start, line->atoms[line->count - 1].end) : (Text){0};
    if (text.length > 18)
        return false;
    if (text.length > 4 && text_equal_ignoring_case(text_slice(text, 0, 4), TEXT("page")))
        text = text_trim(text_slice(text, 4, text_find(text, TEXT(" of "), 4)));
    size_t dash = text.length > 2 ? dash_length(text, 0) : 0, behind = dash_length_behind(text);
    if (dash && behind && text.length > dash + behind)
        text = text_trim(text_slice(text, dash, text.length - behind));
    if (text.length > 2 && char_is_upper(text.start[0]) && text.start[1] == '-')
        text = text_slice(text, 2, text.length);
    return is_small_number(text);
}
