#include "base/text.h"

#include <stdio.h>
#include <string.h>

Text text_of(const char *zero_terminated)
{
    return (Text){zero_terminated, zero_terminated ? strlen(zero_terminated) : 0};
}

Text text_slice(Text text, size_t from, size_t to)
{
    if (!text.start)
        return text; /* nothing may be added to NULL, not even nothing */
    if (to > text.length)
        to = text.length;
    if (from > to)
        from = to;
    return (Text){text.start + from, to - from};
}

bool text_equal(Text a, Text b)
{
    return a.length == b.length && (a.length == 0 || memcmp(a.start, b.start, a.length) == 0);
}

bool text_equal_ignoring_case(Text a, Text b)
{
    if (a.length != b.length)
        return false;
    for (size_t i = 0; i < a.length; i++)
        if (char_lower(a.start[i]) != char_lower(b.start[i]))
            return false;
    return true;
}

bool text_starts_with(Text text, Text prefix)
{
    return text.length >= prefix.length && text_equal(text_slice(text, 0, prefix.length), prefix);
}

bool text_ends_with(Text text, Text suffix)
{
    return text.length >= suffix.length && text_equal(text_slice(text, text.length - suffix.length, text.length), suffix);
}

size_t text_find(Text text, Text needle, size_t from)
{
    if (needle.length == 0)
        return from <= text.length ? from : text.length;
    for (size_t at = from; at + needle.length <= text.length; at++) {
        const char *hit = memchr(text.start + at, needle.start[0], text.length - needle.length + 1 - at);
        if (!hit)
            return text.length;
        at = (size_t)(hit - text.start);
        if (memcmp(hit, needle.start, needle.length) == 0)
            return at;
    }
    return text.length;
}

size_t text_find_char(Text text, char wanted, size_t from)
{
    if (from >= text.length)
        return text.length;
    const char *hit = memchr(text.start + from, wanted, text.length - from);
    return hit ? (size_t)(hit - text.start) : text.length;
}

Text text_trim(Text text)
{
    size_t from = 0, to = text.length;
    while (from < to && char_is_blank(text.start[from]))
        from++;
    while (to > from && char_is_blank(text.start[to - 1]))
        to--;
    return text_slice(text, from, to);
}

bool text_is_only(Text text, const char *allowed)
{
    for (size_t i = 0; i < text.length; i++)
        if (!strchr(allowed, text.start[i]))
            return false;
    return text.length > 0;
}

bool text_is_ascii(Text text)
{
    size_t i = 0;
    uint64_t all = 0;
    for (; i + EIGHT <= text.length; i += EIGHT)
        all |= eight_at(text.start + i);
    for (; i < text.length; i++)
        all |= (unsigned char)text.start[i];
    return !(all & each_byte * 0x80);
}

int text_compare(Text a, Text b)
{
    size_t shorter = a.length < b.length ? a.length : b.length;
    int order = shorter ? memcmp(a.start, b.start, shorter) : 0;
    if (order)
        return order;
    return (a.length > b.length) - (a.length < b.length);
}

Text text_copy(Arena *arena, Text text)
{
    char *bytes = arena_allocate(arena, text.length + 1);
    if (text.length)
        memcpy(bytes, text.start, text.length);
    return (Text){bytes, text.length};
}

const char *text_zero_terminated(Arena *arena, Text text)
{
    return text_copy(arena, text).start;
}

/* Most texts are short: they are made once, on the stack, and copied. */
enum { SHORTER = 256 };

Text text_format_list(Arena *arena, const char *format, va_list arguments)
{
    char shorter[SHORTER];
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(shorter, sizeof shorter, format, again);
    va_end(again);
    if (length < 0)
        return TEXT("");
    if (length < SHORTER)
        return text_copy(arena, (Text){shorter, (size_t)length});
    char *bytes = arena_allocate(arena, (size_t)length + 1);
    vsnprintf(bytes, (size_t)length + 1, format, arguments);
    return (Text){bytes, (size_t)length};
}

Text text_format(Arena *arena, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    Text text = text_format_list(arena, format, arguments);
    va_end(arguments);
    return text;
}

size_t text_distance(Text a, Text b)
{
    enum { LONGEST = 96 };
    if (a.length > LONGEST || b.length > LONGEST)
        return a.length > b.length ? a.length : b.length;
    size_t row[LONGEST + 1];
    for (size_t j = 0; j <= b.length; j++)
        row[j] = j;
    for (size_t i = 1; i <= a.length; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= b.length; j++) {
            size_t above = row[j];
            size_t changed = diagonal + (char_lower(a.start[i - 1]) != char_lower(b.start[j - 1]));
            size_t moved = (above < row[j - 1] ? above : row[j - 1]) + 1;
            row[j] = changed < moved ? changed : moved;
            diagonal = above;
        }
    }
    return row[b.length];
}

void text_reserve(TextBuilder *builder, size_t bytes)
{
    if (builder->capacity - builder->count > bytes)
        return;
    size_t needed = builder->count + bytes + 1, wider = builder->capacity + builder->capacity / 2 + 32;
    wider = wider > needed ? wider : needed; /* a byte is kept free for the zero that ends the text */
    builder->items = arena_widen_unset(builder->arena, builder->items, builder->capacity, wider);
    builder->capacity = wider;
}

static inline char *text_room(TextBuilder *builder, size_t bytes)
{
    text_reserve(builder, bytes);
    char *room = builder->items + builder->count;
    builder->count += bytes;
    return room;
}

void text_append(TextBuilder *builder, Text text)
{
    char *room = text_room(builder, text.length);
    if (text.length)
        memcpy(room, text.start, text.length);
}

void text_append_char(TextBuilder *builder, char c)
{
    *text_room(builder, 1) = c;
}

size_t number_write(char out[NUMBER_LONGEST], uint64_t number)
{
    size_t digits = 1;
    for (uint64_t rest = number; rest >= 10; rest /= 10)
        digits++;
    for (size_t i = digits; i-- > 0; number /= 10)
        out[i] = (char)('0' + number % 10);
    return digits;
}

void text_append_number(TextBuilder *builder, uint64_t number)
{
    char digits[NUMBER_LONGEST];
    text_append(builder, (Text){digits, number_write(digits, number)});
}

void text_append_times(TextBuilder *builder, Text text, size_t times)
{
    char *room = text_room(builder, text.length * times);
    if (text.length == 1)
        memset(room, text.start[0], times);
    for (size_t i = 0; i < times && text.length > 1; i++)
        memcpy(room + i * text.length, text.start, text.length);
}

void text_append_format(TextBuilder *builder, const char *format, ...)
{
    char shorter[SHORTER];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(shorter, sizeof shorter, format, arguments);
    va_end(arguments);
    if (length < SHORTER) {
        text_append(builder, (Text){shorter, length < 0 ? 0 : (size_t)length});
        return;
    }
    va_start(arguments, format);
    text_append(builder, text_format_list(builder->arena, format, arguments));
    va_end(arguments);
}

Text text_builder_text(const TextBuilder *builder)
{
    if (builder->items)
        builder->items[builder->count] = '\0';
    return (Text){builder->items, builder->count};
}
