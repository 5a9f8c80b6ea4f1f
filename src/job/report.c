#include "job/job.h"

#include "job/load.h"

bool job_report(Text *out, Run *run, const ProformaRequest *request)
{
    Loaded loaded = {0};
    ModelRequest wanted;
    const Writer *writer;
    if (!load_all(&loaded, &wanted, &writer, run, request))
        return false;
    const Model *model = load_model(run, &loaded, &wanted);
    if (model)
        *out = writer->report(run->arena, report_build(model));
    return model != NULL;
}
