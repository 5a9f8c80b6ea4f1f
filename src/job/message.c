#include "job/job.h"

ProformaProblem job_message(Run *run, const Problem *recorded)
{
    static const ProformaSeverity severities[] = {PROFORMA_NOTE, PROFORMA_WARNING, PROFORMA_ERROR, PROFORMA_ERROR};
    ProblemParts parts = problem_parts(run, recorded);
    return (ProformaProblem){.severity = severities[recorded->severity],
                             .place = text_zero_terminated(run->arena, parts.place),
                             .word = text_zero_terminated(run->arena, parts.severity),
                             .message = text_zero_terminated(run->arena, parts.message),
                             .caret = text_zero_terminated(run->arena, parts.caret),
                             .remedy = text_zero_terminated(run->arena, parts.remedy)};
}
