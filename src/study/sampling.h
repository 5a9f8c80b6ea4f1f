/* study/sampling: values of the inputs, draw by draw.
 *
 * In:       a model with its inputs open; a seed; random or Sobol points.
 * Out:      lanes of values of every input, in its own unit.
 * Includes: base, scenario, study/studied and the parts of it: random, sobol, normal, marginal, correlation.
 *
 * Dimension d belongs to axis d. A draw depends on the seed and its own number alone. */
#ifndef PROFORMA_STUDY_SAMPLING_H
#define PROFORMA_STUDY_SAMPLING_H

#include "study/marginal.h"
#include "study/sobol.h"
#include "study/studied.h"

typedef struct {
    size_t count;         /* of inputs */
    Marginal *marginals;
    const double *factor; /* NULL: no two are correlated */
    bool *correlated;     /* each with one before it or behind it */
    uint64_t seed;
    bool sobol;
    size_t samples;       /* 2: a second, independent one for Sobol indices */
} Sampling;

/* Of one thread. `values[sample][input]`: lanes of the last draws. */
typedef struct {
    double **values[2];
    double *spare;
    Sobol points; /* of all samples */
} SamplingSpace;

/* Refused: [bad_correlation], more inputs than Sobol points have dimensions, or more draws [sobol_limit]. */
bool sampling_make(Sampling *out, Run *run, const Studied *studied, uint64_t seed, bool sobol, bool indices);
void sampling_space_make(SamplingSpace *out, Arena *arena, const Sampling *sampling, size_t lanes);
/* `first` is a multiple of SOBOL_SHIFTS. */
void sampling_draw(SamplingSpace *space, const Sampling *sampling, uint64_t first, size_t lanes);

#endif
