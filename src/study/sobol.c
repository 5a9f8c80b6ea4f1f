#include "study/sobol.h"

#include "study/random.h"

#include <gsl/gsl_qrng.h>

void sobol_make(Sobol *out, Arena *arena, uint64_t seed, size_t dimensions)
{
    *out = (Sobol){.dimensions = (unsigned)dimensions, .state = arena_allocate(arena, gsl_qrng_sobol->state_size((unsigned)dimensions)),
                   .shifts = arena_array(arena, double, (dimensions + 1) * SOBOL_SHIFTS)};
    for (size_t i = 0; i < dimensions; i += 2)
        random_uniforms(out->shifts + i * SOBOL_SHIFTS, out->shifts + (i + 1) * SOBOL_SHIFTS, seed, STREAM_shifts, i / 2, 0, SOBOL_SHIFTS);
    gsl_qrng_sobol->init_state(out->state, out->dimensions);
}

static void seek(Sobol *sobol, uint64_t point)
{
    double skipped[SOBOL_DIMENSIONS];
    if (point < sobol->next) {
        gsl_qrng_sobol->init_state(sobol->state, sobol->dimensions);
        sobol->next = 0;
    }
    for (; sobol->next < point; sobol->next++)
        gsl_qrng_sobol->get(sobol->state, sobol->dimensions, skipped);
}

/* Never 0, which has no quantile. */
static inline double shifted(double point, double shift)
{
    double sum = point + shift;
    sum -= sum >= 1 ? 1 : 0;
    return sum > 0x1p-53 ? sum : 0x1p-53;
}

void sobol_uniforms(double *const *out, Sobol *sobol, uint64_t first, size_t count)
{
    double point[SOBOL_DIMENSIONS];
    seek(sobol, first / SOBOL_SHIFTS);
    for (size_t from = 0; from < count; from += SOBOL_SHIFTS) {
        size_t part = count - from < SOBOL_SHIFTS ? count - from : SOBOL_SHIFTS;
        gsl_qrng_sobol->get(sobol->state, sobol->dimensions, point);
        sobol->next++;
        for (size_t d = 0; d < sobol->dimensions; d++)
            for (size_t k = 0; k < part; k++)
                out[d][from + k] = shifted(point[d], sobol->shifts[d * SOBOL_SHIFTS + k]);
    }
}
