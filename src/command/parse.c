#include "command/command.h"

#include <stdio.h>
#include <unistd.h>

static bool result_take(void *context, const char *bytes, size_t length)
{
    return proforma_output_append(context, bytes, length);
}

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
    ProformaSink sink = {result_take, message_take, output};
    ProformaOutcome outcome = proforma_parse(run, &request, &sink);
    if (outcome >= PROFORMA_USAGE) {
        proforma_output_abandon(output);
        return outcome;
    }
    ProformaOutcome written = proforma_output_commit(output);
    return written > outcome ? written : outcome;
}

const Command command_parse = {
    .name = "parse",
    .summary = "every printed value of a filing, with what it is and where it stands",
    .accepts = "format output chart threads",
    .operands = "FILE...",
    .about = "Any number of files; the result is written when all are read, and does not depend on the number of threads.",
    .example = "proforma parse --format csv release.txt",
    .execute = execute,
};
