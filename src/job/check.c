#include "job/job.h"

#include "job/sweeping.h"
#include "model/inspect.h"
#include "model/worth.h"
#include "report/check_report.h"

/* Every stage goes as far as the one before lets it. */
static void check_stages(const Scenario **out, Text *worth, Run *run, const ProformaRequest *request)
{
    Loaded loaded = {.open_studies = true};
    Report unprinted = {0}; /* its studies are made as a report would, for what is wrong with them */
    *out = NULL;
    *worth = (Text){0};
    if (!load_knowledge(&loaded, run))
        return;
    bool read = load_scenario(&loaded, run, request);
    if (!loaded.scenario->root)
        return;
    *out = loaded.scenario;
    Model *model = arena_new(run->arena, Model);
    *model = (Model){.run = run, .chart = loaded.chart, .scenario = loaded.scenario};
    if (!read)
        filings_open(run, loaded.scenario);
    else if (load_books(&loaded, run) && model_build(model, run, loaded.chart, loaded.scenario, loaded.books, &(ModelRequest){0})) {
        inspect_unused(model);
        *worth = worth_words(model);
        sweeping_add_studies(&unprinted, run, request, &loaded, sweep_format_find(TEXT("text")));
    }
}

bool job_check(Text *out, Run *run, const ProformaRequest *request)
{
    const Scenario *scenario;
    if (!request->scenario)
        return problem(run, PROBLEM_bad_usage, (Place){0}, "no scenario is named");
    Text worth;
    check_stages(&scenario, &worth, run, request);
    *out = check_report(run, text_of(request->scenario_name ? request->scenario_name : request->scenario), scenario, worth);
    return true;
}
