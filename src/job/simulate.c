/* The inputs that have distributions, drawn many times. */
#include "job/job.h"

#include "job/studying.h"
#include "report/simulation_report.h"

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

static bool is_drawn(const ScenarioInput *input)
{
    return input->distribution != NULL;
}

static bool open_drawn(Studied *out, Run *run, const ProformaRequest *request)
{
    return studying_open_inputs(out, run, request, is_drawn) &&
           (out->axis_count > 0 || problem(run, PROBLEM_no_distribution, (Place){0}, "no input of \"" TEXT_FORMAT "\" is drawn", TEXT_ARGUMENTS(out->model->scenario->title)));
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
    if (simulation.stopped)
        problem(run, PROBLEM_study_stopped, (Place){0}, "stopped after %llu of %llu draws", (unsigned long long)simulation.draws, (unsigned long long)wanted.draws);
    simulation_report(&report, run->arena, &studied, &wanted, &simulation);
    *out = writer->simulation(run->arena, &report);
    return true;
}
