/* base/text: slices of bytes that someone else owns.
 *
 * In:       bytes of a source, of an arena or of a literal; they are not copied and not ended by a zero.
 * Out:      slices, comparisons, formatted copies in the arena.
 * Includes: base/arena. */
#ifndef PROFORMA_BASE_TEXT_H
#define PROFORMA_BASE_TEXT_H

#include "base/arena.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>

typedef struct {
    const char *start;
    size_t length;
} Text;

#define TEXT(literal) ((Text){"" literal, sizeof(literal) - 1})
/* For printf-like formats: problem(run, ..., "no " TEXT_FORMAT, TEXT_ARGUMENTS(name)). */
#define TEXT_FORMAT "%.*s"
#define TEXT_ARGUMENTS(text) (int)(text).length, (text).start ? (text).start : ""

Text text_of(const char *zero_terminated);
Text text_slice(Text text, size_t from, size_t to); /* clamped to the text */
bool text_equal(Text a, Text b);
bool text_equal_ignoring_case(Text a, Text b); /* ASCII letters only, in any locale */
bool text_starts_with(Text text, Text prefix);
bool text_ends_with(Text text, Text suffix);
/* Position of the first occurrence at or after `from`; text.length when there is none. */
size_t text_find(Text text, Text needle, size_t from);
size_t text_find_char(Text text, char wanted, size_t from);
Text text_trim(Text text); /* blanks, tabs, ends of line */
bool text_is_only(Text text, const char *allowed); /* has characters, and none but these */
bool text_is_ascii(Text text); /* no byte beyond 0x7F */
int text_compare(Text a, Text b);

Text text_copy(Arena *arena, Text text);
const char *text_zero_terminated(Arena *arena, Text text);
__attribute__((format(printf, 2, 3))) Text text_format(Arena *arena, const char *format, ...);
Text text_format_list(Arena *arena, const char *format, va_list arguments);

/* How far one name is from another (edits of one letter, ignoring case), to suggest the nearest. */
size_t text_distance(Text a, Text b);

/* ASCII classes that no locale can change. */
static inline bool char_is_digit(char c) { return c >= '0' && c <= '9'; }
static inline bool char_is_upper(char c) { return c >= 'A' && c <= 'Z'; }
static inline bool char_is_lower(char c) { return c >= 'a' && c <= 'z'; }
static inline bool char_is_letter(char c) { return (unsigned)(c | 0x20) - 'a' < 26; }
static inline bool char_is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); } /* '\t' '\n' '\v' '\f' '\r' follow each other */
static inline char char_lower(char c) { return char_is_upper(c) ? (char)(c + ('a' - 'A')) : c; }

/* Eight bytes as a number, the first byte the lowest on any machine; compilers make one load of it. For loops that look at eight bytes together. */
enum { EIGHT = 8 };
static const uint64_t each_byte = 0x0101010101010101u;
static inline uint64_t eight_at(const char *at)
{
    const uint8_t *bytes = (const uint8_t *)at;
    uint64_t low = bytes[0] | (uint64_t)bytes[1] << 8 | (uint64_t)bytes[2] << 16 | (uint64_t)bytes[3] << 24;
    return low | (uint64_t)bytes[4] << 32 | (uint64_t)bytes[5] << 40 | (uint64_t)bytes[6] << 48 | (uint64_t)bytes[7] << 56;
}
static inline void eight_put(char *out, uint64_t eight)
{
    for (int i = 0; i < EIGHT; i++)
        out[i] = (char)(eight >> 8 * i & 0xFF);
}
/* Is one of them `c`? */
static inline bool eight_hold(uint64_t eight, char c)
{
    uint64_t difference = eight ^ each_byte * (uint8_t)c;
    return (difference - each_byte) & ~difference & each_byte * 0x80;
}
/* Are all of them printed ASCII? */
static inline bool eight_are_ascii(uint64_t eight) { return !((eight | (eight - each_byte * ' ')) & each_byte * 0x80); }

/* A growing text; `text_builder_text` hands out what is there so far, ended by a zero that is not counted. */
typedef struct {
    char *items;
    size_t count, capacity;
    Arena *arena;
} TextBuilder;

/* Room for `bytes` more, so that a text whose length is known about is not moved while it grows. */
void text_reserve(TextBuilder *builder, size_t bytes);
void text_append(TextBuilder *builder, Text text);
void text_append_char(TextBuilder *builder, char c);
void text_append_number(TextBuilder *builder, uint64_t number);
enum { NUMBER_LONGEST = 20 };
size_t number_write(char out[NUMBER_LONGEST], uint64_t number); /* its digits, without a zero behind them; how many they are */
void text_append_times(TextBuilder *builder, Text text, size_t times);
__attribute__((format(printf, 2, 3))) void text_append_format(TextBuilder *builder, const char *format, ...);
Text text_builder_text(const TextBuilder *builder);

#endif
