#include "base/amount.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

__extension__ typedef unsigned __int128 Wide;

static const struct {
    const char *name;
    uint8_t kind;
    bool scaled; /* takes _thousands, _millions, _billions */
} unit_names[] = {
    {"usd_per_share", UNIT_per_share, false}, {"usd", UNIT_money, true},     {"shares", UNIT_shares, true},
    {"ratio", UNIT_ratio, false},             {"percent", UNIT_percent, false},
    {"years", UNIT_years, false},
};
static const struct {
    const char *suffix, *word;
    uint8_t scale;
} scales[] = {{"_thousands", "thousand", 3}, {"_millions", "million", 6}, {"_billions", "billion", 9}};

enum { UNIT_NAMES = sizeof unit_names / sizeof *unit_names, SCALES = sizeof scales / sizeof *scales, MOST_DIGITS = 18 };

Text unit_name(Arena *arena, Unit unit)
{
    TextBuilder out = {.arena = arena};
    for (size_t i = 0; i < UNIT_NAMES; i++)
        if (unit_names[i].kind == unit.kind)
            text_append(&out, text_of(unit_names[i].name));
    for (size_t i = 0; i < SCALES && out.count; i++)
        if (scales[i].scale == unit.scale)
            text_append(&out, text_of(scales[i].suffix));
    return text_builder_text(&out);
}

bool unit_from_name(Unit *out, Text name)
{
    for (size_t i = 0; i < UNIT_NAMES; i++) {
        Text base = text_of(unit_names[i].name);
        if (text_equal(name, base)) {
            *out = (Unit){unit_names[i].kind, 0};
            return true;
        }
        if (!unit_names[i].scaled || !text_starts_with(name, base))
            continue;
        for (size_t j = 0; j < SCALES; j++)
            if (text_equal(text_slice(name, base.length, name.length), text_of(scales[j].suffix))) {
                *out = (Unit){unit_names[i].kind, scales[j].scale};
                return true;
            }
    }
    return false;
}

Text unit_suggest(Arena *arena, Text name)
{
    Text names[UNIT_NAMES * (SCALES + 1)];
    size_t count = 0;
    for (size_t i = 0; i < UNIT_NAMES; i++) {
        names[count++] = text_of(unit_names[i].name);
        for (size_t j = 0; unit_names[i].scaled && j < SCALES; j++)
            names[count++] = text_format(arena, "%s%s", unit_names[i].name, scales[j].suffix);
    }
    return suggest_among(arena, name, names, count);
}

static bool is_dollar_or_blank(char c)
{
    return c == '$' || char_is_blank(c);
}

/* Separators are accepted only before groups of three digits, so that "1,2" or a list of years is no number. */
static bool digits_parse(Printed *out, Text text)
{
    size_t point = text_find_char(text, '.', 0), digits = 0;
    int64_t value = 0;
    for (size_t i = 0; i < text.length; i++) {
        char c = text.start[i];
        if (i == point)
            continue;
        if (c == ',' && i > 0 && i < point && (point - i) % 4 == 0)
            continue;
        if (!char_is_digit(c) || ++digits > MOST_DIGITS)
            return false;
        value = value * 10 + (c - '0');
    }
    if (digits == 0)
        return false;
    out->digits = value;
    out->decimals = (uint8_t)(point < text.length ? text.length - point - 1 : 0);
    return true;
}

bool printed_parse(Printed *out, Text text)
{
    bool negative = false, closed = true;
    text = text_trim(text);
    while (text.length && (is_dollar_or_blank(text.start[0]) || text.start[0] == '(' || text.start[0] == '-')) {
        if (!is_dollar_or_blank(text.start[0])) {
            if (negative)
                return false;
            negative = true;
            closed = text.start[0] == '-';
        }
        text = text_slice(text, 1, text.length);
    }
    if (!closed) {
        if (!text_ends_with(text, TEXT(")")))
            return false;
        text = text_trim(text_slice(text, 0, text.length - 1));
    }
    Printed parsed = {0};
    if (!digits_parse(&parsed, text))
        return false;
    if (negative)
        parsed.digits = -parsed.digits;
    *out = parsed;
    return true;
}

bool printed_parse_scaled(Printed *out, Text text)
{
    text = text_trim(text);
    uint8_t scale = 0;
    for (size_t i = 0; i < SCALES; i++) {
        Text word = text_of(scales[i].word);
        if (text.length > word.length && text_equal_ignoring_case(text_slice(text, text.length - word.length, text.length), word)) {
            scale = scales[i].scale;
            text = text_trim(text_slice(text, 0, text.length - word.length));
            break;
        }
    }
    if (!printed_parse(out, text))
        return false;
    out->unit.scale = scale;
    return true;
}

