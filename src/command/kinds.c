#include "command/command.h"

static ProformaOutcome execute(ProformaRun *run, const Options *options)
{
    if (options->operands.count > 1)
        return proforma_usage_problem(run, "kinds takes the name of one kind");
    ProformaRequest request = command_request(options);
    ProformaText text = {0};
    request.pattern = options->operands.count ? options->operands.items[0] : NULL;
    return command_output(run, options, proforma_kinds(run, &request, &text), text);
}

const Command command_kinds = {
    .name = "kinds",
    .summary = "the kinds of entries, or the keys and figures of one",
    .accepts = "format output",
    .operands = "[KIND]",
    .about = "What an entry of a scenario can be, and what it takes: each key with what is written there, its unit, and what holds without it;\n"
             "each figure that formulas may read as entries.NAME.FIGURE. The keys that every entry has are in proforma-scenario(5).\n"
             "The CSV has the columns kind,part,name,type,unit,needed,default,meaning.",
    .example = "proforma kinds consideration",
    .execute = execute,
};
