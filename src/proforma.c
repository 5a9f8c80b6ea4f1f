/* The whole job, one call a stage, top to bottom. */
#include "proforma.h"

#include "base/pool.h"
#include "base/run.h"
#include "base/save.h"
#include "calendar/align.h"
#include "model/build.h"
#include "model/inspect.h"
#include "report/check_report.h"
#include "report/writer.h"
#include "scenario/load.h"
#include "statement/foot.h"
#include "statement/reading.h"
#include "statement/recognize.h"
#include "statement/restate.h"

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

/* --- what a scenario needs: knowledge, filings, books --- */

typedef struct {
    const Chart *chart;
    Companies companies;
    const Scenario *scenario;
    Books *books; /* one for each company */
} Loaded;

static const Text *texts_of(Arena *arena, const char *const *words, size_t count)
{
    Text *texts = arena_array(arena, Text, count);
    for (size_t i = 0; i < count; i++)
        texts[i] = text_of(words[i]);
    return texts;
}

static bool load_knowledge(Loaded *loaded, Run *run)
{
    bool chart = chart_read(&loaded->chart, run);
    bool companies = companies_read(&loaded->companies, run);
    return chart && companies && reading_read(&loaded->companies.reading, run, loaded->chart);
}

static bool load_scenario(Loaded *loaded, Run *run, const ProformaRequest *request)
{
    Text path = text_of(request->scenario), name = request->scenario_name ? text_of(request->scenario_name) : path;
    bool good = scenario_read(&loaded->scenario, run, loaded->chart, &loaded->companies, name, path,
                              texts_of(run->arena, request->sets, request->set_count), request->set_count);
    if (loaded->scenario && loaded->scenario->chart)
        loaded->chart = loaded->scenario->chart;
    return good;
}

static bool load_books(Loaded *loaded, Run *run)
{
    return books_load(&loaded->books, run, loaded->chart, &loaded->companies, loaded->scenario);
}

/* --- what is asked for --- */

/* A word of the request is a source of its own, so that what is wrong with it has a place: "--period:1:1". */
static Place place_of_word(Run *run, const char *option, const char *word)
{
    const Source *source = source_add(&run->sources, run->arena, text_of(option), TEXT(""), text_of(word));
    return (Place){source->number, 0, (uint32_t)source->bytes.length};
}

static bool read_periods(ModelRequest *out, Run *run, const ProformaRequest *request)
{
    WantedPeriod *periods = arena_array(run->arena, WantedPeriod, request->period_count);
    bool good = true;
    for (size_t i = 0; i < request->period_count; i++)
        if (!wanted_period_parse(&periods[i], text_of(request->periods[i])))
            good = problem_as(run, SEVERITY_usage, PROBLEM_bad_date, place_of_word(run, "--period", request->periods[i]), "\"%s\" is no period", request->periods[i]);
    out->periods = periods;
    out->period_count = request->period_count;
    return good;
}

static bool read_kinds(ModelRequest *out, Run *run, const Chart *chart, const ProformaRequest *request)
{
    uint8_t *kinds = arena_array(run->arena, uint8_t, request->statement_count);
    bool good = true;
    for (size_t i = 0; i < request->statement_count; i++) {
        int kind = chart_statement(chart, text_of(request->statements[i]));
        if (kind < 0)
            good = problem_as(run, SEVERITY_usage, PROBLEM_unknown_statement, place_of_word(run, "--statement", request->statements[i]), "there is no statement \"%s\"" TEXT_FORMAT,
                              request->statements[i], TEXT_ARGUMENTS(chart_suggest_statement(chart, run->arena, text_of(request->statements[i]))));
        kinds[i] = (uint8_t)(kind < 0 ? 0 : kind);
    }
    out->kinds = kinds;
    out->kind_count = request->statement_count;
    return good;
}

static bool read_request(ModelRequest *out, Run *run, const Chart *chart, const ProformaRequest *request)
{
    *out = (ModelRequest){.has_basis = request->basis != NULL};
    bool good = read_periods(out, run, request);
    good = read_kinds(out, run, chart, request) && good;
    if (request->basis && !basis_from_name(&out->basis, text_of(request->basis)))
        good = problem(run, PROBLEM_bad_usage, place_of_word(run, "--basis", request->basis), "there is no basis \"%s\"" TEXT_FORMAT, request->basis,
                       TEXT_ARGUMENTS(basis_suggest(run->arena, text_of(request->basis))));
    return good;
}

