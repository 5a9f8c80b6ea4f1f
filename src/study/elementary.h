/* study/elementary: exponential and logarithm with the same last bit on every machine.
 *
 * In:       a double.
 * Out:      e^x and ln x, within an ulp or so.
 * Includes: nothing of the project.
 *
 * The C library chooses its own by the processor, and so may give another last bit on another machine. These have + - * / only and no
 * branches, so a loop over lanes becomes vector code. */
#ifndef PROFORMA_STUDY_ELEMENTARY_H
#define PROFORMA_STUDY_ELEMENTARY_H

#include <stdint.h>
#include <string.h>

static inline uint64_t bits_of(double value)
{
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    return bits;
}

static inline double of_bits(uint64_t bits)
{
    double value;
    memcpy(&value, &bits, sizeof value);
    return value;
}

enum { MANTISSA_BITS = 52, EXPONENT_BIAS = 1023 };
/* ln 2 in two parts, of which the first has so few digits that it times an exponent is exact. */
static const double LN2_HIGH = 0x1.62e42feep-1, LN2_LOW = 0x1.a39ef35793c76p-33;

/* 0 below the exponential of -708, infinite above that of 709: what lies between and the bounds of a double is of no use here. */
static inline double elementary_exp(double x)
{
    const double magic = 0x1.8p52; /* added, it leaves a whole number in the low bits */
    double held = x > -708 ? x : -708;
    held = held < 709 ? held : 709;
    double shifted = held * 0x1.71547652b82fep0 + magic, power = shifted - magic;
    double r = (held - power * LN2_HIGH) - power * LN2_LOW; /* at most ln 2 / 2, so 13 terms of the series are enough */
    double sum = 1.0 / 6227020800;
    sum = sum * r + 1.0 / 479001600;
    sum = sum * r + 1.0 / 39916800;
    sum = sum * r + 1.0 / 3628800;
    sum = sum * r + 1.0 / 362880;
    sum = sum * r + 1.0 / 40320;
    sum = sum * r + 1.0 / 5040;
    sum = sum * r + 1.0 / 720;
    sum = sum * r + 1.0 / 120;
    sum = sum * r + 1.0 / 24;
    sum = sum * r + 1.0 / 6;
    sum = sum * r + 0.5;
    double result = (1 + (r + r * r * sum)) * of_bits((bits_of(shifted) + EXPONENT_BIAS) << MANTISSA_BITS);
    result = x < -708 ? 0 : result;
    return x > 709 ? of_bits(UINT64_C(0x7FF) << MANTISSA_BITS) : result;
}

/* Of a normal double above 0. */
static inline double elementary_log(double x)
{
    const uint64_t root_half = UINT64_C(0x3FE6A09E667F3BCD); /* mantissas lie from there to the root of 2 */
    uint64_t bits = bits_of(x), biased = (bits - root_half + (UINT64_C(1024) << MANTISSA_BITS)) >> MANTISSA_BITS;
    double power = of_bits(biased | UINT64_C(0x433) << MANTISSA_BITS) - (0x1p52 + 1024);
    double f = of_bits(bits - ((biased - 1024) << MANTISSA_BITS)) - 1;
    double s = f / (2 + f), z = s * s; /* ln(1 + f) = 2 artanh(s), of which z is at most 0.0295 */
    double sum = 2.0 / 21;
    sum = sum * z + 2.0 / 19;
    sum = sum * z + 2.0 / 17;
    sum = sum * z + 2.0 / 15;
    sum = sum * z + 2.0 / 13;
    sum = sum * z + 2.0 / 11;
    sum = sum * z + 2.0 / 9;
    sum = sum * z + 2.0 / 7;
    sum = sum * z + 2.0 / 5;
    sum = sum * z + 2.0 / 3;
    double half = 0.5 * f * f;
    return power * LN2_HIGH - ((half - (s * (half + z * sum) + power * LN2_LOW)) - f);
}

#endif
