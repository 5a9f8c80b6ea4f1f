/* Reading order: the cut, values, slope, marks. */
#include "study/curve.h"

#include "base/amount.h"
#include "model/evaluate.h"
#include "model/gradient.h"

#include <math.h>

/* ---- the cut ---- */

typedef struct {
    Arena *arena;
    const Program *program;
    const double *values;
    bool *varies, *needed; /* one a slot of the program */
    Slot *slots;           /* of the cut, likewise */
    Program out;
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

static void mark_program(Cutting *cutting, Slot varied, const Slot *wanted, size_t wanted_count)
{
    mark(cutting->varies, varied);
    for (size_t i = 0; i < wanted_count; i++)
        mark(cutting->needed, wanted[i]);
    for (size_t i = 0; i < cutting->program->ops.count; i++) {
        const Op *op = &cutting->program->ops.items[i];
        if (is_set(cutting->varies, op->a) || is_set(cutting->varies, op->b) || is_set(cutting->varies, op->c))
            cutting->varies[op->out] = true;
    }
    for (size_t i = cutting->program->ops.count; i-- > 0;) {
        const Op *op = &cutting->program->ops.items[i];
        if (!cutting->needed[op->out] || !cutting->varies[op->out])
            continue;
        mark(cutting->needed, op->a);
        mark(cutting->needed, op->b);
        mark(cutting->needed, op->c);
    }
}

/* Made when it is first asked for, with the value of lane 0. */
static Slot slot_of(Cutting *cutting, Slot slot)
{
    if (slot == SLOT_NONE)
        return SLOT_NONE;
    if (cutting->slots[slot] == SLOT_NONE)
        cutting->slots[slot] = program_constant(&cutting->out, cutting->values[slot]);
    return cutting->slots[slot];
}

static void cut(Cutting *cutting, Slot varied, const Slot *wanted, size_t wanted_count)
{
    size_t slots = cutting->program->values.count;
    cutting->varies = arena_array(cutting->arena, bool, slots);
    cutting->needed = arena_array(cutting->arena, bool, slots);
    cutting->slots = arena_array(cutting->arena, Slot, slots);
    for (size_t i = 0; i < slots; i++)
        cutting->slots[i] = SLOT_NONE;
    program_begin(&cutting->out, cutting->arena);
    mark_program(cutting, varied, wanted, wanted_count);
    for (size_t i = 0; i < cutting->program->ops.count; i++) {
        const Op *op = &cutting->program->ops.items[i];
        if (!cutting->needed[op->out] || !cutting->varies[op->out])
            continue;
        Op copy = {.code = op->code, .a = slot_of(cutting, op->a), .b = slot_of(cutting, op->b), .c = slot_of(cutting, op->c)};
        copy.out = slot_of(cutting, op->out);
        *list_push(cutting->arena, &cutting->out.ops) = copy;
    }
}

Program curve_unrounded(Arena *arena, const Program *program)
{
    Program out = *program;
    out.ops.items = arena_array(arena, Op, program->ops.count);
    for (size_t i = 0; i < program->ops.count; i++) {
        Op *op = &out.ops.items[i];
        *op = program->ops.items[i];
        if (op->code == OP_ROUND) {
            op->code = OP_ADD;
            op->b = program->zero;
        }
    }
    return out;
}

static double *workspace(Arena *arena, const Program *program, size_t lanes)
{
    double *out = arena_array(arena, double, program->values.count * lanes);
    evaluate_fill(program, out, lanes);
    return out;
}

void curve_begin(Curve *out, Arena *arena, const Program *program, const double *values, Slot varied, const Slot *wanted, size_t wanted_count)
{
    Cutting cutting = {.arena = arena, .program = program, .values = values};
    cut(&cutting, varied, wanted, wanted_count);
    *out = (Curve){.wanted = arena_array(arena, Slot, wanted_count), .wanted_count = wanted_count, .variable = SLOT_NONE};
    for (size_t i = 0; i < wanted_count; i++)
        out->wanted[i] = slot_of(&cutting, wanted[i]);
    if (is_set(cutting.needed, varied))
        out->variable = slot_of(&cutting, varied);
    out->program = cutting.out;
    out->smooth = curve_unrounded(arena, &out->program);
    out->lanes = workspace(arena, &out->program, CURVE_LANES);
    out->pair = workspace(arena, &out->program, 2);
    out->lane = workspace(arena, &out->program, 1);
    out->derivatives = arena_array(arena, double, out->program.values.count);
}

void curve_of_axis(Curve *out, Arena *arena, const Studied *studied, const StudyAxis *axis, Slot figure)
{
    Slot *wanted = arena_array(arena, Slot, studied->condition_count + 1);
    wanted[0] = figure;
    for (size_t i = 0; i < studied->condition_count; i++)
        wanted[i + 1] = studied->conditions[i].holds;
    curve_begin(out, arena, &studied->model->program, studied->model->values, axis->slot, wanted, studied->condition_count + 1);
}

double curve_unit(const Studied *studied, Unit unit)
{
    bool scaled = unit.kind == UNIT_money || unit.kind == UNIT_shares;
    Printed one = {.digits = 1, .decimals = unit.kind == UNIT_percent ? 2 : 0, .unit = unit};
    return printed_to_double(one, scaled ? studied->model->scenario->reporting.scale : 0);
}

/* ---- values ---- */

static double taken_for(const Curve *curve, double at)
{
    return curve->whole ? round_half_away(at) : at;
}

/* NAN where the figure has no value in the lane. */
static double lane_value(const Curve *curve, size_t lane)
{
    for (size_t i = 1; i < curve->wanted_count; i++)
        if (curve->wanted[i] != SLOT_NONE && curve->lanes[(size_t)curve->wanted[i] * CURVE_LANES + lane] == 0)
            return NAN;
    double value = curve->wanted[0] == SLOT_NONE ? NAN : curve->lanes[(size_t)curve->wanted[0] * CURVE_LANES + lane];
    return isfinite(value) ? value : NAN;
}

/* At most CURVE_LANES values; lanes that are left over compute what they computed before. */
static void some_values(double *out, const Curve *curve, const Program *program, const double *at, size_t count)
{
    for (size_t i = 0; i < count && curve->variable != SLOT_NONE; i++)
        curve->lanes[(size_t)curve->variable * CURVE_LANES + i] = taken_for(curve, at[i]);
    evaluate(program, curve->lanes, CURVE_LANES);
    for (size_t i = 0; i < count; i++)
        out[i] = lane_value(curve, i);
}

static void all_values(double *out, const Curve *curve, const Program *program, const double *at, size_t count)
{
    for (size_t i = 0; curve->point && i < count; i++)
        out[i] = curve->point(curve->context, taken_for(curve, at[i]));
    for (size_t i = 0; !curve->point && i < count; i += CURVE_LANES)
        some_values(out + i, curve, program, at + i, count - i < CURVE_LANES ? count - i : CURVE_LANES);
}

void curve_values(double *out, const Curve *curve, const double *at, size_t count)
{
    all_values(out, curve, &curve->program, at, count);
}

void curve_smooth_values(double *out, const Curve *curve, const double *at, size_t count)
{
    all_values(out, curve, &curve->smooth, at, count);
}

double curve_value(const Curve *curve, double at)
{
    double value;
    curve_values(&value, curve, &at, 1);
    return value;
}

/* ---- slope ---- */

double curve_slope(const Curve *curve, double at)
{
    if (curve->point || curve->wanted[0] == SLOT_NONE)
        return NAN;
    if (curve->variable == SLOT_NONE)
        return 0;
    curve->lane[curve->variable] = taken_for(curve, at);
    evaluate(&curve->smooth, curve->lane, 1);
    gradient(curve->derivatives, &curve->smooth, curve->lane, curve->wanted[0]);
    double slope = curve->derivatives[curve->variable];
    return isfinite(slope) ? slope : NAN;
}

/* ---- marks ---- */

static bool is_marked(const Op *op, CurveMarks marks)
{
    switch ((OpCode)op->code) {
    case OP_ROUND: return marks == CURVE_amounts;
    case OP_LESS: case OP_LESS_EQUAL: case OP_EQUAL: case OP_NOT_EQUAL: case OP_SELECT: case OP_MINIMUM: case OP_MAXIMUM: return marks == CURVE_choices;
    default: return false;
    }
}

/* What must stay: a result, or which operand is taken. */
static double mark_of(const double *pair, const Op *op, size_t lane)
{
    const double *a = pair + 2 * (size_t)op->a, *b = pair + 2 * (size_t)(op->b == SLOT_NONE ? 0 : op->b);
    switch ((OpCode)op->code) {
    case OP_SELECT: return a[lane] != 0;
    case OP_MINIMUM: return a[lane] < b[lane];
    case OP_MAXIMUM: return a[lane] > b[lane];
    default: return pair[2 * (size_t)op->out + lane];
    }
}

bool curve_has(const Curve *curve, CurveMarks marks)
{
    for (size_t i = 0; i < curve->program.ops.count; i++)
        if (is_marked(&curve->program.ops.items[i], marks))
            return true;
    return false;
}

bool curve_same(const Curve *curve, double a, double b, CurveMarks marks)
{
    if (curve->point || curve->variable == SLOT_NONE)
        return true;
    curve->pair[2 * (size_t)curve->variable] = taken_for(curve, a);
    curve->pair[2 * (size_t)curve->variable + 1] = taken_for(curve, b);
    evaluate(&curve->program, curve->pair, 2);
    for (size_t i = 0; i < curve->program.ops.count; i++) {
        const Op *op = &curve->program.ops.items[i];
        if (!is_marked(op, marks))
            continue;
        double first = mark_of(curve->pair, op, 0), second = mark_of(curve->pair, op, 1);
        if (first != second && !(isnan(first) && isnan(second)))
            return false;
    }
    return true;
}

/* Towards `bound`: ever larger steps until something differs, then halves. */
static double reach_towards(const Curve *curve, double at, double bound, CurveMarks marks)
{
    double same = at, other = nextafter(at, bound);
    for (double step = other - at; other != same && curve_same(curve, at, other, marks);) {
        step *= 2;
        same = other;
        other = fabs(bound - at) <= fabs(step) ? bound : at + step;
    }
    while (other != same && nextafter(same, other) != other) {
        double middle = same + (other - same) / 2;
        if (curve_same(curve, at, middle, marks))
            same = middle;
        else
            other = middle;
    }
    return same;
}

void curve_reach(double reach[2], const Curve *curve, double at, double low, double high, CurveMarks marks)
{
    reach[0] = reach_towards(curve, at, low, marks);
    reach[1] = reach_towards(curve, at, high, marks);
}