static bool read_format(const Writer **out, Run *run, const ProformaRequest *request)
{
    Text format = request->format ? text_of(request->format) : TEXT("text");
    *out = writer_find(format);
    return *out || problem(run, PROBLEM_bad_usage, place_of_word(run, "--format", request->format), "there is no format \"" TEXT_FORMAT "\"" TEXT_FORMAT,
                           TEXT_ARGUMENTS(format), TEXT_ARGUMENTS(writer_suggest(run->arena, format)));
}

/* What is asked for is looked at before a filing is read; mistakes in it and in the scenario are reported together. */
static bool load(Loaded *loaded, ModelRequest *wanted, const Writer **writer, Run *run, const ProformaRequest *request)
{
    bool good = read_format(writer, run, request);
    if (!request->scenario)
        return problem(run, PROBLEM_bad_usage, (Place){0}, "no scenario is named: give --scenario FILE");
    if (!load_knowledge(loaded, run))
        return false;
    good = read_request(wanted, run, loaded->chart, request) && good;
    good = load_scenario(loaded, run, request) && good;
    return good && load_books(loaded, run);
}

/* A format may be made for some results only. */
static bool format_made(Run *run, const Writer *writer, bool made)
{
    return made || problem(run, PROBLEM_bad_usage, place_of_word(run, "--format", writer->name), "this is not written as %s", writer->name);
}

/* --- the jobs --- */

/* A scenario that is loaded, as the model of what is wanted; NULL: a problem. */
static Model *build(Run *run, const Loaded *loaded, const ModelRequest *wanted)
{
    Model *model = arena_new(run->arena, Model);
    return model_build(model, run, loaded->chart, loaded->scenario, loaded->books, wanted) ? model : NULL;
}

static bool job_report(Text *out, Run *run, const ProformaRequest *request)
{
    Loaded loaded = {0};
    ModelRequest wanted;
    const Writer *writer;
    if (!load(&loaded, &wanted, &writer, run, request))
        return false;
    const Model *model = build(run, &loaded, &wanted);
    if (model)
        *out = writer->report(run->arena, report_build(model));
    return model != NULL;
}

/* Known companies are parsed each with the chart of its own, all others with the one that is asked for. All are read before any file is:
 * threads only look. */
static bool load_charts(Loaded *loaded, Run *run, const ProformaRequest *request)
{
    Text name = request->chart ? text_of(request->chart) : TEXT("");
    loaded->companies.general = loaded->chart;
    size_t before = run->problems.count;
    bool good = chart_industry(&loaded->chart, run, loaded->chart, name, (Place){0});
    if (!good && run->problems.items[before].kind == PROBLEM_unknown_chart)
        run->problems.items[before].severity = SEVERITY_usage;
    return good && companies_charts(&loaded->companies, run);
}

static bool unknown_entity(Run *run, const Scenario *scenario, const char *entity)
{
    Text *ids = arena_array(run->arena, Text, scenario->company_count);
    for (size_t i = 0; i < scenario->company_count; i++)
        ids[i] = scenario->companies[i].company.id;
    return problem_as(run, SEVERITY_usage, PROBLEM_unknown_company, place_of_word(run, "--entity", entity), "the scenario has no company \"%s\"" TEXT_FORMAT, entity,
                      TEXT_ARGUMENTS(suggest_among(run->arena, text_of(entity), ids, scenario->company_count)));
}

static bool job_align(Text *out, Run *run, const ProformaRequest *request)
{
    Loaded loaded = {0};
    ModelRequest wanted;
    const Writer *writer;
    AlignList list;
    if (!request->entity)
        return problem(run, PROBLEM_bad_usage, (Place){0}, "no company is named: give --entity NAME");
    if (!load(&loaded, &wanted, &writer, run, request))
        return false;
    size_t company = scenario_company(loaded.scenario, text_of(request->entity));
    if (company == loaded.scenario->company_count && text_equal(text_of(request->entity), TEXT("acquirer")))
        company = 0;
    if (company == loaded.scenario->company_count)
        return unknown_entity(run, loaded.scenario, request->entity);
    if (!align_report(&list, run, loaded.chart, loaded.scenario, &loaded.books[company], company, &wanted))
        return false;
    *out = writer->align(run->arena, &list);
    return true;
}

/* --- check: every stage as far as the one before lets it --- */

