#include "report/utf8.h"

/* Of three and four bytes: neither longer than need be, nor a half of a pair (U+D800 to U+DFFF), nor beyond U+10FFFF. */
static bool second_fits(unsigned char first, unsigned char second)
{
    return (first != 0xE0 || second >= 0xA0) && (first != 0xED || second < 0xA0) && (first != 0xF0 || second >= 0x90) && (first != 0xF4 || second < 0x90);
}

/* Of the character that begins at `i`; 0 when none does. */
static size_t utf8_length(Text text, size_t i)
{
    unsigned char c = (unsigned char)text.start[i];
    size_t length = c < 0x80 ? 1 : (c & 0xE0) == 0xC0 && c >= 0xC2 ? 2 : (c & 0xF0) == 0xE0 ? 3 : (c & 0xF8) == 0xF0 && c <= 0xF4 ? 4 : 0;
    for (size_t k = 1; k < length; k++)
        if (i + k >= text.length || ((unsigned char)text.start[i + k] & 0xC0) != 0x80)
            return 0;
    return length > 2 && !second_fits(c, (unsigned char)text.start[i + 1]) ? 0 : length;
}

void utf8_append(TextBuilder *out, Text text)
{
    size_t plain = 0;
    while (plain < text.length && (unsigned char)text.start[plain] < 0x80)
        plain++;
    text_append(out, text_slice(text, 0, plain));
    for (size_t i = plain; i < text.length;) {
        size_t length = utf8_length(text, i);
        unsigned char c = (unsigned char)text.start[i];
        if (length) {
            text_append(out, text_slice(text, i, i + length));
        } else {
            text_append_char(out, (char)(0xC0 | c >> 6));
            text_append_char(out, (char)(0x80 | (c & 0x3F)));
        }
        i += length ? length : 1;
    }
}

Text utf8_text(Arena *arena, Text text)
{
    size_t plain = 0;
    while (plain < text.length && (unsigned char)text.start[plain] < 0x80)
        plain++;
    if (plain == text.length)
        return text;
    TextBuilder out = {.arena = arena};
    utf8_append(&out, text);
    return text_builder_text(&out);
}

static bool begins_character(char c)
{
    return ((unsigned char)c & 0xC0) != 0x80;
}

size_t utf8_width(Text text)
{
    size_t width = 0;
    for (size_t i = 0; i < text.length; i++)
        width += begins_character(text.start[i]);
    return width;
}

size_t utf8_offset(Text text, size_t most)
{
    size_t i = 0;
    for (size_t width = 0; i < text.length; i++) {
        width += begins_character(text.start[i]);
        if (width > most)
            return i;
    }
    return i;
}
