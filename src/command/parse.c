#include "command/command.h"

static ProformaOutcome execute(ProformaRun *run, const Options *options)
{
    ProformaRequest request = command_request(options);
    ProformaText text = {0};
    return command_output(run, options, proforma_parse(run, &request, &text), text);
}

const Command command_parse = {
    .name = "parse",
    .summary = "every printed value of a filing, with what it is and where it stands",
    .accepts = "format output chart",
    .operands = "FILE",
    .help = "usage: proforma parse [--format text|csv|json] [--chart NAME] [--output FILE] FILE...\n"
            "\n"
            "  --chart NAME   the chart of an industry, such as airline, for companies that config/companies.cfg gives none\n"
            "\n"
            "example: proforma parse --format csv release.txt\n",
    .execute = execute,
};