static void check_stages(const Scenario **out, Run *run, const ProformaRequest *request)
{
    Loaded loaded = {0};
    *out = NULL;
    if (!load_knowledge(&loaded, run))
        return;
    bool read = load_scenario(&loaded, run, request);
    if (!loaded.scenario->root)
        return;
    *out = loaded.scenario;
    Model *model = arena_new(run->arena, Model);
    *model = (Model){.run = run, .chart = loaded.chart, .scenario = loaded.scenario};
    if (!read)
        filings_open(run, loaded.scenario);
    else if (load_books(&loaded, run) && model_build(model, run, loaded.chart, loaded.scenario, loaded.books, &(ModelRequest){0}))
        inspect_unused(model);
}

static bool job_check(Text *out, Run *run, const ProformaRequest *request)
{
    const Scenario *scenario;
    if (!request->scenario)
        return problem(run, PROBLEM_bad_usage, (Place){0}, "no scenario is named");
    check_stages(&scenario, run, request);
    *out = check_report(run, text_of(request->scenario_name ? request->scenario_name : request->scenario), scenario);
    return true;
}

/* --- diff --- */

static bool load_both(Loaded *a, Loaded *b, Run *run, const ProformaRequest *request)
{
    ProformaRequest other = *request;
    other.scenario = request->other_scenario;
    other.scenario_name = request->other_scenario_name;
    if (!request->scenario || !request->other_scenario)
        return problem(run, PROBLEM_bad_usage, (Place){0}, "two scenarios are compared: name both");
    if (!load_knowledge(a, run))
        return false;
    *b = *a;
    bool good = load_scenario(a, run, request) && load_books(a, run);
    good = load_scenario(b, run, &other) && load_books(b, run) && good;
    if (!good || a->scenario->reporting.scale == b->scenario->reporting.scale)
        return good;
    return problem(run, PROBLEM_different_units, (Place){0}, "one scenario reports in " TEXT_FORMAT ", the other in " TEXT_FORMAT,
                   TEXT_ARGUMENTS(unit_name(run->arena, a->scenario->reporting)), TEXT_ARGUMENTS(unit_name(run->arena, b->scenario->reporting)));
}

static DiffSide diff_side(const char *path, const char *name, const Loaded *loaded, const Model *model)
{
    return (DiffSide){text_of(name ? name : path), loaded->scenario->title, loaded->scenario, report_build(model)};
}

static bool job_diff(Text *out, Run *run, const ProformaRequest *request)
{
    Loaded a = {0}, b = {0};
    ModelRequest wanted;
    const Writer *writer;
    if (!read_format(&writer, run, request) || !format_made(run, writer, writer->diff) || !load_both(&a, &b, run, request) || !read_request(&wanted, run, a.chart, request))
        return false;
    const Model *model_a = build(run, &a, &wanted), *model_b = build(run, &b, &wanted);
    if (!model_a || !model_b)
        return false;
    DiffReport diff;
    diff_report(&diff, run->arena, diff_side(request->scenario, request->scenario_name, &a, model_a),
                diff_side(request->other_scenario, request->other_scenario_name, &b, model_b));
    run->to_look_at = diff_found(&diff);
    *out = writer->diff(run->arena, &diff);
    return true;
}

/* --- names --- */

static bool choose_names(NameList *out, Run *run, const NameList *all, const char *pattern)
{
    *out = pattern ? names_matching(run->arena, all, text_of(pattern)) : *all;
    if (out->count)
        return true;
    Text near = names_nearest(run->arena, all, text_of(pattern ? pattern : ""));
    return problem_as(run, SEVERITY_usage, PROBLEM_unknown_name, (Place){0}, "no name matches \"%s\"" TEXT_FORMAT, pattern ? pattern : "",
                      TEXT_ARGUMENTS(suggest(run->arena, near)));
}

static bool job_names(Text *out, Run *run, const ProformaRequest *request)
{
    Loaded loaded = {0};
    ModelRequest wanted;
    const Writer *writer;
    if (request->period_count > 1)
        return problem(run, PROBLEM_bad_usage, (Place){0}, "names are listed for one period");
    if (!load(&loaded, &wanted, &writer, run, request) || !format_made(run, writer, writer->names))
        return false;
    WantedPeriod period = request->period_count ? wanted.periods[0] : loaded.scenario->periods[0], day = {.end = period.end};
    Model *model = build(run, &loaded, &(ModelRequest){.periods = &period, .period_count = 1, .also = &day});
    if (!model)
        return false;
    NameList all, chosen;
    name_list(&all, model, period, day, wanted.has_basis ? wanted.basis : BASIS_gaap);
    if (!choose_names(&chosen, run, &all, request->pattern))
        return false;
    *out = writer->names(run->arena, &chosen);
    return true;
}

