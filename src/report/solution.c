/* Reading order: numbers, one root, remarks, the whole. */
#include "report/solution.h"

#include "report/words.h"

#include <math.h>

typedef struct {
    Arena *arena;
    const StudyAxis *axis;
    const StudyFigure *figure;
    const Solution *solution;
    double unit; /* what one of the axis's unit is in formulas */
    SolutionReport *out;
} Writing;

/* ---- numbers ---- */

static Text axis_number(const Writing *writing, double at)
{
    return isnan(at) ? TEXT("") : amount_plain(writing->arena, at / writing->unit);
}

/* Where a step of rounding begins or ends: in binary a little below the decimal (base/amount: round_decimal). */
static Text end_number(const Writing *writing, double at)
{
    const double places = 1e8;
    return isnan(at) ? TEXT("") : amount_plain(writing->arena, round_half_away(at / writing->unit * places) / places);
}

static Text figure_number(const Writing *writing, double value)
{
    return isnan(value) ? TEXT("") : amount_plain(writing->arena, value);
}

/* By one of the axis's unit as it is written. */
static Text slope_number(const Writing *writing, double slope)
{
    return figure_number(writing, slope * writing->unit);
}

static Text short_slope(const Writing *writing, double slope)
{
    return words_digits(writing->arena, slope * writing->unit);
}

/* ---- one root ---- */

__attribute__((format(printf, 4, 5))) static void say(const Writing *writing, SolutionRoot *root, const char *label, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    *list_push(writing->arena, &root->lines) = (SolutionLine){text_of(label), text_format_list(writing->arena, format, arguments)};
    va_end(arguments);
}

static void say_value(const Writing *writing, SolutionRoot *out, const Root *root)
{
    if (root->kind == ROOT_jump)
        say(writing, out, "jump", "the figure goes from " TEXT_FORMAT " to " TEXT_FORMAT " without being " TEXT_FORMAT ": no root", TEXT_ARGUMENTS(out->before),
            TEXT_ARGUMENTS(out->after), TEXT_ARGUMENTS(writing->out->wanted));
    else if (root->kind == ROOT_stretch)
        say(writing, out, "figure", TEXT_FORMAT " all the way from " TEXT_FORMAT " to " TEXT_FORMAT ", " TEXT_FORMAT " wide", TEXT_ARGUMENTS(out->value), TEXT_ARGUMENTS(out->low),
            TEXT_ARGUMENTS(out->high), TEXT_ARGUMENTS(out->width));
    else
        say(writing, out, "figure", TEXT_FORMAT "%s", TEXT_ARGUMENTS(out->value), root->kind == ROOT_touch ? "; it turns back there" : "");
}

static void say_rounding(const Writing *writing, SolutionRoot *out, const Root *root)
{
    if (root->kind == ROOT_stretch || root->kind == ROOT_jump)
        return;
    if (writing->solution->whole)
        say(writing, out, "rounding", TEXT_FORMAT " takes whole numbers only", TEXT_ARGUMENTS(writing->axis->name));
    else if (writing->axis->slot == SLOT_NONE)
        return;
    else if (!root->stepped)
        say(writing, out, "rounding", "none: no amount that is rounded depends on " TEXT_FORMAT, TEXT_ARGUMENTS(writing->axis->name));
    else if (root->passes > 1)
        say(writing, out, "rounding", "posted amounts are whole, and make the figure pass the value at least %zu times from " TEXT_FORMAT " to " TEXT_FORMAT ", " TEXT_FORMAT " wide",
            root->passes, TEXT_ARGUMENTS(out->low), TEXT_ARGUMENTS(out->high), TEXT_ARGUMENTS(out->width));
    else
        say(writing, out, "rounding", "rounded amounts are the same from " TEXT_FORMAT " to " TEXT_FORMAT ", a step " TEXT_FORMAT " wide", TEXT_ARGUMENTS(out->low),
            TEXT_ARGUMENTS(out->high), TEXT_ARGUMENTS(out->width));
}

static void say_slope(const Writing *writing, SolutionRoot *out, const Root *root)
{
    if (!isnan(root->slope) && root->kind != ROOT_jump && root->kind != ROOT_stretch)
        say(writing, out, "slope", TEXT_FORMAT " for 1 " TEXT_FORMAT " more", TEXT_ARGUMENTS(short_slope(writing, root->slope)), TEXT_ARGUMENTS(writing->out->unit));
    if (root->kinked)
        say(writing, out, "kink", "at " TEXT_FORMAT " a test or a choice turns out otherwise: the slope is " TEXT_FORMAT " below it, " TEXT_FORMAT " above",
            TEXT_ARGUMENTS(out->kink), TEXT_ARGUMENTS(short_slope(writing, root->slope_below)), TEXT_ARGUMENTS(short_slope(writing, root->slope_above)));
}

