/* Reading order: a range, a derivative, the order, all. */
#include "study/tornado.h"

#include "model/evaluate.h"
#include "model/gradient.h"
#include "study/curve.h"

#include <math.h>
#include <stdlib.h>

typedef struct {
    Tornado *out;
    Arena *arena;
    const Studied *studied;
    const StudyFigure *figure;
    const double *derivatives; /* one a slot of the program */
} Blowing;

/* ---- a range ---- */

static void note_extremes(TornadoBar *bar, const double *at, const double *value)
{
    for (size_t i = 0; i < TORNADO_POINTS; i++) {
        bar->blank += isnan(value[i]) ? 1 : 0;
        if (!isnan(value[i]) && !(value[i] >= bar->least.value))
            bar->least = (TornadoPoint){.at = at[i], .value = value[i]};
        if (!isnan(value[i]) && !(value[i] <= bar->largest.value))
            bar->largest = (TornadoPoint){.at = at[i], .value = value[i]};
    }
}

/* Rounding alone makes no extreme: the unrounded figure has to be beyond both ends, too. */
static bool is_inside(const Curve *curve, double at, const double ends[2], double sign)
{
    static const double last_digits = 1e-12;
    double values[3];
    curve_smooth_values(values, curve, (double[]){ends[0], ends[1], at}, 3);
    double beyond = fmin(sign * (values[2] - values[0]), sign * (values[2] - values[1]));
    return at != ends[0] && at != ends[1] && !(beyond <= last_digits * fabs(values[2]));
}

/* Until here the points are where formulas compute; the ends of the range become what the scenario writes. */
static void finish_points(TornadoBar *bar, const Blowing *blowing, const double ends[2], double unit)
{
    TornadoPoint *const points[] = {&bar->from, &bar->to, &bar->least, &bar->largest};
    const InputNumber *range = bar->axis->input->range;
    bool accretive = blowing->figure->accretion != SLOT_NONE;
    Curve accretion;
    if (accretive)
        curve_of_axis(&accretion, blowing->arena, blowing->studied, bar->axis, blowing->figure->accretion);
    for (size_t i = 0; i < sizeof points / sizeof *points; i++) {
        double at = points[i]->at;
        points[i]->accretion = accretive && !isnan(at) ? curve_value(&accretion, at) : NAN;
        points[i]->at = at == ends[0] ? input_number_in_unit(&range[0], bar->axis->unit) : at == ends[1] ? input_number_in_unit(&range[1], bar->axis->unit) : at / unit;
    }
}

static void measure_range(TornadoBar *bar, const Blowing *blowing, double unit)
{
    const InputNumber *range = bar->axis->input->range;
    double at[TORNADO_POINTS], value[TORNADO_POINTS], ends[2] = {range[0].number, range[1].number};
    Curve curve;
    curve_of_axis(&curve, blowing->arena, blowing->studied, bar->axis, blowing->figure->slot);
    for (size_t i = 0; i < TORNADO_POINTS; i++)
        at[i] = i + 1 == TORNADO_POINTS ? ends[1] : ends[0] + (ends[1] - ends[0]) * ((double)i / (TORNADO_POINTS - 1));
    curve_values(value, &curve, at, TORNADO_POINTS);
    note_extremes(bar, at, value);
    bar->ranged = true;
    bar->from = (TornadoPoint){.at = ends[0], .value = value[0]};
    bar->to = (TornadoPoint){.at = ends[1], .value = value[TORNADO_POINTS - 1]};
    bar->swing = bar->largest.value - bar->least.value;
    bar->least.inside = bar->swing > 0 && is_inside(&curve, bar->least.at, ends, -1);
    bar->largest.inside = bar->swing > 0 && is_inside(&curve, bar->largest.at, ends, 1);
    finish_points(bar, blowing, ends, unit);
}

/* ---- a derivative ---- */

/* Years in which options vest in yearly parts are whole: right beside the input's value the figure has none, and no derivative. */
static bool stands_alone(const Blowing *blowing, const StudyAxis *axis)
{
    static const double beside = 1e-6;
    double step = axis->base_number != 0 ? beside * axis->base_number : beside, values[2];
    Curve curve;
    curve_of_axis(&curve, blowing->arena, blowing->studied, axis, blowing->figure->slot);
    curve_values(values, &curve, (double[]){axis->base_number - step, axis->base_number + step}, 2);
    return isnan(values[0]) && isnan(values[1]);
}

static TornadoBar bar_of(const Blowing *blowing, const StudyAxis *axis)
{
    static const TornadoPoint nowhere = {.at = NAN, .value = NAN, .accretion = NAN};
    double unit = curve_unit(blowing->studied, axis->unit), slope = axis->slot == SLOT_NONE ? 0 : blowing->derivatives[axis->slot];
    if (slope != 0 && stands_alone(blowing, axis))
        slope = NAN;
    TornadoBar bar = {.axis = axis, .derivative = slope * unit, .one_percent = slope * axis->base_number / 100, .from = nowhere, .to = nowhere, .least = nowhere,
                      .largest = nowhere, .swing = NAN};
    if (axis->slot != SLOT_NONE && axis->input->has_range)
        measure_range(&bar, blowing, unit);
    return bar;
}

/* ---- the order ---- */

static int by_name(const TornadoBar *a, const TornadoBar *b)
{
    return text_compare(a->axis->name, b->axis->name);
}

static int descending(double a, double b, const TornadoBar *first, const TornadoBar *second)
{
    return a > b ? -1 : a < b ? 1 : by_name(first, second);
}

static int by_swing(const void *a, const void *b)
{
    return descending(((const TornadoBar *)a)->swing, ((const TornadoBar *)b)->swing, a, b);
}

/* Those without a derivative last. */
static double effect_of(const TornadoBar *bar)
{
    return isnan(bar->one_percent) ? -1 : fabs(bar->one_percent);
}

static int by_effect(const void *a, const void *b)
{
    return descending(effect_of(a), effect_of(b), a, b);
}

static int by_name_only(const void *a, const void *b)
{
    return by_name(a, b);
}

/* ---- all ---- */

static void add_bar(Blowing *blowing, const StudyAxis *axis)
{
    TornadoBar bar = bar_of(blowing, axis);
    if (bar.swing > 0)
        *list_push(blowing->arena, &blowing->out->ranged) = bar;
    else if (bar.derivative != 0)
        *list_push(blowing->arena, &blowing->out->others) = bar;
    else
        *list_push(blowing->arena, &blowing->out->idle) = bar;
}

void tornado(Tornado *out, Arena *arena, const Studied *studied, const StudyFigure *figure)
{
    const Program *program = &studied->model->program;
    Program unrounded = curve_unrounded(arena, program);
    double *derivatives = arena_array(arena, double, program->values.count), *values = arena_array(arena, double, program->values.count);
    Blowing blowing = {out, arena, studied, figure, derivatives};
    *out = (Tornado){.figure = figure};
    evaluate_fill(&unrounded, values, 1);
    evaluate(&unrounded, values, 1);
    gradient(derivatives, &unrounded, values, figure->slot);
    for (size_t i = 0; i < studied->axis_count; i++)
        if (studied->axes[i].input)
            add_bar(&blowing, &studied->axes[i]);
    if (out->ranged.count)
        qsort(out->ranged.items, out->ranged.count, sizeof *out->ranged.items, by_swing);
    if (out->others.count)
        qsort(out->others.items, out->others.count, sizeof *out->others.items, by_effect);
    if (out->idle.count)
        qsort(out->idle.items, out->idle.count, sizeof *out->idle.items, by_name_only);
}
