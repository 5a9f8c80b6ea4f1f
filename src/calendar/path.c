#include "calendar/path.h"

#include <stdlib.h>

typedef struct {
    const ReportedColumn *column;
    size_t from, to; /* nodes */
    int64_t recency; /* the greater, the later filed */
} Edge;

struct Graph {
    Text company;
    Edge *edges;
    size_t edge_count;
    Day *nodes; /* ascending */
    size_t node_count;
};

/* --- the graph --- */

static int day_compare(const void *a, const void *b)
{
    Day left = *(const Day *)a, right = *(const Day *)b;
    return (left > right) - (left < right);
}

static size_t node_of(const Graph *graph, Day day)
{
    const Day *found = bsearch(&day, graph->nodes, graph->node_count, sizeof *graph->nodes, day_compare);
    return (size_t)(found - graph->nodes);
}

static void nodes_make(Graph *graph)
{
    for (size_t i = 0; i < graph->edge_count; i++) {
        graph->nodes[graph->node_count++] = graph->edges[i].column->period.start;
        graph->nodes[graph->node_count++] = graph->edges[i].column->period.end + 1;
    }
    qsort(graph->nodes, graph->node_count, sizeof *graph->nodes, day_compare);
    size_t kept = 0;
    for (size_t i = 0; i < graph->node_count; i++)
        if (i == 0 || graph->nodes[i] != graph->nodes[kept - 1])
            graph->nodes[kept++] = graph->nodes[i];
    graph->node_count = kept;
}

/* Filing dates count only when every column has one; else the order of the scenario decides for all, so that the order is total. */
const Graph *graph_make(Run *run, const Books *books, uint8_t kind, Basis basis)
{
    Graph *graph = arena_new(run->arena, Graph);
    bool dated = true;
    graph->company = books->company;
    graph->edges = arena_array(run->arena, Edge, books->count);
    for (size_t i = 0; i < books->count; i++) {
        const ReportedColumn *column = &books->items[i];
        if (column->kind != kind || column->basis != basis || period_days(column->period) <= 0)
            continue;
        graph->edges[graph->edge_count++].column = column;
        dated = dated && column->filed != DAY_NONE;
    }
    graph->nodes = arena_array(run->arena, Day, 2 * graph->edge_count);
    nodes_make(graph);
    for (size_t i = 0; i < graph->edge_count; i++) {
        Edge *edge = &graph->edges[i];
        edge->from = node_of(graph, edge->column->period.start);
        edge->to = node_of(graph, edge->column->period.end + 1);
        edge->recency = (dated ? (int64_t)edge->column->filed * (1 << 20) : 0) + edge->column->order;
    }
    return graph;
}

size_t graph_count(const Graph *graph)
{
    return graph->edge_count;
}

const ReportedColumn *graph_column(const Graph *graph, size_t index)
{
    return graph->edges[index].column;
}

Text graph_company(const Graph *graph)
{
    return graph->company;
}

/* --- the search --- */

typedef struct {
    const Edge *edge;
    int sign;
} Step;

/* What is compared between paths of equally few terms, the gravest first. */
typedef struct {
    int offset, joined;
    int64_t recency[PATH_TERMS_MOST]; /* ascending: the oldest filing of the path counts first */
    int subtracted;
} Merit;

typedef struct {
    const Graph *graph;
    const bool *usable;
    Period wanted;
    int slack, join;
    uint8_t *left; /* per node: fewest terms from there to the wanted end; PATH_TERMS_MOST + 1 when there is no way */
    Step steps[PATH_TERMS_MOST], best[PATH_TERMS_MOST];
    size_t count, best_count;
    Merit best_merit;
} Search;

enum { UNREACHED = PATH_TERMS_MOST + 1 };

static Day step_begin(Step step)
{
    return step.sign > 0 ? step.edge->column->period.start : step.edge->column->period.end + 1;
}

static Day step_end(Step step)
{
    return step.sign > 0 ? step.edge->column->period.end + 1 : step.edge->column->period.start;
}

static bool near_node(const Search *search, size_t a, size_t b)
{
    return a == b || abs(search->graph->nodes[a] - search->graph->nodes[b]) <= search->join;
}

/* A term that begins at `begin` can be taken from every node that may be joined to it. */
static bool spread(Search *search, size_t begin, uint8_t left)
{
    bool news = false;
    for (size_t node = 0; node < search->graph->node_count; node++)
        if (search->left[node] == UNREACHED && near_node(search, node, begin)) {
            search->left[node] = left;
            news = true;
        }
    return news;
}

static void measure(Search *search)
{
    const Graph *graph = search->graph;
    for (size_t node = 0; node < graph->node_count; node++)
        search->left[node] = abs(graph->nodes[node] - search->wanted.end - 1) <= search->join ? 0 : UNREACHED;
    bool news = true;
    for (uint8_t left = 1; left <= PATH_TERMS_MOST && news; left++) {
        news = false;
        for (size_t i = 0; i < graph->edge_count; i++) {
            const Edge *edge = &graph->edges[i];
            if (search->usable && !search->usable[i])
                continue;
            if (search->left[edge->to] == left - 1)
                news |= spread(search, edge->from, left);
            if (search->left[edge->from] == left - 1)
                news |= spread(search, edge->to, left);
        }
    }
}

