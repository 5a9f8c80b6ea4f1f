#include "study/solve.h"
#include "unit.h"

#include "model/evaluate.h"

#include <math.h>

static jmp_buf memory_ended;

/* A program of one input x, and the curve of one of its slots. */
typedef struct {
    Arena *arena;
    Program program;
    Slot x;
    Curve curve;
} World;

static void begin(World *world)
{
    world->arena = arena_create(&memory_ended);
    program_begin(&world->program, world->arena);
    world->x = program_input(&world->program, TEXT("x"), 0, (Place){0});
}

static Slot op(World *world, OpCode code, Slot a, Slot b)
{
    return program_op(&world->program, code, a, b, SLOT_NONE);
}

static Slot number(World *world, double value)
{
    return program_constant(&world->program, value);
}

static Solution solved(World *world, Slot figure, double low, double high, double wanted)
{
    enum { POINTS = 1000 };
    Solution out;
    double *values = arena_array(world->arena, double, world->program.values.count);
    evaluate_fill(&world->program, values, 1);
    evaluate(&world->program, values, 1);
    curve_begin(&world->curve, world->arena, &world->program, values, world->x, &figure, 1);
    solve(&out, world->arena, &world->curve, low, high, wanted, POINTS);
    return out;
}

/* (33540 + 18260) / (394496 + 92390 x) = 33540 / 394496 at x = (51800 * 394496 / 33540 - 394496) / 92390 */
START_TEST(finds_the_root)
{
    World world;
    begin(&world);
    Slot shares = op(&world, OP_ADD, number(&world, 394496), op(&world, OP_MULTIPLY, number(&world, 92390), world.x));
    Slot figure = op(&world, OP_DIVIDE, number(&world, 51800), shares);
    Solution solution = solved(&world, figure, 0.5, 4, 33540.0 / 394496);
    double root = (51800.0 * 394496 / 33540 - 394496) / 92390;
    ck_assert_uint_eq(solution.roots.count, 1);
    ck_assert_int_eq(solution.roots.items[0].kind, ROOT_crossing);
    ck_assert_double_eq_tol(solution.roots.items[0].at, root, 1e-14);
    ck_assert(!solution.roots.items[0].stepped);
    ck_assert(!solution.roots.items[0].kinked);
    ck_assert_double_eq_tol(solution.roots.items[0].slope, -51800.0 * 92390 / pow(394496 + 92390 * root, 2), 1e-15);
    arena_destroy(world.arena);
}
END_TEST

/* (x - 1)(x - 2.5) has two roots, and is -0.5625 at 1.75, where it turns. */
static Slot parabola(World *world)
{
    return op(world, OP_MULTIPLY, op(world, OP_SUBTRACT, world->x, number(world, 1)), op(world, OP_SUBTRACT, world->x, number(world, 2.5)));
}

static const struct {
    double low, high, wanted;
    size_t count;
    double at[2];
    RootKind kind;
} parabolas[] = {
    {0, 4, 0, 2, {1, 2.5}, ROOT_crossing},
    {0, 2, 0, 1, {1}, ROOT_crossing},
    {0, 4, -0.5625, 1, {1.75}, ROOT_touch},
    {0, 4.0371, -0.5625, 1, {1.75}, ROOT_touch},                       /* the turn lies between two points */
    {0, 4.0371, -0.5625 + 1e-8, 2, {1.75 - 1e-4, 1.75 + 1e-4}, ROOT_crossing}, /* both roots lie between two points */
    {0, 4, -0.6, 0, {0}, ROOT_crossing},
    {2, 2.5, 0, 1, {2.5}, ROOT_crossing}, /* at the bound */
};

START_TEST(finds_them_all)
{
    World world;
    begin(&world);
    Solution solution = solved(&world, parabola(&world), parabolas[_i].low, parabolas[_i].high, parabolas[_i].wanted);
    ck_assert_uint_eq(solution.roots.count, parabolas[_i].count);
    for (size_t i = 0; i < solution.roots.count; i++) {
        ck_assert_int_eq(solution.roots.items[i].kind, parabolas[_i].kind);
        ck_assert_double_eq_tol(solution.roots.items[i].at, parabolas[_i].at[i], parabolas[_i].kind == ROOT_touch ? 1e-6 : 1e-11);
    }
    arena_destroy(world.arena);
}
END_TEST

