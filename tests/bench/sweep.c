/* Times a two-way grid of purchase.cfg: sweep SCENARIO CONFIG [NUMPY_NS OBJECTS_NS FIRST]
 *
 * 1,000,000 cells of exchange ratio and measurement price; five figures. First every cell is compared, bit for bit, with the formula written by
 * hand (hand.c), then both are timed in turns, with each set of machine options that this machine has; medians are printed. The last words
 * are what sweep.py printed just before: nanoseconds for a cell by other means, and the diluted EPS of the first. Then threads, and how time
 * grows with cells and with operations. Times of one thread are the processor's, so that other work on the machine weighs less. */
#include "hand.h"
#include "job/load.h"
#include "model/slice.h"
#include "study/blocks.h"

#include <math.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { SIDE = 1000, CELLS = SIDE * SIDE, ROUNDS = 15, BLOCK = 16384, VARIED = 2 };

static const char *const names[] = {"deal.exchange_ratio",      "deal.measurement_price",     "pro_forma.eps.basic",    "pro_forma.eps.diluted",
                                    "analysis.accretion.basic", "analysis.accretion.diluted", "entries.goodwill.goodwill"};
enum { NAMES = sizeof names / sizeof *names };
_Static_assert(NAMES == VARIED + HAND_FIGURES, "what is shown is what the hand computes");

static double ratios[SIDE], prices[SIDE];
static const bool alike[VARIED] = {true, false}; /* in a row */

static double clock_of(clockid_t clock)
{
    struct timespec time;
    clock_gettime(clock, &time);
    return (double)time.tv_sec * 1e9 + (double)time.tv_nsec;
}

