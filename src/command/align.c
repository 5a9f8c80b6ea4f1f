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
    .accepts = "scenario entity period statement basis format output set",
    .help = "usage: proforma align --scenario FILE --entity COMPANY [--period END/LENGTH]... [--statement NAME]...\n"
            "                      [--basis gaap|non_gaap] [--format text|csv|json] [--output FILE] [--set NAME=VALUE]...\n"
            "\n"
            "example: proforma align --scenario base.cfg --entity acquirer --period 2003-12-31/3M\n",
    .execute = execute,
};
