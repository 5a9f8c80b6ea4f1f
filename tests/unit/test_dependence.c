/* How slots depend on an input, seen from the operations: each with the power by hand. */
#include "model/dependence.h"
#include "unit.h"

static jmp_buf memory_ended;

typedef struct {
    Arena *arena;
    Program program;
    Slot ratio, shares, price;
} Bench;

static Bench bench_begin(void)
{
    Bench bench = {.arena = arena_create(&memory_ended)};
    program_begin(&bench.program, bench.arena);
    bench.ratio = program_input(&bench.program, TEXT("deal.exchange_ratio"), 1.404, (Place){0});
    bench.shares = program_constant(&bench.program, 92390);
    bench.price = program_input(&bench.program, TEXT("deal.measurement_price"), 29.47, (Place){0});
    return bench;
}

static Slot op(Bench *bench, OpCode code, Slot a, Slot b)
{
    return program_op(&bench->program, code, a, b, SLOT_NONE);
}

START_TEST(finds_what_is_proportional)
{
    Bench bench = bench_begin();
    Slot issued = op(&bench, OP_MULTIPLY, bench.shares, bench.ratio), twice = op(&bench, OP_ADD, issued, issued);
    Slot stock = op(&bench, OP_MULTIPLY, issued, bench.price), square = op(&bench, OP_MULTIPLY, issued, bench.ratio);
    Slot each = op(&bench, OP_DIVIDE, stock, issued), inverse = op(&bench, OP_DIVIDE, bench.shares, bench.ratio);
    Slot alone = op(&bench, OP_MULTIPLY, bench.shares, bench.price), nothing = op(&bench, OP_SUBTRACT, bench.program.zero, stock);
    Slot negated = op(&bench, OP_NEGATE, stock, SLOT_NONE);
    const Power *powers = dependence_powers(&bench.program, bench.ratio);
    ck_assert_int_eq(powers[bench.ratio], 1);
    ck_assert_int_eq(powers[issued], 1);
    ck_assert_int_eq(powers[twice], 1);
    ck_assert_int_eq(powers[stock], 1);
    ck_assert_int_eq(powers[negated], 1);
    ck_assert_int_eq(powers[nothing], 1);
    ck_assert_int_eq(powers[square], 2);
    ck_assert_int_eq(powers[each], 0);
    ck_assert_int_eq(powers[inverse], -1);
    ck_assert_int_eq(powers[alone], 0);
    arena_destroy(bench.arena);
}
END_TEST

START_TEST(finds_what_is_not)
{
    Bench bench = bench_begin();
    Slot issued = op(&bench, OP_MULTIPLY, bench.shares, bench.ratio), more = op(&bench, OP_ADD, issued, bench.shares);
    Slot rounded = op(&bench, OP_ROUND, issued, SLOT_NONE), least = op(&bench, OP_MINIMUM, issued, bench.shares), tested = op(&bench, OP_LESS, bench.shares, issued);
    Slot chosen = program_op(&bench.program, OP_SELECT, tested, bench.shares, bench.price), spread = op(&bench, OP_MULTIPLY, rounded, bench.price);
    Slot either = program_op(&bench.program, OP_SELECT, bench.price, issued, bench.program.zero), whole = op(&bench, OP_ROUND, bench.shares, SLOT_NONE);
    const Power *powers = dependence_powers(&bench.program, bench.ratio);
    ck_assert_int_eq(powers[more], POWER_none);
    ck_assert_int_eq(powers[rounded], POWER_none);
    ck_assert_int_eq(powers[least], POWER_none);
    ck_assert_int_eq(powers[tested], POWER_none);
    ck_assert_int_eq(powers[chosen], POWER_none);
    ck_assert_int_eq(powers[spread], POWER_none);
    ck_assert_int_eq(powers[either], 1); /* chosen by something else */
    ck_assert_int_eq(powers[whole], 0);
    arena_destroy(bench.arena);
}
END_TEST

/* A ratio that is itself computed, as where the value is agreed: what stands behind it does not count. */
START_TEST(begins_at_the_slot_that_is_asked_for)
{
    Bench bench = bench_begin();
    Slot ratio = op(&bench, OP_DIVIDE, bench.shares, bench.price), issued = op(&bench, OP_MULTIPLY, ratio, bench.shares), stock = op(&bench, OP_MULTIPLY, bench.price, bench.shares);
    const Power *powers = dependence_powers(&bench.program, ratio);
    ck_assert_int_eq(powers[ratio], 1);
    ck_assert_int_eq(powers[issued], 1);
    ck_assert_int_eq(powers[stock], 0);
    arena_destroy(bench.arena);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("dependence");
    unit_add(suite, "finds what is proportional", finds_what_is_proportional, 1);
    unit_add(suite, "finds what is not", finds_what_is_not, 1);
    unit_add(suite, "begins at the slot that is asked for", begins_at_the_slot_that_is_asked_for, 1);
    return unit_run(suite);
}
