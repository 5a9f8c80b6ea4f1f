/* Reading order: what a block leaves, a part of it, a block, what is taken of blocks, the pilot, the figures, all. */
#include "study/simulate.h"

#include <gsl/gsl_errno.h>
#include <math.h>
#include <string.h>

const double simulated_shares[SIMULATED_QUANTILES] = {0.01, 0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95, 0.99};

/* PILOT draws scale the statistics. */
enum { LANES = SLICE_LANES, PILOT = 8192, BLOCK_LEAST = 16384, BLOCK_MOST = 65536, BLOCKS_MOST = 4096 };

typedef struct {
    SamplingSpace sampling;
    double *workspace;
    double **rows;  /* figures of the last lanes: of the first sample, the second, and a mixed one */
} Space;

typedef struct {
    const Studied *studied;
    const SimulationRequest *request;
    Sampling sampling;
    Slice slice;
    StatisticsScale *scales;
    Space *spaces;
    size_t block;   /* draws in each block but the last */
    size_t inputs, figures;
    struct Sums *sums; /* of what was taken */
    const double **taken; /* rows of the draws of a block: inputs, then figures */
} Simulating;

/* ---- what a block leaves ---- */

/* Of one figure. Behind those of all figures come the index sums, one for each figure and input, and the draws, row by row. */
typedef struct Sums {
    Statistics statistics;
    uint64_t accretive, accretion_known;
} Sums;

static size_t index_count(const Simulating *of)
{
    return of->request->indices ? of->figures * of->inputs : 0;
}

static IndexSums *sums_indices(const Simulating *of, const Sums *sums)
{
    return (IndexSums *)(sums + of->figures);
}

static double *sums_draws(const Simulating *of, const Sums *sums)
{
    return (double *)(sums_indices(of, sums) + index_count(of));
}

static size_t sums_size(const Simulating *of)
{
    size_t rows = of->request->take ? of->inputs + of->figures : 0;
    return of->figures * sizeof(Sums) + index_count(of) * sizeof(IndexSums) + rows * of->block * sizeof(double);
}

static void sums_begin(const Simulating *of, Sums *sums)
{
    for (size_t i = 0; i < of->figures; i++) {
        statistics_begin(&sums[i].statistics);
        sums[i].accretive = sums[i].accretion_known = 0;
    }
    memset(sums_indices(of, sums), 0, index_count(of) * sizeof(IndexSums));
}

/* ---- a part of a block ---- */

/* A lane in which a rule is broken has no figures. */
static void copy_output(const Simulating *of, const Space *space, double *to, size_t output, size_t count)
{
    const double *from = slice_output(&of->slice, space->workspace, LANES, output);
    for (size_t lane = 0; lane < count; lane++)
        to[lane] = from ? from[lane] : NAN;
    for (size_t i = 2 * of->figures; i < of->slice.output_count; i++) {
        const double *holds = slice_output(&of->slice, space->workspace, LANES, i);
        for (size_t lane = 0; holds && lane < count; lane++)
            to[lane] = holds[lane] != 0 ? to[lane] : NAN;
    }
}

static void put_input(const Simulating *of, Space *space, size_t sample, size_t input, size_t count)
{
    double *to = slice_input(&of->slice, space->workspace, LANES, input);
    if (to)
        marginal_numbers(to, &of->sampling.marginals[input], space->sampling.values[sample][input], count);
}

static void evaluate_sample(const Simulating *of, Space *space, size_t sample, double **rows, size_t count)
{
    for (size_t i = 0; i < of->inputs; i++)
        put_input(of, space, sample, i, count);
    slice_evaluate(&of->slice, space->workspace, LANES, LANES);
    for (size_t i = 0; i < of->figures; i++)
        copy_output(of, space, rows[i], i, count);
}

static void count_accretion(const Simulating *of, const Space *space, Sums *sums, double *row, size_t figure, size_t count)
{
    uint64_t accretive = 0, known = 0;
    if (of->studied->figures[figure].accretion == SLOT_NONE)
        return;
    copy_output(of, space, row, of->figures + figure, count);
    for (size_t lane = 0; lane < count; lane++) {
        accretive += row[lane] > 0;
        known += row[lane] - row[lane] == 0;
    }
    sums[figure].accretive += accretive;
    sums[figure].accretion_known += known;
}