Conversion printed_to_money(Money *out, Printed printed, uint8_t scale)
{
    int shift = printed.unit.scale - printed.decimals - scale;
    int64_t value = printed.digits;
    for (; shift > 0; shift--)
        if (__builtin_mul_overflow(value, 10, &value))
            return CONVERSION_overflow;
    for (; shift < 0; shift++) {
        if (value % 10)
            return CONVERSION_inexact;
        value /= 10;
    }
    if (value > MONEY_LARGEST || value < -MONEY_LARGEST)
        return CONVERSION_overflow;
    *out = value;
    return CONVERSION_exact;
}

/* One correctly rounded operation on exact operands: 10^n is exact in a double up to n = 22. */
double printed_to_double(Printed printed, uint8_t scale)
{
    static const double powers[] = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    int shift = printed.unit.scale - printed.decimals - scale;
    double value = (double)printed.digits;
    if (shift >= 0)
        return value * powers[shift > 22 ? 22 : shift];
    return value / powers[-shift > 22 ? 22 : -shift];
}

size_t printed_write(char out[PRINTED_LONGEST], Printed printed)
{
    char digits[PRINTED_LONGEST];
    char *end = digits + sizeof digits, *at = end;
    uint64_t rest = printed.digits < 0 ? 0 - (uint64_t)printed.digits : (uint64_t)printed.digits;
    for (int decimals = printed.decimals; rest || decimals >= 0; rest /= 10) {
        *--at = (char)('0' + rest % 10);
        if (--decimals == 0)
            *--at = '.';
    }
    if (printed.digits < 0)
        *--at = '-';
    memcpy(out, at, (size_t)(end - at));
    return (size_t)(end - at);
}

void printed_append(TextBuilder *out, Printed printed)
{
    char digits[PRINTED_LONGEST];
    text_append(out, (Text){digits, printed_write(digits, printed)});
}

Text printed_plain(Arena *arena, Printed printed)
{
    TextBuilder out = {.arena = arena};
    printed_append(&out, printed);
    return text_builder_text(&out);
}

static const char *scale_word(uint8_t scale)
{
    for (size_t i = 0; i < SCALES; i++)
        if (scales[i].scale == scale)
            return scales[i].word;
    return "";
}

size_t printed_write_scaled(char out[SCALED_LONGEST], Printed printed)
{
    const char *word = scale_word(printed.unit.scale);
    size_t length = printed_write(out, printed), word_length = strlen(word);
    if (word_length == 0)
        return length;
    out[length] = ' ';
    memcpy(out + length + 1, word, word_length);
    return length + 1 + word_length;
}

Text printed_text(Arena *arena, Printed printed)
{
    char text[SCALED_LONGEST];
    return text_copy(arena, (Text){text, printed_write_scaled(text, printed)});
}

Text printed_grouped(Arena *arena, Printed printed)
{
    char text[SCALED_LONGEST];
    TextBuilder out = {.arena = arena};
    size_t length = printed_write_scaled(text, printed), point = printed_write(text, printed) - (printed.decimals ? printed.decimals + 1u : 0);
    for (size_t i = 0; i < length; i++) {
        if (i > 0 && i < point && (point - i) % 3 == 0 && text[i - 1] != '-')
            text_append_char(&out, ',');
        text_append_char(&out, text[i]);
    }
    return text_builder_text(&out);
}

/* Digits of a whole number, most significant first. */
static int whole_digits(int64_t magnitude, char digits[32])
{
    int count = 0;
    do
        digits[count++] = (char)('0' + magnitude % 10);
    while ((magnitude /= 10) > 0);
    for (int i = 0; i < count / 2; i++) {
        char kept = digits[i];
        digits[i] = digits[count - 1 - i];
        digits[count - 1 - i] = kept;
    }
    return count;
}

/* 5^0 to 5^27, the last that 64 bits hold. */
static const uint64_t fives[] = {
    1, 5, 25, 125, 625, 3125, 15625, 78125, 390625, 1953125, 9765625, 48828125, 244140625, 1220703125, 6103515625, 30517578125, 152587890625, 762939453125,
    3814697265625, 19073486328125, 95367431640625, 476837158203125, 2384185791015625, 11920928955078125, 59604644775390625, 298023223876953125,
    1490116119384765625, 7450580596923828125,
};
enum { FIVES = sizeof fives / sizeof *fives, MANTISSA_BITS = 53 };

/* Finds the decimal number x 10^ten that is nearest to a magnitude below 2^52 and reads back to it, of 15 digits, else of 16, else of 17; in whole
 * numbers, so exactly. magnitude x 10^power has 17 digits before its point; times 2^shift it is the whole number mantissa x 5^power, and half the way
 * to the next double is 5^power / 2. A decimal that is less far away reads back; since 5^power is odd none is just as far. False: the magnitude is
 * below 10^-11, or a power of two, to which the double below it is nearer than the one above. */
