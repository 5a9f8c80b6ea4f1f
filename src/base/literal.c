#include "base/literal.h"

#include <errno.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>

static bool is_sign(char c)
{
    return c == '-' || c == '+';
}

static bool is_hexadecimal(Text text)
{
    return text.length > 2 && text.start[0] == '0' && char_lower(text.start[1]) == 'x';
}

/* A sign belongs to the run at its beginning and after the e of a number. */
size_t literal_length(Text rest)
{
    size_t at = rest.length && is_sign(rest.start[0]);
    bool number = at < rest.length && (char_is_digit(rest.start[at]) || rest.start[at] == '.') && !is_hexadecimal(rest);
    for (; at < rest.length; at++) {
        char c = rest.start[at];
        bool word = char_is_letter(c) || char_is_digit(c) || c == '_' || c == '.';
        if (!word && !(number && is_sign(c) && char_lower(rest.start[at - 1]) == 'e'))
            break;
    }
    return at;
}

static unsigned digit_value(char c)
{
    if (char_is_digit(c))
        return (unsigned)(c - '0');
    char lower = char_lower(c);
    return lower >= 'a' && lower <= 'f' ? (unsigned)(lower - 'a') + 10 : 16;
}

static LiteralKind integer_kind(Text word, bool *misread)
{
    bool hexadecimal = is_hexadecimal(word), negative = word.start[0] == '-', overflow = false;
    unsigned base = hexadecimal ? 16 : 10;
    size_t first = hexadecimal ? 2 : is_sign(word.start[0]), at = first;
    uint64_t magnitude = 0;
    for (; at < word.length && digit_value(word.start[at]) < base; at++) {
        overflow |= __builtin_mul_overflow(magnitude, base, &magnitude);
        overflow |= __builtin_add_overflow(magnitude, digit_value(word.start[at]), &magnitude);
    }
    Text suffix = text_slice(word, at, word.length);
    bool wide = text_equal(suffix, TEXT("L")) || text_equal(suffix, TEXT("LL"));
    if (at == first || (suffix.length && !wide))
        return LITERAL_none;
    uint64_t most = wide ? (uint64_t)INT64_MAX : (uint64_t)INT32_MAX;
    *misread = overflow || magnitude > most + negative;
    return wide ? LITERAL_long : LITERAL_integer;
}

static size_t skip_digits(Text word, size_t at)
{
    while (at < word.length && char_is_digit(word.start[at]))
        at++;
    return at;
}

static bool is_real(Text word)
{
    size_t start = is_sign(word.start[0]);
    size_t at = skip_digits(word, start), digits = at - start;
    if (at < word.length && word.start[at] == '.') {
        size_t point = at;
        at = skip_digits(word, at + 1);
        digits += at - point - 1;
    }
    if (digits == 0 || at == word.length)
        return digits > 0;
    if (char_lower(word.start[at++]) != 'e')
        return false;
    at += at < word.length && is_sign(word.start[at]);
    return at < word.length && skip_digits(word, at) == word.length;
}

LiteralKind literal_kind(Arena *arena, Text word, bool *misread)
{
    *misread = false;
    if (word.length == 0)
        return LITERAL_none;
    if (text_equal_ignoring_case(word, TEXT("true")) || text_equal_ignoring_case(word, TEXT("false")))
        return LITERAL_boolean;
    LiteralKind kind = integer_kind(word, misread);
    if (kind != LITERAL_none || !is_real(word))
        return kind;
    errno = 0;
    double value = strtod(text_zero_terminated(arena, word), NULL);
    *misread = !isfinite(value) || errno == ERANGE;
    return LITERAL_real;
}
