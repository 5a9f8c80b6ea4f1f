#include "model/gradient.h"

/* The derivatives of one operation by its operands. */
typedef struct {
    double by_a, by_b, by_c;
} Partials;

static Partials partials_of(OpCode code, double a, double b, double c, double out)
{
    (void)c;
    switch (code) {
#define OP(name, arity, expression, sheet, script, by_a, by_b, by_c)                                                    \
    case OP_##name: return (Partials){by_a, by_b, by_c};
#include "model/op_list.h"
#undef OP
    case OP_CODES: break;
    }
    return (Partials){0, 0, 0};
}

/* An operand that an operation does not have reads slot 0, as in evaluate(). */
static double value_of(const double *values, Slot slot)
{
    return values[slot == SLOT_NONE ? 0 : slot];
}

static void pass_on(double *derivatives, Slot operand, double amount)
{
    if (operand != SLOT_NONE)
        derivatives[operand] += amount;
}

void gradient(double *derivatives, const Program *program, const double *values, Slot result)
{
    for (Slot slot = 0; slot < program->values.count; slot++)
        derivatives[slot] = slot == result ? 1 : 0;
    for (size_t i = program->ops.count; i-- > 0;) {
        const Op *op = &program->ops.items[i];
        double by_out = derivatives[op->out];
        if (by_out == 0) /* the branch that was not chosen may divide by zero */
            continue;
        Partials partials = partials_of((OpCode)op->code, value_of(values, op->a), value_of(values, op->b), value_of(values, op->c), values[op->out]);
        pass_on(derivatives, op->a, by_out * partials.by_a);
        pass_on(derivatives, op->b, by_out * partials.by_b);
        pass_on(derivatives, op->c, by_out * partials.by_c);
    }
}
