#include "report/check_report.h"

static void append_count(TextBuilder *out, const char *before, size_t count, const char *one, const char *several)
{
    text_append_format(out, "%s%zu %s", before, count, count == 1 ? one : several);
}

static void append_parts(TextBuilder *out, const Scenario *scenario)
{
    size_t filings = 0;
    for (size_t i = 0; i < scenario->company_count; i++)
        filings += scenario->companies[i].filing_count;
    append_count(out, " ", scenario->company_count, "company", "companies");
    append_count(out, ", ", filings, "filing", "filings");
    append_count(out, ", ", scenario->period_count, "period", "periods");
    append_count(out, ", ", scenario->entry_count, "entry", "entries");
    append_count(out, ", ", scenario->input_count, "input", "inputs");
    append_count(out, ", ", scenario->verify_count, "figure to verify", "figures to verify");
    text_append(out, TEXT(":"));
}

Text check_report(const Run *run, Text name, const Scenario *scenario, Text worth)
{
    TextBuilder out = {.arena = run->arena};
    size_t errors = problem_count(&run->problems, SEVERITY_usage);
    size_t warnings = problem_count(&run->problems, SEVERITY_warning) - errors;
    size_t notes = run->problems.count - errors - warnings;
    text_append(&out, name);
    text_append_char(&out, ':');
    if (scenario)
        append_parts(&out, scenario);
    if (errors)
        append_count(&out, " ", errors, "error", "errors");
    if (warnings)
        append_count(&out, errors ? ", " : " ", warnings, "warning", "warnings");
    if (errors + warnings == 0)
        text_append(&out, TEXT(" nothing is wrong"));
    if (notes)
        append_count(&out, ", ", notes, "note", "notes");
    text_append_char(&out, '\n');
    if (worth.length)
        text_append_format(&out, TEXT_FORMAT "\n", TEXT_ARGUMENTS(worth));
    return text_builder_text(&out);
}
