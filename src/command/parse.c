#include "command/command.h"

#include <stdio.h>
#include <unistd.h>

static void message_take(void *context, const ProformaProblem *problem)
{
    (void)context;
    message_print(problem);
}

static ProformaOutcome execute(ProformaRun *run, const Options *options)
{
    ProformaRequest request = command_request(options);
    if (!command_threads(&request.threads, run, options))
        return PROFORMA_USAGE;
    ProformaOutput *output = proforma_output_begin(run, command_output_path(options), STDOUT_FILENO);
    if (!output)
        return PROFORMA_INPUT;
    ProformaSink sink = {command_append, message_take, output};
    return command_end_output(output, proforma_parse(run, &request, &sink));
}

const Command command_parse = {
    .name = "parse",
    .summary = "every printed value of a filing, with what it is and where it stands",
    .accepts = "format output chart threads",
    .operands = "FILE...",
    .about = "Any number of files; the result is written when all are read, and does not depend on the number of threads.",
    .example = "proforma parse --format csv release.txt",
    .tells_notes = true,
    .execute = execute,
};
