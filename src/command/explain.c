#include "command/command.h"

static ProformaOutcome execute(ProformaRun *run, const Options *options)
{
    if (options->operands.count != 1)
        return proforma_usage_problem(run, "explain takes one name, such as pro_forma.eps.basic; proforma names lists them");
    ProformaRequest request = command_request(options);
    ProformaText text = {0};
    request.name = options->operands.items[0];
    request.depth = options->depth;
    return command_output(run, options, proforma_explain(run, &request, &text), text);
}

const Command command_explain = {
    .name = "explain",
    .summary = "where a figure came from, down to the cells of the filings",
    .needs = "scenario",
    .accepts = "depth period basis format output set",
    .formats = "text|json",
    .operands = "NAME",
    .about = "NAME is a name that proforma names calls \"read\", with @END/LENGTH and :BASIS behind it where another period or basis than the first is\n"
             "meant, or the path of a setting. Each line is a value with the formula that makes it of the lines under it, or with the place where it\n"
             "is printed or written. What was told of before is not told again. x is times; of a choice, the branch that holds is marked [taken].",
    .exits = "0 done, 1 the name has no value (the result says why) or something else is to be looked at, 2 bad usage, 3 bad input",
    .example = "proforma explain --scenario base.cfg pro_forma.eps.basic",
    .execute = execute,
};