static double now(void)
{
    return clock_of(CLOCK_THREAD_CPUTIME_ID);
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(double *taken, size_t count)
{
    qsort(taken, count, sizeof *taken, ascending);
    return taken[count / 2];
}

static const Model *open_model(Run *run, const char *scenario)
{
    static Expression read[NAMES];
    static const Expression *wanted_names[NAMES];
    static const char *const period = "2004-03-31/3M";
    static Loaded loaded;
    ProformaRequest request = {.scenario = scenario, .basis = "gaap", .periods = &period, .period_count = 1};
    ModelRequest wanted;
    const Writer *writer;
    for (size_t i = 0; i < NAMES; i++) {
        wanted_names[i] = &read[i];
        if (!expression_parse_name(&read[i], run, text_of(names[i]), (Place){0}))
            return NULL;
    }
    if (!load_all(&loaded, &wanted, &writer, run, &request))
        return NULL;
    wanted.names = wanted_names;
    wanted.name_count = NAMES;
    return load_model(run, &loaded, &wanted);
}

/* --- the grid, by the slice and by hand --- */

typedef struct {
    const Slice *slice;
    double *workspace;
    size_t lanes;
    double *results; /* by hand */
} Bench;

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Up to `count` cells of one row; returns how many. */
static size_t evaluate_cells(const Bench *bench, size_t cell, size_t count)
{
    size_t row = cell / SIDE % SIDE, column = cell % SIDE, taken = least(least(count, bench->lanes), SIDE - column);
    slice_set_input(bench->slice, bench->workspace, bench->lanes, 0, ratios[row]);
    memcpy(slice_input(bench->slice, bench->workspace, bench->lanes, 1), prices + column, taken * sizeof(double));
    slice_evaluate(bench->slice, bench->workspace, bench->lanes, taken);
    return taken;
}

static void slice_cells(const Bench *bench, size_t cells)
{
    for (size_t cell = 0; cell < cells;)
        cell += evaluate_cells(bench, cell, cells - cell);
}

static void hand_cells(const Bench *bench, Hand *hand)
{
    for (size_t row = 0; row < SIDE; row++)
        for (size_t column = 0; column < SIDE; column += SIDE / 4)
            hand(ratios[row], prices + column, SIDE / 4, bench->results);
}

static bool same_row(const Bench *bench, size_t row)
{
    static double given[HAND_FIGURES][SIDE];
    hand_baseline(ratios[row], prices, SIDE, bench->results);
    for (size_t column = 0, count; column < SIDE; column += count) {
        count = evaluate_cells(bench, row * SIDE + column, SIDE - column);
        for (size_t figure = 0; figure < HAND_FIGURES; figure++)
            memcpy(given[figure] + column, slice_output(bench->slice, bench->workspace, bench->lanes, figure), count * sizeof(double));
    }
    return memcmp(given, bench->results, sizeof given) == 0;
}

static Bench bench_begin(Run *run, const Slice *slice, size_t lanes)
{
    Bench bench = {slice, arena_array(run->arena, double, slice_workspace(slice, lanes)), lanes, arena_array(run->arena, double, SIDE * HAND_FIGURES)};
    slice_ready(slice, bench.workspace, lanes);
    return bench;
}

/* --- what is printed --- */

static void print_row(const char *name, double nanoseconds, double beside)
{
    printf("%-52s %9.2f ns a cell %9.2f\n", name, nanoseconds, nanoseconds / beside);
}

static Hand *hand_of(const LanesVariant *variant)
{
    return variant == &evaluate_avx512 ? hand_avx512 : variant == &evaluate_avx2 ? hand_avx2 : hand_baseline;
}

/* The slice's time. */
static double time_variant(Run *run, Slice slice, const LanesVariant *variant)
{
    double by_slice[ROUNDS], by_hand[ROUNDS];
    char name[64];
    slice.evaluate = variant->evaluate;
    Bench bench = bench_begin(run, &slice, SLICE_LANES);
    for (size_t round = 0; round < ROUNDS; round++) {
        double start = now();
        hand_cells(&bench, hand_of(variant));
        double middle = now();
        slice_cells(&bench, CELLS);
        by_hand[round] = (middle - start) / CELLS;
        by_slice[round] = (now() - middle) / CELLS;
    }
    double hand = median(by_hand, ROUNDS), given = median(by_slice, ROUNDS);
    snprintf(name, sizeof name, "by hand, %s", variant->name);
    print_row(name, hand, hand);
    snprintf(name, sizeof name, "slice, %s (goal: at most 2)", variant->name);
    print_row(name, given, hand);
    return given;
}

static void time_lanes(Run *run, const Slice *slice)
{
    printf("\n%-52s", "lanes");
    for (size_t lanes = 64; lanes <= 1024; lanes *= 2)
        printf(" %7zu", lanes);
    printf("\n%-52s", "ns a cell");
    for (size_t lanes = 64; lanes <= 1024; lanes *= 2) {
        Bench bench = bench_begin(run, slice, lanes);
        double taken[ROUNDS];
        for (size_t round = 0; round < ROUNDS; round++) {
            double start = now();
            slice_cells(&bench, CELLS);
            taken[round] = (now() - start) / CELLS;
        }
        printf(" %7.2f", median(taken, ROUNDS));
    }
    printf("\n");
}

/* --- threads and growth, in blocks --- */

typedef struct {
    const Bench *desks;
    uint64_t cells;
} Grid;

/* The least earnings per share of a block, so that something is made of its cells. */
static void compute(void *context, uint64_t block, size_t slot, void *result)
{
    const Grid *grid = context;
    const Bench *desk = &grid->desks[slot];
    double lowest = INFINITY;
    size_t count;
    for (uint64_t cell = block * BLOCK, end = cell + BLOCK < grid->cells ? cell + BLOCK : grid->cells; cell < end; cell += count) {
        count = evaluate_cells(desk, (size_t)(cell % CELLS), (size_t)(end - cell));
        const double *basic = slice_output(desk->slice, desk->workspace, desk->lanes, HAND_basic);
        for (size_t i = 0; i < count; i++)
            lowest = basic[i] < lowest ? basic[i] : lowest;
    }
    *(double *)result = lowest;
}

static bool take(void *context, uint64_t block, const void *result)
{
    (void)context, (void)block;
    return *(const double *)result < INFINITY;
}

static double time_grid(Run *run, const Slice *slice, uint64_t cells, size_t threads)
{
    Grid grid = {.cells = cells};
    Blocks blocks = {.count = (cells - 1) / BLOCK + 1, .units = cells, .units_a_block = BLOCK, .threads = threads, .result_size = sizeof(double),
                     .compute = compute, .take = take, .context = &grid};
    Bench *desks = arena_array(run->arena, Bench, blocks_slots(&blocks));
    for (size_t i = 0; i < blocks_slots(&blocks); i++)
        desks[i] = bench_begin(run, slice, SLICE_LANES);
    grid.desks = desks;
    uint64_t taken;
    double start = clock_of(CLOCK_MONOTONIC);
    blocks_run(&taken, run, &blocks);
    return (clock_of(CLOCK_MONOTONIC) - start) / (double)cells;
}

static void time_threads(Run *run, const Slice *slice)
{
    double one[ROUNDS], two[ROUNDS];
    for (size_t round = 0; round < ROUNDS; round++) {
        one[round] = time_grid(run, slice, 4 * CELLS, 1);
        two[round] = time_grid(run, slice, 4 * CELLS, 2);
    }
    double alone = median(one, ROUNDS), both = median(two, ROUNDS);
    printf("\n%-52s %9.2f ns a cell\n%-52s %9.2f ns a cell, %.2f times as fast\n", "blocks, one thread", alone, "blocks, two threads (goal: at least 1.8 times)", both,
           alone / both);
}

static void time_growth(Run *run, const Slice *slice)
{
    printf("\n%-52s", "cells");
    for (uint64_t cells = 1000; cells <= 100000000; cells *= 10)
        printf(" %9llu", (unsigned long long)cells);
    printf("\n%-52s", "ns a cell, one thread (goal: flat)");
    for (uint64_t cells = 1000; cells <= 100000000; cells *= 10) {
        double taken[5];
        for (size_t round = 0; round < 5; round++)
            taken[round] = cells < 100000000 || round == 0 ? time_grid(run, slice, cells, 1) : taken[0];
        printf(" %9.2f", median(taken, 5));
    }
    printf("\n");
}

/* The first figure, the first two, and so on. */
static void time_operations(Run *run, const Model *model)
{
    printf("\n%-52s %9s %9s\n", "operations (goal: linear)", "", "ns each");
    for (size_t figures = 1; figures <= HAND_FIGURES; figures++) {
        Slice slice;
        double taken[ROUNDS];
        slice_make(&slice, run->arena, &model->program, model->values, model->wanted, alike, VARIED, model->wanted + VARIED, figures);
        Bench bench = bench_begin(run, &slice, SLICE_LANES);
        for (size_t round = 0; round < ROUNDS; round++) {
            double start = now();
            slice_cells(&bench, CELLS);
            taken[round] = (now() - start) / CELLS;
        }
        printf("%-52s %9zu %9.3f\n", names[VARIED + figures - 1], slice.ops.count, median(taken, ROUNDS) / (double)slice.ops.count);
    }
}

static bool bits_are_the_same(Run *run, const Slice *slice)
{
    Bench bench = bench_begin(run, slice, SLICE_LANES);
    for (size_t row = 0; row < SIDE; row++)
        if (!same_row(&bench, row)) {
            fprintf(stderr, "in row %zu the slice and the hand give different bits\n", row);
            return false;
        }
    return true;
}

static void time_others(Run *run, const Slice *slice, double fastest, char **words)
{
    Bench bench = bench_begin(run, slice, SLICE_LANES);
    evaluate_cells(&bench, 0, 1);
    if (fabs(slice_output(slice, bench.workspace, SLICE_LANES, HAND_diluted)[0] - atof(words[2])) > 1e-12)
        fprintf(stderr, "sweep.py has another diluted EPS: %s\n", words[2]);
    print_row("numpy, the same formula (goal: at least 4)", atof(words[0]), fastest);
    print_row("objects in Python (goal: at least 200)", atof(words[1]), fastest);
}

int main(int count, char **words)
{
    jmp_buf out_of_memory;
    if (count < 3 || setjmp(out_of_memory))
        return 2;
    Run run = {.arena = arena_create(&out_of_memory), .config_folder = text_of(words[2])};
    const Model *model = open_model(&run, words[1]);
    if (!model)
        return 1;
    for (size_t i = 0; i < SIDE; i++) {
        ratios[i] = 1.2 + (double)i * 0.0004;
        prices[i] = 20 + (double)i * 0.02;
    }
    Slice slice;
    slice_make(&slice, run.arena, &model->program, model->values, model->wanted, alike, VARIED, model->wanted + VARIED, HAND_FIGURES);
    if (!bits_are_the_same(&run, &slice))
        return 1;
    printf("%d cells, bit for bit the same by slice and by hand; %zu operations of %zu in %zu slots of lanes\n\n", CELLS, slice.ops.count, model->program.ops.count,
           slice.wide);
    const LanesVariant *variants[LANES_VARIANTS];
    size_t variant_count = evaluate_variants(variants);
    double fastest = time_variant(&run, slice, variants[0]);
    if (count > 5)
        time_others(&run, &slice, fastest, words + 3);
    for (size_t i = 1; i < variant_count; i++)
        time_variant(&run, slice, variants[i]);
    time_threads(&run, &slice);
    time_lanes(&run, &slice);
    time_growth(&run, &slice);
    time_operations(&run, model);
    arena_destroy(run.arena);
    return 0;
}
