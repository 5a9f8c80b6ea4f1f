#include "model/slice.h"

#include "model/evaluate.h"

/* What depends on what varies, and what is wanted of it. */
typedef struct {
    const Program *program;
    bool *varies, *needed;
    Slot *slots; /* of the slice, one for each of the program's */
} Cutting;

static bool is_set(const bool *marks, Slot slot)
{
    return slot != SLOT_NONE && marks[slot];
}

static void mark(bool *marks, Slot slot)
{
    if (slot != SLOT_NONE)
        marks[slot] = true;
}

static void mark_varying(Cutting *cutting, const Slot *varied, size_t count)
{
    for (size_t i = 0; i < count; i++)
        mark(cutting->varies, varied[i]);
    for (size_t i = 0; i < cutting->program->ops.count; i++) {
        const Op *op = &cutting->program->ops.items[i];
        if (is_set(cutting->varies, op->a) || is_set(cutting->varies, op->b) || is_set(cutting->varies, op->c))
            cutting->varies[op->out] = true;
    }
}

static void mark_needed(Cutting *cutting, const Slot *wanted, size_t count)
{
    for (size_t i = 0; i < count; i++)
        mark(cutting->needed, wanted[i]);
    for (size_t i = cutting->program->ops.count; i-- > 0;) {
        const Op *op = &cutting->program->ops.items[i];
        if (!cutting->needed[op->out] || !cutting->varies[op->out])
            continue;
        mark(cutting->needed, op->a);
        mark(cutting->needed, op->b);
        mark(cutting->needed, op->c);
    }
}

/* The slot of the slice, which is made when it is first asked for, with the value of lane 0. */
static Slot slot_of(Slice *out, Arena *arena, Cutting *cutting, const double *values, Slot slot)
{
    if (slot == SLOT_NONE)
        return SLOT_NONE;
    if (cutting->slots[slot] == SLOT_NONE) {
        cutting->slots[slot] = (Slot)out->values.count;
        *list_push(arena, &out->values) = values[slot];
    }
    return cutting->slots[slot];
}

void slice_make(Slice *out, Arena *arena, const Program *program, const double *values, const Slot *varied, size_t varied_count, const Slot *wanted,
                size_t wanted_count)
{
    size_t slots = program->values.count;
    Cutting cutting = {program, arena_array(arena, bool, slots), arena_array(arena, bool, slots), arena_array(arena, Slot, slots)};
    for (size_t i = 0; i < slots; i++)
        cutting.slots[i] = SLOT_NONE;
    *out = (Slice){.inputs = arena_array(arena, Slot, varied_count), .input_count = varied_count,
                   .outputs = arena_array(arena, Slot, wanted_count), .output_count = wanted_count};
    mark_varying(&cutting, varied, varied_count);
    mark_needed(&cutting, wanted, wanted_count);
    *list_push(arena, &out->values) = 0; /* what an operand that an operation does not have reads */
    for (size_t i = 0; i < varied_count; i++)
        out->inputs[i] = is_set(cutting.needed, varied[i]) ? slot_of(out, arena, &cutting, values, varied[i]) : SLOT_NONE;
    for (size_t i = 0; i < program->ops.count; i++) {
        const Op *op = &program->ops.items[i];
        if (!cutting.needed[op->out] || !cutting.varies[op->out])
            continue;
        Op cut = {.code = op->code, .a = slot_of(out, arena, &cutting, values, op->a), .b = slot_of(out, arena, &cutting, values, op->b),
                  .c = slot_of(out, arena, &cutting, values, op->c)};
        cut.out = slot_of(out, arena, &cutting, values, op->out);
        *list_push(arena, &out->ops) = cut;
    }
    for (size_t i = 0; i < wanted_count; i++)
        out->outputs[i] = slot_of(out, arena, &cutting, values, wanted[i]);
}

size_t slice_workspace(const Slice *slice, size_t lanes)
{
    return slice->values.count * lanes;
}

void slice_ready(const Slice *slice, double *workspace, size_t lanes)
{
    for (size_t slot = 0; slot < slice->values.count; slot++)
        for (size_t lane = 0; lane < lanes; lane++)
            workspace[slot * lanes + lane] = slice->values.items[slot];
}

double *slice_input(const Slice *slice, double *workspace, size_t lanes, size_t input)
{
    return slice->inputs[input] == SLOT_NONE ? NULL : workspace + slice->inputs[input] * lanes;
}

void slice_evaluate(const Slice *slice, double *workspace, size_t lanes)
{
    Program program = {.ops = {slice->ops.items, slice->ops.count, slice->ops.count}};
    evaluate(&program, workspace, lanes);
}

const double *slice_output(const Slice *slice, const double *workspace, size_t lanes, size_t output)
{
    return slice->outputs[output] == SLOT_NONE ? NULL : workspace + slice->outputs[output] * lanes;
}
