/* Loops over the list of operations: what each computes, its derivatives, and a composite. With the word "rows" it prints what each
 * operation computes instead, beside its forms, for tests/properties/op_forms.sh. */
#include "model/evaluate.h"
#include "model/gradient.h"
#include "unit.h"

#include <math.h>
#include <string.h>

static jmp_buf memory_ended;

/* ---- what each operation has to be, told in another way than the list tells it ---- */

static bool add_is(double a, double b, double c, double out) { (void)c; return out == fma(a, 1, b); }
static bool subtract_is(double a, double b, double c, double out) { (void)c; return out == fma(b, -1, a); }
static bool multiply_is(double a, double b, double c, double out) { (void)c; return out == fma(a, b, 0); }
static bool negate_is(double a, double b, double c, double out) { (void)b, (void)c; return out + a == 0; }
static bool minimum_is(double a, double b, double c, double out) { (void)c; return out == fmin(a, b); }
static bool maximum_is(double a, double b, double c, double out) { (void)c; return out == fmax(a, b); }
static bool less_is(double a, double b, double c, double out) { (void)c; return out == (a - b < 0); }
static bool less_equal_is(double a, double b, double c, double out) { (void)c; return out == !(b - a < 0); }
static bool equal_is(double a, double b, double c, double out) { (void)c; return out == (a - b == 0); }
static bool not_equal_is(double a, double b, double c, double out) { (void)c; return out == (fabs(a - b) > 0); }
static bool select_is(double a, double b, double c, double out) { return out == (fabs(a) > 0 ? b : c); }

/* What is left of the dividend is less than half of the quotient's last bit times the divisor; nothing but 0/0 is no number. */
static bool divide_is(double a, double b, double c, double out)
{
    (void)c;
    if (b == 0)
        return a == 0 ? isnan(out) : isinf(out) && signbit(out) == (signbit(a) != signbit(b));
    double last_bit = nextafter(fabs(out), INFINITY) - fabs(out);
    return fabs(fma(-out, b, a)) <= fabs(b) * last_bit / 2;
}

/* A whole number, none is nearer, and of two that are as near the one farther from zero, where near means to 2^-50 of the magnitude, at least 2^-30, at most 2^-6,
 * give or take the last bit of what is compared. The differences are exact. */
static bool round_is(double a, double b, double c, double out)
{
    (void)b, (void)c;
    double off = fabs(out - a), near = fmin(fmax(ldexp(fabs(a), -50), ldexp(1, -30)), ldexp(1, -6)), last_bit = nextafter(fabs(a), INFINITY) - fabs(a);
    return fmod(out, 1) == 0 && (fabs(out) > fabs(a) ? off <= 0.5 + near + last_bit : off <= fmax(0.5 - near, 0) + last_bit);
}

/* The table must hold every operation of the list. */
static const struct {
    const char *name;
    bool (*is)(double a, double b, double c, double out);
} operations[] = {
    {"ADD", add_is},       {"SUBTRACT", subtract_is}, {"MULTIPLY", multiply_is}, {"DIVIDE", divide_is},         {"NEGATE", negate_is},
    {"MINIMUM", minimum_is}, {"MAXIMUM", maximum_is}, {"ROUND", round_is},       {"LESS", less_is},             {"LESS_EQUAL", less_equal_is},
    {"EQUAL", equal_is},   {"NOT_EQUAL", not_equal_is}, {"SELECT", select_is},
};

START_TEST(table_is_complete)
{
    ck_assert_int_eq(UNIT_COUNT(operations), OP_CODES);
    for (int code = 0; code < OP_CODES; code++)
        ck_assert_str_eq(operations[code].name, op_name((OpCode)code));
}
END_TEST

/* ---- a program of one operation ---- */

/* Negative, zero, halves and what lies beside them, large up to where a double has no halves any more; equal pairs come by themselves. */
static const double operands[] = {
    -4503599627370495.5, -3035, -2.5, -1.5, -0.5, -0.49999999999999994, 0, 0.49999999999999994, 0.5, 0.50000000000000011, 0.1, 0.30000000000000004,
    0.3, 1.404, 2.4999999999999996, 2.5, 33540, 4503599627370495.5, 4503599627370496, 1125899906842624,
};

