#include "model/evaluate.h"

#include "base/amount.h"

void evaluate_fill(const Program *program, double *workspace, size_t lanes)
{
    for (size_t slot = 0; slot < program->values.count; slot++)
        for (size_t lane = 0; lane < lanes; lane++)
            workspace[slot * lanes + lane] = program->values.items[slot];
}

/* An operand that an operation does not have reads slot 0, which is always there. */
static const double *operand(const double *workspace, Slot slot, size_t lanes)
{
    return workspace + (slot == SLOT_NONE ? 0 : (size_t)slot) * lanes;
}

void evaluate(const Program *program, double *workspace, size_t lanes)
{
    for (size_t i = 0; i < program->ops.count; i++) {
        const Op *op = &program->ops.items[i];
        const double *left = operand(workspace, op->a, lanes);
        const double *right = operand(workspace, op->b, lanes);
        const double *third = operand(workspace, op->c, lanes);
        double *out = workspace + (size_t)op->out * lanes;
        switch ((OpCode)op->code) {
#define OP(name, arity, expression, ...)                                                                               \
    case OP_##name:                                                                                                    \
        for (size_t lane = 0; lane < lanes; lane++) {                                                                  \
            double a = left[lane], b = right[lane], c = third[lane];                                                   \
            (void)a, (void)b, (void)c;                                                                                 \
            out[lane] = expression;                                                                                    \
        }                                                                                                              \
        break;
#include "model/op_list.h"
#undef OP
        case OP_CODES:
            break;
        }
    }
}
