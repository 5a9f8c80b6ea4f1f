#include "base/character.h"

/* --- decoding --- */

static bool is_continuation(Text text, size_t i)
{
    return i < text.length && ((unsigned char)text.start[i] & 0xC0) == 0x80;
}

/* Not longer than need be, no half of a pair (U+D800 to U+DFFF), and not beyond U+10FFFF. */
static bool code_fits(uint32_t code, size_t length)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    return code >= least[length] && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
}

/* The length of the character of UTF-8; 0 when none begins there. */
static uint8_t decode(uint32_t *code, Text text, size_t i)
{
    unsigned char c = (unsigned char)text.start[i];
    size_t length = (c & 0xE0) == 0xC0 ? 2 : (c & 0xF0) == 0xE0 ? 3 : (c & 0xF8) == 0xF0 ? 4 : 0;
    if (!length)
        return 0;
    *code = c & (0x7Fu >> length);
    for (size_t k = 1; k < length; k++) {
        if (!is_continuation(text, i + k))
            return 0;
        *code = *code << 6 | ((unsigned char)text.start[i + k] & 0x3F);
    }
    return code_fits(*code, length) ? (uint8_t)length : 0;
}

/* --- classes --- */

typedef struct {
    uint32_t first, last;
    uint8_t columns, class;
} CharacterRange;

/* In their order; what is in none of them is CHARACTER_other and one column wide. */
static const CharacterRange ranges[] = {
    {0x00, 0x08, 1, CHARACTER_steering},     {0x09, 0x0D, 1, CHARACTER_blank},        {0x0E, 0x1F, 1, CHARACTER_steering},
    {0x20, 0x20, 1, CHARACTER_blank},        {0x2D, 0x2D, 1, CHARACTER_dash},         {0x7F, 0x9F, 1, CHARACTER_steering},
    {0xA0, 0xA0, 1, CHARACTER_blank},        {0xAD, 0xAD, 0, CHARACTER_unseen},       {0x300, 0x36F, 0, CHARACTER_other},
    {0x61C, 0x61C, 0, CHARACTER_unseen},     {0x1100, 0x115F, 2, CHARACTER_other},    {0x1680, 0x1680, 1, CHARACTER_blank},
    {0x2000, 0x200A, 1, CHARACTER_blank},    {0x200B, 0x200F, 0, CHARACTER_unseen},   {0x2010, 0x2015, 1, CHARACTER_dash},
    {0x2028, 0x2029, 1, CHARACTER_steering}, {0x202A, 0x202E, 0, CHARACTER_steering}, {0x202F, 0x202F, 1, CHARACTER_blank},
    {0x205F, 0x205F, 1, CHARACTER_blank},    {0x2060, 0x2064, 0, CHARACTER_unseen},   {0x2066, 0x2069, 0, CHARACTER_steering},
    {0x20D0, 0x20FF, 0, CHARACTER_other},    {0x2212, 0x2212, 1, CHARACTER_dash},     {0x2E80, 0x2FFF, 2, CHARACTER_other},
    {0x3000, 0x3000, 2, CHARACTER_blank},    {0x3001, 0xA4CF, 2, CHARACTER_other},    {0xAC00, 0xD7A3, 2, CHARACTER_other},
    {0xF900, 0xFAFF, 2, CHARACTER_other},    {0xFE00, 0xFE0F, 0, CHARACTER_unseen},   {0xFE58, 0xFE58, 1, CHARACTER_dash},
    {0xFE63, 0xFE63, 1, CHARACTER_dash},     {0xFEFF, 0xFEFF, 0, CHARACTER_unseen},   {0xFF01, 0xFF0C, 2, CHARACTER_wide_form},
    {0xFF0D, 0xFF0D, 2, CHARACTER_dash},     {0xFF0E, 0xFF5E, 2, CHARACTER_wide_form}, {0xFFE0, 0xFFE6, 2, CHARACTER_other},
    {0x1F300, 0x1FAFF, 2, CHARACTER_other},  {0x20000, 0x3FFFD, 2, CHARACTER_other},  {0xE0001, 0xE007F, 0, CHARACTER_steering},
};

static const CharacterRange *range_of(uint32_t code)
{
    size_t low = 0, high = sizeof ranges / sizeof ranges[0];
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (ranges[middle].last < code)
            low = middle + 1;
        else
            high = middle;
    }
    return low < sizeof ranges / sizeof ranges[0] && ranges[low].first <= code ? &ranges[low] : NULL;
}

/* What the bytes 0x80 to 0x9F of Windows-1252 are matters for its two dashes alone; the others print as themselves. */
static Character byte_of_windows(unsigned char byte)
{
    Character out = {.code = byte, .length = 1, .columns = 1, .class = CHARACTER_other};
    if (byte == 0x96 || byte == 0x97) {
        out.class = CHARACTER_dash;
        out.ascii = '-';
    } else if (byte == 0xA0) {
        out.class = CHARACTER_blank;
        out.ascii = ' ';
    } else if (byte < 0xA0) {
        out.class = CHARACTER_steering;
    }
    return out;
}

