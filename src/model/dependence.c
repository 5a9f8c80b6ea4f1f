#include "model/dependence.h"

static Power bounded(int power)
{
    return power >= -POWER_largest && power <= POWER_largest ? (Power)power : POWER_none;
}

/* What is 0 is proportional to anything. */
static Power power_equal(const Program *program, const Power *powers, Slot a, Slot b)
{
    if (a == program->zero || b == program->zero)
        return powers[a == program->zero ? b : a];
    return powers[a] == powers[b] ? powers[a] : POWER_none;
}

static Power power_of(const Program *program, const Power *powers, const Op *op)
{
    Power a = powers[op->a], b = op->b == SLOT_NONE ? 0 : powers[op->b], c = op->c == SLOT_NONE ? 0 : powers[op->c];
    if (a == 0 && b == 0 && c == 0)
        return 0;
    if (a == POWER_none || b == POWER_none || c == POWER_none)
        return POWER_none;
    switch ((OpCode)op->code) {
    case OP_ADD:
    case OP_SUBTRACT: return power_equal(program, powers, op->a, op->b);
    case OP_MULTIPLY: return bounded(a + b);
    case OP_DIVIDE: return bounded(a - b);
    case OP_NEGATE: return a;
    case OP_SELECT: return a == 0 ? power_equal(program, powers, op->b, op->c) : POWER_none;
    case OP_MINIMUM: /* of two that are proportional the order may turn with the sign of the input */
    case OP_MAXIMUM:
    case OP_ROUND:
    case OP_LESS:
    case OP_LESS_EQUAL:
    case OP_EQUAL:
    case OP_NOT_EQUAL:
    case OP_CODES: break;
    }
    return POWER_none;
}

const Power *dependence_powers(const Program *program, Slot input)
{
    Power *powers = arena_array(program->arena, Power, program->values.count);
    powers[input] = 1;
    for (size_t i = 0; i < program->ops.count; i++) {
        const Op *op = &program->ops.items[i];
        if (op->out != input)
            powers[op->out] = power_of(program, powers, op);
    }
    return powers;
}