static void add_root(const Writing *writing, const Root *root)
{
    static const char *const kinds[] = {"crossing", "touch", "stretch", "jump"};
    SolutionRoot *out = list_push(writing->arena, &writing->out->roots);
    bool spans = root->stepped || root->kind == ROOT_stretch || root->kind == ROOT_jump, jump = root->kind == ROOT_jump;
    *out = (SolutionRoot){.kind = text_of(kinds[root->kind]), .at = axis_number(writing, root->at), .value = figure_number(writing, root->value), .passes = root->passes,
                          .slope = slope_number(writing, root->slope)};
    out->low = end_number(writing, spans ? root->low : NAN);
    out->high = end_number(writing, spans ? root->high : NAN);
    out->width = spans ? words_digits(writing->arena, (root->high - root->low) / writing->unit) : TEXT("");
    out->before = figure_number(writing, jump ? root->before : NAN);
    out->after = figure_number(writing, jump ? root->after : NAN);
    out->kink = axis_number(writing, root->kinked ? root->kink : NAN);
    out->slope_below = slope_number(writing, root->kinked ? root->slope_below : NAN);
    out->slope_above = slope_number(writing, root->kinked ? root->slope_above : NAN);
    say_value(writing, out, root);
    say_rounding(writing, out, root);
    say_slope(writing, out, root);
}

/* ---- remarks ---- */

static void add_remarks(const Writing *writing)
{
    const Solution *solution = writing->solution;
    SolutionReport *out = writing->out;
    if (writing->axis->opaque)
        *list_push(writing->arena, &out->remarks) = text_format(writing->arena, "A printed increment of potential shares is used as printed: it does not move with " TEXT_FORMAT ".",
                                                                TEXT_ARGUMENTS(writing->axis->name));
    if (solution->blank)
        *list_push(writing->arena, &out->remarks) = text_format(writing->arena, "At %zu of %zu points from " TEXT_FORMAT " to " TEXT_FORMAT " the figure has no value.", solution->blank,
                                                                solution->points, TEXT_ARGUMENTS(axis_number(writing, solution->blank_first)),
                                                                TEXT_ARGUMENTS(axis_number(writing, solution->blank_last)));
    if (writing->axis->slot == SLOT_NONE)
        *list_push(writing->arena, &out->remarks) = text_format(writing->arena, "Each value of " TEXT_FORMAT " has a model of its own: slopes, kinks and steps of rounding are not known.",
                                                                TEXT_ARGUMENTS(writing->axis->name));
}

/* ---- the whole ---- */

static Text count_words(Arena *arena, const Solution *solution)
{
    size_t roots = solution_root_count(solution);
    if (roots == 1)
        return TEXT("one root");
    return roots ? text_format(arena, "%zu roots", roots) : TEXT("no root");
}

Text solution_range(Arena *arena, const SolutionReport *report)
{
    if (report->least.length == 0)
        return text_format(arena, "it has no value from " TEXT_FORMAT " to " TEXT_FORMAT, TEXT_ARGUMENTS(report->low), TEXT_ARGUMENTS(report->high));
    return text_format(arena, "it is " TEXT_FORMAT " (at " TEXT_FORMAT ") to " TEXT_FORMAT " (at " TEXT_FORMAT "), nearest at " TEXT_FORMAT, TEXT_ARGUMENTS(report->least),
                       TEXT_ARGUMENTS(report->least_at), TEXT_ARGUMENTS(report->largest), TEXT_ARGUMENTS(report->largest_at), TEXT_ARGUMENTS(report->nearest_at));
}

void solution_report(SolutionReport *out, Arena *arena, const Studied *studied, const Solution *solution)
{
    const StudyAxis *axis = &studied->axes[0];
    const StudyFigure *figure = &studied->figures[0];
    Writing writing = {arena, axis, figure, solution, curve_unit(studied, axis->unit), out};
    *out = (SolutionReport){.title = studied->model->scenario->title, .name = axis->name, .unit = unit_name(arena, axis->unit), .figure = figure->name, .figure_unit = unit_name(arena, figure->unit), .points = solution->points, .blank = solution->blank};
    out->low = axis_number(&writing, solution->low);
    out->high = axis_number(&writing, solution->high);
    out->wanted = figure_number(&writing, solution->wanted);
    out->base = axis->has_base ? axis_number(&writing, axis->base_number) : TEXT("");
    out->base_value = figure_number(&writing, figure->base);
    out->least = figure_number(&writing, solution->least);
    out->least_at = axis_number(&writing, isnan(solution->least) ? NAN : solution->least_at);
    out->largest = figure_number(&writing, solution->largest);
    out->largest_at = axis_number(&writing, isnan(solution->least) ? NAN : solution->largest_at);
    out->nearest = figure_number(&writing, solution->nearest);
    out->nearest_at = axis_number(&writing, isnan(solution->least) ? NAN : solution->nearest_at);
    out->says = count_words(arena, solution);
    for (size_t i = 0; i < solution->roots.count; i++)
        add_root(&writing, &solution->roots.items[i]);
    add_remarks(&writing);
}
