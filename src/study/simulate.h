/* study/simulate: how figures are distributed when the inputs are.
 *
 * In:       a model whose axes are the inputs that have distributions, all with slots; how many draws, of which seed and points.
 * Out:      statistics of every figure; each draw, if it is wanted.
 * Includes: base, scenario, model, study/studied, study/blocks, study/sampling, study/statistics, study/indices.
 *
 * Draws are computed in blocks, whose size depends on the number of draws alone, and blocks are put together in their order: the result has
 * the same bytes for any number of threads and ranks. Memory does not depend on the number of draws. */
#ifndef PROFORMA_STUDY_SIMULATE_H
#define PROFORMA_STUDY_SIMULATE_H

#include "study/blocks.h"
#include "study/indices.h"
#include "study/sampling.h"

/* Draws in their order: values[input][draw], in the inputs' own units, and figures[figure][draw]; NAN: no value. */
typedef struct {
    uint64_t first;
    size_t count;
    const double *const *values, *const *figures;
} SimulatedDraws;

typedef struct {
    uint64_t draws, seed;
    bool sobol, indices;
    size_t threads;
    StudyProgress progress;
    bool (*take)(void *context, const SimulatedDraws *draws); /* by the thread that called; false ends the work. NULL: nobody wants them */
    void *context;
} SimulationRequest;

enum { SIMULATED_QUANTILES = 9, SIMULATED_BARS = 16 };
extern const double simulated_shares[SIMULATED_QUANTILES]; /* 0.01 to 0.99 */

/* What is no number is NAN. */
typedef struct {
    uint64_t count, missing; /* draws with and without a value */
    double mean, deviation, error, least, largest;
    double quantiles[SIMULATED_QUANTILES];
    bool has_accretion;
    double accretion;        /* share of the draws with a value in which it is above 0 */
    double low, high;        /* of the histogram's equal bars; what lies outside is counted apart */
    uint64_t bars[SIMULATED_BARS], below, above;
    SobolIndex *indices;     /* one for each input; NULL */
} SimulatedFigure;

typedef struct {
    uint64_t draws;          /* that are finished */
    bool stopped;            /* by the progress */
    SimulatedFigure *figures;
} Simulation;

/* Refused: what sampling_make refuses; indices of correlated inputs [indices_correlated]. False without a problem: `take` refused. */
bool simulate(Simulation *out, Run *run, const Studied *studied, const SimulationRequest *request);

#endif
