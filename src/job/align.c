#include "job/job.h"

#include "job/load.h"

bool job_align(Text *out, Run *run, const ProformaRequest *request)
{
    Loaded loaded = {0};
    ModelRequest wanted;
    const Writer *writer;
    AlignList list;
    if (!request->entity)
        return problem(run, PROBLEM_bad_usage, (Place){0}, "no company is named: give --entity NAME");
    if (!load_all(&loaded, &wanted, &writer, run, request))
        return false;
    size_t company = load_entity(loaded.scenario, text_of(request->entity));
    if (!align_report(&list, run, loaded.chart, loaded.scenario, &loaded.books[company], company, &wanted))
        return false;
    *out = writer->align(run->arena, &list);
    return true;
}