/* Where there is none, the figure's range is told: between 0 and 4 from -0.5625 (about, at a point) to 6 = 3 x 1.5 + 1.5, nearest to -0.6 at 1.75. */
START_TEST(tells_the_range)
{
    World world;
    begin(&world);
    Solution solution = solved(&world, parabola(&world), 0, 4, -0.6);
    ck_assert_double_eq_tol(solution.least, -0.5625, 1e-5);
    ck_assert_double_eq_tol(solution.least_at, 1.75, 4e-3);
    ck_assert_double_eq(solution.largest, 3 * 1.5);
    ck_assert_double_eq(solution.largest_at, 4);
    ck_assert_double_eq(solution.nearest, solution.least);
    ck_assert_uint_eq(solution.blank, 0);
    arena_destroy(world.arena);
}
END_TEST

/* round(0.6 x) is 30 for x from 49.1666 to 50.8333, so it never is 30.3, and passes it where it becomes 31. */
START_TEST(tells_the_step_of_rounding)
{
    World world;
    begin(&world);
    Slot posted = op(&world, OP_ROUND, op(&world, OP_MULTIPLY, world.x, number(&world, 0.6)), SLOT_NONE);
    Solution solution = solved(&world, posted, 0, 100.7, 30.3);
    ck_assert_uint_eq(solution.roots.count, 1);
    const Root *root = &solution.roots.items[0];
    ck_assert_int_eq(root->kind, ROOT_crossing);
    ck_assert(root->stepped);
    ck_assert_double_eq(root->value, 30);
    ck_assert_double_eq_tol(root->low, 29.5 / 0.6, 1e-8);
    ck_assert_double_eq_tol(root->high, 30.5 / 0.6, 1e-8);
    ck_assert_double_eq(root->at, root->high);
    ck_assert(curve_value(&world.curve, nextafter(root->high, 100)) == 31);
    ck_assert(curve_value(&world.curve, nextafter(root->low, 0)) == 29);
    ck_assert_double_eq(root->slope, 0.6);
    solution = solved(&world, posted, 0, 100.7, 30);
    ck_assert_uint_eq(solution.roots.count, 1);
    ck_assert_int_eq(solution.roots.items[0].kind, ROOT_stretch);
    ck_assert_double_eq_tol(solution.roots.items[0].low, 29.5 / 0.6, 1e-8);
    ck_assert_double_eq_tol(solution.roots.items[0].high, 30.5 / 0.6, 1e-8);
    arena_destroy(world.arena);
}
END_TEST

/* round(x) - x / 1.001 swings by 1 within each unit and grows by 0.001 a unit: it passes 0.2 about once in each unit from 0 on, while without
 * rounding it is 0.2 once, at 0.2 x 1001 = 200.2. All of these are one root. */
START_TEST(counts_what_rounding_makes_of_one_root)
{
    World world;
    begin(&world);
    Slot whole = op(&world, OP_ROUND, world.x, SLOT_NONE);
    Solution solution = solved(&world, op(&world, OP_SUBTRACT, whole, op(&world, OP_DIVIDE, world.x, number(&world, 1.001))), 100.05, 300.25, 0.2);
    ck_assert_uint_eq(solution.roots.count, 1);
    ck_assert_uint_gt(solution.roots.items[0].passes, 100);
    ck_assert_double_le(solution.roots.items[0].low, 200.2);
    ck_assert_double_ge(solution.roots.items[0].high, 200.2);
    arena_destroy(world.arena);
}
END_TEST

/* x < 2 ? x : x + 1 passes 2.5 without having it. 1 / (x - 2) goes from one side of 0 to the other by way of infinity. */
START_TEST(tells_jumps_from_roots)
{
    World world;
    begin(&world);
    Slot two = number(&world, 2), one = number(&world, 1);
    Slot less = op(&world, OP_LESS, world.x, two);
    Slot figure = program_op(&world.program, OP_SELECT, less, world.x, op(&world, OP_ADD, world.x, one));
    Slot pole = op(&world, OP_DIVIDE, one, op(&world, OP_SUBTRACT, world.x, two));
    Solution solution = solved(&world, _i ? pole : figure, 0, 4.6, _i ? 0 : 2.5);
    ck_assert_uint_eq(solution.roots.count, 1);
    ck_assert_uint_eq(solution_root_count(&solution), 0);
    const Root *root = &solution.roots.items[0];
    ck_assert_int_eq(root->kind, ROOT_jump);
    if (_i == 0) {
        ck_assert(root->low == nextafter(2, 0) && root->high == 2);
        ck_assert(root->before == nextafter(2, 0) && root->after == 3);
    } else {
        ck_assert(root->low <= 2 && root->high >= 2 && root->high - root->low < 1e-14);
    }
    arena_destroy(world.arena);
}
END_TEST

