#include "job/naming.h"

#include "base/suggest.h"
#include "scenario/analysis.h"
#include "scenario/name.h"
#include "scenario/set.h"

typedef struct {
    Text *items;
    size_t count, capacity;
} Names;

static void add_analysis_names(Names *out, Arena *arena, const Scenario *scenario)
{
    for (AnalysisId id = 0; id < ANALYSIS_FIGURES; id++)
        for (size_t i = 0; i < analysis_subject_count(scenario, analysis_figures[id].subject); i++)
            *list_push(arena, out) = analysis_name(arena, scenario, id, i);
}

static bool refuse_name(Run *run, const Loaded *loaded, Text name, Text written, Place place)
{
    Names names = {0};
    const Scenario *scenario = loaded->scenario;
    ScenarioPaths paths = scenario_paths(run, scenario->kinds, scenario->root);
    *list_push(run->arena, &names) = name_nearest(run->arena, scenario, loaded->chart, name);
    add_analysis_names(&names, run->arena, scenario);
    for (size_t i = 0; i < paths.count; i++)
        *list_push(run->arena, &names) = paths.items[i].name;
    return problem_as(run, SEVERITY_usage, PROBLEM_unknown_name, place, "there is no \"" TEXT_FORMAT "\"" TEXT_FORMAT, TEXT_ARGUMENTS(written),
                      TEXT_ARGUMENTS(suggest(run->arena, nearest_name(name, names.items, names.count))));
}

/* What is wrong with the form of the name is a matter of usage, as all of the command line is. */
bool naming_read(Expression *out, Run *run, const Loaded *loaded, Text written, Place place)
{
    size_t before = run->problems.count;
    if (expression_parse_name(out, run, written, place))
        return name_resolve(loaded->scenario, loaded->chart, out->name).kind != NAMED_nothing || refuse_name(run, loaded, out->name, written, place);
    for (size_t i = before; i < run->problems.count; i++)
        run->problems.items[i].severity = SEVERITY_usage;
    return false;
}
