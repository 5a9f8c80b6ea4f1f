/* study/variates: uniform and normal random numbers, lane by lane, in the vector code of the machine on which the program runs.
 *
 * In:       a seed, a stream, the numbers of draws and of a pair of dimensions; probabilities; values.
 * Out:      uniform numbers above 0 and below 1; normal quantiles and probabilities. The same bits from every variant.
 * Includes: base/processor, study/elementary, Random123.
 *
 * A uniform number is a function of seed, stream, draw and dimension alone: Threefry-2x64 with 20 rounds (Salmon, Moraes, Dror and Shaw,
 * SC11) of the counter (draw, pair) under the key (seed, stream). So any thread computes any draw. Threefry adds, rotates and combines
 * words, which every vector unit does; Philox multiplies 32 by 32 bits, which compilers do not vectorize well. The function of Random123's
 * header is called directly and not by GSL's interface to it, which hands out 32 bits of one counter after another by a pointer to a
 * function; that both give the same stream is a unit test.
 *
 * Normal quantiles are Wichura's (AS 241, PPND16, Applied Statistics 37, 1988), probabilities Cody's (Mathematics of Computation 23, 1969):
 * within some ulp of GSL's, and without the C library's logarithms, whose last bit depends on the processor.
 *
 * variates_loops.h is compiled once for each variant, in a file of its own with flags of its own (CMakeLists.txt). */
#ifndef PROFORMA_STUDY_VARIATES_H
#define PROFORMA_STUDY_VARIATES_H

#include <stddef.h>
#include <stdint.h>

typedef enum { STREAM_draws, STREAM_second, STREAM_shifts } RandomStream; /* second: the other sample of Sobol indices */

typedef struct {
    const char *name;
    /* Of `count` draws from `first` on: dimension 2 * pair and the one behind it. (k + 1/2) / 2^52, k being the upper bits of the word. */
    void (*uniforms)(double *even, double *odd, uint64_t seed, RandomStream stream, uint64_t pair, uint64_t first, size_t count);
    /* The values below which a standard normal number lies with these probabilities, above 0 and below 1; `out` is another place. */
    void (*normal_quantiles)(double *out, const double *probabilities, size_t count);
    void (*normal_probabilities)(double *out, const double *values, size_t count); /* `out` may be `values` */
} Variates;

extern const Variates variates_baseline, variates_avx2, variates_avx512; /* functions NULL: the compiler has no such machine code */

/* Those that this machine has, the fastest first; the last is the baseline. Returns how many. */
enum { VARIATES_MOST = 3 };
size_t variates_variants(const Variates *out[VARIATES_MOST]);

#endif