typedef struct {
    Program program;
    Slot a, b, c, out;
    double values[8];
} One;

static One one_begin(Arena *arena, OpCode code)
{
    One one;
    program_begin(&one.program, arena);
    one.a = program_constant(&one.program, 0);
    one.b = program_constant(&one.program, 0);
    one.c = program_constant(&one.program, 0);
    one.out = program_op(&one.program, code, one.a, op_arity(code) > 1 ? one.b : SLOT_NONE, op_arity(code) > 2 ? one.c : SLOT_NONE);
    evaluate_fill(&one.program, one.values, 1);
    return one;
}

static double one_compute(One *one, double a, double b, double c)
{
    one->values[one->a] = a;
    one->values[one->b] = b;
    one->values[one->c] = c;
    evaluate(&one->program, one->values, 1);
    return one->values[one->out];
}

START_TEST(computes_what_it_has_to_be)
{
    Arena *arena = arena_create(&memory_ended);
    One one = one_begin(arena, (OpCode)_i);
    for (int i = 0; i < UNIT_COUNT(operands); i++)
        for (int j = 0; j < UNIT_COUNT(operands); j++) {
            double a = operands[i], b = operands[j], c = operands[(i + j + 1) % UNIT_COUNT(operands)], out = one_compute(&one, a, b, c);
            ck_assert_msg(operations[_i].is(a, b, c, out), "%s of %.17g, %.17g, %.17g gives %.17g", operations[_i].name, a, b, c, out);
        }
    arena_destroy(arena);
}
END_TEST

/* 0/0 is no number, and neither is the smaller or the larger of it and a number: nothing is made up. */
START_TEST(no_number_stays_none)
{
    Arena *arena = arena_create(&memory_ended);
    static const OpCode codes[] = {OP_MINIMUM, OP_MAXIMUM};
    for (int i = 0; i < UNIT_COUNT(codes); i++) {
        One one = one_begin(arena, codes[i]);
        ck_assert(isnan(one_compute(&one, NAN, 7, 0)));
        ck_assert(isnan(one_compute(&one, 7, NAN, 0)));
    }
    arena_destroy(arena);
}
END_TEST

/* ---- derivatives ---- */

/* Of a size that leaves a difference enough digits. */
static const double moderate[] = {-394496, -7.5, -2, -0.5, 0, 0.3, 1.404, 2, 29.47, 524};

/* The central difference by operand `which` of three; false at a kink, where those to either side differ, and where there is no number. */
static bool difference(double *out, One *one, const double at[3], int which, double step)
{
    double low[3] = {at[0], at[1], at[2]}, high[3] = {at[0], at[1], at[2]};
    low[which] -= step;
    high[which] += step;
    double below = one_compute(one, low[0], low[1], low[2]), above = one_compute(one, high[0], high[1], high[2]);
    double here = one_compute(one, at[0], at[1], at[2]), left = (here - below) / step, right = (above - here) / step;
    *out = (above - below) / (2 * step);
    return isfinite(left) && isfinite(right) && fabs(left - right) <= 0.01 * fabs(*out) + 1e-4;
}

/* A step over which ROUND moves as what it rounds does is a whole number. */
static double step_of(OpCode code, double at)
{
    return code == OP_ROUND ? 1 : at == 0 ? 0x1p-10 : fabs(at) * 0x1p-10;
}

