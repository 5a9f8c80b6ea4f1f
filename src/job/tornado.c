#include "job/job.h"
#include "job/studying.h"

#include <math.h>

/* All inputs are open, but for those that an option sets: these are held. */
static bool find_inputs(Varied **out, size_t *count, Run *run, const ProformaRequest *request)
{
    Loaded loaded = {0};
    if (!load_knowledge(&loaded, run) || !load_scenario(&loaded, run, request))
        return false;
    *out = arena_array(run->arena, Varied, loaded.scenario->input_count);
    *count = 0;
    for (size_t i = 0; i < loaded.scenario->input_count; i++) {
        const ScenarioInput *input = &loaded.scenario->inputs[i];
        if (!input->set)
            (*out)[(*count)++].name = text_format(run->arena, TEXT_FORMAT "." TEXT_FORMAT, TEXT_ARGUMENTS(input->group), TEXT_ARGUMENTS(input->name));
    }
    return true;
}

static bool begin(Studied *studied, Run *run, const ProformaRequest *request)
{
    Varied *varied;
    size_t count;
    Studying studying;
    Text *shows = arena_array(run->arena, Text, request->show_count);
    for (size_t i = 0; i < request->show_count; i++)
        shows[i] = text_of(request->shows[i]);
    if (request->show_count == 0)
        return problem(run, PROBLEM_bad_usage, (Place){0}, "nothing is shown: give --show NAME");
    if (!find_inputs(&varied, &count, run, request) || !studying_load(&studying, run, request, varied, count))
        return false;
    return studying_open(studied, &studying, shows, request->show_count);
}

bool job_tornado(Text *out, Run *run, const ProformaRequest *request)
{
    Studied studied;
    TornadoReport report;
    const Writer *writer;
    if (!read_format(&writer, run, request) || !begin(&studied, run, request))
        return false;
    Tornado *tornados = arena_array(run->arena, Tornado, studied.figure_count);
    for (size_t i = 0; i < studied.figure_count; i++)
        if (studied.figures[i].slot == SLOT_NONE || !isfinite(studied.figures[i].base))
            run->to_look_at = true;
        else
            tornado(&tornados[i], run->arena, &studied, &studied.figures[i]);
    tornado_report(&report, run->arena, &studied, tornados);
    *out = writer->tornado(run->arena, &report);
    return true;
}
