#include "study/sampling.h"

#include "study/correlation.h"
#include "study/normal.h"
#include "study/random.h"

static bool check_dimensions(Run *run, const Sampling *sampling)
{
    size_t dimensions = sampling->count * sampling->samples;
    if (!sampling->sobol || dimensions <= SOBOL_DIMENSIONS)
        return true;
    return problem(run, PROBLEM_sobol_limit, (Place){0}, "%zu inputs have a distribution, which takes %zu dimensions; Sobol points have at most %d", sampling->count,
                   dimensions, SOBOL_DIMENSIONS);
}

static void mark_correlated(Sampling *out)
{
    for (size_t i = 0; out->factor && i < out->count; i++)
        for (size_t j = 0; j < i; j++)
            if (out->factor[i * out->count + j] != 0)
                out->correlated[i] = out->correlated[j] = true;
}

bool sampling_make(Sampling *out, Run *run, const Studied *studied, uint64_t seed, bool sobol, bool indices)
{
    double *factor;
    *out = (Sampling){.count = studied->axis_count, .seed = seed, .sobol = sobol, .samples = indices ? 2 : 1};
    out->marginals = arena_array(run->arena, Marginal, out->count);
    out->correlated = arena_array(run->arena, bool, out->count);
    for (size_t i = 0; i < out->count; i++)
        marginal_make(&out->marginals[i], run->arena, studied->axes[i].input, studied->model->scenario->reporting);
    if (!check_dimensions(run, out) || !correlation_factor(&factor, run, studied))
        return false;
    out->factor = factor;
    mark_correlated(out);
    return true;
}

void sampling_space_make(SamplingSpace *out, Arena *arena, const Sampling *sampling, size_t lanes)
{
    size_t rows = sampling->count * sampling->samples + 1; /* dimensions of random numbers come in pairs */
    double **values = arena_array(arena, double *, rows);
    *out = (SamplingSpace){.values = {values, values + sampling->count}, .spare = arena_array(arena, double, lanes)};
    for (size_t i = 0; i < rows; i++)
        values[i] = arena_array(arena, double, lanes);
    if (sampling->sobol)
        sobol_make(&out->points, arena, sampling->seed, sampling->count * sampling->samples);
}

/* Every sample has a stream of its own; with Sobol points, dimensions of its own. */
static void draw_uniforms(SamplingSpace *space, const Sampling *sampling, uint64_t first, size_t lanes)
{
    static const RandomStream streams[] = {STREAM_draws, STREAM_second};
    if (sampling->sobol) {
        sobol_uniforms(space->values[0], &space->points, first, lanes);
        return;
    }
    for (size_t sample = 0; sample < sampling->samples; sample++) /* what the first leaves behind its last row the second overwrites */
        for (size_t i = 0; i < sampling->count; i += 2)
            random_uniforms(space->values[sample][i], space->values[sample][i + 1], sampling->seed, streams[sample], i / 2, first, lanes);
}

/* The last first, since each takes of the independent ones before it. */
static void correlate(double *const *normals, const Sampling *sampling, size_t lanes)
{
    for (size_t i = sampling->count; i-- > 0;) {
        const double *row = sampling->factor + i * sampling->count;
        if (!sampling->correlated[i])
            continue;
        for (size_t lane = 0; lane < lanes; lane++)
            normals[i][lane] *= row[i];
        for (size_t j = 0; j < i; j++)
            for (size_t lane = 0; row[j] != 0 && lane < lanes; lane++)
                normals[i][lane] += row[j] * normals[j][lane];
    }
}

static void draw_values(SamplingSpace *space, double **values, const Sampling *sampling, size_t lanes)
{
    for (size_t i = 0; i < sampling->count; i++)
        if (sampling->marginals[i].normal || sampling->correlated[i]) {
            double *probabilities = values[i];
            normal_quantiles(space->spare, probabilities, lanes);
            values[i] = space->spare;
            space->spare = probabilities;
        }
    if (sampling->factor)
        correlate(values, sampling, lanes);
    for (size_t i = 0; i < sampling->count; i++) {
        if (sampling->correlated[i] && !sampling->marginals[i].normal)
            normal_probabilities(values[i], values[i], lanes);
        marginal_values(&sampling->marginals[i], values[i], lanes);
    }
}

void sampling_draw(SamplingSpace *space, const Sampling *sampling, uint64_t first, size_t lanes)
{
    draw_uniforms(space, sampling, first, lanes);
    for (size_t sample = 0; sample < sampling->samples; sample++)
        draw_values(space, space->values[sample], sampling, lanes);
}
