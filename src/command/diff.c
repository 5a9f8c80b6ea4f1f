#include "command/command.h"

static ProformaOutcome execute(ProformaRun *run, const Options *options)
{
    CommandPath paths[2];
    if (options->operands.count != 2)
        return proforma_usage_problem(run, "two scenarios are compared: proforma diff A.cfg B.cfg");
    ProformaRequest request = command_request(options);
    request.scenario = command_scenario(&paths[0], options->operands.items[0]);
    request.scenario_name = options->operands.items[0];
    request.other_scenario = command_scenario(&paths[1], options->operands.items[1]);
    request.other_scenario_name = options->operands.items[1];
    ProformaText text = {0};
    return command_output(run, options, proforma_diff(run, &request, &text), text);
}

const Command command_diff = {
    .name = "diff",
    .summary = "what changes between two scenarios' results, cell by cell",
    .accepts = "period statement basis format output set",
    .operands = "A.cfg B.cfg",
    .about = "Options hold for both scenarios, --set too. The difference is B less A. A blank, a dash (nil) and a zero are three things.\n"
             "The CSV has the columns statement,basis,period_start,period_end,name,column,a,b,difference; a dash is \"nil\", a blank is empty, an\n"
             "input that differs is a row of the statement \"inputs\".",
    .exits = "0 every input and figure is the same, 1 something differs, 2 bad usage, 3 bad input",
    .example = "proforma diff --period 2004-03-31/3M --basis gaap base.cfg as-printed.cfg",
    .execute = execute,
};
