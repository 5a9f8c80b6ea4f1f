/* Reading order: numbers, what has the same result, translating, what is needed, slots, evaluating. */
#include "model/slice.h"

#include <math.h>
#include <string.h>

/* Everything that has a value of its own is a number: a constant, a varied slot, a result. Two constants with the same bits are one number, two
 * operations on the same numbers as well. */
enum { NUMBER_constant = OP_CODES, NUMBER_input };

typedef struct {
    Op op;        /* code: an operation or one of the above; operands: numbers, or the bits of a constant, or which input it is */
    double value; /* of lane 0 */
    bool needed;
    bool alike;   /* in every lane, and not wanted: it has a narrow slot */
    size_t last;  /* the number that is the last to need it */
    Slot slot;    /* of the slice */
} Number;

typedef struct {
    Arena *arena;
    const Program *program;
    const double *values;
    struct { Number *items; size_t count, capacity; } numbers; /* operands come before what needs them */
    uint32_t *found;   /* numbers by what they are, in a table that is never full; 0: nothing, else the number + 1 */
    size_t found_size; /* a power of two */
    Slot *number_of;   /* one for each slot of the program; SLOT_NONE: not yet */
} Cutting;

/* --- numbers --- */

static size_t op_hash(const Op *op)
{
    uint64_t mixed = op->code;
    mixed = (mixed ^ op->a) * 0x9E3779B97F4A7C15u;
    mixed = (mixed ^ mixed >> 32 ^ op->b) * 0x9E3779B97F4A7C15u;
    mixed = (mixed ^ mixed >> 32 ^ op->c) * 0x9E3779B97F4A7C15u;
    return (size_t)(mixed ^ mixed >> 32);
}

static bool op_same(const Op *x, const Op *y)
{
    return x->code == y->code && x->a == y->a && x->b == y->b && x->c == y->c;
}

/* The number that this is already, or a new one. */
static Slot number(Cutting *cutting, Op op, double value, bool alike)
{
    size_t at = op_hash(&op) & (cutting->found_size - 1);
    for (; cutting->found[at]; at = (at + 1) & (cutting->found_size - 1))
        if (op_same(&cutting->numbers.items[cutting->found[at] - 1].op, &op))
            return cutting->found[at] - 1;
    *list_push(cutting->arena, &cutting->numbers) = (Number){.op = op, .value = value, .alike = alike, .slot = SLOT_NONE};
    cutting->found[at] = (uint32_t)cutting->numbers.count;
    return cutting->found[at] - 1;
}

static Slot number_constant(Cutting *cutting, double value)
{
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    return number(cutting, (Op){.code = NUMBER_constant, .a = (Slot)bits, .b = (Slot)(bits >> 32)}, value, true);
}

static const Number *number_at(const Cutting *cutting, Slot number)
{
    return &cutting->numbers.items[number];
}

static bool is_code(const Cutting *cutting, Slot number, int code)
{
    return number != SLOT_NONE && number_at(cutting, number)->op.code == code;
}

static bool is_alike(const Cutting *cutting, Slot number)
{
    return number == SLOT_NONE || number_at(cutting, number)->alike;
}

/* --- what has the same result --- */

/* x / 2^n is x * 2^-n, bit for bit. */
static bool has_exact_inverse(double divisor)
{
    int exponent;
    return isnormal(divisor) && isnormal(1 / divisor) && fabs(frexp(divisor, &exponent)) == 0.5;
}

static bool is_constant(const Cutting *cutting, Slot number, double value)
{
    return is_code(cutting, number, NUMBER_constant) && number_at(cutting, number)->value == value;
}

