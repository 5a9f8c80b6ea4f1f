#include "command/command.h"

static ProformaOutcome execute(ProformaRun *run, const Options *options)
{
    if (options->operands.count > 1)
        return proforma_usage_problem(run, "names takes one pattern; put quotes around one with * or ?, so that the shell leaves it alone");
    ProformaRequest request = command_request(options);
    ProformaText text = {0};
    request.pattern = options->operands.count ? options->operands.items[0] : NULL;
    return command_output(run, options, proforma_names(run, &request, &text), text);
}

const Command command_names = {
    .name = "names",
    .summary = "every name that --set, explain, expressions and verify take, with value and unit",
    .needs = "scenario",
    .accepts = "period basis format output set",
    .operands = "[PATTERN]",
    .about = "Inputs, companies' lines, columns' lines, figures and effects of entries, the deal analysis, paths of the scenario. A name stands as it can\n"
             "be pasted: \"set\" into --set NAME=VALUE, \"read\" into explain, an expression or verify. The period is the scenario's first unless --period\n"
             "names one; balance sheets are those of its last day. PATTERN is a part of a name, or a whole name with * ? [abc] in it; letters in either case.\n"
             "The CSV has the columns name,value,unit,settable,readable,what.",
    .example = "proforma names --scenario base.cfg 'pro_forma.eps.*'",
    .execute = execute,
};