/* A with one input after the other taken from B. */
static void add_indices(const Simulating *of, Space *space, Sums *sums, size_t count)
{
    double **first = space->rows, **second = first + of->figures, **mixed = second + of->figures;
    evaluate_sample(of, space, 1, second, count);
    for (size_t input = 0; input < of->inputs; input++) {
        for (size_t i = 0; i < of->inputs; i++)
            put_input(of, space, i == input, i, count);
        slice_evaluate(&of->slice, space->workspace, LANES, LANES);
        for (size_t i = 0; i < of->figures; i++) {
            copy_output(of, space, mixed[i], i, count);
            index_add(&sums_indices(of, sums)[i * of->inputs + input], of->scales[i].pivot, first[i], second[i], mixed[i], count);
        }
    }
}

static void keep_draws(const Simulating *of, const Space *space, Sums *sums, size_t from, size_t count)
{
    double *rows = sums_draws(of, sums) + from;
    for (size_t i = 0; i < of->inputs; i++)
        memcpy(rows + i * of->block, space->sampling.values[0][i], count * sizeof *rows);
    for (size_t i = 0; i < of->figures; i++)
        memcpy(rows + (of->inputs + i) * of->block, space->rows[i], count * sizeof *rows);
}

/* ---- a block ---- */

static void compute(void *context, uint64_t block, size_t slot, void *result)
{
    const Simulating *of = context;
    Space *space = &of->spaces[slot];
    Sums *sums = result;
    uint64_t first = block * of->block, left = of->request->draws - first;
    size_t draws = left < of->block ? (size_t)left : of->block;
    sums_begin(of, sums);
    for (size_t from = 0; from < draws; from += LANES) {
        size_t count = draws - from < LANES ? draws - from : LANES;
        sampling_draw(&space->sampling, &of->sampling, first + from, count);
        evaluate_sample(of, space, 0, space->rows, count);
        for (size_t i = 0; i < of->figures; i++) {
            statistics_add(&sums[i].statistics, &of->scales[i], space->rows[i], count);
            count_accretion(of, space, sums, space->rows[of->figures], i, count);
        }
        if (of->request->take)
            keep_draws(of, space, sums, from, count);
        if (of->request->indices)
            add_indices(of, space, sums, count);
    }
}

static bool take(void *context, uint64_t block, const void *result)
{
    Simulating *of = context;
    const Sums *sums = result;
    uint64_t first = block * of->block, left = of->request->draws - first;
    for (size_t i = 0; i < of->figures; i++) {
        statistics_merge(&of->sums[i].statistics, &sums[i].statistics);
        of->sums[i].accretive += sums[i].accretive;
        of->sums[i].accretion_known += sums[i].accretion_known;
    }
    for (size_t i = 0; i < index_count(of); i++)
        index_merge(&sums_indices(of, of->sums)[i], &sums_indices(of, sums)[i]);
    if (!of->request->take)
        return true;
    for (size_t i = 0; i < of->inputs + of->figures; i++)
        of->taken[i] = sums_draws(of, sums) + i * of->block;
    return of->request->take(of->request->context, &(SimulatedDraws){first, left < of->block ? (size_t)left : of->block, of->taken, of->taken + of->inputs});
}

/* ---- making ready ---- */

static void space_make(Space *out, Arena *arena, const Simulating *of)
{
    size_t rows = of->figures * (of->request->indices ? 3 : 1) + 1;
    sampling_space_make(&out->sampling, arena, &of->sampling, LANES);
    out->workspace = arena_array(arena, double, slice_workspace(&of->slice, LANES));
    slice_ready(&of->slice, out->workspace, LANES);
    out->rows = arena_array(arena, double *, rows);
    for (size_t i = 0; i < rows; i++)
        out->rows[i] = arena_array(arena, double, LANES);
}

/* The first draws, which the first block draws again. */
static void scales_make(Simulating *of, Arena *arena)
{
    size_t draws = of->request->draws < PILOT ? (size_t)of->request->draws : PILOT;
    double *pilot = arena_array(arena, double, of->figures * draws);
    Space *space = &of->spaces[0];
    for (size_t from = 0; from < draws; from += LANES) {
        size_t count = draws - from < LANES ? draws - from : LANES;
        sampling_draw(&space->sampling, &of->sampling, from, count);
        evaluate_sample(of, space, 0, space->rows, count);
        for (size_t i = 0; i < of->figures; i++)
            memcpy(pilot + i * draws + from, space->rows[i], count * sizeof *pilot);
    }
    of->scales = arena_array(arena, StatisticsScale, of->figures);
    for (size_t i = 0; i < of->figures; i++)
        statistics_scale(&of->scales[i], pilot + i * draws, draws);
}

/* Larger blocks where there are many, so that putting them together takes no time beside computing them, up to what is computed in a moment,
 * since a study stops between blocks; where each draw is taken, what a block holds does not grow. */
