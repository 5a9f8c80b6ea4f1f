/* What is a half unit in decimals is rounded as a half: a million formulas of products and quotients of decimals, as deals have them, are computed
 * by the operations of the list and rounded by ROUND, and compared with the same in whole numbers of 128 bits, which is exact. */
#include "base/amount.h"
#include "model/evaluate.h"
#include "unit.h"

#include <math.h>

__extension__ typedef __int128 Whole;

static uint64_t state = 0x9E3779B97F4A7C15u;

static uint64_t draw(uint64_t below)
{
    state ^= state << 13, state ^= state >> 7, state ^= state << 17;
    return state % below;
}

/* digits / ten^decimals, as a person writes it, and the double next to that. */
typedef struct {
    int64_t digits, ten;
    double number;
} Decimal;

static Decimal decimal_of(int64_t digits, int decimals)
{
    Decimal out = {.digits = digits, .ten = 1};
    for (int i = 0; i < decimals; i++)
        out.ten *= 10;
    out.number = (double)digits / (double)out.ten; /* both exact, so the quotient is the nearest double */
    return out;
}

/* Round figures come often, and with them halves. */
static Decimal draw_decimal(int64_t most, int decimals)
{
    int64_t digits = 1 + (int64_t)draw((uint64_t)most);
    if (draw(2))
        digits = digits - digits % (draw(2) ? 5 : 25) + 25;
    return decimal_of(digits, (int)draw((uint64_t)decimals + 1));
}

typedef struct {
    Decimal factors[3], divisors[2];
    int factor_count, divisor_count;
} Formula;

/* amount x rate x months / 12, shares x price x ratio, value / life x months / 12, a part of a part. */
static Formula draw_formula(void)
{
    Formula out = {0};
    bool shares = draw(2);
    out.factors[out.factor_count++] = draw_decimal(shares ? 9999999 : 99999999, shares ? 3 : 1);
    out.factors[out.factor_count++] = draw_decimal(99999, 4);
    if (draw(2))
        out.factors[out.factor_count++] = shares ? draw_decimal(19999, 4) : decimal_of(1 + (int64_t)draw(12), 0);
    if (!shares || draw(4) == 0)
        out.divisors[out.divisor_count++] = decimal_of(draw(2) ? 12 : 365, 0);
    if (draw(3) == 0)
        out.divisors[out.divisor_count++] = draw_decimal(400, 1);
    return out;
}

/* As the list says it. */
static double operation(OpCode code, double a, double b, double c)
{
    (void)b, (void)c;
    switch (code) {
#define OP(name, arity, expression, ...)                                                                                                             \
    case OP_##name:                                                                                                                                  \
        return expression;
#include "model/op_list.h"
#undef OP
    default: return NAN;
    }
}

static double compute(const Formula *formula)
{
    double at = formula->factors[0].number;
    for (int i = 1; i < formula->factor_count; i++)
        at = operation(OP_MULTIPLY, at, formula->factors[i].number, 0);
    for (int i = 0; i < formula->divisor_count; i++)
        at = operation(OP_DIVIDE, at, formula->divisors[i].number, 0);
    return at;
}

/* Twice the amount and one, by twice the divisor, downwards: half away from zero. */
static int64_t exact(const Formula *formula, bool *half)
{
    Whole above = 1, below = 1;
    for (int i = 0; i < formula->factor_count; i++) {
        above *= formula->factors[i].digits;
        below *= formula->factors[i].ten;
    }
    for (int i = 0; i < formula->divisor_count; i++) {
        above *= formula->divisors[i].ten;
        below *= formula->divisors[i].digits;
    }
    *half = (2 * above) % (2 * below) == below;
    return (int64_t)((2 * above + below) / (2 * below));
}

START_TEST(halves_in_decimals_are_halves)
{
    enum { FORMULAS = 1000000, LARGEST = 1000000000 };
    int halves = 0, lost = 0;
    for (int i = 0; i < FORMULAS;) {
        Formula formula = draw_formula();
        bool half;
        int64_t wanted = exact(&formula, &half);
        if (wanted > LARGEST)
            continue;
        double unrounded = compute(&formula), found = operation(OP_ROUND, unrounded, 0, 0);
        halves += half;
        lost += half && round(unrounded) != (double)wanted; /* what binary arithmetic alone would make of it */
        ck_assert_msg(found == (double)wanted, "%.17g x ... is %.17g, rounded to %.17g and not %lld", formula.factors[0].number, unrounded, found, (long long)wanted);
        ck_assert(operation(OP_ROUND, -unrounded, 0, 0) == -found);
        i++;
    }
    printf("%d formulas, %d of them halves, %d of which would be lost in binary\n", FORMULAS, halves, lost);
    ck_assert_int_gt(halves, FORMULAS / 200);
    ck_assert_int_gt(lost, 100);
}
END_TEST

/* 22,000 x 0.087 x 3 / 12 = 478.5; 1,005 x 0.5 = 502.5; 0.145 x 100 x 3 = 43.5; 885 x 0.54 - 484.4 = -6.5; and what is no half stays none. */
static const struct {
    double value, rounded;
} cases[] = {
    {22000 * 0.087 * 3 / 12, 479}, {-22000 * 0.087 * 3 / 12, -479}, {1005 * 0.5, 503}, {0.145 * 100 * 3, 44}, {885 * 0.54 - 484.4, -7},
    {478.4999, 478}, {478.49999999, 478}, {0.49999999, 0}, {0, 0},
};

START_TEST(rounds)
{
    ck_assert(round_decimal(cases[_i].value) == cases[_i].rounded);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("half_unit");
    unit_add(suite, "halves in decimals are halves", halves_in_decimals_are_halves, 1);
    unit_add(suite, "rounds", rounds, UNIT_COUNT(cases));
    return unit_run(suite);
}