static void take_in_negative(Cutting *cutting, Op *op)
{
    if (op->code == OP_ADD && is_code(cutting, op->b, OP_NEGATE))
        *op = (Op){.code = OP_SUBTRACT, .a = op->a, .b = number_at(cutting, op->b)->op.a, .c = SLOT_NONE};
    else if (op->code == OP_ADD && is_code(cutting, op->a, OP_NEGATE))
        *op = (Op){.code = OP_SUBTRACT, .a = op->b, .b = number_at(cutting, op->a)->op.a, .c = SLOT_NONE};
    else if (op->code == OP_SUBTRACT && is_code(cutting, op->b, OP_NEGATE))
        *op = (Op){.code = OP_ADD, .a = op->a, .b = number_at(cutting, op->b)->op.a, .c = SLOT_NONE};
    else if (op->code == OP_SUBTRACT && is_code(cutting, op->a, OP_NEGATE) && is_code(cutting, op->b, NUMBER_constant))
        *op = (Op){.code = OP_SUBTRACT, .a = number_constant(cutting, -number_at(cutting, op->b)->value), .b = number_at(cutting, op->a)->op.a, .c = SLOT_NONE};
}

/* The number of an operation on numbers of which at least one varies. x + 0 stays: it makes 0 of -0. */
static Slot number_op(Cutting *cutting, Op op, double value)
{
    if (op.code == OP_NEGATE && is_code(cutting, op.a, OP_NEGATE))
        return number_at(cutting, op.a)->op.a;
    if (op.code == OP_SELECT && is_code(cutting, op.a, NUMBER_constant))
        return number_at(cutting, op.a)->value != 0.0 ? op.b : op.c;
    if (op.code == OP_DIVIDE && is_code(cutting, op.b, NUMBER_constant) && has_exact_inverse(number_at(cutting, op.b)->value))
        op = (Op){.code = OP_MULTIPLY, .a = op.a, .b = number_constant(cutting, 1 / number_at(cutting, op.b)->value), .c = SLOT_NONE};
    if (op.code == OP_MULTIPLY && is_constant(cutting, op.b, 1))
        return op.a;
    if (op.code == OP_MULTIPLY && is_constant(cutting, op.a, 1))
        return op.b;
    take_in_negative(cutting, &op);
    return number(cutting, op, value, is_alike(cutting, op.a) && is_alike(cutting, op.b) && is_alike(cutting, op.c));
}

/* --- translating the program into numbers --- */

static Slot number_of(Cutting *cutting, Slot slot)
{
    if (slot == SLOT_NONE)
        return SLOT_NONE;
    if (cutting->number_of[slot] == SLOT_NONE)
        cutting->number_of[slot] = number_constant(cutting, cutting->values[slot]);
    return cutting->number_of[slot];
}

/* Slots that have no number hold what lane 0 has. */
static bool slot_varies(const Cutting *cutting, Slot slot)
{
    return slot != SLOT_NONE && cutting->number_of[slot] != SLOT_NONE && !is_code(cutting, cutting->number_of[slot], NUMBER_constant);
}

static void number_program(Cutting *cutting)
{
    for (size_t i = 0; i < cutting->program->ops.count; i++) {
        const Op *op = &cutting->program->ops.items[i];
        if (slot_varies(cutting, op->out) || !(slot_varies(cutting, op->a) || slot_varies(cutting, op->b) || slot_varies(cutting, op->c)))
            continue;
        Op translated = {.code = op->code, .a = number_of(cutting, op->a), .b = number_of(cutting, op->b), .c = number_of(cutting, op->c)};
        cutting->number_of[op->out] = number_op(cutting, translated, cutting->values[op->out]);
    }
}

static void number_inputs(Cutting *cutting, const Slot *varied, const bool *alike, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (varied[i] != SLOT_NONE)
            cutting->number_of[varied[i]] = number(cutting, (Op){.code = NUMBER_input, .a = (Slot)i}, cutting->values[varied[i]], alike && alike[i]);
}

/* --- what is needed, and until when --- */

static void need(Cutting *cutting, Slot operand, size_t by)
{
    if (operand == SLOT_NONE)
        return;
    Number *needed = &cutting->numbers.items[operand];
    if (!needed->needed)
        needed->last = by;
    needed->needed = true;
}

