/* Reading order: what is asked for, a model for each value, the curve, the job. */
#include "job/job.h"
#include "job/studying.h"
#include "report/solution.h"

#include <math.h>

enum { POINTS = 2001, MODELS = 41 };

typedef struct {
    Run *run;
    const ProformaRequest *request;
    const Writer *writer;
    Varied varied;
    Text low_text, high_text, shown, wanted_text;
    Printed low, high, wanted;
    Place wanted_place;
    Studying studying;
    Studied studied;
} SolveJob;

/* ---- what is asked for ---- */

static Place part_of(Place whole, Text text, Text part)
{
    uint32_t start = whole.start + (uint32_t)(part.start - text.start);
    return (Place){whole.source, start, start + (uint32_t)part.length};
}

static bool read_bound(Printed *out, const SolveJob *job, Text text, Text bound)
{
    return printed_parse_scaled(out, bound) ||
           problem(job->run, PROBLEM_bad_range, part_of(job->varied.place, text, bound), "\"" TEXT_FORMAT "\" is no number: --vary takes NAME=LOW:HIGH, such as deal.exchange_ratio=1:2",
                   TEXT_ARGUMENTS(bound));
}

static bool read_vary(SolveJob *job)
{
    if (job->request->vary_count != 1)
        return problem(job->run, PROBLEM_bad_usage, (Place){0}, "solve varies one name: give --vary NAME=LOW:HIGH once");
    Text text = text_of(job->request->varies[0]);
    job->varied.place = place_of_word(job->run, "--vary", job->request->varies[0]);
    text = source_text(&job->run->sources, job->varied.place);
    size_t equals = text_find_char(text, '=', 0), colon = text_find_char(text, ':', equals);
    job->varied.name = text_trim(text_slice(text, 0, equals));
    if (job->varied.name.length == 0 || colon == text.length)
        return problem(job->run, PROBLEM_bad_usage, job->varied.place, "--vary takes NAME=LOW:HIGH, such as deal.exchange_ratio=1:2");
    job->low_text = text_trim(text_slice(text, equals + 1, colon));
    job->high_text = text_trim(text_slice(text, colon + 1, text.length));
    job->varied.value = job->low_text;
    bool low = read_bound(&job->low, job, text, job->low_text);
    return read_bound(&job->high, job, text, job->high_text) && low;
}

static bool read_aim(SolveJob *job)
{
    if (!job->request->aim)
        return problem(job->run, PROBLEM_bad_usage, (Place){0}, "nothing says what is to be solved for: give --for NAME=VALUE");
    Place place = place_of_word(job->run, "--for", job->request->aim);
    Text text = source_text(&job->run->sources, place);
    size_t equals = text_find_char(text, '=', 0);
    job->shown = text_trim(text_slice(text, 0, equals));
    job->wanted_text = text_trim(text_slice(text, equals + 1, text.length));
    job->wanted_place = part_of(place, text, job->wanted_text);
    if (job->shown.length == 0 || equals == text.length || text_find_char(job->shown, ',', 0) < job->shown.length)
        return problem(job->run, PROBLEM_bad_usage, place, "--for takes one figure and its value, NAME=VALUE, such as analysis.accretion.basic=0");
    return printed_parse_scaled(&job->wanted, job->wanted_text) ||
           problem_as(job->run, SEVERITY_usage, PROBLEM_bad_amount, job->wanted_place, "\"" TEXT_FORMAT "\" is no amount", TEXT_ARGUMENTS(job->wanted_text));
}

static bool read_writer(SolveJob *job)
{
    return read_format(&job->writer, job->run, job->request) &&
           (job->writer->solution ||
            problem(job->run, PROBLEM_bad_usage, place_of_word(job->run, "--format", job->request->format), "a solution is written as text or json, not as %s", job->request->format));
}

/* Money and shares in the report's unit, as the figure has them. */
static bool read_wanted(double *out, const SolveJob *job)
{
    const StudyFigure *figure = &job->studied.figures[0];
    bool scaled = figure->unit.kind == UNIT_money || figure->unit.kind == UNIT_shares;
    Printed wanted = job->wanted;
    if (!scaled && wanted.unit.scale)
        return problem_as(job->run, SEVERITY_usage, PROBLEM_bad_amount, job->wanted_place, "a value of " TEXT_FORMAT " takes no scale word", TEXT_ARGUMENTS(figure->name));
    if (scaled && wanted.unit.scale == 0)
        wanted.unit.scale = figure->unit.scale;
    *out = printed_to_double(wanted, figure->unit.scale);
    return true;
}

