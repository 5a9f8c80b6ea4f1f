/* Many filings, read one by one, each with memory of its own that is used again for the next. */
#include "job/job.h"

#include "base/pool.h"
#include "job/load.h"
#include "statement/foot.h"
#include "statement/reading.h"
#include "statement/recognize.h"
#include "statement/restate.h"

#include <setjmp.h>

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
    Parsed *out;
} Parsing;

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
    *out = job_shown(run, parsing->request, parsing->writer->parse_file(run, &(ParsedFile){&statements, footings, number}));
    return true;
}

static void desk_read(Desk *desk, const Parsing *parsing, size_t number)
{
    Run run = run_beside(parsing->run, desk->arena);
    bool good = parse_file(&desk->result, &run, parsing, number);
    desk->gravest = problem_gravest(&run.problems);
    if (!good && desk->gravest < SEVERITY_usage)
        desk->gravest = SEVERITY_error;
    desk->messages = arena_array(run.arena, ProformaProblem, run.problems.count);
    for (size_t i = 0; i < run.problems.count; i++)
        desk->messages[i] = job_message(&run, &run.problems.items[i]);
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
    Parsed *out = parsing->out;
    out->memory_ended = desk->memory_ended;
    if (desk->memory_ended)
        return false;
    if (desk->gravest > out->gravest)
        out->gravest = desk->gravest;
    for (size_t i = 0; i < desk->message_count; i++)
        parsing->sink->message(parsing->sink->context, &desk->messages[i]);
    if (out->gravest < SEVERITY_usage && desk->result.length) /* else nothing of it would be kept */
        out->refused = !parsing->sink->result(parsing->sink->context, desk->result.start, desk->result.length);
    return !out->refused;
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
    for (size_t i = 0; i < parsing->desk_count && !parsing->out->memory_ended; i++) {
        parsing->desks[i].arena = arena_create(&parsing->desks[i].out_of_memory);
        parsing->out->memory_ended = !parsing->desks[i].arena;
    }
    if (!parsing->out->memory_ended)
        pool_run(&(Pool){parsing->request->file_count, parsing->threads, parsing->desk_count, parse_work, parse_finish, parsing});
    for (size_t i = 0; i < parsing->desk_count; i++)
        arena_destroy(parsing->desks[i].arena);
}

static bool sink_take(const ProformaSink *sink, Text text)
{
    return text.length == 0 || sink->result(sink->context, text.start, text.length);
}

bool job_parse(Parsed *out, Run *run, const ProformaRequest *request, const ProformaSink *sink)
{
    Parsing parsing = {.request = request, .sink = sink, .out = out};
    *out = (Parsed){0};
    if (!parse_prepare(&parsing, run))
        return false;
    Text begin = parsing.writer->parse_begin ? parsing.writer->parse_begin(run->arena) : (Text){0};
    Text end = parsing.writer->parse_end ? parsing.writer->parse_end(run->arena) : (Text){0};
    out->refused = !sink_take(sink, begin);
    if (!out->refused)
        parse_all(&parsing);
    if (!out->refused && !out->memory_ended && out->gravest < SEVERITY_usage)
        out->refused = !sink_take(sink, end);
    return true;
}
