/* Reading order: what varies, models of single points, the whole. */
#include "job/sweeping.h"

#include <setjmp.h>

typedef struct {
    Run *run;
    ProformaRequest request; /* with the study's period, basis and column in it */
    const ScenarioStudy *study;
    const Loaded *loaded; /* a scenario that is loaded already; NULL: none */
    Range *ranges;
    size_t range_count;
    const Text *shows;
    size_t show_count;
    Studying studying;
    Studied studied;
    Sweep sweep;
} Sweeping;

/* --- what varies --- */

/* A study's own period, basis and column go before those of the request. */
static void take_study(Sweeping *at)
{
    Arena *arena = at->run->arena;
    const ScenarioStudy *study = at->study;
    if (study->has_period) {
        const char **periods = arena_array(arena, const char *, 1);
        periods[0] = text_zero_terminated(arena, wanted_period_text(arena, study->period));
        at->request.periods = periods;
        at->request.period_count = 1;
    }
    if (study->has_basis)
        at->request.basis = text_zero_terminated(arena, basis_name(study->basis));
    if (study->column.length)
        at->request.column = text_zero_terminated(arena, study->column);
    at->range_count = study->vary_count;
    at->shows = study->shows;
    at->show_count = study->show_count;
}

static void take_request(Sweeping *at)
{
    Text *shows = arena_array(at->run->arena, Text, at->request.show_count);
    for (size_t i = 0; i < at->request.show_count; i++)
        shows[i] = text_of(at->request.shows[i]);
    at->range_count = at->request.vary_count;
    at->shows = shows;
    at->show_count = at->request.show_count;
}

static bool read_ranges(Sweeping *at)
{
    bool good = true;
    at->ranges = arena_array(at->run->arena, Range, at->range_count);
    for (size_t i = 0; i < at->range_count; i++) {
        Place place = at->study ? at->study->vary_places[i] : place_of_word(at->run, "--vary", at->request.varies[i]);
        Text text = at->study ? at->study->varies[i] : source_text(&at->run->sources, place);
        good = range_read(&at->ranges[i], at->run, text, place) && good;
    }
    return good;
}

static bool open_names(Sweeping *at)
{
    Varied *varied = arena_array(at->run->arena, Varied, at->range_count);
    for (size_t i = 0; i < at->range_count; i++)
        varied[i] = (Varied){at->ranges[i].name, range_text(at->run->arena, &at->ranges[i], 0), at->ranges[i].place};
    bool good = at->loaded ? studying_share(&at->studying, at->run, &at->request, at->loaded, varied, at->range_count)
                           : studying_load(&at->studying, at->run, &at->request, varied, at->range_count);
    return good && studying_open(&at->studied, &at->studying, at->shows, at->show_count);
}

/* --- models of single points --- */

/* A mistake of usage says more than what follows from it. */
static const Problem *reason_of(const Run *point)
{
    const Problem *reason = NULL;
    for (size_t i = 0; i < point->problems.count; i++) {
        const Problem *found = &point->problems.items[i];
        if (found->severity == SEVERITY_usage)
            return found;
        reason = !reason && found->severity == SEVERITY_error ? found : reason;
    }
    return reason;
}

static Place place_of_points(const Sweeping *at)
{
    size_t i = 0;
    while (at->sweep.axes[i].open)
        i++;
    return at->ranges[i].place;
}

/* A value that --set does not take is a mistake of the range; a model that cannot be built with it leaves its cells without figures. */
static bool refuse_point(Sweeping *at, const Run *point)
{
    const Problem *why = reason_of(point);
    if (why->severity == SEVERITY_usage)
        return problem_as(at->run, SEVERITY_usage, why->kind, place_of_points(at), TEXT_FORMAT, TEXT_ARGUMENTS(why->message));
    sweep_add_refused(&at->sweep, why->kind, why->message);
    return true;
}

/* Files that were read are not read again. */
static bool add_point(Sweeping *at, Arena *scratch, size_t model)
{
    Run point = run_beside(at->run, scratch);
    Text *values = arena_array(scratch, Text, at->range_count);
    Studied studied;
    for (size_t i = 0; i < at->range_count; i++)
        if (!at->sweep.axes[i].open)
            values[i] = range_text(scratch, &at->ranges[i], sweep_model_value(&at->sweep, model, i));
    if (!studying_point(&studied, &point, &at->studying, values, at->shows, at->show_count))
        return refuse_point(at, &point);
    sweep_add_model(&at->sweep, &studied, scratch);
    return true;
}