static bool nearest_decimal(uint64_t *number, int *ten, double magnitude)
{
    int exponent;
    uint64_t mantissa = (uint64_t)ldexp(frexp(magnitude, &exponent), MANTISSA_BITS), least = 10000000000000000, unit = 100;
    int power = 16 - (int)floor((exponent - 1) * 0.30103), shift = MANTISSA_BITS - exponent - power; /* 0.30103: log10(2) */
    if (power >= FIVES || (mantissa & (mantissa - 1)) == 0)
        return false;
    Wide scaled = (Wide)mantissa * fives[power];
    if (scaled >> shift >= 10 * least) {
        scaled = (Wide)mantissa * fives[--power];
        shift++;
    }
    for (*ten = 2 - power;; unit /= 10, --*ten) {
        Wide one = (Wide)unit << shift, off;
        *number = (uint64_t)(scaled >> shift) / unit;
        off = scaled - *number * one;
        if (2 * off > one || (2 * off == one && *number % 2)) {
            ++*number;
            off = one - off;
        }
        if (2 * off < fives[power] || unit == 1) /* 17 digits tell every double from the next */
            return true;
    }
}

/* The same for any magnitude, ten times slower: digits and the position of their point. */
static int nearest_digits(char digits[32], int *point, double magnitude)
{
    enum { SAFE_DIGITS = 15, ALL_DIGITS = 17 }; /* a decimal of 15 digits survives a double */
    char buffer[40];
    int count = 0;
    for (int precision = SAFE_DIGITS; precision <= ALL_DIGITS; precision++) {
        snprintf(buffer, sizeof buffer, "%.*e", precision - 1, magnitude);
        if (precision == ALL_DIGITS || strtod(buffer, NULL) == magnitude)
            break;
    }
    const char *c = buffer;
    for (; *c && *c != 'e'; c++)
        if (char_is_digit(*c))
            digits[count++] = *c;
    *point = 1 + (*c == 'e' ? atoi(c + 1) : 0);
    return count;
}

/* Writes the shortest decimal that reads back to the same double, and the position of its point. */
static int shortest_digits(double magnitude, char digits[32], int *point)
{
    uint64_t number = 0;
    int count, ten = 0;
    bool whole = magnitude < 0x1p53 && magnitude == floor(magnitude);
    if (whole)
        number = (uint64_t)magnitude;
    if (whole || (magnitude < 0x1p52 && nearest_decimal(&number, &ten, magnitude))) {
        count = whole_digits((int64_t)number, digits);
        *point = count + ten;
    } else {
        count = nearest_digits(digits, point, magnitude);
    }
    while (count > 1 && digits[count - 1] == '0')
        count--;
    return count;
}

enum { WIDEST = 400 }; /* a double has at most 309 digits before the point */

/* Rounds to `decimals` places, half away from zero in decimal as round_decimal does, into `out` without a point; returns how many digits there
 * are, one or more of them before the point. */
static int round_digits(char out[WIDEST], double magnitude, int decimals)
{
    double scaled = magnitude;
    for (int i = 0; i < decimals; i++)
        scaled *= 10;
    if (scaled >= 1e15)
        return snprintf(out, WIDEST, "%.*f", 0, scaled);
    char digits[32];
    int count = whole_digits((int64_t)round_decimal(scaled), digits), leading = decimals + 1 > count ? decimals + 1 - count : 0;
    memset(out, '0', (size_t)leading);
    memcpy(out + leading, digits, (size_t)count);
    return leading + count;
}

Text amount_spoken(Arena *arena, double value, int decimals)
{
    char digits[WIDEST], text[2 * WIDEST];
    if (!isfinite(value))
        return TEXT("n.m.");
    int length = round_digits(digits, fabs(value), decimals), whole = length - decimals;
    bool zero = true;
    for (int i = 0; i < length; i++)
        zero = zero && digits[i] == '0';
    bool negative = value < 0 && !zero;
    size_t at = 0;
    if (negative)
        text[at++] = '(';
    for (int i = 0; i < length; i++) {
        if (i == whole)
            text[at++] = '.';
        else if (i > 0 && i < whole && (whole - i) % 3 == 0)
            text[at++] = ',';
        text[at++] = digits[i];
    }
    if (negative)
        text[at++] = ')';
    return text_copy(arena, (Text){text, at});
}

size_t amount_write(char out[AMOUNT_LONGEST], double value)
{
    char digits[32];
    size_t length = 0;
    if (!isfinite(value))
        return 0;
    if (value < 0)
        out[length++] = '-';
    int point, count = shortest_digits(fabs(value), digits, &point);
    if (point < -5 || point > 21)
        return length + (size_t)snprintf(out + length, AMOUNT_LONGEST - length, "%c%s%.*se%d", digits[0], count > 1 ? "." : "", count - 1, digits + 1, point - 1);
    if (point <= 0) {
        out[length++] = '0';
        out[length++] = '.';
    }
    for (int i = point < 0 ? point : 0; i < (count > point ? count : point); i++) {
        if (i == point && i > 0)
            out[length++] = '.';
        out[length++] = i >= 0 && i < count ? digits[i] : '0';
    }
    return length;
}

Text amount_plain(Arena *arena, double value)
{
    char text[AMOUNT_LONGEST];
    return text_copy(arena, (Text){text, amount_write(text, value)});
}
