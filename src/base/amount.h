/* base/amount: numbers as they are printed, money as it is counted, and how either is rounded and written.
 *
 * In:       digits of a filing or of a scenario, with their unit.
 * Out:      exact values; text with separators for people and without for programs.
 * Includes: base/text.
 *
 * Rounding policy. Money at rest is a whole number of the run's reporting unit (int64); a conversion that is not exact is refused.
 * Share counts and per-share amounts are doubles and are never rounded before they are printed. Printing rounds half away from
 * zero, in decimal. Nothing printed is used in a further calculation. */
#ifndef PROFORMA_BASE_AMOUNT_H
#define PROFORMA_BASE_AMOUNT_H

#include "base/suggest.h"

#include <math.h>
#include <stdint.h>

typedef enum { UNIT_none, UNIT_money, UNIT_shares, UNIT_per_share, UNIT_ratio, UNIT_percent, UNIT_years } UnitKind;

/* scale: the power of ten of one printed unit, 3 for thousands. */
typedef struct {
    uint8_t kind, scale;
} Unit;

/* A number as printed: its digits without separators, how many of them are decimals, its unit. (3,035) is -3035; 0.09 is 9 with 2 decimals. */
typedef struct {
    int64_t digits;
    uint8_t decimals;
    Unit unit;
} Printed;

typedef int64_t Money;
#define MONEY_LARGEST ((Money)1 << 50) /* beyond it, sums of doubles would no longer be exact */

/* "usd_thousands", "shares", "usd_per_share", "ratio" ...; the same words are accepted back. */
Text unit_name(Arena *arena, Unit unit);
bool unit_from_name(Unit *out, Text name);
Text unit_suggest(Arena *arena, Text name); /* the end of a message about a name that is no unit */

/* A whole text such as "1,250.0", "$ (3,035)", "(0.03)", "-7"; no unit. False for anything else and for more than 18 digits. */
bool printed_parse(Printed *out, Text text);
/* The same with an optional scale word: "1,250.0 million", "400 thousand", "92,482,834". The scale is added to `unit`'s of the result. */
bool printed_parse_scaled(Printed *out, Text text);

typedef enum { CONVERSION_exact, CONVERSION_inexact, CONVERSION_overflow } Conversion;
/* To whole units of `scale`, e.g. 361.3 million in thousands is 361300. */
Conversion printed_to_money(Money *out, Printed printed, uint8_t scale);
/* To a double in units of `scale`: share counts in the reporting scale, per-share amounts with scale 0. */
double printed_to_double(Printed printed, uint8_t scale);
/* As printed but without separators, sign in front: "-3035", "0.09". */
Text printed_plain(Arena *arena, Printed printed);
void printed_append(TextBuilder *out, Printed printed); /* the same */
enum { PRINTED_LONGEST = UINT8_MAX + 32 }; /* a digit for each decimal that there may be */
size_t printed_write(char out[PRINTED_LONGEST], Printed printed); /* the same, without a zero behind it; its length */

/* As --set takes it: the same with the scale word behind it, "1250 million". */
Text printed_text(Arena *arena, Printed printed);
enum { SCALED_LONGEST = PRINTED_LONGEST + 16 };
size_t printed_write_scaled(char out[SCALED_LONGEST], Printed printed); /* the same, without a zero behind it; its length */
/* The same for people: "92,390", "-1,250.50 million". */
Text printed_grouped(Arena *arena, Printed printed);

/* The same as round(), in forms that compilers turn into vector code. Where truncating is an instruction: with the largest number below a half
 * added, what is less than a half is not carried over a whole number. Elsewhere a magnitude below 2^52 added to 2^52 loses its fraction, to the
 * nearest whole number and to the even one of two that are as near; what that took off a half is given back. */
static inline double round_half_away(double value)
{
#ifdef __SSE4_1__
    return trunc(value + copysign(0.49999999999999994, value));
#else
    const double no_fraction = 0x1p52, magnitude = fabs(value), shifted = magnitude + no_fraction, even = shifted - no_fraction;
    const double whole = even + (magnitude - even == 0.5 ? 1.0 : 0.0);
    return magnitude < no_fraction ? copysign(whole, value) : value;
#endif
}
/* Half away from zero in decimal: 22,000 x 0.087 x 3 / 12 is 478.5, which in binary comes out as 478.49999999999994, and rounds to 479. A product or
 * quotient of up to four decimals is off by at most seven roundings, each of 2^-53 of it, so what lies within 2^-50 of a half counts as one, as it
 * does in a spreadsheet, which looks at 15 digits. A difference, such as 885 x 0.54 - 484.4 = -6.5, is off by as much of what it was made of: so
 * within 2^-30 in any case, and from 2^44 on, where that comes near to a unit, within 2^-6 only. What is exactly that near below a half and is none
 * has nine decimals or more than 15 digits. */
static inline double round_decimal(double value)
{
    const double magnitude = fabs(value), part = magnitude * 0x1p-50, least = part > 0x1p-30 ? part : 0x1p-30, near = least < 0x1p-6 ? least : 0x1p-6;
    return round_half_away(value + copysign(near, value));
}
/* "30,505", "(3,035)", "0.09"; half away from zero in decimal. */
Text amount_spoken(Arena *arena, double value, int decimals);
/* The shortest text that reads back to the same double, in no locale: "524211.56", "30505", "-0.25". */
Text amount_plain(Arena *arena, double value);
enum { AMOUNT_LONGEST = 40 };
size_t amount_write(char out[AMOUNT_LONGEST], double value); /* the same, without a zero behind it; its length, 0 of what is not finite */

#endif
