/* study/random: random numbers that are found by their position.
 *
 * In:       a seed, a stream, the numbers of draws and of a pair of dimensions.
 * Out:      uniform random numbers above 0 and below 1.
 * Includes: Random123.
 *
 * A number is a function of seed, stream, draw and dimension alone: Threefry-2x64 with 20 rounds (Salmon, Moraes, Dror and Shaw, SC11) of
 * the counter (draw, pair) under the key (seed, stream). So any thread computes any draw. Threefry adds, rotates and
 * combines words, which every vector unit does; Philox multiplies 32 by 32 bits, which compilers do not vectorize well. The function of
 * Random123's header is called directly and not by GSL's interface to it, which hands out 32 bits of one counter after another by a
 * pointer to a function; that both give the same stream is a unit test. */
#ifndef PROFORMA_STUDY_RANDOM_H
#define PROFORMA_STUDY_RANDOM_H

#include <stddef.h>
#include <stdint.h>

typedef enum { STREAM_draws, STREAM_second, STREAM_shifts } RandomStream; /* second: the other matrix of Sobol indices */

/* The words of `count` draws from `first` on: of dimension 2 * pair and of the one behind it. */
void random_words(uint64_t *even, uint64_t *odd, uint64_t seed, RandomStream stream, uint64_t pair, uint64_t first, size_t count);
/* The same as numbers with 52 bits: (k + 1/2) / 2^52, exact. */
void random_uniforms(double *even, double *odd, uint64_t seed, RandomStream stream, uint64_t pair, uint64_t first, size_t count);

#endif
