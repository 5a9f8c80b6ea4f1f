/* Reading order: values, slope, marks. */
#include "study/curve.h"

#include "base/amount.h"
#include "model/gradient.h"

#include <math.h>

/* ---- values ---- */

/* Slot 0 of a slice holds 0: adding it leaves an amount as it is. */
static Slice slice_smooth(Arena *arena, const Slice *slice)
{
    Slice out = *slice;
    out.ops.items = arena_array(arena, Op, slice->ops.count);
    for (size_t i = 0; i < slice->ops.count; i++) {
        out.ops.items[i] = slice->ops.items[i];
        if (out.ops.items[i].code == OP_ROUND) {
            out.ops.items[i].code = OP_ADD;
            out.ops.items[i].b = 0;
        }
    }
    return out;
}

void curve_begin(Curve *out, Arena *arena, const Slice *slice)
{
    *out = (Curve){.slice = slice, .smooth = slice_smooth(arena, slice)};
    out->lanes = arena_array(arena, double, slice_workspace(slice, CURVE_LANES));
    out->smooth_lanes = arena_array(arena, double, slice_workspace(slice, CURVE_LANES));
    out->lane = arena_array(arena, double, slice_workspace(slice, 1));
    out->derivatives = arena_array(arena, double, slice->values.count);
    slice_ready(slice, out->lanes, CURVE_LANES);
    slice_ready(slice, out->smooth_lanes, CURVE_LANES);
    slice_ready(slice, out->lane, 1);
}

static double taken_for(const Curve *curve, double at)
{
    return curve->whole ? round_half_away(at) : at;
}

static bool lane_holds(const Slice *slice, const double *workspace, size_t lanes, size_t lane)
{
    for (size_t i = 1; i < slice->output_count; i++) {
        const double *output = slice_output(slice, workspace, lanes, i);
        if (output && output[lane] == 0)
            return false;
    }
    return true;
}

/* At most CURVE_LANES values; lanes that are left over compute what they computed before. */
static void slice_values(double *out, const Curve *curve, const Slice *slice, double *workspace, const double *at, size_t count)
{
    double *input = slice_input(slice, workspace, CURVE_LANES, 0);
    for (size_t i = 0; i < count && input; i++)
        input[i] = taken_for(curve, at[i]);
    slice_evaluate(slice, workspace, CURVE_LANES);
    const double *output = slice_output(slice, workspace, CURVE_LANES, 0);
    for (size_t i = 0; i < count; i++)
        out[i] = output && isfinite(output[i]) && lane_holds(slice, workspace, CURVE_LANES, i) ? output[i] : NAN;
}

void curve_values(double *out, const Curve *curve, const double *at, size_t count)
{
    for (size_t i = 0; !curve->slice && i < count; i++)
        out[i] = curve->point(curve->context, taken_for(curve, at[i]));
    for (size_t i = 0; curve->slice && i < count; i += CURVE_LANES)
        slice_values(out + i, curve, curve->slice, curve->lanes, at + i, count - i < CURVE_LANES ? count - i : CURVE_LANES);
}

void curve_smooth_values(double *out, const Curve *curve, const double *at, size_t count)
{
    if (!curve->slice)
        curve_values(out, curve, at, count);
    for (size_t i = 0; curve->slice && i < count; i += CURVE_LANES)
        slice_values(out + i, curve, &curve->smooth, curve->smooth_lanes, at + i, count - i < CURVE_LANES ? count - i : CURVE_LANES);
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
    const Slice *slice = curve->slice;
    if (!slice || slice->outputs[0] == SLOT_NONE)
        return NAN;
    double *input = slice_input(slice, curve->lane, 1, 0);
    if (!input)
        return 0;
    *input = taken_for(curve, at);
    slice_evaluate(slice, curve->lane, 1);
    Program program = {.ops = {slice->ops.items, slice->ops.count, slice->ops.count},
                       .values = {slice->values.items, slice->values.count, slice->values.count}};
    gradient(curve->derivatives, &program, curve->lane, slice->outputs[0]);
    double slope = curve->derivatives[slice->inputs[0]];
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
static double mark_of(const double *lanes, const Op *op, size_t lane)
{
    const double *a = lanes + (size_t)op->a * CURVE_LANES, *b = lanes + (size_t)(op->b == SLOT_NONE ? 0 : op->b) * CURVE_LANES;
    switch ((OpCode)op->code) {
    case OP_SELECT: return a[lane] != 0;
    case OP_MINIMUM: return a[lane] < b[lane];
    case OP_MAXIMUM: return a[lane] > b[lane];
    default: return lanes[(size_t)op->out * CURVE_LANES + lane];
    }
}

bool curve_has(const Curve *curve, CurveMarks marks)
{
    for (size_t i = 0; curve->slice && i < curve->slice->ops.count; i++)
        if (is_marked(&curve->slice->ops.items[i], marks))
            return true;
    return false;
}

bool curve_same(const Curve *curve, double a, double b, CurveMarks marks)
{
    double values[2];
    if (!curve->slice)
        return true;
    curve_values(values, curve, (double[]){a, b}, 2);
    for (size_t i = 0; i < curve->slice->ops.count; i++) {
        const Op *op = &curve->slice->ops.items[i];
        if (!is_marked(op, marks))
            continue;
        double first = mark_of(curve->lanes, op, 0), second = mark_of(curve->lanes, op, 1);
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
