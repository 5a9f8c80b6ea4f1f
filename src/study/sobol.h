/* study/sobol: Sobol points, shifted at random.
 *
 * In:       a seed, how many dimensions.
 * Out:      uniform numbers of draws: draw i is point i / SHIFTS with shift i modulo SHIFTS, added modulo 1.
 * Includes: base/arena, study/random; GSL's Sobol generator, which knows at most SOBOL_DIMENSIONS and makes points one after the other.
 *
 * Each shift makes an even sample of its own, so the spread of their means tells the error. A generator that is asked for an earlier draw
 * begins anew, and runs through the points up to the one that is wanted; these are a sixteenth of the draws, and take some ns each. */
#ifndef PROFORMA_STUDY_SOBOL_H
#define PROFORMA_STUDY_SOBOL_H

#include "base/arena.h"
#include "study/statistics.h"

enum { SOBOL_DIMENSIONS = 40, SOBOL_SHIFTS = STATISTICS_STRANDS };
#define SOBOL_DRAWS_MOST (UINT64_C(1) << 33) /* GSL's points repeat after 2^30 */

typedef struct {
    unsigned dimensions;
    void *state;    /* of GSL's generator */
    uint64_t next;  /* number of the point that it gives next */
    double *shifts; /* shifts[dimension * SOBOL_SHIFTS + shift] */
} Sobol;

/* One for each thread: making points changes it. */
void sobol_make(Sobol *out, Arena *arena, uint64_t seed, size_t dimensions);
/* `first` and the draws of a call begin with shift 0; out[dimension][draw]. */
void sobol_uniforms(double *const *out, Sobol *sobol, uint64_t first, size_t count);

#endif
