#include "command/command.h"

static ProformaOutcome execute(ProformaRun *run, const Options *options)
{
    ProformaRequest request = command_request(options);
    ProformaText text = {0};
    return command_output(run, options, proforma_solve(run, &request, &text), text);
}

const Command command_solve = {
    .name = "solve",
    .summary = "the values of a name for which a figure has a wanted value: break-even",
    .needs = "scenario vary for",
    .accepts = "period basis column format output set",
    .formats = "text|json",
    .bounds = "NAME=LOW:HIGH",
    .about = "The value of --for is in the figure's unit, a fraction for accretion: -0.05 is dilution by 5 %. All roots are listed that 2001 points\n"
             "between the bounds tell of, each with the step of rounding on which it lies; a touch, a kink beside a root and a jump over the value are told of.",
    .exits = "0 done, 1 the figure jumps over the value (the result says where) or something else is to be looked at, 2 bad usage, 3 bad input, no root",
    .example = "proforma solve --scenario base.cfg --basis non_gaap --vary deal.exchange_ratio=1:3 --for analysis.accretion.basic=0",
    .execute = execute,
};
