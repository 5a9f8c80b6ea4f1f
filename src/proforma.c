/* The library as another program sees it: runs, their results, their problems. What is done is in job/. */
#include "proforma.h"

#include "base/save.h"
#include "base/suggest.h"
#include "job/job.h"
#include "study/ranks.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct ProformaRun {
    Run run;
    jmp_buf out_of_memory;
    bool memory_ended;
    char memory_text[512]; /* what is said then, for which no other memory is needed */
};

static bool run_begin(ProformaRun *run, const char *config_folder)
{
    run->run.arena = arena_create(&run->out_of_memory);
    if (!run->run.arena || setjmp(run->out_of_memory))
        return false;
    run->run.config_folder = text_copy(run->run.arena, text_of(config_folder));
    return true;
}

ProformaRun *proforma_begin(const char *config_folder)
{
    ProformaRun *run = calloc(1, sizeof *run);
    if (run && run_begin(run, config_folder))
        return run;
    proforma_end(run);
    return NULL;
}

void proforma_end(ProformaRun *run)
{
    if (!run)
        return;
    arena_destroy(run->run.arena);
    free(run);
}

/* --- results --- */

static ProformaOutcome outcome_of(const ProformaRun *run, Severity gravest)
{
    switch (gravest) {
    case SEVERITY_error: return PROFORMA_INPUT;
    case SEVERITY_usage: return PROFORMA_USAGE;
    case SEVERITY_warning: return PROFORMA_LOOK;
    case SEVERITY_note: break;
    }
    return run->run.to_look_at ? PROFORMA_LOOK : PROFORMA_DONE;
}

static ProformaText handed_out(Text text)
{
    return (ProformaText){text.length ? text.start : "", text.length};
}

static ProformaOutcome memory_ended(ProformaRun *run)
{
    run->memory_ended = true;
    return PROFORMA_INPUT;
}

static ProformaOutcome hand_out(ProformaRun *run, bool good, const ProformaRequest *request, Text text, ProformaText *out)
{
    ProformaOutcome outcome = outcome_of(run, problem_gravest(&run->run.problems));
    if (!good || outcome >= PROFORMA_USAGE)
        return outcome < PROFORMA_USAGE ? PROFORMA_INPUT : outcome;
    *out = handed_out(job_shown(&run->run, request, text));
    return outcome;
}

/* When memory ends the arena jumps back to here; what was begun is freed with the run. */
static ProformaOutcome perform(ProformaRun *run, Job *job, const ProformaRequest *request, ProformaText *out)
{
    if (setjmp(run->out_of_memory))
        return memory_ended(run);
    Text text = {0};
    return hand_out(run, job(&text, &run->run, request), request, text, out);
}

bool proforma_ranks_begin(void)
{
    ranks_begin();
    return ranks_own() == 0;
}

void proforma_ranks_end(void)
{
    ranks_end();
}

ProformaOutcome proforma_report(ProformaRun *run, const ProformaRequest *request, ProformaText *out)
{
    return perform(run, job_report, request, out);
}

ProformaOutcome proforma_align(ProformaRun *run, const ProformaRequest *request, ProformaText *out)
{
    return perform(run, job_align, request, out);
}

ProformaOutcome proforma_diff(ProformaRun *run, const ProformaRequest *request, ProformaText *out)
{
    return perform(run, job_diff, request, out);
}

ProformaOutcome proforma_names(ProformaRun *run, const ProformaRequest *request, ProformaText *out)
{
    return perform(run, job_names, request, out);
}

ProformaOutcome proforma_kinds(ProformaRun *run, const ProformaRequest *request, ProformaText *out)
{
    return perform(run, job_kinds, request, out);
}

ProformaOutcome proforma_explain(ProformaRun *run, const ProformaRequest *request, ProformaText *out)
{
    return perform(run, job_explain, request, out);
}

ProformaOutcome proforma_solve(ProformaRun *run, const ProformaRequest *request, ProformaText *out)
{
    return perform(run, job_solve, request, out);
}

ProformaOutcome proforma_tornado(ProformaRun *run, const ProformaRequest *request, ProformaText *out)
{
    return perform(run, job_tornado, request, out);
}

/* What was found is the result, also when it is an error. */
ProformaOutcome proforma_check(ProformaRun *run, const ProformaRequest *request, ProformaText *out)
{
    if (setjmp(run->out_of_memory))
        return memory_ended(run);
    Text text = {0};
    if (job_check(&text, &run->run, request))
        *out = handed_out(job_shown(&run->run, request, text));
    return outcome_of(run, problem_gravest(&run->run.problems));
}

ProformaOutcome proforma_simulate(ProformaRun *run, const ProformaRequest *request, ProformaText *out, const ProformaSink *draws)
{
    if (setjmp(run->out_of_memory))
        return memory_ended(run);
    Text text = {0};
    return hand_out(run, job_simulate(&text, &run->run, request, draws), request, text, out);
}

static ProformaOutcome parse(ProformaRun *run, const ProformaRequest *request, const ProformaSink *sink)
{
    Parsed parsed;
    if (!job_parse(&parsed, &run->run, request, sink))
        return outcome_of(run, problem_gravest(&run->run.problems));
    if (parsed.memory_ended)
        return memory_ended(run);
    Severity own = problem_gravest(&run->run.problems);
    return parsed.refused ? PROFORMA_INPUT : outcome_of(run, own > parsed.gravest ? own : parsed.gravest);
}

