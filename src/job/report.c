#include "job/job.h"

#include "job/load.h"
#include "job/sweeping.h"

bool job_report(Text *out, Run *run, const ProformaRequest *request)
{
    Loaded loaded = {.open_studies = true};
    ModelRequest wanted;
    const Writer *writer;
    if (!load_all(&loaded, &wanted, &writer, run, request))
        return false;
    const Model *model = load_model(run, &loaded, &wanted);
    if (!model)
        return false;
    Report *report = report_build(model);
    if (writer->has_studies && !sweeping_add_studies(report, run, request, &loaded, sweep_format_find(text_of(writer->name))))
        return false;
    *out = writer->report(run->arena, report);
    return true;
}