static Merit merit_of(const Search *search)
{
    Merit merit = {0};
    Day at = step_begin(search->steps[0]);
    merit.offset = abs(at - search->wanted.start);
    for (size_t i = 0; i < search->count; i++) {
        merit.joined += abs(step_begin(search->steps[i]) - at);
        at = step_end(search->steps[i]);
        merit.subtracted += search->steps[i].sign < 0;
        size_t place = i;
        for (; place > 0 && merit.recency[place - 1] > search->steps[i].edge->recency; place--)
            merit.recency[place] = merit.recency[place - 1];
        merit.recency[place] = search->steps[i].edge->recency;
    }
    merit.joined += abs(search->wanted.end + 1 - at);
    return merit;
}

static bool merit_better(const Merit *a, const Merit *b, size_t count)
{
    if (a->offset != b->offset)
        return a->offset < b->offset;
    if (a->joined != b->joined)
        return a->joined < b->joined;
    for (size_t i = 0; i < count; i++)
        if (a->recency[i] != b->recency[i])
            return a->recency[i] > b->recency[i];
    return a->subtracted < b->subtracted;
}

/* The length has to be that of the wanted span as well, or joints at both ends could add up. */
static void path_consider(Search *search)
{
    Merit merit = merit_of(search);
    int days = step_end(search->steps[search->count - 1]) - step_begin(search->steps[0]);
    if (abs(days - period_days(search->wanted)) > search->slack)
        return;
    if (search->best_count && !merit_better(&merit, &search->best_merit, search->count))
        return;
    search->best_merit = merit;
    search->best_count = search->count;
    for (size_t i = 0; i < search->count; i++)
        search->best[i] = search->steps[i];
}

/* Only steps that bring the end one term nearer are tried, so only paths of fewest terms are ever walked. */
static void path_extend(Search *search, size_t node)
{
    const Graph *graph = search->graph;
    if (search->left[node] == 0) {
        path_consider(search);
        return;
    }
    for (size_t i = 0; i < graph->edge_count; i++) {
        const Edge *edge = &graph->edges[i];
        if (search->usable && !search->usable[i])
            continue;
        for (int sign = 1; sign >= -1; sign -= 2) {
            size_t begin = sign > 0 ? edge->from : edge->to, end = sign > 0 ? edge->to : edge->from;
            if (!near_node(search, node, begin) || search->left[end] + 1 != search->left[node])
                continue;
            search->steps[search->count++] = (Step){edge, sign};
            path_extend(search, end);
            search->count--;
        }
    }
}

static bool search_run(Search *search)
{
    const Graph *graph = search->graph;
    uint8_t fewest = UNREACHED;
    measure(search);
    for (int pass = 0; pass < 2; pass++)
        for (size_t node = 0; node < graph->node_count; node++) {
            Day day = graph->nodes[node];
            if (abs(day - search->wanted.start) > search->slack || day > search->wanted.end || search->left[node] == 0)
                continue;
            if (pass == 0 && search->left[node] < fewest)
                fewest = search->left[node];
            if (pass == 1 && search->left[node] == fewest && fewest != UNREACHED)
                path_extend(search, node);
        }
    return search->best_count > 0;
}

/* --- the path --- */

static void joint_add(Path *path, Day stops, Day goes_on)
{
    if (stops != goes_on)
        path->joints[path->joint_count++] = (Joint){stops, goes_on};
}

static void path_make(Path *out, const Search *search)
{
    *out = (Path){.span = {step_begin(search->best[0]), step_end(search->best[search->best_count - 1]) - 1}};
    Day at = out->span.start;
    for (size_t i = 0; i < search->best_count; i++) {
        joint_add(out, at, step_begin(search->best[i]));
        at = step_end(search->best[i]);
    }
    joint_add(out, at, search->wanted.end + 1);
    for (int sign = 1; sign >= -1; sign -= 2)
        for (size_t i = 0; i < search->best_count; i++)
            if (search->best[i].sign == sign)
                out->terms[out->count++] = (AlignTerm){sign, search->best[i].edge->column};
    if (out->joint_count) {
        joint_add(out, search->wanted.start, out->span.start);
        out->gap_days = path_days(out) - period_days(search->wanted);
    }
}

bool path_find(Path *out, Run *run, const Graph *graph, const bool *usable, Period wanted, int slack, int join_days)
{
    Search search = {.graph = graph, .usable = usable, .wanted = wanted, .slack = slack};
    if (graph->edge_count == 0)
        return false;
    search.left = arena_array(run->arena, uint8_t, graph->node_count);
    bool found = search_run(&search);
    if (!found && join_days > 0) {
        search.join = join_days < PATH_SLACK ? join_days : PATH_SLACK;
        search.slack = PATH_SLACK;
        found = search_run(&search);
    }
    if (found)
        path_make(out, &search);
    return found;
}

