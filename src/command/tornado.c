#include "command/command.h"

static ProformaOutcome execute(ProformaRun *run, const Options *options)
{
    ProformaRequest request = command_request(options);
    ProformaText text = {0};
    return command_output(run, options, proforma_tornado(run, &request, &text), text);
}

const Command command_tornado = {
    .name = "tornado",
    .summary = "what each input does to a figure, over its range and at its value",
    .needs = "scenario show",
    .accepts = "period basis column format output set",
    .about = "Each input that has a range in the scenario is taken over it, the others held; the largest swing stands first, with a bar. Beside it is the\n"
             "derivative at the scenario's value, and what it makes of 1 % of that value; inputs without a range have these only. An input that --set gives\n"
             "is held. Derivatives leave the rounding of posted amounts out of account.",
    .example = "proforma tornado --scenario purchase.cfg --show analysis.accretion.diluted",
    .execute = execute,
};
