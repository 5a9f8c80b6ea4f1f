#include "command/command.h"

static ProformaOutcome execute(ProformaRun *run, const Options *options)
{
    ProformaRequest request = command_request(options);
    ProformaText text = {0};
    return command_output(run, options, proforma_report(run, &request, &text), text);
}

const Command command_report = {
    .name = "report",
    .summary = "the combined statements of a scenario",
    .needs = "scenario",
    .accepts = "period statement basis format output set",
    .example = "proforma --scenario base.cfg --period 2004-03-31/3M --basis gaap",
    .tells_notes = true,
    .execute = execute,
};
