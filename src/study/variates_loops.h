/* The loops over lanes. Included by the file of each variant, which names its functions in a Variates. Reading order: uniform numbers, normal
 * quantiles (the middle, the tails, both), normal probabilities. */
#include "study/elementary.h"
#include "study/variates.h"

#include <Random123/threefry.h>
#include <math.h>

/* ---- uniform numbers ---- */

/* The upper 52 bits are the mantissa of a number from 1 to 2; the half makes 0 impossible. */
static inline double uniform_of(uint64_t word)
{
    return of_bits(word >> (64 - MANTISSA_BITS) | (uint64_t)EXPONENT_BIAS << MANTISSA_BITS) - 1 + 0x1p-53;
}

static inline void uniforms(double *restrict even, double *restrict odd, uint64_t seed, RandomStream stream, uint64_t pair, uint64_t first, size_t count)
{
    const threefry2x64_key_t key = {{seed, stream}};
    for (size_t i = 0; i < count; i++) {
        threefry2x64_ctr_t counter = {{first + i, pair}}, words = threefry2x64(counter, key);
        even[i] = uniform_of(words.v[0]);
        odd[i] = uniform_of(words.v[1]);
    }
}

/* Unrolled by the compiler, so that a loop over lanes around it is one of vectors. */
static inline double polynomial(double x, const double *coefficients, int count)
{
    double sum = coefficients[count - 1];
    for (int i = count - 2; i >= 0; i--)
        sum = sum * x + coefficients[i];
    return sum;
}

/* ---- normal quantiles ---- */

enum { TERMS = 8, PART = 256 };

typedef struct {
    double above[TERMS], below[TERMS];
} Rational;

static inline double rational(double x, const Rational *of)
{
    return polynomial(x, of->above, TERMS) / polynomial(x, of->below, TERMS);
}

/* Of the square of the distance from a half; of the root of the logarithm of what is left beyond, up to 5 and from there on. */
static const Rational middle = {
    {3.3871328727963666080, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125, 45921.953931549871457, 67265.770927008700853,
     33430.575583588128105, 2509.0809287301226727},
    {1, 42.313330701600911252, 687.18700749205790830, 5394.1960214247511077, 21213.794301586595867, 39307.895800092710610, 28729.085735721942674,
     5226.4952788528545610}};
static const Rational tail = {
    {1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550, 3.64784832476320460504, 1.27045825245236838258, 0.241780725177450611770,
     0.0227238449892691845833, 7.74545014278341407640e-4},
    {1, 2.05319162663775882187, 1.67638483018380384940, 0.689767334985100004550, 0.148103976427480074590, 0.0151986665636164571966,
     5.47593808499534494600e-4, 1.05075007164441684324e-9}};
static const Rational far_tail = {
    {6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580, 0.296560571828504891230, 0.0265321895265761230930, 0.00124266094738807843860,
     2.71155556874348757815e-5, 2.01033439929228813265e-7},
    {1, 0.599832206555887937690, 0.136929880922735805310, 0.0148753612908506148525, 7.86869131145613259100e-4, 1.84631831751005468180e-5,
     1.42151175831644588870e-7, 2.04426310338993978564e-15}};

static const double MIDDLE = 0.425, FAR = 5;

static inline double beyond(double probability)
{
    return sqrt(-elementary_log(probability < 0.5 ? probability : 1 - probability));
}

/* The values of a list of lanes, those of the middle among them, which come out wrong: the middle is all but 15 % of the lanes. */
static inline void tails_fix(double *restrict out, const double *restrict probabilities, const uint16_t *restrict lanes, size_t count)
{
    double of[PART], distance[PART], value[PART], farthest = 0;
    for (size_t i = 0; i < count; i++)
        of[i] = probabilities[lanes[i]];
    for (size_t i = 0; i < count; i++)
        distance[i] = beyond(of[i]);
    for (size_t i = 0; i < count; i++)
        value[i] = rational(distance[i] - 1.6, &tail);
    for (size_t i = 0; i < count; i++)
        farthest = distance[i] > farthest ? distance[i] : farthest;
    for (size_t i = 0; farthest > FAR && i < count; i++) /* once in 10^11 lanes */
        value[i] = distance[i] > FAR ? rational(distance[i] - FAR, &far_tail) : value[i];
    for (size_t i = 0; i < count; i++)
        out[lanes[i]] = of[i] < 0.5 ? -value[i] : value[i];
}