START_TEST(derivatives_are_those_of_differences)
{
    enum { LEAST = 100 }; /* that are compared: kinks must not be the rule */
    Arena *arena = arena_create(&memory_ended);
    OpCode code = (OpCode)_i;
    One one = one_begin(arena, code);
    const Slot slots[3] = {one.a, one.b, one.c};
    int compared = 0, arity = op_arity(code), count = UNIT_COUNT(moderate);
    double derivatives[8];
    for (int i = 0; i < count * count * count * arity; i++) {
        const double at[3] = {moderate[i / arity % count], moderate[i / arity / count % count], moderate[i / arity / count / count]};
        int which = i % arity;
        double wanted;
        if (!difference(&wanted, &one, at, which, step_of(code, at[which])))
            continue;
        one_compute(&one, at[0], at[1], at[2]);
        gradient(derivatives, &one.program, one.values, one.out);
        ck_assert_msg(fabs(derivatives[slots[which]] - wanted) <= 1e-5 * fabs(wanted) + 1e-7, "%s by %c at %.17g, %.17g, %.17g: %.17g where differences give %.17g",
                      op_name(code), 'a' + which, at[0], at[1], at[2], derivatives[slots[which]], wanted);
        ck_assert(derivatives[one.out] == 1);
        compared++;
    }
    ck_assert_int_ge(compared, LEAST);
    arena_destroy(arena);
}
END_TEST

/* At a kink the operand that is taken has the derivative, and together both have it once. */
START_TEST(equal_operands_share_nothing)
{
    Arena *arena = arena_create(&memory_ended);
    static const OpCode codes[] = {OP_MINIMUM, OP_MAXIMUM};
    double derivatives[8];
    for (int i = 0; i < UNIT_COUNT(codes); i++) {
        One one = one_begin(arena, codes[i]);
        one_compute(&one, 2.385, 2.385, 0);
        gradient(derivatives, &one.program, one.values, one.out);
        ck_assert(derivatives[one.a] + derivatives[one.b] == 1);
    }
    arena_destroy(arena);
}
END_TEST

/* A ratio of 41.3 over a price that is held between 25 and 35; income 30,505 and synergies of 10,000.4 less 35 percent tax, posted; over
 * 394,496 shares and 92,390 at the ratio. At a price of 29.47:
 *     ratio  = 41.3 / 29.47                     = 1.401425178147
 *     shares = 394,496 + 92,390 x ratio         = 523,973.672209
 *     posted = round(30,505 + 10,000.4 x 0.65)  = round(37,005.26) = 37,005
 *     eps    = 37,005 / 523,973.672209          = 0.070623777420
 *     by synergies = 0.65 / 523,973.672209                  =  0.00000124052034382, ROUND being the identity
 *     by the tax rate = -10,000.4 / 523,973.672209          = -0.0190856917636
 *     by ratio = -37,005 x 92,390 / 523,973.672209^2        = -0.0124527836834
 *     by price = by ratio x (-ratio / 29.47)                =  0.000592183393009
 * At a price of 40 the ratio stands at 41.3 / 35 and nothing depends on the price. */
START_TEST(composite_by_hand)
{
    enum { SLOTS = 32 };
    Arena *arena = arena_create(&memory_ended);
    Program p;
    program_begin(&p, arena);
    Slot price = program_constant(&p, 29.47), worth = program_constant(&p, 41.3), floor = program_constant(&p, 25), cap = program_constant(&p, 35);
    Slot income = program_constant(&p, 30505), synergies = program_constant(&p, 10000.4), rate = program_constant(&p, 0.35), one = program_constant(&p, 1);
    Slot own = program_constant(&p, 394496), target = program_constant(&p, 92390);
    Slot held = program_op(&p, OP_MINIMUM, program_op(&p, OP_MAXIMUM, price, floor, SLOT_NONE), cap, SLOT_NONE);
    Slot ratio = program_op(&p, OP_DIVIDE, worth, held, SLOT_NONE);
    Slot shares = program_add(&p, own, program_op(&p, OP_MULTIPLY, target, ratio, SLOT_NONE));
    Slot kept = program_op(&p, OP_MULTIPLY, synergies, program_op(&p, OP_SUBTRACT, one, rate, SLOT_NONE), SLOT_NONE);
    Slot posted = program_op(&p, OP_ROUND, program_add(&p, income, kept), SLOT_NONE, SLOT_NONE);
    Slot eps = program_op(&p, OP_DIVIDE, posted, shares, SLOT_NONE);
    double values[SLOTS], by[SLOTS];
    ck_assert_uint_le(p.values.count, SLOTS);
    evaluate_fill(&p, values, 1);
    evaluate(&p, values, 1);
    gradient(by, &p, values, eps);
    ck_assert_double_eq_tol(values[eps], 0.070623777420, 1e-12);
    ck_assert_double_eq_tol(by[synergies], 0.00000124052034382, 1e-17);
    ck_assert_double_eq_tol(by[rate], -0.0190856917636, 1e-13);
    ck_assert_double_eq_tol(by[ratio], -0.0124527836834, 1e-13);
    ck_assert_double_eq_tol(by[price], 0.000592183393009, 1e-15);
    values[price] = 40;
    evaluate(&p, values, 1);
    gradient(by, &p, values, eps);
    ck_assert(by[price] == 0 && by[floor] == 0 && by[cap] != 0);
    arena_destroy(arena);
}
END_TEST