Character character_at(Text text, size_t i)
{
    unsigned char byte = (unsigned char)text.start[i];
    uint32_t code = byte;
    uint8_t length = byte < 0x80 ? 1 : decode(&code, text, i);
    if (!length)
        return byte_of_windows(byte);
    Character out = {.code = code, .length = length, .columns = 1, .class = CHARACTER_other};
    const CharacterRange *range = range_of(code);
    if (!range)
        return out;
    out.columns = range->columns;
    out.class = range->class;
    if (out.class == CHARACTER_blank)
        out.ascii = ' ';
    else if (out.class == CHARACTER_dash)
        out.ascii = '-';
    else if (out.class == CHARACTER_wide_form)
        out.ascii = (char)(code - 0xFEE0);
    return out;
}

size_t characters_columns(Text text)
{
    size_t columns = 0;
    for (size_t i = 0; i < text.length;) {
        Character character = character_at(text, i);
        columns += character.columns;
        i += character.length;
    }
    return columns;
}

size_t dash_length(Text text, size_t i)
{
    unsigned char byte = (unsigned char)text.start[i];
    if (byte < 0x80)
        return byte == '-';
    Character character = character_at(text, i);
    return character.class == CHARACTER_dash ? character.length : 0;
}

size_t dash_length_behind(Text text)
{
    size_t last = text.length;
    while (last > 0 && is_continuation(text, last - 1))
        last--;
    return last > 0 && dash_length(text, last - 1) == text.length - last + 1 ? text.length - last + 1 : 0;
}

/* --- what is shown --- */

typedef enum { SHOW_text, SHOW_lines, SHOW_data, SHOW_json } Showing;

/* Quotation marks, dashes and the like of Windows-1252, which are text. */
static bool is_mark_of_windows(Character character)
{
    return character.length == 1 && ((character.code >= 0x91 && character.code <= 0x97) || character.code == 0x80 || character.code == 0x85 || character.code == 0x99);
}

static bool steers(Text text, size_t i, Showing showing)
{
    bool lines = showing != SHOW_text;
    unsigned char byte = (unsigned char)text.start[i];
    if (byte < 0x80)
        return (byte < 0x20 && !(lines && (byte == '\n' || byte == '\t'))) || byte == 0x7F;
    if (byte == 0xE2 && i + 2 < text.length && (unsigned char)text.start[i + 1] > 0x81) /* the lines of tables: most of what is not ASCII */
        return false;
    Character character = character_at(text, i);
    return character.class == CHARACTER_steering && !(showing == SHOW_data && (character.code > 0xFF || is_mark_of_windows(character)));
}

/* The end of what needs no change. */
static size_t plain_end(Text text, size_t i, Showing showing)
{
    while (i < text.length) {
        if (i + EIGHT <= text.length && eight_are_ascii(eight_at(text.start + i)) && !eight_hold(eight_at(text.start + i), 0x7F)) {
            i += EIGHT;
            continue;
        }
        if (steers(text, i, showing))
            return i;
        i += (unsigned char)text.start[i] < 0x80 ? 1 : character_at(text, i).length;
    }
    return i;
}

static void append_code(TextBuilder *out, uint32_t code, Showing showing)
{
    enum { BEYOND = 0x10000, HIGH = 0xD800, LOW = 0xDC00, HALF = 0x3FF };
    if (showing == SHOW_json && code >= BEYOND)
        text_append_format(out, "\\u%04x\\u%04x", HIGH + ((code - BEYOND) >> 10), LOW + ((code - BEYOND) & HALF));
    else if (showing == SHOW_json)
        text_append_format(out, "\\u%04x", code);
    else if (code < 0x100)
        text_append_format(out, "\\x%02x", code);
    else
        text_append_format(out, "U+%04X", code);
}

static Text show(Arena *arena, Text text, Showing showing)
{
    size_t i = plain_end(text, 0, showing);
    if (i == text.length)
        return text;
    TextBuilder out = {.arena = arena};
    text_append(&out, text_slice(text, 0, i));
    while (i < text.length) {
        Character character = character_at(text, i);
        append_code(&out, character.code, showing);
        size_t from = i + character.length;
        i = plain_end(text, from, showing);
        text_append(&out, text_slice(text, from, i));
    }
    return text_builder_text(&out);
}

Text text_visible(Arena *arena, Text text, bool lines)
{
    return show(arena, text, lines ? SHOW_lines : SHOW_text);
}

Text text_without_controls(Arena *arena, Text text)
{
    return show(arena, text, SHOW_data);
}

Text text_escaped_as_json(Arena *arena, Text text)
{
    return show(arena, text, SHOW_json);
}
