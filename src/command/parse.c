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
    .operands = "FILE...",
    .example = "proforma parse --format csv release.txt",
    .execute = execute,
};
