#include "model/evaluate.h"
#include "unit.h"

#include <math.h>
#include <string.h>

static jmp_buf memory_ended;

/* Each operation on figures that no other operation maps to the same result. The table must hold every operation of the list. */
static const struct {
    const char *name;
    double a, b, c, result;
} operations[] = {
    {"ADD", 33540, -3035, 0, 30505},      {"SUBTRACT", 174535, 93518, 0, 81017}, {"MULTIPLY", 92390, 1.404, 0, 92390 * 1.404},
    {"DIVIDE", 33540, 394496, 0, 33540.0 / 394496.0}, {"NEGATE", 558, 7, 0, -558}, {"MINIMUM", 2.385, 7.5, 0, 2.385},
    {"MAXIMUM", 2.385, 7.5, 0, 7.5},      {"ROUND", -2.5, 0, 0, -3},             {"LESS", 2, 3, 0, 1},
    {"LESS_EQUAL", 3, 3, 0, 1},           {"EQUAL", 3, 3.5, 0, 0},               {"NOT_EQUAL", 3, 3.5, 0, 1},
    {"SELECT", 0, 11, 13, 13},
};

static OpCode code_of(const char *name)
{
    for (int code = 0; code < OP_CODES; code++)
        if (strcmp(op_name((OpCode)code), name) == 0)
            return (OpCode)code;
    ck_abort_msg("no operation %s", name);
    return OP_CODES;
}

START_TEST(computes_in_every_lane)
{
    enum { LANES = 5 };
    Arena *arena = arena_create(&memory_ended);
    Program program;
    program_begin(&program, arena);
    Slot a = program_constant(&program, operations[_i].a), b = program_constant(&program, operations[_i].b), c = program_constant(&program, operations[_i].c);
    OpCode code = code_of(operations[_i].name);
    int arity = op_arity(code);
    Slot out = program_op(&program, code, a, arity > 1 ? b : SLOT_NONE, arity > 2 ? c : SLOT_NONE);
    double *workspace = arena_array(arena, double, program.values.count * LANES);
    evaluate_fill(&program, workspace, LANES);
    workspace[a * LANES + 3] += 1000; /* one lane is another draw */
    evaluate(&program, workspace, LANES);
    for (int lane = 0; lane < LANES; lane++)
        if (lane != 3)
            ck_assert(workspace[out * LANES + (Slot)lane] == operations[_i].result);
    double *once = arena_array(arena, double, program.values.count);
    evaluate_fill(&program, once, 1);
    once[a] += 1000;
    evaluate(&program, once, 1);
    ck_assert(once[out] == workspace[out * LANES + 3]);
    arena_destroy(arena);
}
END_TEST

START_TEST(table_is_complete)
{
    ck_assert_int_eq(UNIT_COUNT(operations), OP_CODES);
}
END_TEST

/* Nothing plus nothing is nothing; nothing plus a figure is the figure, without an operation. */
START_TEST(adds_nothing)
{
    Arena *arena = arena_create(&memory_ended);
    Program program;
    program_begin(&program, arena);
    Slot figure = program_constant(&program, 558);
    ck_assert_uint_eq(program_add(&program, SLOT_NONE, SLOT_NONE), SLOT_NONE);
    ck_assert_uint_eq(program_add(&program, SLOT_NONE, figure), figure);
    ck_assert_uint_eq(program_add_signed(&program, figure, -1, SLOT_NONE), figure);
    ck_assert_uint_eq(program.ops.count, 0);
    Slot negated = program_add_signed(&program, SLOT_NONE, -1, figure);
    double workspace[8];
    evaluate_fill(&program, workspace, 1);
    evaluate(&program, workspace, 1);
    ck_assert(workspace[negated] == -558);
    arena_destroy(arena);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("evaluate");
    unit_add(suite, "computes in every lane", computes_in_every_lane, UNIT_COUNT(operations));
    unit_add(suite, "table is complete", table_is_complete, 1);
    unit_add(suite, "adds nothing", adds_nothing, 1);
    return unit_run(suite);
}
