#include "job/job.h"

#include "job/load.h"
#include "model/adjust.h"

bool job_kinds(Text *out, Run *run, const ProformaRequest *request)
{
    const Writer *writer;
    const EntryKind *wanted = request->pattern ? entry_kind_find(adjustment_kinds, text_of(request->pattern)) : NULL;
    bool good = read_format(&writer, run, request);
    if (request->pattern && !wanted)
        good = problem_as(run, SEVERITY_usage, PROBLEM_unknown_kind, (Place){0}, "there is no kind of entry \"%s\"" TEXT_FORMAT, request->pattern,
                          TEXT_ARGUMENTS(entry_kind_suggest(run->arena, adjustment_kinds, text_of(request->pattern))));
    if (!good)
        return false;
    KindList list = kind_list(run->arena, adjustment_kinds, wanted);
    *out = writer->kinds(run->arena, &list);
    return true;
}
