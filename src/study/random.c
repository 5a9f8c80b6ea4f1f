#include "study/random.h"

#include "study/elementary.h"

#include <Random123/threefry.h>

static inline threefry2x64_ctr_t words_of(uint64_t seed, RandomStream stream, uint64_t pair, uint64_t draw)
{
    threefry2x64_key_t key = {{seed, stream}};
    threefry2x64_ctr_t counter = {{draw, pair}};
    return threefry2x64(counter, key);
}

/* The upper 52 bits are the mantissa of a number from 1 to 2; the half makes 0 impossible. */
static inline double uniform_of(uint64_t word)
{
    return of_bits(word >> (64 - MANTISSA_BITS) | (uint64_t)EXPONENT_BIAS << MANTISSA_BITS) - 1 + 0x1p-53;
}

void random_words(uint64_t *even, uint64_t *odd, uint64_t seed, RandomStream stream, uint64_t pair, uint64_t first, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        threefry2x64_ctr_t words = words_of(seed, stream, pair, first + i);
        even[i] = words.v[0];
        odd[i] = words.v[1];
    }
}

void random_uniforms(double *restrict even, double *restrict odd, uint64_t seed, RandomStream stream, uint64_t pair, uint64_t first, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        threefry2x64_ctr_t words = words_of(seed, stream, pair, first + i);
        even[i] = uniform_of(words.v[0]);
        odd[i] = uniform_of(words.v[1]);
    }
}
