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
    .accepts = "scenario period statement basis format output set",
    .help = "usage: proforma [report] --scenario FILE [--period END/LENGTH]... [--statement NAME]... [--basis gaap|non_gaap]\n"
            "                         [--format text|csv|json] [--output FILE] [--set NAME=VALUE]...\n"
            "\n"
            "example: proforma --scenario base.cfg --period 2004-03-31/3M --basis gaap --set deal.exchange_ratio=1.5\n",
    .execute = execute,
};
