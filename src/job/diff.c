#include "job/job.h"

#include "job/load.h"

static bool same_unit(Run *run, const Scenario *a, const Scenario *b)
{
    return a->reporting.scale == b->reporting.scale ||
           problem(run, PROBLEM_different_units, (Place){0}, "one scenario reports in " TEXT_FORMAT ", the other in " TEXT_FORMAT,
                   TEXT_ARGUMENTS(unit_name(run->arena, a->reporting)), TEXT_ARGUMENTS(unit_name(run->arena, b->reporting)));
}

/* What is wrong with either is reported together. */
static bool load_both(Loaded *a, Loaded *b, ModelRequest *wanted, const Writer **writer, Run *run, const ProformaRequest *request)
{
    ProformaRequest other = *request;
    other.scenario = request->other_scenario;
    other.scenario_name = request->other_scenario_name;
    if (!request->scenario || !request->other_scenario)
        return problem(run, PROBLEM_bad_usage, (Place){0}, "two scenarios are compared: name both");
    bool good = read_format(writer, run, request);
    if (!load_knowledge(a, run))
        return false;
    *b = *a;
    good = read_request(wanted, run, a->chart, request) && good;
    good = load_scenario(a, run, request) && good;
    good = load_scenario(b, run, &other) && good;
    return good && load_books(a, run) && load_books(b, run) && same_unit(run, a->scenario, b->scenario);
}

static DiffSide diff_side(const char *path, const char *name, const Loaded *loaded, const Model *model)
{
    return (DiffSide){text_of(name ? name : path), loaded->scenario->title, loaded->scenario, report_build(model)};
}

bool job_diff(Text *out, Run *run, const ProformaRequest *request)
{
    Loaded a = {0}, b = {0};
    ModelRequest wanted;
    const Writer *writer;
    if (!load_both(&a, &b, &wanted, &writer, run, request))
        return false;
    const Model *model_a = load_model(run, &a, &wanted), *model_b = load_model(run, &b, &wanted);
    if (!model_a || !model_b)
        return false;
    DiffReport diff;
    diff_report(&diff, run->arena, diff_side(request->scenario, request->scenario_name, &a, model_a),
                diff_side(request->other_scenario, request->other_scenario_name, &b, model_b));
    run->to_look_at = diff_found(&diff);
    *out = writer->diff(run->arena, &diff);
    return true;
}
