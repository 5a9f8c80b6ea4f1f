#include "command/command.h"
#include "command/progress.h"

#include <unistd.h>

static ProformaOutcome run_sweep(ProformaRun *run, ProformaRequest *request, ProformaOutput *output)
{
    Progress progress;
    ProformaSink sink = {.result = command_append, .context = output};
    progress_begin(&progress, "cells");
    request->progress = progress_tell;
    request->progress_context = &progress;
    ProformaOutcome outcome = proforma_sweep(run, request, &sink);
    progress_end(&progress);
    return command_end_output(output, outcome);
}

static ProformaOutcome execute(ProformaRun *run, const Options *options)
{
    ProformaRequest request = command_request(options);
    if (!command_threads(&request.threads, run, options))
        return PROFORMA_USAGE;
    request.colour = !command_output_path(options) && command_colour(STDOUT_FILENO);
    ProformaOutput *output = proforma_output_begin(run, command_output_path(options), STDOUT_FILENO);
    return output ? run_sweep(run, &request, output) : PROFORMA_INPUT;
}

const Command command_sweep = {
    .name = "sweep",
    .summary = "figures over a grid of values, or a study that the scenario declares",
    .needs = "scenario",
    .accepts = "vary show study period basis column format output set threads",
    .formats = "text|csv|json|summary",
    .about = "Give --vary and --show, or --study. With several --vary there is a cell for each combination, and the last one changes from cell to cell.\n"
             "CSV and JSON come cell by cell, so a grid may have any number of cells; a summary keeps the extremes and the mean only.",
    .example = "proforma sweep --scenario base.cfg --vary deal.exchange_ratio=1.304:1.504:0.05 --show eps.basic,eps.diluted,analysis.accretion.diluted",
    .execute = execute,
};