/* From the last number to the first, so the first that needs an operand is the last to do so. */
static void mark_needed(Cutting *cutting, const Slot *wanted, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        Slot number = number_of(cutting, wanted[i]);
        need(cutting, number, SIZE_MAX);
        if (number != SLOT_NONE)
            cutting->numbers.items[number].alike = false;
    }
    for (size_t i = cutting->numbers.count; i-- > 0;) {
        const Number *by = &cutting->numbers.items[i];
        if (!by->needed || by->op.code >= OP_CODES)
            continue;
        need(cutting, by->op.a, i);
        need(cutting, by->op.b, i);
        need(cutting, by->op.c, i);
    }
}

/* --- slots --- */

typedef struct { Slot *items; size_t count, capacity; } FreeSlots;

static Slot slot_new(Slice *out, Cutting *cutting, Number *holder)
{
    if (holder->slot == SLOT_NONE) {
        holder->slot = (Slot)out->values.count;
        *list_push(cutting->arena, &out->values) = holder->value;
    }
    return holder->slot;
}

/* What is read or written from outside has a slot to itself for good. */
static void place_ends(Slice *out, Cutting *cutting, const Slot *varied, const Slot *wanted)
{
    for (size_t i = 0; i < out->input_count; i++) {
        Number *input = varied[i] == SLOT_NONE ? NULL : &cutting->numbers.items[cutting->number_of[varied[i]]];
        out->inputs[i] = input && input->needed && !input->alike ? slot_new(out, cutting, input) : SLOT_NONE;
    }
    for (size_t i = 0; i < out->output_count; i++)
        out->outputs[i] = wanted[i] == SLOT_NONE ? SLOT_NONE : slot_new(out, cutting, &cutting->numbers.items[cutting->number_of[wanted[i]]]);
}

/* An operand that nobody needs any more gives its slot to a later result. */
static void release(FreeSlots *free, Cutting *cutting, Slot operand, size_t by)
{
    if (is_alike(cutting, operand) || is_code(cutting, operand, NUMBER_constant) || is_code(cutting, operand, NUMBER_input))
        return;
    Number *number = &cutting->numbers.items[operand];
    if (number->last != by)
        return;
    number->last = SIZE_MAX; /* x * x gives back one slot */
    *list_push(cutting->arena, free) = number->slot;
}

static void place_results(Slice *out, Cutting *cutting)
{
    FreeSlots free = {0};
    for (size_t i = 0; i < cutting->numbers.count; i++) {
        Number *number = &cutting->numbers.items[i];
        if (!number->needed || number->alike || number->op.code >= OP_CODES)
            continue;
        if (number->slot == SLOT_NONE && free.count > 0)
            number->slot = free.items[--free.count];
        slot_new(out, cutting, number);
        release(&free, cutting, number->op.a, i);
        release(&free, cutting, number->op.b, i);
        release(&free, cutting, number->op.c, i);
    }
    out->wide = out->values.count;
}

static Slot slot_of(Slice *out, Cutting *cutting, Slot operand)
{
    return operand == SLOT_NONE ? SLOT_NONE : slot_new(out, cutting, &cutting->numbers.items[operand]);
}

/* What is alike gets its slots here, behind all that have lanes. */
static void place_alike_inputs(Slice *out, Cutting *cutting, const Slot *varied)
{
    for (size_t i = 0; i < out->input_count; i++) {
        Number *input = varied[i] == SLOT_NONE ? NULL : &cutting->numbers.items[cutting->number_of[varied[i]]];
        if (input && input->needed)
            out->inputs[i] = slot_new(out, cutting, input);
    }
}

static void write_ops(Slice *out, Cutting *cutting)
{
    for (size_t i = 0; i < cutting->numbers.count; i++) {
        Number *number = &cutting->numbers.items[i];
        Op op = number->op;
        if (number->needed && op.code < OP_CODES)
            *list_push(cutting->arena, &out->ops) =
                (Op){op.code, slot_new(out, cutting, number), slot_of(out, cutting, op.a), slot_of(out, cutting, op.b), slot_of(out, cutting, op.c)};
    }
}

