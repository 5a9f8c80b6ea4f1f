#include "command/command.h"

/* Each file has a run of its own, so that none can hide or change what is said of another. */
static ProformaOutcome check_file(const Options *options, const char *file)
{
    ProformaText text = {0};
    CommandPath path;
    ProformaRun *run = command_begin();
    if (!run) {
        messages_print(run);
        return PROFORMA_INPUT;
    }
    ProformaRequest request = {.scenario = command_scenario(&path, file), .scenario_name = file};
    ProformaOutcome outcome = proforma_check(run, &request, &text);
    messages_print(run);
    ProformaOutcome written = text.bytes ? command_output(run, options, PROFORMA_DONE, text) : outcome;
    if (text.bytes && written >= PROFORMA_USAGE) {
        ProformaProblem unwritten = proforma_problem_parts(run, proforma_problem_count(run) - 1);
        message_print(&unwritten);
    }
    proforma_end(run);
    return written > outcome ? written : outcome;
}

static ProformaOutcome execute(ProformaRun *run, const Options *options)
{
    ProformaOutcome gravest = PROFORMA_DONE;
    if (options->operands.count == 0)
        return proforma_usage_problem(run, "no scenario is named: proforma check FILE...");
    for (size_t i = 0; i < options->operands.count; i++) {
        ProformaOutcome outcome = check_file(options, options->operands.items[i]);
        gravest = outcome > gravest ? outcome : gravest;
    }
    return gravest;
}

const Command command_check = {
    .name = "check",
    .summary = "what is wrong with a scenario: unknown keys and names, unbalanced entries, what is unused",
    .operands = "FILE...",
    .about = "Goes on over every file and, in a file, over every period, statement and basis. Beside the errors and warnings of a report it\n"
             "finds inputs, entries, filings, items of `take` and companies without effect. Messages go to standard error; one line a file\n"
             "tells what was looked at and what was found.",
    .exits = "0 nothing is wrong, 1 warnings, 2 bad usage, 3 errors; notes leave it at 0",
    .example = "proforma check base.cfg as-printed.cfg",
    .tells_notes = true,
    .execute = execute,
};