/* Each model has memory of its own, which is used again for the next; whoever runs out of memory, it is given back. */
static bool add_points(Sweeping *at)
{
    jmp_buf here;
    Arena *scratch = arena_create(&here);
    jmp_buf *const before = arena_catch(at->run->arena, &here);
    if (setjmp(here) || !scratch) {
        arena_destroy(scratch);
        arena_catch(at->run->arena, before);
        arena_out_of_memory(at->run->arena);
    }
    bool good = true;
    for (size_t model = 0; good && model < at->sweep.model_count; model++) {
        arena_reset(scratch);
        good = add_point(at, scratch, model);
    }
    arena_destroy(scratch);
    arena_catch(at->run->arena, before);
    return good;
}

static bool add_models(Sweeping *at)
{
    for (size_t i = 0; i < at->range_count; i++)
        if (!at->sweep.axes[i].open)
            return add_points(at);
    sweep_add_model(&at->sweep, &at->studied, at->run->arena);
    return true;
}

/* --- the whole --- */

static bool write_sweep(Sweeping *at, SweepReport *report, const SweepFormat *format, const SweepOutput *output)
{
    if (at->study)
        take_study(at);
    else
        take_request(at);
    if (!read_ranges(at) || !open_names(at) || !sweep_begin(&at->sweep, at->run, &at->studied, at->ranges, at->range_count, format->parts) || !add_models(at))
        return false;
    report->sweep = &at->sweep;
    if (at->study) {
        report->study = at->study->name;
        report->study_title = at->study->title;
    }
    return format->write(report, output);
}

bool sweeping_write(Run *run, const ProformaRequest *request, const ScenarioStudy *study, const SweepFormat *format, const SweepOutput *output)
{
    Sweeping at = {.run = run, .request = *request, .study = study};
    SweepReport report = {.titled = true, .colour = request->colour};
    return write_sweep(&at, &report, format, output);
}

/* --- studies in a report --- */

/* What --set gives one value is not open, and does not vary. */
static bool is_open(const Scenario *scenario, const ScenarioStudy *study)
{
    size_t open = 0;
    for (size_t i = 0; i < study->vary_count; i++) {
        Text name = text_trim(text_slice(study->varies[i], 0, text_find_char(study->varies[i], '=', 0)));
        size_t at = 0;
        while (at < scenario->open_count && !text_equal(scenario->opens[at].name, name))
            at++;
        open += at < scenario->open_count;
    }
    return open == study->vary_count;
}

static bool is_asked_for(const ProformaRequest *request, const ScenarioStudy *study)
{
    bool asked = !study->has_period || request->period_count == 0;
    for (size_t i = 0; i < request->period_count; i++) {
        WantedPeriod period;
        asked = asked || (wanted_period_parse(&period, text_of(request->periods[i])) && wanted_period_equal(period, study->period));
    }
    return asked && request->statement_count == 0 && (!study->has_basis || !request->basis || text_equal(text_of(request->basis), basis_name(study->basis)));
}

static bool text_write(void *context, Text bytes)
{
    text_append(context, bytes);
    return true;
}

bool sweeping_add_studies(Report *report, Run *run, const ProformaRequest *request, const Loaded *loaded, const SweepFormat *format)
{
    const Scenario *scenario = loaded->scenario;
    bool good = true;
    for (size_t i = 0; i < scenario->study_count; i++) {
        const ScenarioStudy *study = &scenario->studies[i];
        Sweeping at = {.run = run, .request = *request, .study = study, .loaded = loaded};
        TextBuilder out = {.arena = run->arena};
        SweepReport made = {0};
        if (!is_asked_for(request, study) || !is_open(scenario, study))
            continue;
        good = write_sweep(&at, &made, format, &(SweepOutput){text_write, &out, 1, {NULL, NULL}}) && good;
        *list_push(run->arena, &report->studies) = text_builder_text(&out);
    }
    return good;
}
