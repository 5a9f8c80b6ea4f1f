#include "command/command.h"

#include "command/progress.h"

#include <string.h>

static ProformaOutcome simulate(ProformaRun *run, ProformaRequest *request, ProformaText *text, const ProformaSink *draws)
{
    Progress progress;
    progress_begin(&progress, "draws");
    request->progress = progress_tell;
    request->progress_context = &progress;
    ProformaOutcome outcome = proforma_simulate(run, request, text, draws);
    progress_end(&progress);
    return outcome;
}

/* The draws are kept before the result is printed, so that a file that cannot be written leaves neither. */
static ProformaOutcome simulate_and_save(ProformaRun *run, ProformaRequest *request, ProformaText *text, const char *path)
{
    ProformaOutput *output = proforma_output_begin(run, path, -1);
    if (!output)
        return PROFORMA_INPUT;
    return command_end_output(output, simulate(run, request, text, &(ProformaSink){.result = command_append, .context = output}));
}

static ProformaOutcome execute(ProformaRun *run, const Options *options)
{
    ProformaRequest request = command_request(options);
    ProformaText text = {0};
    const char *path = command_output_path(options);
    if (!command_threads(&request.threads, run, options))
        return PROFORMA_USAGE;
    if (options->save_draws && strcmp(options->save_draws, "-") == 0)
        return proforma_usage_problem(run, "--save-draws takes a file; standard output is for the result");
    if (options->save_draws && path && strcmp(options->save_draws, path) == 0)
        return proforma_usage_problem(run, "--save-draws and --output name the same file");
    ProformaOutcome outcome = options->save_draws ? simulate_and_save(run, &request, &text, options->save_draws) : simulate(run, &request, &text, NULL);
    return command_output(run, options, outcome, text);
}

const Command command_simulate = {
    .name = "simulate",
    .summary = "how figures are distributed when the inputs of a scenario are",
    .needs = "scenario draws show",
    .accepts = "seed points indices save-draws period basis column format output threads set",
    .about = "Draws every input that the scenario gives a distribution, correlated as it says; one that --set gives a value keeps it. The same seed gives the\n"
             "same result on every machine of one architecture, whatever the number of threads. Ctrl-C ends it with the draws that are finished.\n"
             "The CSV has the columns statistic,figure,value; --save-draws writes the inputs and the figures of each draw.",
    .example = "proforma simulate --scenario purchase.cfg --draws 10000 --show eps.diluted,analysis.accretion.diluted",
    .execute = execute,
};