/* A slot that is used twice has the sum of both: of x * x + x it is 2 x + 1 = 5.77 at 2.385. A branch that is not chosen may divide by zero. */
START_TEST(used_twice_and_not_chosen)
{
    Arena *arena = arena_create(&memory_ended);
    Program p;
    program_begin(&p, arena);
    Slot x = program_constant(&p, 2.385);
    Slot chosen = program_add(&p, program_op(&p, OP_MULTIPLY, x, x, SLOT_NONE), x), other = program_op(&p, OP_DIVIDE, x, p.zero, SLOT_NONE);
    Slot result = program_op(&p, OP_SELECT, p.zero, other, chosen), after = program_op(&p, OP_NEGATE, result, SLOT_NONE, SLOT_NONE);
    double values[8], by[8];
    evaluate_fill(&p, values, 1);
    evaluate(&p, values, 1);
    gradient(by, &p, values, result);
    ck_assert_double_eq_tol(by[x], 5.77, 1e-12);
    ck_assert(by[p.zero] == 0 && by[other] == 0 && by[after] == 0); /* what comes after the result does not bear on it */
    arena_destroy(arena);
}
END_TEST

/* ---- rows for other tools: operation, its forms, operands, what it computes, with tabs between them ---- */

static int print_rows(void)
{
    Arena *arena = arena_create(&memory_ended);
    for (int code = 0; code < OP_CODES; code++) {
        One one = one_begin(arena, (OpCode)code);
        for (int i = 0; i < UNIT_COUNT(operands) * UNIT_COUNT(operands); i++) {
            int first = i / UNIT_COUNT(operands), second = i % UNIT_COUNT(operands);
            double a = operands[first], b = operands[second], c = operands[(first + second + 1) % UNIT_COUNT(operands)], out = one_compute(&one, a, b, c);
            if (isfinite(out))
                printf("%s\t%s\t%s\t%.17g\t%.17g\t%.17g\t%.17g\n", op_name((OpCode)code), op_sheet_form((OpCode)code), op_script_form((OpCode)code), a, b, c, out);
        }
    }
    arena_destroy(arena);
    return EXIT_SUCCESS;
}

int main(int count, char **words)
{
    if (count > 1 && strcmp(words[1], "rows") == 0)
        return print_rows();
    Suite *suite = suite_create("op_list");
    unit_add(suite, "table is complete", table_is_complete, 1);
    unit_add(suite, "computes what it has to be", computes_what_it_has_to_be, OP_CODES);
    unit_add(suite, "no number stays none", no_number_stays_none, 1);
    unit_add(suite, "derivatives are those of differences", derivatives_are_those_of_differences, OP_CODES);
    unit_add(suite, "equal operands share nothing", equal_operands_share_nothing, 1);
    unit_add(suite, "composite by hand", composite_by_hand, 1);
    unit_add(suite, "used twice and not chosen", used_twice_and_not_chosen, 1);
    return unit_run(suite);
}
