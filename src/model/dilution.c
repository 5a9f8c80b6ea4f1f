#include "model/dilution.h"

/* Securities without an effect on income come first in whatever order: they lower earnings per share whenever there is income. */
static bool costs_nothing(const Program *program, const Security *security)
{
    return security->income == program->zero;
}

static Slot op(Program *program, OpCode code, Slot a, Slot b)
{
    return program_op(program, code, a, b, SLOT_NONE);
}

/* What is compared: of a security without shares some income, so that it stands last and not beside every other. */
static Slot *find_costs(Program *program, const Security *securities, size_t count)
{
    Slot *costs = arena_array(program->arena, Slot, count);
    for (size_t i = 0; i < count; i++) {
        Slot none = costs_nothing(program, &securities[i]) ? SLOT_NONE : op(program, OP_EQUAL, securities[i].shares, program->zero);
        costs[i] = none == SLOT_NONE ? program->zero : program_op(program, OP_SELECT, none, program->one, securities[i].income);
    }
    return costs;
}

/* Does security i stand before security j? income i / shares i < income j / shares j, without a division that could be by 0. */
static Slot stands_before(Program *program, const Security *securities, const Slot *costs, size_t i, size_t j)
{
    const Security *one = &securities[i], *other = &securities[j];
    if (costs_nothing(program, one) || costs_nothing(program, other))
        return costs_nothing(program, one) && (i < j || !costs_nothing(program, other)) ? program->one : program->zero;
    Slot a = op(program, OP_MULTIPLY, costs[i], other->shares), b = op(program, OP_MULTIPLY, costs[j], one->shares);
    return op(program, i < j ? OP_LESS_EQUAL : OP_LESS, a, b);
}

/* What of `amount` counts where `flag` is 1. */
static Slot counted(Program *program, Slot flag, Slot amount)
{
    return flag == program->zero || amount == program->zero ? SLOT_NONE : flag == program->one ? amount : op(program, OP_MULTIPLY, flag, amount);
}

/* Earnings per share before j fall by it when income j / shares j is less than they are. */
static void test_security(Program *program, Slot control, Slot basic, Slot income, Security *securities, const Slot *costs, size_t count, size_t j)
{
    Security *tested = &securities[j];
    Slot numerator = control, denominator = basic, rank = program->one;
    for (size_t i = 0; i < count; i++) {
        if (i == j)
            continue;
        Slot before = stands_before(program, securities, costs, i, j);
        numerator = program_add(program, numerator, counted(program, before, securities[i].income));
        denominator = program_add(program, denominator, counted(program, before, securities[i].shares));
        rank = program_add(program, rank, counted(program, before, program->one));
    }
    tested->rank = rank;
    Slot falls = costs_nothing(program, tested) ? op(program, OP_LESS, program->zero, tested->shares)
                                                : op(program, OP_LESS, op(program, OP_MULTIPLY, tested->income, denominator), op(program, OP_MULTIPLY, numerator, tested->shares));
    tested->included = op(program, OP_MULTIPLY, income, falls);
}

Diluted dilution_test(Program *program, Slot control, Slot common, Slot basic, Security *securities, size_t count)
{
    Diluted out = {.income = common, .shares = basic};
    Slot income = op(program, OP_LESS, program->zero, control);
    const Slot *costs = find_costs(program, securities, count);
    for (size_t j = 0; j < count; j++)
        test_security(program, control, basic, income, securities, costs, count, j);
    for (size_t j = 0; j < count; j++) {
        out.income = program_add(program, out.income, counted(program, securities[j].included, securities[j].income));
        out.shares = program_add(program, out.shares, counted(program, securities[j].included, securities[j].shares));
    }
    return out;
}
