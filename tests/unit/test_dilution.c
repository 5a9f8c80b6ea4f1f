/* The test for antidilution against what it has to find: the least earnings per share that any subset of the securities gives. The subsets are
 * all gone through, in plain C, for thousands of random cases of which many lanes are evaluated at once. */
#include "model/dilution.h"
#include "model/evaluate.h"
#include "unit.h"

#include <math.h>
#include <string.h>

enum { MOST = 10, LANES = 16, ROUNDS = 50, SEEDS = 20 };

static jmp_buf memory_ended;

typedef struct {
    Arena *arena;
    Program program;
    Slot control, common, basic;
    Security securities[MOST];
    bool free[MOST]; /* adds nothing to income, whatever the lane */
    size_t count;
    Diluted diluted;
    double *values;
} Trial;

/* Our own numbers, the same on every machine (xorshift). */
static uint64_t next(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

static double number(uint64_t *state, uint64_t below)
{
    return (double)(next(state) % below);
}

static Slot opened(Trial *trial)
{
    return program_input(&trial->program, TEXT("any"), 0, (Place){0});
}

static void compile(Trial *trial, uint64_t *state)
{
    trial->arena = arena_create(&memory_ended);
    program_begin(&trial->program, trial->arena);
    trial->control = opened(trial);
    trial->common = opened(trial);
    trial->basic = opened(trial);
    trial->count = next(state) % (MOST + 1);
    for (size_t i = 0; i < trial->count; i++) {
        trial->free[i] = next(state) % 3 == 0;
        trial->securities[i] = (Security){.index = i, .income = trial->free[i] ? trial->program.zero : opened(trial), .shares = opened(trial)};
    }
    trial->diluted = dilution_test(&trial->program, trial->control, trial->common, trial->basic, trial->securities, trial->count);
}

static double *at(const Trial *trial, Slot slot, size_t lane)
{
    return &trial->values[slot * LANES + lane];
}

/* Small whole numbers make ties, no shares and no income; large ones with decimals are what companies have. */
static void fill(Trial *trial, uint64_t *state)
{
    trial->values = arena_array(trial->arena, double, trial->program.values.count * LANES);
    evaluate_fill(&trial->program, trial->values, LANES);
    for (size_t lane = 0; lane < LANES; lane++) {
        bool small = next(state) % 2 == 0;
        *at(trial, trial->control, lane) = small ? number(state, 21) - 5 : number(state, 2000000) - 400000;
        *at(trial, trial->common, lane) = *at(trial, trial->control, lane) + (next(state) % 3 ? 0 : number(state, 100) - 50);
        *at(trial, trial->basic, lane) = small ? 1 + number(state, 10) : 1 + number(state, 900000000) / 1000;
        for (size_t i = 0; i < trial->count; i++) {
            if (!trial->free[i])
                *at(trial, trial->securities[i].income, lane) = small ? number(state, 5) : number(state, 200000) / 3;
            *at(trial, trial->securities[i].shares, lane) = small ? number(state, 5) : number(state, 90000000) / 1000;
        }
    }
    evaluate(&trial->program, trial->values, LANES);
}

static long double subset_quotient(const Trial *trial, size_t lane, size_t subset)
{
    long double income = *at(trial, trial->control, lane), shares = *at(trial, trial->basic, lane);
    for (size_t i = 0; i < trial->count; i++)
        if (subset >> i & 1) {
            income += *at(trial, trial->securities[i].income, lane);
            shares += *at(trial, trial->securities[i].shares, lane);
        }
    return income / shares;
}

static size_t included(const Trial *trial, size_t lane)
{
    size_t subset = 0;
    for (size_t i = 0; i < trial->count; i++) {
        double flag = *at(trial, trial->securities[i].included, lane);
        ck_assert(flag == 0 || flag == 1);
        subset |= flag == 1 ? (size_t)1 << i : 0;
    }
    return subset;
}

/* A loss lets none in: to add shares would lower it. Not even the last bit of basic moves. */
static void check_loss(const Trial *trial, size_t lane)
{
    ck_assert_uint_eq(included(trial, lane), 0);
    ck_assert(*at(trial, trial->diluted.shares, lane) == *at(trial, trial->basic, lane));
    ck_assert(*at(trial, trial->diluted.income, lane) == *at(trial, trial->common, lane));
}

static void check_income(const Trial *trial, size_t lane)
{
    size_t subset = included(trial, lane);
    long double least = subset_quotient(trial, lane, 0), found = subset_quotient(trial, lane, subset);
    for (size_t other = 1; other < (size_t)1 << trial->count; other++) {
        long double quotient = subset_quotient(trial, lane, other);
        least = quotient < least ? quotient : least;
    }
    ck_assert_msg(fabsl(found - least) <= 1e-14L * fabsl(least), "%.17Lg is not the least, %.17Lg", found, least);

    /* what is in is added to the income of the holders of common stock, and to the shares */
    long double income = *at(trial, trial->common, lane), shares = *at(trial, trial->basic, lane);
    for (size_t i = 0; i < trial->count; i++)
        if (subset >> i & 1) {
            income += *at(trial, trial->securities[i].income, lane);
            shares += *at(trial, trial->securities[i].shares, lane);
        }
    ck_assert(fabsl(*at(trial, trial->diluted.income, lane) - income) <= 1e-14L * (fabsl(income) + fabsl((long double)*at(trial, trial->common, lane))));
    ck_assert(fabsl(*at(trial, trial->diluted.shares, lane) - shares) <= 1e-14L * shares);
}

/* Ranks are 1 to n, once each, in the order of income for a share, and none is in behind one that is out. */
static void check_ranks(const Trial *trial, size_t lane)
{
    size_t ranked[MOST + 1] = {0}, subset = included(trial, lane);
    for (size_t i = 0; i < trial->count; i++) {
        double rank = *at(trial, trial->securities[i].rank, lane);
        ck_assert(rank >= 1 && rank <= (double)trial->count && rank == trunc(rank));
        ck_assert_msg(ranked[(size_t)rank] == 0, "two of rank %g", rank);
        ranked[(size_t)rank] = i + 1;
    }
    for (size_t rank = 2; rank <= trial->count; rank++) {
        const Security *one = &trial->securities[ranked[rank - 1] - 1], *other = &trial->securities[ranked[rank] - 1];
        long double a = (long double)*at(trial, one->income, lane) * *at(trial, other->shares, lane), b = (long double)*at(trial, other->income, lane) * *at(trial, one->shares, lane);
        ck_assert_msg(a <= b * (1 + 1e-14L) || *at(trial, other->shares, lane) == 0 || one->income == trial->program.zero, "rank %zu stands behind one that costs more", rank);
        bool behind = subset >> (ranked[rank] - 1) & 1, before = subset >> (ranked[rank - 1] - 1) & 1;
        bool nothing = *at(trial, one->shares, lane) == 0; /* of no shares: out, and in nobody's way */
        ck_assert_msg(!behind || before || nothing, "rank %zu is in behind one that is out", rank);
    }
}

START_TEST(finds_the_least_of_all_subsets)
{
    uint64_t state = 0x9E3779B97F4A7C15u + (uint64_t)_i * 0x1000193u;
    for (int round = 0; round < ROUNDS; round++) {
        Trial trial = {0};
        compile(&trial, &state);
        fill(&trial, &state);
        for (size_t lane = 0; lane < LANES; lane++) {
            if (*at(&trial, trial.control, lane) <= 0)
                check_loss(&trial, lane);
            else
                check_income(&trial, lane);
            check_ranks(&trial, lane);
        }
        arena_destroy(trial.arena);
    }
}
END_TEST

/* Of three convertibles the first lowers 1.00 to 1,040 / 1,200 = 0.867, the second, 0.80 a share, to 1,200 / 1,400 = 0.857; the third would add
 * 0.90 a share: it lowers basic earnings, 1,180 / 1,200 = 0.983, and is out because of those before it. They are given in reverse. */
START_TEST(keeps_out_what_lowers_only_basic)
{
    Trial trial = {.arena = arena_create(&memory_ended), .count = 3};
    const double income[] = {180, 160, 40}, shares[] = {200, 200, 200};
    program_begin(&trial.program, trial.arena);
    Slot control = program_constant(&trial.program, 1000), basic = program_constant(&trial.program, 1000);
    for (size_t i = 0; i < trial.count; i++)
        trial.securities[i] = (Security){.income = program_constant(&trial.program, income[i]), .shares = program_constant(&trial.program, shares[i])};
    trial.diluted = dilution_test(&trial.program, control, control, basic, trial.securities, trial.count);
    double *values = arena_array(trial.arena, double, trial.program.values.count);
    evaluate_fill(&trial.program, values, 1);
    evaluate(&trial.program, values, 1);
    ck_assert(values[trial.diluted.income] == 1200 && values[trial.diluted.shares] == 1400);
    ck_assert(values[trial.securities[0].rank] == 3 && values[trial.securities[1].rank] == 2 && values[trial.securities[2].rank] == 1);
    ck_assert(values[trial.securities[0].included] == 0 && values[trial.securities[1].included] == 1 && values[trial.securities[2].included] == 1);
    arena_destroy(trial.arena);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("dilution");
    unit_add(suite, "finds the least of all subsets", finds_the_least_of_all_subsets, SEEDS);
    unit_add(suite, "keeps out what lowers only basic", keeps_out_what_lowers_only_basic, 1);
    return unit_run(suite);
}
