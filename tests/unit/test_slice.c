/* Slices against the program that they were cut from, evaluated one lane at a time: the same bits in every lane, whatever is varied and wanted. */
#include "model/evaluate.h"
#include "model/slice.h"
#include "unit.h"

#include <math.h>
#include <string.h>

enum { SEEDS = 200, INPUTS = 5, OPERATIONS = 60, VARIED = 3, WANTED = 6, LANES = 100 };

static jmp_buf memory_ended;

/* Our own numbers, the same on every machine (xorshift). */
static uint64_t next(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

static const double figures[] = {0.0, -0.0, 1.0, -1.0, 0.5, 2.0, 32.0, 1.404, 29.47, -558.0, 30505.0, 0.1, INFINITY, NAN};

static double figure(uint64_t *state)
{
    return figures[next(state) % (sizeof figures / sizeof *figures)];
}

typedef struct {
    Arena *arena;
    Program program;
    double *values;
    Slot varied[VARIED], wanted[WANTED];
} Trial;

static Slot any_slot(Trial *trial, uint64_t *state)
{
    return (Slot)(next(state) % trial->program.values.count);
}

/* Operations on whatever there is so far; few slots, so that many are the same operation twice. */
static void trial_begin(Trial *trial, uint64_t *state)
{
    trial->arena = arena_create(&memory_ended);
    program_begin(&trial->program, trial->arena);
    for (int i = 0; i < INPUTS; i++)
        trial->varied[i % VARIED] = program_input(&trial->program, TEXT("any"), figure(state), (Place){0});
    for (int i = 0; i < INPUTS; i++)
        program_constant(&trial->program, figure(state));
    for (int i = 0; i < OPERATIONS; i++) {
        OpCode code = (OpCode)(next(state) % OP_CODES);
        Slot a = any_slot(trial, state), b = any_slot(trial, state), c = any_slot(trial, state);
        program_op(&trial->program, code, a, op_arity(code) > 1 ? b : SLOT_NONE, op_arity(code) > 2 ? c : SLOT_NONE);
    }
    for (int i = 0; i < WANTED; i++)
        trial->wanted[i] = i == WANTED - 1 ? SLOT_NONE : any_slot(trial, state);
    trial->wanted[0] = (Slot)trial->program.values.count - 1;
    trial->values = arena_array(trial->arena, double, trial->program.values.count);
    evaluate_fill(&trial->program, trial->values, 1);
    evaluate(&trial->program, trial->values, 1);
}

static bool same_bits(double x, double y)
{
    return memcmp(&x, &y, sizeof x) == 0 || (isnan(x) && isnan(y));
}

static void check_lane(const Trial *trial, const Slice *slice, const double *workspace, const double inputs[VARIED], size_t lanes, size_t lane)
{
    double *values = arena_array(trial->arena, double, trial->program.values.count);
    evaluate_fill(&trial->program, values, 1);
    for (int i = 0; i < VARIED; i++)
        values[trial->varied[i]] = inputs[i];
    evaluate(&trial->program, values, 1);
    for (size_t i = 0; i < WANTED; i++) {
        const double *output = slice_output(slice, workspace, lanes, i);
        if ((output == NULL) != (trial->wanted[i] == SLOT_NONE) || (output && !same_bits(output[lane], values[trial->wanted[i]])))
            ck_abort_msg("lane %zu of %zu, wanted %zu", lane, lanes, i);
    }
}

/* Twice: what is read from outside must not have been overwritten. */
static void check_slice(const Trial *trial, const Slice *slice, const bool alike[VARIED], size_t lanes, uint64_t *state)
{
    double inputs[LANES][VARIED];
    double *workspace = (double *)arena_allocate(trial->arena, (slice_workspace(slice, lanes) + 1) * sizeof *workspace) + next(state) % 2;
    slice_ready(slice, workspace, lanes);
    for (size_t lane = 0; lane < lanes; lane++)
        for (size_t i = 0; i < VARIED; i++) {
            double *input = slice_input(slice, workspace, lanes, i);
            inputs[lane][i] = figure(state);
            if (input && !alike[i])
                input[lane] = inputs[lane][i];
        }
    for (size_t i = 0; i < VARIED; i++)
        if (alike[i]) {
            slice_set_input(slice, workspace, lanes, i, inputs[0][i]);
            for (size_t lane = 0; lane < lanes; lane++)
                inputs[lane][i] = inputs[0][i];
        }
    slice_evaluate(slice, workspace, lanes, lanes);
    slice_evaluate(slice, workspace, lanes, lanes);
    for (size_t lane = 0; lane < lanes; lane++)
        check_lane(trial, slice, workspace, inputs[lane], lanes, lane);
}

/* A row is a program of its own. */
START_TEST(has_the_bits_of_the_program)
{
    static const size_t lanes[] = {1, LANES_STEP, LANES_STEP + 1, LANES};
    const LanesVariant *variants[LANES_VARIANTS];
    size_t variant_count = evaluate_variants(variants);
    uint64_t state = (uint64_t)_i * 2654435761u + 88172645463325252u;
    Trial trial;
    Slice slice;
    trial_begin(&trial, &state);
    bool alike[VARIED];
    for (int i = 0; i < VARIED; i++)
        alike[i] = next(&state) % 2;
    slice_make(&slice, trial.arena, &trial.program, trial.values, trial.varied, alike, VARIED, trial.wanted, WANTED);
    for (size_t variant = 0; variant < variant_count; variant++) {
        slice.evaluate = variants[variant]->evaluate;
        for (size_t i = 0; i < sizeof lanes / sizeof *lanes; i++)
            check_slice(&trial, &slice, alike, lanes[i], &state);
    }
    arena_destroy(trial.arena);
}
END_TEST

typedef struct {
    Program program;
    Slot price, ratio, life;
} Small;

static void small_begin(Small *small, Arena *arena)
{
    program_begin(&small->program, arena);
    small->price = program_input(&small->program, TEXT("price"), 29.47, (Place){0});
    small->ratio = program_input(&small->program, TEXT("ratio"), 1.404, (Place){0});
    small->life = program_input(&small->program, TEXT("life"), 5, (Place){0});
}

/* How many operations are left of those that `wanted` needs, when price and ratio vary. */
static size_t left(Slice *slice, Small *small, Arena *arena, Slot wanted)
{
    double *values = arena_array(arena, double, small->program.values.count);
    evaluate_fill(&small->program, values, 1);
    evaluate(&small->program, values, 1);
    slice_make(slice, arena, &small->program, values, (const Slot[]){small->price, small->ratio}, NULL, 2, &wanted, 1);
    return slice->ops.count;
}

START_TEST(computes_nothing_twice)
{
    Arena *arena = arena_create(&memory_ended);
    Small small;
    Slice slice;
    small_begin(&small, arena);
    Program *p = &small.program;
    Slot once = program_op(p, OP_MULTIPLY, small.price, small.ratio, SLOT_NONE), twice = program_op(p, OP_MULTIPLY, small.price, small.ratio, SLOT_NONE);
    Slot six = program_constant(p, 6), also_six = program_constant(p, 6);
    Slot x = program_op(p, OP_SUBTRACT, once, six, SLOT_NONE), y = program_op(p, OP_SUBTRACT, twice, also_six, SLOT_NONE);
    ck_assert_uint_eq(left(&slice, &small, arena, program_op(p, OP_ADD, x, y, SLOT_NONE)), 3); /* product, difference, sum */
    ck_assert_uint_eq(slice.values.count - slice.wide, 1); /* 6 */
    arena_destroy(arena);
}
END_TEST

START_TEST(computes_what_does_not_vary_not_at_all)
{
    Arena *arena = arena_create(&memory_ended);
    Small small;
    Slice slice;
    small_begin(&small, arena);
    Program *p = &small.program;
    Slot long_life = program_op(p, OP_LESS, small.life, program_constant(p, 10), SLOT_NONE), year = program_op(p, OP_MULTIPLY, small.life, small.life, SLOT_NONE);
    Slot taken = program_op(p, OP_SELECT, long_life, small.ratio, small.price);
    ck_assert_uint_eq(left(&slice, &small, arena, taken), 0); /* life is below 10: the ratio itself */
    ck_assert_uint_eq(slice.outputs[0], slice.inputs[1]);
    ck_assert_uint_eq(slice.inputs[0], SLOT_NONE);
    ck_assert_uint_eq(left(&slice, &small, arena, year), 0);
    ck_assert(slice.values.items[slice.outputs[0]] == 25);
    ck_assert_uint_eq(left(&slice, &small, arena, program_op(p, OP_DIVIDE, small.price, year, SLOT_NONE)), 1);
    arena_destroy(arena);
}
END_TEST

START_TEST(takes_negatives_into_sums)
{
    Arena *arena = arena_create(&memory_ended);
    Small small;
    Slice slice;
    small_begin(&small, arena);
    Program *p = &small.program;
    Slot negative = program_op(p, OP_NEGATE, small.price, SLOT_NONE, SLOT_NONE), back = program_op(p, OP_NEGATE, negative, SLOT_NONE, SLOT_NONE);
    ck_assert_uint_eq(left(&slice, &small, arena, back), 0);
    ck_assert_uint_eq(slice.outputs[0], slice.inputs[0]);
    ck_assert_uint_eq(left(&slice, &small, arena, program_op(p, OP_ADD, small.ratio, negative, SLOT_NONE)), 1);
    ck_assert_uint_eq(slice.ops.items[0].code, OP_SUBTRACT);
    /* 0 + x is 0 where x is -0, and so it stays. */
    ck_assert_uint_eq(left(&slice, &small, arena, program_op(p, OP_ADD, p->zero, small.ratio, SLOT_NONE)), 1);
    arena_destroy(arena);
}
END_TEST

/* A chain of a hundred operations needs two slots beside its ends, for a result is none of its operands. */
START_TEST(uses_slots_again)
{
    Arena *arena = arena_create(&memory_ended);
    Small small;
    Slice slice;
    small_begin(&small, arena);
    Slot sum = small.price;
    for (int i = 0; i < 100; i++)
        sum = program_op(&small.program, i % 2 ? OP_ADD : OP_MULTIPLY, sum, small.ratio, SLOT_NONE);
    ck_assert_uint_eq(left(&slice, &small, arena, sum), 100);
    ck_assert_uint_le(slice.wide, 5);
    arena_destroy(arena);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("slice");
    unit_add(suite, "has the bits of the program", has_the_bits_of_the_program, SEEDS);
    unit_add(suite, "computes nothing twice", computes_nothing_twice, 1);
    unit_add(suite, "computes what does not vary not at all", computes_what_does_not_vary_not_at_all, 1);
    unit_add(suite, "takes negatives into sums", takes_negatives_into_sums, 1);
    unit_add(suite, "uses slots again", uses_slots_again, 1);
    return unit_run(suite);
}