static inline void quantiles_part(double *restrict out, const double *restrict probabilities, size_t count)
{
    uint16_t lanes[PART];
    size_t tails = 0;
    for (size_t i = 0; i < count; i++) {
        double q = probabilities[i] - 0.5;
        out[i] = q * rational(MIDDLE * MIDDLE - q * q, &middle);
    }
    for (size_t i = 0; i < count; i++) { /* without a branch, which would be foreseen badly */
        lanes[tails] = (uint16_t)i;
        tails += fabs(probabilities[i] - 0.5) > MIDDLE;
    }
    tails_fix(out, probabilities, lanes, tails);
}

static inline void normal_quantiles(double *out, const double *probabilities, size_t count)
{
    for (size_t from = 0; from < count; from += PART)
        quantiles_part(out + from, probabilities + from, count - from < PART ? count - from : PART);
}

/* ---- normal probabilities ---- */

/* Of erf(x)/x up to 0.46875, of erfc(x) e^(x^2) up to 4 and, in 1/x^2, beyond. */
static const double inner_above[] = {3.20937758913846947e03, 3.77485237685302021e02, 1.13864154151050156e02, 3.16112374387056560e00, 1.85777706184603153e-1};
static const double inner_below[] = {2.84423683343917062e03, 1.28261652607737228e03, 2.44024637934444173e02, 2.36012909523441209e01, 1};
static const double outer_above[] = {1.23033935479799725e03, 2.05107837782607147e03, 1.71204761263407058e03, 8.81952221241769090e02, 2.98635138197400131e02,
                                     6.61191906371416295e01, 8.88314979438837594e00, 5.64188496988670089e-1, 2.15311535474403846e-8};
static const double outer_below[] = {1.23033935480374942e03, 3.43936767414372164e03, 4.36261909014324716e03, 3.29079923573345963e03, 1.62138957456669019e03,
                                     5.37181101862009858e02, 1.17693950891312499e02, 1.57449261107098347e01, 1};
static const double last_above[] = {6.58749161529837803e-4, 1.60837851487422766e-2, 1.25781726111229246e-1, 3.60344899949804439e-1, 3.05326634961232344e-1,
                                    1.63153871373020978e-2};
static const double last_below[] = {2.33520497626869185e-3, 6.05183413124413191e-2, 5.27905102951428412e-1, 1.87295284992346725e00, 2.56852019228982242e00, 1};
#define TERMS_OF(list) (int)(sizeof(list) / sizeof *(list))

static const double ROOT_HALF = 0.70710678118654752440, ROOT_OF_PI_INVERSE = 0.56418958354775628695;

/* e^(-x^2), of which x^2 is made in two parts, since its last bits count for much where it is large. */
static inline double bell(double x)
{
    double coarse = of_bits(bits_of(x) & ~UINT64_C(0xFFFFFFF)), rest = (x - coarse) * (x + coarse);
    return elementary_exp(-coarse * coarse) * elementary_exp(-rest);
}

static inline double probability(double value)
{
    double x = fabs(value) * ROOT_HALF, square = x * x, inverse = 1 / (square > 16 ? square : 16);
    double erf = x * polynomial(square, inner_above, TERMS_OF(inner_above)) / polynomial(square, inner_below, TERMS_OF(inner_below));
    double outer = polynomial(x, outer_above, TERMS_OF(outer_above)) / polynomial(x, outer_below, TERMS_OF(outer_below));
    double last = inverse * polynomial(inverse, last_above, TERMS_OF(last_above)) / polynomial(inverse, last_below, TERMS_OF(last_below));
    last = (ROOT_OF_PI_INVERSE - last) / (x > 4 ? x : 4);
    double beyond_it = x <= 0.46875 ? 1 - erf : bell(x) * (x <= 4 ? outer : last);
    return 0.5 * (value > 0 ? 2 - beyond_it : beyond_it);
}

static inline void normal_probabilities(double *out, const double *values, size_t count)
{
    for (size_t i = 0; i < count; i++)
        out[i] = probability(values[i]);
}