/* min(x, 3 - x / 2) has its kink at 2, where it is 2: at the root of 2, where it only touches; beside that of 1.99; far from that of 1. */
START_TEST(tells_kinks)
{
    static const double wanted[] = {1.99, 1};
    World world;
    begin(&world);
    Slot other = op(&world, OP_SUBTRACT, number(&world, 3), op(&world, OP_DIVIDE, world.x, number(&world, 2)));
    Solution solution = solved(&world, op(&world, OP_MINIMUM, world.x, other), 0, 5, wanted[_i]);
    ck_assert_uint_eq(solution.roots.count, 2);
    ck_assert_double_eq_tol(solution.roots.items[0].at, wanted[_i], 1e-14);
    ck_assert_double_eq_tol(solution.roots.items[1].at, 2 * (3 - wanted[_i]), 1e-14);
    for (size_t i = 0; i < 2; i++) {
        const Root *root = &solution.roots.items[i];
        ck_assert(root->kinked == (_i == 0));
        ck_assert_double_eq(root->slope, i == 0 ? 1 : -0.5);
        if (!root->kinked)
            continue;
        ck_assert_double_eq_tol(root->kink, 2, 1e-14);
        ck_assert_double_eq(root->slope_below, 1);
        ck_assert_double_eq(root->slope_above, -0.5);
    }
    arena_destroy(world.arena);
}
END_TEST

START_TEST(touches_at_a_kink)
{
    World world;
    begin(&world);
    Slot other = op(&world, OP_SUBTRACT, number(&world, 3), op(&world, OP_DIVIDE, world.x, number(&world, 2)));
    Solution solution = solved(&world, op(&world, OP_MINIMUM, world.x, other), 0, 5, 2);
    ck_assert_uint_eq(solution.roots.count, 1);
    ck_assert_int_eq(solution.roots.items[0].kind, ROOT_touch);
    ck_assert_double_eq_tol(solution.roots.items[0].at, 2, 1e-9);
    ck_assert(solution.roots.items[0].kinked);
    arena_destroy(world.arena);
}
END_TEST

/* The figure has no value below 1, where the program gives 0 / 0: (x - 1 if x > 1 else 0) / itself x (x - 2). */
START_TEST(leaves_out_what_has_no_value)
{
    World world;
    begin(&world);
    Slot above = op(&world, OP_MAXIMUM, op(&world, OP_SUBTRACT, world.x, number(&world, 1)), number(&world, 0));
    Slot figure = op(&world, OP_MULTIPLY, op(&world, OP_DIVIDE, above, above), op(&world, OP_SUBTRACT, world.x, number(&world, 2)));
    Solution solution = solved(&world, figure, 0, 3.3, 0);
    ck_assert_uint_eq(solution.roots.count, 1);
    ck_assert_double_eq_tol(solution.roots.items[0].at, 2, 1e-14);
    ck_assert_double_eq(solution.blank_first, 0);
    ck_assert_double_le(solution.blank_last, 1);
    ck_assert_double_ge(solution.blank_last, 1 - 3.3 / 999);
    arena_destroy(world.arena);
}
END_TEST

static double cube(void *context, double at)
{
    ++*(size_t *)context;
    return at * at * at;
}

/* A model for each value: 19683 = 27 ^ 3; of 20000 the nearest whole number is 27, too. */
START_TEST(solves_by_points)
{
    size_t models = 0;
    Curve curve = {.point = cube, .context = &models, .whole = _i == 1};
    Arena *arena = arena_create(&memory_ended);
    Solution solution;
    solve(&solution, arena, &curve, 0, 50, 20000, 20);
    ck_assert_uint_eq(solution.roots.count, 1);
    ck_assert_double_eq_tol(solution.roots.items[0].at, _i == 1 ? 27 : cbrt(20000), 1e-13);
    ck_assert_uint_lt(models, 200);
    ck_assert(!solution.roots.items[0].stepped);
    arena_destroy(arena);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("solve");
    unit_add(suite, "finds the root", finds_the_root, 1);
    unit_add(suite, "finds them all", finds_them_all, UNIT_COUNT(parabolas));
    unit_add(suite, "tells the range", tells_the_range, 1);
    unit_add(suite, "tells the step of rounding", tells_the_step_of_rounding, 1);
    unit_add(suite, "counts what rounding makes of one root", counts_what_rounding_makes_of_one_root, 1);
    unit_add(suite, "tells jumps from roots", tells_jumps_from_roots, 2);
    unit_add(suite, "tells kinks", tells_kinks, 2);
    unit_add(suite, "touches at a kink", touches_at_a_kink, 1);
    unit_add(suite, "leaves out what has no value", leaves_out_what_has_no_value, 1);
    unit_add(suite, "solves by points", solves_by_points, 2);
    return unit_run(suite);
}
