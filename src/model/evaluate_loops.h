/* The loops over lanes, one for each operation. Included by the file of each variant, which names `evaluate_loops`.
 *
 * A slot's values are taken LANES_STEP at a time, which the compiler turns into vectors. The place of a wide operand moves on from step to
 * step, that of a narrow one stays. */
#include "base/amount.h"
#include "model/evaluate_lanes.h"

typedef struct {
    const double *values;
    size_t step;
} LanesOperand;

#define OP(name, arity, expression, ...)                                                                                                             \
    static void lanes_##name(double *restrict out, const LanesOperand operands[3], size_t lanes)                                                     \
    {                                                                                                                                                \
        const double *left = operands[0].values, *right = operands[1].values, *third = operands[2].values;                                           \
        const size_t left_step = operands[0].step, right_step = operands[1].step, third_step = operands[2].step;                                     \
        for (size_t step = 0; step < lanes / LANES_STEP; step++) {                                                                                   \
            for (size_t lane = 0; lane < LANES_STEP; lane++) {                                                                                       \
                double a = left[lane], b = right[lane], c = third[lane];                                                                             \
                (void)a, (void)b, (void)c;                                                                                                           \
                out[lane] = expression;                                                                                                              \
            }                                                                                                                                        \
            out += LANES_STEP, left += left_step, right += right_step, third += third_step;                                                          \
        }                                                                                                                                            \
    }
#include "model/op_list.h"
#undef OP

static void (*const loops[])(double *restrict, const LanesOperand[3], size_t) = {
#define OP(name, ...) lanes_##name,
#include "model/op_list.h"
#undef OP
};

/* What an operand that an operation does not have reads is not used. */
static LanesOperand operand(Lanes lanes, Slot slot)
{
    if (slot == SLOT_NONE)
        return (LanesOperand){lanes.workspace, 0};
    return (LanesOperand){lanes_place(lanes, slot), slot < lanes.wide ? LANES_STEP : 0};
}

/* Variants without machine code of their own leave it unused. */
static inline void evaluate_loops(const Op *ops, size_t count, Lanes lanes)
{
    for (size_t i = 0; i < count; i++) {
        const LanesOperand operands[3] = {operand(lanes, ops[i].a), operand(lanes, ops[i].b), operand(lanes, ops[i].c)};
        loops[ops[i].code](lanes_place(lanes, ops[i].out), operands, ops[i].out < lanes.wide ? lanes.count : LANES_STEP);
    }
}
