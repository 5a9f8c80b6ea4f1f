#include "command/command.h"

static ProformaOutcome execute(ProformaRun *run, const Options *options)
{
    ProformaRequest request = command_request(options);
    ProformaText text = {0};
    return command_output(run, options, proforma_align(run, &request, &text), text);
}

const Command command_align = {
    .name = "align",
    .summary = "one company's statements on the wanted periods, each figure with its state and formula",
    .needs = "scenario entity",
    .accepts = "period statement basis format output set",
    .example = "proforma align --scenario base.cfg --entity acquirer --period 2004-03-31/3M",
    .execute = execute,
};