typedef bool Job(Text *out, Run *run, const ProformaRequest *request);

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

/* When memory ends the arena jumps back to here; what was begun is freed with the run. */
static ProformaOutcome perform(ProformaRun *run, Job *job, const ProformaRequest *request, ProformaText *out)
{
    if (setjmp(run->out_of_memory))
        return memory_ended(run);
    Text text = {0};
    bool good = job(&text, &run->run, request);
    ProformaOutcome outcome = outcome_of(run, problem_gravest(&run->run.problems));
    if (!good || outcome >= PROFORMA_USAGE)
        return outcome < PROFORMA_USAGE ? PROFORMA_INPUT : outcome;
    *out = handed_out(text);
    return outcome;
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

/* What was found is the result, also when it is an error. */
ProformaOutcome proforma_check(ProformaRun *run, const ProformaRequest *request, ProformaText *out)
{
    if (setjmp(run->out_of_memory))
        return memory_ended(run);
    Text text = {0};
    if (job_check(&text, &run->run, request))
        *out = handed_out(text);
    return outcome_of(run, problem_gravest(&run->run.problems));
}

/* --- problems in parts --- */

static ProformaProblem parts_of(Run *run, const Problem *recorded)
{
    static const ProformaSeverity severities[] = {PROFORMA_NOTE, PROFORMA_WARNING, PROFORMA_ERROR, PROFORMA_ERROR};
    ProblemParts parts = problem_parts(run, recorded);
    return (ProformaProblem){.severity = severities[recorded->severity],
                             .place = text_zero_terminated(run->arena, parts.place),
                             .word = text_zero_terminated(run->arena, parts.severity),
                             .message = text_zero_terminated(run->arena, parts.message),
                             .caret = text_zero_terminated(run->arena, parts.caret),
                             .remedy = text_zero_terminated(run->arena, parts.remedy)};
}

/* --- many files --- */

/* Where one filing is read: memory that is used again for the next one, and what came out of it. */
typedef struct {
    Arena *arena;
    jmp_buf out_of_memory;
    Text result;
    ProformaProblem *messages;
    size_t message_count;
    Severity gravest;
    bool memory_ended;
} Desk;

typedef struct {
    const ProformaRequest *request;
    const ProformaSink *sink;
    const Run *run; /* with the files of config/, which places of messages may name */
    Loaded loaded;
    const Writer *writer;
    Desk *desks;
    size_t desk_count, threads;
    Severity gravest;
    bool memory_ended, refused; /* refused: the sink took no more */
} Parsing;

static bool parse_file(Text *out, Run *run, const Parsing *parsing, size_t number)
{
    const Source *source;
    const Filing *filing;
    Statements statements;
    Text file = text_of(parsing->request->files[number]);
    if (!run_read_file(&source, run, file, file, (Place){0}) || !filing_read(&filing, run, source) ||
        !statements_recognize(&statements, run, filing, parsing->loaded.chart, &parsing->loaded.companies))
        return false;
    Footing *footings = arena_array(run->arena, Footing, statements.count);
    for (size_t i = 0; i < statements.count; i++)
        statement_foot(&footings[i], run, &statements.items[i], SEVERITY_warning);
    statements_compare(run, &statements);
    *out = parsing->writer->parse_file(run, &(ParsedFile){&statements, footings, number});
    return true;
}

static void desk_read(Desk *desk, const Parsing *parsing, size_t number)
{
    Run run = {.arena = desk->arena, .config_folder = parsing->run->config_folder};
    for (size_t i = 0; i < parsing->run->sources.count; i++)
        *list_push(run.arena, &run.sources) = parsing->run->sources.items[i];
    bool good = parse_file(&desk->result, &run, parsing, number);
    desk->gravest = problem_gravest(&run.problems);
    if (!good && desk->gravest < SEVERITY_usage)
        desk->gravest = SEVERITY_error;
    desk->messages = arena_array(run.arena, ProformaProblem, run.problems.count);
    for (size_t i = 0; i < run.problems.count; i++)
        desk->messages[i] = parts_of(&run, &run.problems.items[i]);
    desk->message_count = run.problems.count;
}

static void parse_work(void *context, size_t item, size_t slot)
{
    const Parsing *parsing = context;
    Desk *desk = &parsing->desks[slot];
    arena_reset(desk->arena);
    desk->result = (Text){0};
    desk->message_count = 0;
    if (setjmp(desk->out_of_memory))
        desk->memory_ended = true;
    else
        desk_read(desk, parsing, item);
}

static bool parse_finish(void *context, size_t item, size_t slot)
{
    (void)item;
    Parsing *parsing = context;
    const Desk *desk = &parsing->desks[slot];
    parsing->memory_ended = desk->memory_ended;
    if (desk->memory_ended)
        return false;
    if (desk->gravest > parsing->gravest)
        parsing->gravest = desk->gravest;
    for (size_t i = 0; i < desk->message_count; i++)
        parsing->sink->message(parsing->sink->context, &desk->messages[i]);
    if (parsing->gravest < SEVERITY_usage && desk->result.length) /* else nothing of it would be kept */
        parsing->refused = !parsing->sink->result(parsing->sink->context, desk->result.start, desk->result.length);
    return !parsing->refused;
}

static bool parse_prepare(Parsing *out, Run *run)
{
    const ProformaRequest *request = out->request;
    if (request->file_count == 0)
        return problem(run, PROBLEM_bad_usage, (Place){0}, "no file is named");
    if (!read_format(&out->writer, run, request) || !load_knowledge(&out->loaded, run) || !load_charts(&out->loaded, run, request))
        return false;
    sources_settle(&run->sources, run->arena);
    size_t threads = request->threads ? request->threads : pool_processors();
    threads = threads < request->file_count ? threads : request->file_count;
    out->threads = threads < POOL_THREADS_MOST ? threads : POOL_THREADS_MOST;
    out->desk_count = out->threads == 1 ? 1 : 2 * out->threads; /* files differ in size: a thread need not wait for the one with the larger */
    out->desks = arena_array(run->arena, Desk, out->desk_count);
    out->run = run;
    return true;
}

/* The one place that has more than the run to give back, so nothing in it may end by a jump. */
static void parse_all(Parsing *parsing)
{
    for (size_t i = 0; i < parsing->desk_count && !parsing->memory_ended; i++) {
        parsing->desks[i].arena = arena_create(&parsing->desks[i].out_of_memory);
        parsing->memory_ended = !parsing->desks[i].arena;
    }
    if (!parsing->memory_ended)
        pool_run(&(Pool){parsing->request->file_count, parsing->threads, parsing->desk_count, parse_work, parse_finish, parsing});
    for (size_t i = 0; i < parsing->desk_count; i++)
        arena_destroy(parsing->desks[i].arena);
}

static ProformaOutcome parse(ProformaRun *run, Parsing *parsing)
{
    const ProformaSink *sink = parsing->sink;
    if (!parse_prepare(parsing, &run->run))
        return outcome_of(run, problem_gravest(&run->run.problems));
    Text begin = parsing->writer->parse_begin ? parsing->writer->parse_begin(run->run.arena) : (Text){0};
    Text end = parsing->writer->parse_end ? parsing->writer->parse_end(run->run.arena) : (Text){0};
    if (begin.length && !sink->result(sink->context, begin.start, begin.length))
        return PROFORMA_INPUT;
    parse_all(parsing);
    if (parsing->memory_ended)
        return memory_ended(run);
    Severity own = problem_gravest(&run->run.problems);
    ProformaOutcome outcome = outcome_of(run, own > parsing->gravest ? own : parsing->gravest);
    if (parsing->refused || (outcome < PROFORMA_USAGE && end.length && !sink->result(sink->context, end.start, end.length)))
        return PROFORMA_INPUT;
    return outcome;
}

ProformaOutcome proforma_parse(ProformaRun *run, const ProformaRequest *request, const ProformaSink *sink)
{
    if (setjmp(run->out_of_memory))
        return memory_ended(run);
    return parse(run, &(Parsing){.request = request, .sink = sink});
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
    return parts_of(&run->run, &run->run.problems.items[index]);
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

const char *proforma_nearest(ProformaRun *run, const char *word, const char *const *words, size_t count)
{
    if (setjmp(run->out_of_memory))
        return NULL;
    Text nearest = nearest_name(text_of(word), texts_of(run->run.arena, words, count), count);
    return nearest.length ? text_zero_terminated(run->run.arena, nearest) : NULL;
}
