/* The inputs that have distributions, drawn many times. */
#include "job/job.h"

#include "job/studying.h"
#include "report/simulation_report.h"
#include "scenario/name.h"

/* ---- what is asked for ---- */

static bool read_whole(uint64_t *out, Run *run, const char *option, const char *word, uint64_t least, uint64_t most)
{
    *out = 0;
    for (const char *digit = word; char_is_digit(*digit) && *out <= (most - (uint64_t)(*digit - '0')) / 10; digit++) {
        *out = *out * 10 + (uint64_t)(*digit - '0');
        if (digit[1] == '\0' && *out >= least)
            return true;
    }
    return problem(run, PROBLEM_bad_draws, place_of_word(run, option, word), "%s takes a whole number from %llu to %llu", option, (unsigned long long)least,
                   (unsigned long long)most);
}

static bool read_points(bool *sobol, Run *run, const char *points)
{
    *sobol = points && text_equal(text_of(points), TEXT("sobol"));
    return !points || *sobol || text_equal(text_of(points), TEXT("random")) ||
           problem(run, PROBLEM_bad_usage, place_of_word(run, "--points", points), "--points takes random or sobol");
}

static bool read_simulation(SimulationRequest *out, Run *run, const ProformaRequest *request)
{
    *out = (SimulationRequest){.indices = request->indices, .threads = request->threads, .progress = {request->progress, request->progress_context}};
    bool good = read_whole(&out->draws, run, "--draws", request->draws ? request->draws : "", 1, UINT64_C(1) << 53);
    good = read_whole(&out->seed, run, "--seed", request->seed ? request->seed : "1", 0, UINT64_MAX) && good;
    return read_points(&out->sobol, run, request->points) && good;
}

/* ---- what is drawn ---- */

/* The scenario tells which inputs have distributions, and is read again with these open. One that --set gives a value keeps it. */
static bool find_drawn(Varied **out, size_t *count, Run *run, const ProformaRequest *request)
{
    Loaded loaded = {0};
    if (!load_knowledge(&loaded, run) || !load_scenario(&loaded, run, request))
        return false;
    const Scenario *scenario = loaded.scenario;
    *out = arena_array(run->arena, Varied, scenario->input_count);
    *count = 0;
    for (size_t i = 0; i < scenario->input_count; i++)
        if (scenario->inputs[i].distribution && !scenario->inputs[i].set)
            (*out)[(*count)++].name = name_text(run->arena, scenario, loaded.chart, (Named){.kind = NAMED_input, .index = i});
    return *count > 0 || problem(run, PROBLEM_no_distribution, (Place){0}, "no input of \"" TEXT_FORMAT "\" is drawn", TEXT_ARGUMENTS(scenario->title));
}

static bool open_drawn(Studied *out, Run *run, const ProformaRequest *request)
{
    Varied *varied;
    size_t count;
    Studying *studying = arena_new(run->arena, Studying);
    Text *shows = arena_array(run->arena, Text, request->show_count);
    for (size_t i = 0; i < request->show_count; i++)
        shows[i] = text_of(request->shows[i]);
    if (request->show_count == 0)
        return problem(run, PROBLEM_bad_usage, (Place){0}, "--show names the figures, such as eps.diluted");
    return find_drawn(&varied, &count, run, request) && studying_load(studying, run, request, varied, count) && studying_open(out, studying, shows, request->show_count);
}

bool job_simulate(Text *out, Run *run, const ProformaRequest *request, const ProformaSink *draws)
{
    const Writer *writer;
    SimulationRequest wanted;
    Studied studied;
    Simulation simulation;
    SimulationReport report;
    SimulatedRows rows;
    if (!read_format(&writer, run, request) || !read_simulation(&wanted, run, request) || !open_drawn(&studied, run, request))
        return false;
    if (draws) {
        wanted.take = simulated_rows_take;
        wanted.context = &rows;
        if (!simulated_rows_begin(&rows, run->arena, &studied, draws->result, draws->context))
            return false;
    }
    if (!simulate(&simulation, run, &studied, &wanted))
        return false;
    run->to_look_at = run->to_look_at || simulation.stopped;
    simulation_report(&report, run->arena, &studied, &wanted, &simulation);
    *out = writer->simulation(run->arena, &report);
    return true;
}