ProformaOutcome proforma_parse(ProformaRun *run, const ProformaRequest *request, const ProformaSink *sink)
{
    if (setjmp(run->out_of_memory))
        return memory_ended(run);
    return parse(run, request, sink);
}

/* What the sink did not take is its owner's problem, so the run may have none. */
ProformaOutcome proforma_sweep(ProformaRun *run, const ProformaRequest *request, const ProformaSink *sink)
{
    if (setjmp(run->out_of_memory))
        return memory_ended(run);
    bool good = job_sweep(&run->run, request, sink);
    ProformaOutcome outcome = outcome_of(run, problem_gravest(&run->run.problems));
    return good || outcome >= PROFORMA_USAGE ? outcome : PROFORMA_INPUT;
}

/* --- problems, files --- */

size_t proforma_problem_count(const ProformaRun *run)
{
    return run ? run->run.problems.count + run->memory_ended : 1;
}

/* Its texts are constants, which end with a zero. */
static ProformaProblem memory_problem(void)
{
    ProblemParts parts = problem_out_of_memory();
    return (ProformaProblem){PROFORMA_ERROR, parts.place.start, parts.severity.start, parts.message.start, parts.caret.start, parts.remedy.start};
}

static const char *memory_text(ProformaRun *run)
{
    ProformaProblem parts = memory_problem();
    if (!run)
        return "proforma: error: memory ended [out_of_memory]\n";
    snprintf(run->memory_text, sizeof run->memory_text, "%s%s%s%s", parts.place, parts.word, parts.message, parts.remedy);
    return run->memory_text;
}

ProformaProblem proforma_problem_parts(ProformaRun *run, size_t index)
{
    if (!run || index >= run->run.problems.count || setjmp(run->out_of_memory))
        return memory_problem();
    return job_message(&run->run, &run->run.problems.items[index]);
}

const char *proforma_problem(ProformaRun *run, size_t index)
{
    if (!run || index >= run->run.problems.count || setjmp(run->out_of_memory))
        return memory_text(run);
    return text_zero_terminated(run->run.arena, problem_text(&run->run, &run->run.problems.items[index]));
}

struct ProformaOutput {
    ProformaRun *run;
    Save save;
};

static bool output_begin(ProformaOutput **out, ProformaRun *run, const char *path, int descriptor)
{
    ProformaOutput *output = arena_new(run->run.arena, ProformaOutput);
    output->run = run;
    *out = output;
    if (path)
        return save_begin(&output->save, &run->run, text_copy(run->run.arena, text_of(path)));
    save_begin_descriptor(&output->save, &run->run, descriptor);
    return true;
}

ProformaOutput *proforma_output_begin(ProformaRun *run, const char *path, int descriptor)
{
    ProformaOutput *output;
    if (!setjmp(run->out_of_memory))
        return output_begin(&output, run, path, descriptor) ? output : NULL;
    memory_ended(run);
    return NULL;
}

bool proforma_output_append(ProformaOutput *output, const char *bytes, size_t length)
{
    return save_append(&output->save, (Text){bytes, length});
}

ProformaOutcome proforma_output_commit(ProformaOutput *output)
{
    if (setjmp(output->run->out_of_memory))
        return memory_ended(output->run);
    return save_commit(&output->save) ? PROFORMA_DONE : PROFORMA_INPUT;
}

void proforma_output_abandon(ProformaOutput *output)
{
    if (setjmp(output->run->out_of_memory))
        memory_ended(output->run);
    else
        save_abandon(&output->save);
}

ProformaOutcome proforma_save(ProformaRun *run, const char *path, ProformaText text)
{
    ProformaOutput *output = proforma_output_begin(run, path, -1);
    if (!output)
        return PROFORMA_INPUT;
    proforma_output_append(output, text.bytes, text.length);
    return proforma_output_commit(output);
}

static bool record_problem(ProformaRun *run, ProblemKind kind, const char *before, const char *message)
{
    if (setjmp(run->out_of_memory)) {
        run->memory_ended = true;
        return false;
    }
    problem(&run->run, kind, (Place){0}, "%s%s", before, message);
    return true;
}

ProformaOutcome proforma_usage_problem(ProformaRun *run, const char *message)
{
    return record_problem(run, PROBLEM_bad_usage, "", message) ? PROFORMA_USAGE : PROFORMA_INPUT;
}

ProformaOutcome proforma_output_problem(ProformaRun *run, const char *why)
{
    record_problem(run, PROBLEM_output_failed, "cannot write the result: ", why);
    return PROFORMA_INPUT;
}

static Text nearest_word(Arena *arena, const char *word, const char *const *words, size_t count)
{
    Text *names = arena_array(arena, Text, count);
    for (size_t i = 0; i < count; i++)
        names[i] = text_of(words[i]);
    return nearest_name(text_of(word), names, count);
}

const char *proforma_nearest(ProformaRun *run, const char *word, const char *const *words, size_t count)
{
    if (setjmp(run->out_of_memory))
        return NULL;
    Text nearest = nearest_word(run->run.arena, word, words, count);
    return nearest.length ? text_zero_terminated(run->run.arena, nearest) : NULL;
}