static size_t block_size(const SimulationRequest *request)
{
    uint64_t size = BLOCK_LEAST;
    while (!request->take && size < BLOCK_MOST && size < request->draws / BLOCKS_MOST)
        size *= 2;
    return (size_t)size;
}

static bool make_ready(Simulating *out, Blocks *blocks, Run *run)
{
    const SimulationRequest *request = out->request;
    if (!sampling_make(&out->sampling, run, out->studied, request->seed, request->sobol, request->indices))
        return false;
    if (request->indices && out->sampling.factor)
        return problem(run, PROBLEM_indices_correlated, out->studied->model->scenario->correlations[0].place, "Sobol indices are of independent inputs, and these are correlated");
    if (request->sobol && request->draws > SOBOL_DRAWS_MOST)
        return problem(run, PROBLEM_sobol_limit, (Place){0}, "%llu draws are more than there are Sobol points", (unsigned long long)request->draws);
    studied_slice(&out->slice, run->arena, out->studied, NULL, STUDIED_accretion | STUDIED_conditions);
    out->block = block_size(request);
    *blocks = (Blocks){.count = (request->draws - 1) / out->block + 1, .units = request->draws, .units_a_block = out->block, .threads = request->threads,
                       .result_size = sums_size(out), .compute = compute, .take = take, .context = out, .progress = request->progress};
    out->spaces = arena_array(run->arena, Space, blocks_slots(blocks));
    for (size_t i = 0; i < blocks_slots(blocks); i++)
        space_make(&out->spaces[i], run->arena, out);
    scales_make(out, run->arena);
    out->sums = arena_allocate(run->arena, sums_size(out));
    sums_begin(out, out->sums);
    out->taken = arena_array(run->arena, const double *, out->inputs + out->figures);
    return true;
}

/* ---- the figures ---- */

static void bars_make(SimulatedFigure *out, const Statistics *of, const StatisticsScale *scale)
{
    const size_t bins = STATISTICS_BINS / SIMULATED_BARS;
    out->low = scale->low;
    out->high = scale->high;
    out->below = of->bins[BIN_below].count;
    out->above = of->bins[BIN_above].count;
    for (size_t i = 0; i < SIMULATED_BARS; i++)
        out->bars[i] = statistics_between(of, BIN_first + i * bins, BIN_first + (i + 1) * bins);
}

static void figure_make(SimulatedFigure *out, Arena *arena, const Simulating *of, size_t figure)
{
    const Sums *sums = &of->sums[figure];
    const Statistics *statistics = &sums->statistics;
    *out = (SimulatedFigure){.count = statistics_count(statistics), .missing = statistics->bins[BIN_none].count};
    out->mean = statistics_mean(statistics, &of->scales[figure]);
    out->deviation = statistics_deviation(statistics);
    out->error = statistics_error(statistics, !of->request->sobol);
    out->least = statistics_least(statistics);
    out->largest = statistics_largest(statistics);
    for (size_t i = 0; i < SIMULATED_QUANTILES; i++)
        out->quantiles[i] = statistics_quantile(statistics, simulated_shares[i]);
    out->has_accretion = of->studied->figures[figure].accretion != SLOT_NONE;
    out->accretion = sums->accretion_known ? (double)sums->accretive / (double)sums->accretion_known : NAN;
    bars_make(out, statistics, &of->scales[figure]);
    if (!of->request->indices)
        return;
    out->indices = arena_array(arena, SobolIndex, of->inputs);
    for (size_t i = 0; i < of->inputs; i++)
        index_estimate(&out->indices[i], &sums_indices(of, of->sums)[figure * of->inputs + i]);
}

bool simulate(Simulation *out, Run *run, const Studied *studied, const SimulationRequest *request)
{
    Simulating simulating = {.studied = studied, .request = request, .inputs = studied->axis_count, .figures = studied->figure_count};
    Blocks blocks;
    uint64_t taken;
    gsl_set_error_handler_off();
    if (!make_ready(&simulating, &blocks, run))
        return false;
    BlocksEnd end = blocks_run(&taken, run, &blocks);
    uint64_t finished = taken * simulating.block;
    *out = (Simulation){.draws = finished < request->draws ? finished : request->draws, .stopped = end == BLOCKS_stopped,
                        .figures = arena_array(run->arena, SimulatedFigure, studied->figure_count)};
    for (size_t i = 0; i < studied->figure_count; i++)
        figure_make(&out->figures[i], run->arena, &simulating, i);
    return end != BLOCKS_refused;
}
