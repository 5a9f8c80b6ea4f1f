#include "job/job.h"
#include "job/studying.h"

#include <math.h>

bool job_tornado(Text *out, Run *run, const ProformaRequest *request)
{
    Studied studied;
    TornadoReport report;
    const Writer *writer;
    if (!read_format(&writer, run, request) || !studying_open_inputs(&studied, run, request, NULL))
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