static Cutting cutting_begin(Arena *arena, const Program *program, const double *values, size_t varied_count)
{
    /* A slot makes at most one number of a constant, an operation itself and an inverse. */
    size_t most = program->values.count + 2 * program->ops.count + varied_count;
    Cutting cutting = {.arena = arena, .program = program, .values = values, .found_size = 1, .number_of = arena_array(arena, Slot, program->values.count)};
    while (cutting.found_size < 2 * most)
        cutting.found_size *= 2;
    cutting.found = arena_array(arena, uint32_t, cutting.found_size);
    for (size_t i = 0; i < program->values.count; i++)
        cutting.number_of[i] = SLOT_NONE;
    return cutting;
}

void slice_make(Slice *out, Arena *arena, const Program *program, const double *values, const Slot *varied, const bool *alike, size_t varied_count,
                const Slot *wanted, size_t wanted_count)
{
    const LanesVariant *variants[LANES_VARIANTS];
    Cutting cutting = cutting_begin(arena, program, values, varied_count);
    evaluate_variants(variants);
    *out = (Slice){.inputs = arena_array(arena, Slot, varied_count), .input_count = varied_count,
                   .outputs = arena_array(arena, Slot, wanted_count), .output_count = wanted_count, .evaluate = variants[0]->evaluate};
    number_inputs(&cutting, varied, alike, varied_count);
    number_program(&cutting);
    mark_needed(&cutting, wanted, wanted_count);
    place_ends(out, &cutting, varied, wanted);
    place_results(out, &cutting);
    place_alike_inputs(out, &cutting, varied);
    write_ops(out, &cutting);
}

/* --- evaluating --- */

/* A vector that crosses the end of a line of the cache costs twice, so slots begin where lines do. */
enum { LINE = 64, LINE_DOUBLES = LINE / sizeof(double) };

static size_t whole_steps(size_t lanes)
{
    return (lanes + LANES_STEP - 1) / LANES_STEP * LANES_STEP;
}

static Lanes slice_lanes(const Slice *slice, const double *workspace, size_t lanes)
{
    uintptr_t past_line = (uintptr_t)workspace % LINE;
    size_t skipped = past_line ? (LINE - past_line) / sizeof(double) : 0;
    return (Lanes){(double *)workspace + skipped, whole_steps(lanes), slice->wide, whole_steps(lanes)};
}

size_t slice_workspace(const Slice *slice, size_t lanes)
{
    return slice->wide * whole_steps(lanes) + (slice->values.count - slice->wide) * LANES_STEP + LINE_DOUBLES;
}

void slice_ready(const Slice *slice, double *workspace, size_t lanes)
{
    Lanes made = slice_lanes(slice, workspace, lanes);
    double *next = made.workspace;
    for (size_t slot = 0; slot < slice->values.count; slot++)
        for (size_t lane = slot < slice->wide ? made.lanes : LANES_STEP; lane-- > 0;)
            *next++ = slice->values.items[slot];
}

double *slice_input(const Slice *slice, double *workspace, size_t lanes, size_t input)
{
    Lanes made = slice_lanes(slice, workspace, lanes);
    return slice->inputs[input] == SLOT_NONE ? NULL : lanes_place(made, slice->inputs[input]);
}

void slice_set_input(const Slice *slice, double *workspace, size_t lanes, size_t input, double value)
{
    Lanes made = slice_lanes(slice, workspace, lanes);
    Slot slot = slice->inputs[input];
    if (slot == SLOT_NONE)
        return;
    for (size_t lane = slot < made.wide ? made.lanes : LANES_STEP; lane-- > 0;)
        lanes_place(made, slot)[lane] = value;
}

void slice_evaluate(const Slice *slice, double *workspace, size_t lanes, size_t count)
{
    Lanes made = slice_lanes(slice, workspace, lanes);
    made.count = whole_steps(count);
    slice->evaluate(slice->ops.items, slice->ops.count, made);
}

const double *slice_output(const Slice *slice, const double *workspace, size_t lanes, size_t output)
{
    Lanes made = slice_lanes(slice, workspace, lanes);
    return slice->outputs[output] == SLOT_NONE ? NULL : lanes_place(made, slice->outputs[output]);
}