int path_days(const Path *path)
{
    int days = 0;
    for (size_t i = 0; i < path->count; i++)
        days += path->terms[i].sign * period_days(path->terms[i].column->period);
    return days;
}

bool path_equal(const Path *a, const Path *b)
{
    if (a->count != b->count)
        return false;
    for (size_t i = 0; i < a->count; i++)
        if (a->terms[i].sign != b->terms[i].sign || a->terms[i].column != b->terms[i].column)
            return false;
    return true;
}

/* --- in words --- */

static bool boundary_meets(const Graph *graph, Day node, int within)
{
    for (size_t i = 0; i < graph->node_count; i++)
        if (abs(graph->nodes[i] - node) <= within)
            return true;
    return false;
}

/* Boundaries are called by the day before them. */
static Text boundary_missing(Run *run, const Graph *graph, Day node)
{
    Text missing = day_iso(run->arena, node - 1), before = TEXT("none before"), after = TEXT("none after");
    for (size_t i = 0; i < graph->node_count && graph->nodes[i] < node; i++)
        before = day_iso(run->arena, graph->nodes[i] - 1);
    for (size_t i = graph->node_count; i > 0 && graph->nodes[i - 1] > node; i--)
        after = day_iso(run->arena, graph->nodes[i - 1] - 1);
    return text_format(run->arena, "no reported period ends or begins at " TEXT_FORMAT " (nearest: " TEXT_FORMAT ", " TEXT_FORMAT ")",
                       TEXT_ARGUMENTS(missing), TEXT_ARGUMENTS(before), TEXT_ARGUMENTS(after));
}

/* The least join_days with which there is a path, when any does it. */
static Text join_remedy(Run *run, const Graph *graph, Period wanted, int slack, int join_days)
{
    Path path;
    for (int days = join_days + 1; days <= PATH_SLACK; days++)
        if (path_find(&path, run, graph, NULL, wanted, slack, days))
            return text_format(run->arena, "; join_days = %d in the company takes boundaries at most %d day%s apart for each other", days, days, days == 1 ? "" : "s");
    return TEXT("");
}

static Text missing_spoken(Run *run, const Graph *graph, Period wanted, int slack, int join_days)
{
    bool begins = boundary_meets(graph, wanted.start, slack > join_days ? slack : join_days);
    bool ends = boundary_meets(graph, wanted.end + 1, join_days);
    if (!begins && !ends) {
        Text first = boundary_missing(run, graph, wanted.start), last = boundary_missing(run, graph, wanted.end + 1);
        return text_format(run->arena, TEXT_FORMAT "; " TEXT_FORMAT, TEXT_ARGUMENTS(first), TEXT_ARGUMENTS(last));
    }
    if (!begins || !ends)
        return boundary_missing(run, graph, begins ? wanted.end + 1 : wanted.start);
    Text first = day_iso(run->arena, wanted.start - 1), last = day_iso(run->arena, wanted.end);
    return text_format(run->arena, "no path of at most %d reported periods leads from " TEXT_FORMAT " to " TEXT_FORMAT, PATH_TERMS_MOST,
                       TEXT_ARGUMENTS(first), TEXT_ARGUMENTS(last));
}

Text path_missing(Run *run, const Graph *graph, Period wanted, int slack, int join_days)
{
    Text missing = missing_spoken(run, graph, wanted, slack, join_days), remedy = join_remedy(run, graph, wanted, slack, join_days);
    return text_format(run->arena, TEXT_FORMAT TEXT_FORMAT, TEXT_ARGUMENTS(missing), TEXT_ARGUMENTS(remedy));
}

static void terms_append(TextBuilder *builder, const Path *path, bool weighted)
{
    for (size_t i = 0; i < path->count; i++) {
        const Period period = path->terms[i].column->period;
        if (i > 0 || path->terms[i].sign < 0)
            text_append(builder, path->terms[i].sign < 0 ? TEXT(" - ") : TEXT(" + "));
        if (weighted)
            text_append_format(builder, "%d days x ", period_days(period));
        text_append(builder, period_formula(builder->arena, period));
    }
}

Text path_formula(Run *run, const Path *path)
{
    if (path->count == 1)
        return TEXT("");
    TextBuilder builder = {.arena = run->arena};
    text_append(&builder, period_formula(run->arena, path->span));
    text_append(&builder, TEXT(" = "));
    terms_append(&builder, path, false);
    return text_builder_text(&builder);
}

Text path_formula_weighted(Run *run, const Path *path)
{
    if (path->count == 1)
        return TEXT("");
    TextBuilder builder = {.arena = run->arena};
    text_append(&builder, period_formula(run->arena, path->span));
    text_append(&builder, TEXT(" = ("));
    terms_append(&builder, path, true);
    text_append_format(&builder, ") / %d days", path_days(path));
    return text_builder_text(&builder);
}