static bool read_bounds(double bounds[2], const SolveJob *job)
{
    const StudyAxis *axis = &job->studied.axes[0];
    if (!studied_number(&bounds[0], job->run, &job->studied, axis, job->low, job->varied.place) ||
        !studied_number(&bounds[1], job->run, &job->studied, axis, job->high, job->varied.place))
        return false;
    return bounds[0] < bounds[1] || problem(job->run, PROBLEM_bad_range, job->varied.place, "there is nothing from " TEXT_FORMAT " up to " TEXT_FORMAT,
                                            TEXT_ARGUMENTS(job->low_text), TEXT_ARGUMENTS(job->high_text));
}

/* ---- a model for each value ---- */

/* Each in the same memory, which is no part of the run's. */
typedef struct {
    const SolveJob *job;
    Arena *arena;
    jmp_buf memory_ended;
    bool ended;
    double unit;
} Points;

static double point_value(Points *points, double at)
{
    const SolveJob *job = points->job;
    Run run = run_beside(job->run, points->arena);
    Studied studied;
    Text value = amount_plain(run.arena, at / points->unit);
    if (!studying_point(&studied, &run, &job->studying, &value, &job->shown, 1) || studied.figures[0].slot == SLOT_NONE)
        return NAN;
    double figure = studied.model->values[studied.figures[0].slot];
    return isfinite(figure) ? figure : NAN;
}

static double point(void *context, double at)
{
    Points *points = context;
    if (points->ended || setjmp(points->memory_ended)) {
        points->ended = true;
        return NAN;
    }
    arena_reset(points->arena);
    return point_value(points, at);
}

static void solve_points(Solution *out, const SolveJob *job, const double bounds[2], double wanted, bool whole)
{
    Points points = {.job = job, .unit = curve_unit(&job->studied, job->studied.axes[0].unit)};
    Curve curve = {.point = point, .context = &points, .whole = whole};
    points.arena = arena_create(&points.memory_ended);
    jmp_buf here, *before = arena_catch(job->run->arena, &here);
    if (setjmp(here)) {
        points.ended = true;
    } else {
        points.ended = !points.arena;
        solve(out, job->run->arena, &curve, bounds[0], bounds[1], wanted, MODELS);
    }
    arena_catch(job->run->arena, before);
    if (points.arena)
        arena_destroy(points.arena);
    if (points.ended)
        arena_out_of_memory(job->run->arena);
}

/* ---- the curve ---- */

static void solve_slots(Solution *out, const SolveJob *job, const double bounds[2], double wanted, bool whole)
{
    Curve curve;
    curve_of_axis(&curve, job->run->arena, &job->studied, &job->studied.axes[0], job->studied.figures[0].slot);
    curve.whole = whole;
    solve(out, job->run->arena, &curve, bounds[0], bounds[1], wanted, POINTS);
}

/* Money that is no input is whole, and so is a setting. */
static bool is_whole(const StudyAxis *axis)
{
    return !axis->input && (axis->unit.kind == UNIT_money || axis->unit.kind == UNIT_none);
}

/* ---- the job ---- */

static bool report_solution(Text *out, const SolveJob *job, const Solution *solution)
{
    SolutionReport report;
    solution_report(&report, job->run->arena, &job->studied, solution);
    if (solution->roots.count == 0)
        return problem(job->run, PROBLEM_not_bracketed, job->varied.place, TEXT_FORMAT " is nowhere " TEXT_FORMAT ": " TEXT_FORMAT, TEXT_ARGUMENTS(report.figure),
                       TEXT_ARGUMENTS(report.wanted), TEXT_ARGUMENTS(solution_range(job->run->arena, &report)));
    job->run->to_look_at = job->run->to_look_at || solution_root_count(solution) == 0;
    *out = job->writer->solution(job->run->arena, &report);
    return true;
}

static bool refuse_blank(const SolveJob *job)
{
    const StudyFigure *figure = &job->studied.figures[0];
    return problem(job->run, PROBLEM_not_bracketed, job->varied.place, TEXT_FORMAT " has no value: " TEXT_FORMAT, TEXT_ARGUMENTS(figure->name), TEXT_ARGUMENTS(figure->reason));
}

bool job_solve(Text *out, Run *run, const ProformaRequest *request)
{
    SolveJob job = {.run = run, .request = request};
    double bounds[2], wanted = 0;
    Solution solution;
    bool good = read_writer(&job);
    good = read_vary(&job) && good;
    if (!read_aim(&job) || !good || !studying_load(&job.studying, run, request, &job.varied, 1) || !studying_open(&job.studied, &job.studying, &job.shown, 1))
        return false;
    if (!read_bounds(bounds, &job) || !read_wanted(&wanted, &job))
        return false;
    const StudyAxis *axis = &job.studied.axes[0];
    if (axis->slot == SLOT_NONE)
        solve_points(&solution, &job, bounds, wanted, is_whole(axis));
    else if (job.studied.figures[0].slot == SLOT_NONE)
        return refuse_blank(&job);
    else
        solve_slots(&solution, &job, bounds, wanted, is_whole(axis));
    return report_solution(out, &job, &solution);
}
