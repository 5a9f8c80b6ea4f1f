#include "job/job.h"

#include "base/character.h"

Text job_shown(Run *run, const ProformaRequest *request, Text result)
{
    Text format = request->format ? text_of(request->format) : TEXT("text");
    if (text_equal(format, TEXT("json")))
        return text_escaped_as_json(run->arena, result);
    return text_equal(format, TEXT("text")) ? text_visible(run->arena, result, true) : result;
}

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
