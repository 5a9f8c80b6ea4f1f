#include "job/job.h"

#include "base/suggest.h"
#include "job/sweeping.h"

static bool read_sweep_format(const SweepFormat **out, Run *run, const ProformaRequest *request)
{
    Text name = request->format ? text_of(request->format) : TEXT("text");
    *out = sweep_format_find(name);
    return *out || problem(run, PROBLEM_bad_usage, place_of_word(run, "--format", request->format), "there is no format \"" TEXT_FORMAT "\"" TEXT_FORMAT, TEXT_ARGUMENTS(name),
                           TEXT_ARGUMENTS(sweep_format_suggest(run->arena, name)));
}

static bool check_request(Run *run, const ProformaRequest *request)
{
    if (!request->scenario)
        return problem(run, PROBLEM_bad_usage, (Place){0}, "no scenario is named: give --scenario FILE");
    if (request->study && (request->vary_count || request->show_count))
        return problem(run, PROBLEM_bad_usage, place_of_word(run, "--study", request->study), "a study says itself what varies and what is shown; give --study, or --vary and --show");
    if (!request->study && request->vary_count == 0)
        return problem(run, PROBLEM_bad_usage, (Place){0}, "nothing varies: give --vary NAME=FROM:TO:STEP, or --study NAME");
    if (!request->study && request->show_count == 0)
        return problem(run, PROBLEM_bad_usage, (Place){0}, "nothing is shown: give --show NAME[,NAME]...");
    return true;
}

static bool find_study(const ScenarioStudy **out, Run *run, const ProformaRequest *request)
{
    Loaded loaded = {0};
    if (!load_knowledge(&loaded, run) || !load_scenario(&loaded, run, request))
        return false;
    const Scenario *scenario = loaded.scenario;
    Text *names = arena_array(run->arena, Text, scenario->study_count), wanted = text_of(request->study);
    for (size_t i = 0; i < scenario->study_count; i++) {
        names[i] = scenario->studies[i].name;
        if (text_equal(names[i], wanted))
            *out = &scenario->studies[i];
    }
    return *out || problem_as(run, SEVERITY_usage, PROBLEM_unknown_name, place_of_word(run, "--study", request->study), "the scenario has no study \"%s\"" TEXT_FORMAT, request->study,
                              TEXT_ARGUMENTS(suggest_among(run->arena, wanted, names, scenario->study_count)));
}

static bool sink_write(void *context, Text bytes)
{
    const ProformaSink *sink = context;
    return sink->result(sink->context, bytes.start, bytes.length);
}

bool job_sweep(Run *run, const ProformaRequest *request, const ProformaSink *sink)
{
    const SweepFormat *format;
    const ScenarioStudy *study = NULL;
    ProformaSink taken = *sink;
    SweepOutput output = {sink_write, &taken, request->threads, {request->progress, request->progress_context}};
    return read_sweep_format(&format, run, request) && check_request(run, request) && (!request->study || find_study(&study, run, request)) &&
           sweeping_write(run, request, study, format, &output);
}
