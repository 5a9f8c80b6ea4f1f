/* Every variant of the vector code that this machine has against evaluate() with one lane, bit for bit, on figures that are awkward to round,
 * to compare and to divide; and rounding against the C library's round(). */
#include "base/amount.h"
#include "model/evaluate.h"
#include "model/evaluate_lanes.h"
#include "unit.h"

#include <float.h>
#include <string.h>

static const double awkward[] = {
    0.0, -0.0, 0.5, -0.5, 0.49999999999999994, -0.49999999999999994, 0.5000000000000001, 1.0, -1.0, 1.5, 2.5, -2.5, 1e-300, -DBL_MIN, 0x1p-1074,
    30505, -3035, 129845.898936, 4503599627370495.5 /* 2^52 - 0.5 */, -4503599627370495.5, 4503599627370496.0, 4503599627370497.0, -9007199254740993.0,
    2251799813685247.75, 1e300, DBL_MAX, -DBL_MAX, INFINITY, -INFINITY, NAN,
};
enum { AWKWARD = sizeof awkward / sizeof *awkward, LANES = (AWKWARD + LANES_STEP - 1) / LANES_STEP * LANES_STEP };

/* Three operands wide (0 to 2) or narrow (4 to 6), and the wide result. */
enum { WIDE_OUT = 3, WIDE = 4, NARROW = 3 };

/* The result of one lane by the evaluator of whole programs. */
static double expected(OpCode code, double a, double b, double c)
{
    Op op = {.code = (uint16_t)code, .out = 3, .a = 0, .b = op_arity(code) > 1 ? 1 : SLOT_NONE, .c = op_arity(code) > 2 ? 2 : SLOT_NONE};
    Program program = {.ops = {&op, 1, 1}};
    double values[4] = {a, b, c};
    evaluate(&program, values, 1);
    return values[3];
}

static bool same_bits(double x, double y)
{
    return memcmp(&x, &y, sizeof x) == 0 || (isnan(x) && isnan(y));
}

/* Lane i has awkward[i] as the operand that runs over all, which is wide; the others are the same in every lane. `wide`: a bit for each operand. */
static void check_lanes(const LanesVariant *variant, OpCode code, unsigned wide, int running, double others)
{
    static double workspace[WIDE * LANES + NARROW * LANES_STEP];
    double lanes[3][LANES];
    const Op op = {.code = (uint16_t)code, .out = WIDE_OUT, .a = wide & 1 ? 0 : WIDE, .b = op_arity(code) < 2 ? SLOT_NONE : wide & 2 ? 1 : WIDE + 1,
                   .c = op_arity(code) < 3 ? SLOT_NONE : wide & 4 ? 2 : WIDE + 2};
    for (int operand = 0; operand < 3; operand++)
        for (int lane = 0; lane < LANES; lane++) {
            bool is_wide = wide >> operand & 1;
            lanes[operand][lane] = operand == running ? awkward[lane % AWKWARD] : others;
            workspace[is_wide ? operand * LANES + lane : WIDE * LANES + operand * LANES_STEP + lane % LANES_STEP] = lanes[operand][lane];
        }
    variant->evaluate(&op, 1, (Lanes){workspace, LANES, WIDE, LANES});
    for (int lane = 0; lane < LANES; lane++) {
        double result = workspace[WIDE_OUT * LANES + lane], wanted = expected(code, lanes[0][lane], lanes[1][lane], lanes[2][lane]);
        if (!same_bits(result, wanted))
            ck_abort_msg("%s, %s(%a, %a, %a): %a, not %a", variant->name, op_name(code), lanes[0][lane], lanes[1][lane], lanes[2][lane], result, wanted);
    }
}

START_TEST(variants_have_the_same_bits)
{
    const LanesVariant *variants[LANES_VARIANTS];
    for (size_t variant = evaluate_variants(variants); variant-- > 0;)
        for (unsigned wide = 0; wide < 8; wide++)
            for (int running = 0; running < 3; running++)
                for (int other = 0; other < AWKWARD && wide >> running & 1; other++)
                    check_lanes(variants[variant], (OpCode)_i, wide, running, awkward[other]);
}
END_TEST

START_TEST(the_baseline_is_everywhere)
{
    const LanesVariant *variants[LANES_VARIANTS];
    size_t count = evaluate_variants(variants);
    ck_assert_uint_ge(count, 1);
    ck_assert_ptr_eq(variants[count - 1], &evaluate_baseline);
}
END_TEST

static void check_rounding(double value)
{
    double rounded = round_half_away(value), wanted = round(value);
    if (!same_bits(rounded, wanted))
        ck_abort_msg("%a is rounded to %a, not %a", value, rounded, wanted);
}

/* Any bits are a double; most magnitudes of figures lie below 2^53. */
START_TEST(rounds_like_the_library)
{
    uint64_t state = 88172645463325252u;
    for (int i = 0; i < AWKWARD; i++)
        check_rounding(awkward[i]);
    for (int i = 0; i < 1000000; i++) {
        double any;
        state ^= state << 13, state ^= state >> 7, state ^= state << 17;
        memcpy(&any, &state, sizeof any);
        check_rounding(any);
        check_rounding((double)(int64_t)state / 0x1p12);
        check_rounding((double)(int64_t)(state >> 40) / 2);
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("evaluate_lanes");
    unit_add(suite, "variants have the same bits", variants_have_the_same_bits, OP_CODES);
    unit_add(suite, "the baseline is everywhere", the_baseline_is_everywhere, 1);
    unit_add(suite, "rounds like the library", rounds_like_the_library, 1);
    return unit_run(suite);
}
