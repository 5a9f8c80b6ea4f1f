#include "filing/atom.h"

#include <string.h>

enum { TAB_WIDTH = 8 };

/* What a byte may be; every other one is part of an atom. */
enum { BYTE_blank = 1, BYTE_tab, BYTE_dot, BYTE_no_break };
static const uint8_t byte_kinds[256] = {
    [' '] = BYTE_blank, ['\r'] = BYTE_blank, ['\n'] = BYTE_blank, ['\f'] = BYTE_blank, ['\v'] = BYTE_blank,
    ['\t'] = BYTE_tab, ['.'] = BYTE_dot, [0xA0] = BYTE_no_break, [0xC2] = BYTE_no_break,
};

/* No-break spaces of Latin-1 and UTF-8 count as blanks; the second byte of another UTF-8 character does not. */
static bool is_no_break_at(Text bytes, size_t i)
{
    if ((unsigned char)bytes.start[i] == 0xC2)
        return i + 1 < bytes.length && (unsigned char)bytes.start[i + 1] == 0xA0;
    unsigned char before = i ? (unsigned char)bytes.start[i - 1] : 0;
    return before < 0x80 || before == 0xC2 || before == 0xA0;
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
    if (kind <= BYTE_tab)
        return kind;
    return kind == BYTE_dot ? 2 * (size_t)is_leader_at(line->bytes, i) : is_no_break_at(line->bytes, i);
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
            column += bytes[from] == '\t' ? TAB_WIDTH - column % TAB_WIDTH + (i - from - 1) : i - from;
            continue;
        }
        if (line->count == ATOMS_MOST)
            return;
        i = atom_end(line, hidden, i + 1, length);
        Atom *atom = &line->atoms[line->count++];
        *atom = (Atom){.start = (uint16_t)from, .end = (uint16_t)i, .left = (uint16_t)column, .apart = blanks >= 2};
        column += i - from;
        atom->right = (uint16_t)column;
        blanks = 0;
    }
}

Text atom_text(const TextLine *line, const Atom *atom)
{
    return text_slice(line->bytes, atom->start, atom->end);
}

bool line_is_rule(const TextLine *line, bool *is_double)
{
    size_t longest = 0;
    *is_double = false;
    for (size_t i = 0; i < line->count; i++) {
        Text text = atom_text(line, &line->atoms[i]);
        for (size_t j = 0; j < text.length; j++)
            if (text.start[j] != '-' && text.start[j] != '=' && text.start[j] != '_')
                return false;
        if (text.length > longest)
            longest = text.length;
        *is_double |= text.start[0] == '=';
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
    if (text.length > 2 && text.start[0] == '-' && text.start[text.length - 1] == '-')
        text = text_trim(text_slice(text, 1, text.length - 1));
    if (text.length > 2 && char_is_upper(text.start[0]) && text.start[1] == '-')
        text = text_slice(text, 2, text.length);
    return is_small_number(text);
}
