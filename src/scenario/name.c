#include "scenario/name.h"

#include "scenario/analysis.h"
#include "scenario/formula.h"
#include "scenario/reading.h"

static bool split_name(Text name, Text *head, Text *rest)
{
    size_t dot = text_find_char(name, '.', 0);
    *head = text_slice(name, 0, dot);
    *rest = text_slice(name, dot + 1, name.length);
    return dot < name.length;
}

Text column_name(ColumnKind column)
{
    static const char *const names[COLUMN_KINDS] = {"reclassifications", "adjustments", "autonomous_entity", "pro_forma"};
    return text_of(names[column]);
}

/* --- what a name stands for --- */

static const Named nothing = {NAMED_nothing, 0, LINE_NONE, 0};

static Named named_input(const Scenario *scenario, Text group, Text name)
{
    for (size_t i = 0; i < scenario->input_count; i++)
        if (text_equal(scenario->inputs[i].group, group) && text_equal(scenario->inputs[i].name, name))
            return (Named){.kind = NAMED_input, .index = i, .line = LINE_NONE};
    return nothing;
}

/* A kind's figures have names of one word. */
static size_t find_figure(const EntryKind *kind, Text name)
{
    size_t figure = 0, count = kind ? entry_figure_count(kind->figures) : 0;
    while (figure < count && !text_equal(text_of(kind->figures[figure].name), name))
        figure++;
    return figure < count ? figure : SIZE_MAX;
}

static Named named_entry(const Scenario *scenario, const Chart *chart, Text rest)
{
    Text name, part;
    bool parts = split_name(rest, &name, &part);
    size_t entry = 0;
    while (entry < scenario->entry_count && !text_equal(scenario->entries[entry].name, name))
        entry++;
    if (!parts || entry == scenario->entry_count)
        return nothing;
    size_t figure = find_figure(scenario->entries[entry].kind, part);
    LineId line = chart_line(chart, part);
    if (figure != SIZE_MAX)
        return (Named){.kind = NAMED_figure, .index = entry, .line = LINE_NONE, .figure = figure};
    return line == LINE_NONE ? nothing : (Named){.kind = NAMED_entry, .index = entry, .line = line};
}

static Named named_analysis(const Scenario *scenario, Text name)
{
    AnalysisId id;
    size_t subject;
    return analysis_resolve(&id, &subject, scenario, name) ? (Named){.kind = NAMED_analysis, .index = id, .line = LINE_NONE, .figure = subject} : nothing;
}

static Named named_line(NamedKind kind, size_t index, LineId line)
{
    return line == LINE_NONE ? nothing : (Named){.kind = kind, .index = index, .line = line};
}

Named name_resolve(const Scenario *scenario, const Chart *chart, Text name)
{
    Text head, rest;
    if (split_name(name, &head, &rest)) {
        Named input = named_input(scenario, head, rest);
        if (input.kind == NAMED_input)
            return input;
        if (text_equal(head, TEXT("entries")))
            return named_entry(scenario, chart, rest);
        if (text_equal(head, TEXT("analysis")))
            return named_analysis(scenario, rest);
        size_t company = scenario_company(scenario, head);
        if (company < scenario->company_count)
            return named_line(NAMED_company, company, chart_line(chart, rest));
        for (ColumnKind column = 0; column < COLUMN_KINDS; column++)
            if (text_equal(column_name(column), head))
                return named_line(NAMED_column, column, chart_line(chart, rest));
    }
    return named_line(NAMED_column, COLUMN_pro_forma, chart_line(chart, name));
}

Text name_text(Arena *arena, const Scenario *scenario, const Chart *chart, Named named)
{
    TextBuilder out = {.arena = arena};
    switch (named.kind) {
    case NAMED_nothing: return TEXT("");
    case NAMED_analysis: return analysis_name(arena, scenario, (AnalysisId)named.index, named.figure);
    case NAMED_input: text_append(&out, scenario->inputs[named.index].group); break;
    case NAMED_company: text_append(&out, scenario->companies[named.index].company.id); break;
    case NAMED_column: text_append(&out, column_name((ColumnKind)named.index)); break;
    case NAMED_entry:
    case NAMED_figure:
        text_append(&out, TEXT("entries."));
        text_append(&out, scenario->entries[named.index].name);
        break;
    }
    text_append_char(&out, '.');
    if (named.kind == NAMED_figure)
        text_append(&out, text_of(scenario->entries[named.index].kind->figures[named.figure].name));
    else
        text_append(&out, named.kind == NAMED_input ? scenario->inputs[named.index].name : chart_at(chart, named.line)->name);
    return text_builder_text(&out);
}

/* --- what a name could have meant --- */

typedef struct {
    Text *items;
    size_t count, capacity;
} Names;

static void add_name(Names *out, Arena *arena, Text head, Text rest)
{
    *list_push(arena, out) = text_format(arena, TEXT_FORMAT "." TEXT_FORMAT, TEXT_ARGUMENTS(head), TEXT_ARGUMENTS(rest));
}

static Text near_line(const Chart *chart, Text name)
{
    return chart_line(chart, name) != LINE_NONE ? name : chart_nearest_line(chart, name);
}

/* Every input, the nearest line of each column and of each entry, the nearest figure of the analysis; the nearest of these to the whole name is meant. */
Text name_nearest(Arena *arena, const Scenario *scenario, const Chart *chart, Text name)
{
    Names names = {0};
    Text head, rest, entry, line;
    for (size_t i = 0; i < scenario->input_count; i++)
        add_name(&names, arena, scenario->inputs[i].group, scenario->inputs[i].name);
    bool parts = split_name(name, &head, &rest);
    Text analysed = analysis_nearest(arena, scenario, name);
    if (parts && text_equal(head, TEXT("analysis")))
        return analysed;
    Text near = parts ? near_line(chart, rest) : TEXT("");
    for (size_t i = 0; near.length && i < scenario->company_count; i++)
        add_name(&names, arena, scenario->companies[i].company.id, near);
    for (ColumnKind column = 0; near.length && column < COLUMN_KINDS; column++)
        add_name(&names, arena, column_name(column), near);
    if (parts && split_name(rest, &entry, &line) && (near = near_line(chart, line)).length)
        for (size_t i = 0; i < scenario->entry_count; i++)
            add_name(&names, arena, text_format(arena, "entries." TEXT_FORMAT, TEXT_ARGUMENTS(scenario->entries[i].name)), near);
    for (size_t i = 0; i < scenario->entry_count; i++)
        for (const EntryFigure *figure = scenario->entries[i].kind ? scenario->entries[i].kind->figures : NULL; figure && figure->name; figure++)
            add_name(&names, arena, text_format(arena, "entries." TEXT_FORMAT, TEXT_ARGUMENTS(scenario->entries[i].name)), text_of(figure->name));
    *list_push(arena, &names) = analysed;
    *list_push(arena, &names) = chart_nearest_line(chart, name);
    return nearest_name(name, names.items, names.count);
}

bool name_unknown(Run *run, const Scenario *scenario, const Chart *chart, const Expression *name)
{
    return problem(run, PROBLEM_unknown_name, name->place, "there is no \"" TEXT_FORMAT "\"" TEXT_FORMAT, TEXT_ARGUMENTS(name->name),
                   TEXT_ARGUMENTS(suggest(run->arena, name_nearest(run->arena, scenario, chart, name->name))));
}

/* --- the names in a scenario's formulas --- */

static bool add_once(Names *reported, Arena *arena, Text name)
{
    for (size_t i = 0; i < reported->count; i++)
        if (text_equal(reported->items[i], name))
            return false;
    *list_push(arena, reported) = name;
    return true;
}

static bool name_is_result(Run *run, const Expression *name)
{
    return problem(run, PROBLEM_unknown_name, name->place, "\"" TEXT_FORMAT "\" is a result; an entry or a share count can refer only to companies' lines, inputs and entries",
                   TEXT_ARGUMENTS(name->name));
}

typedef struct {
    Reading *reading;
    Names reported;
} NameCheck;

/* What figures an entry hands out whose kind could not be read is not known, and that is said already. */
static bool of_unknown_kind(const Scenario *scenario, Text name)
{
    Text head, rest, entry, figure;
    if (!split_name(name, &head, &rest) || !text_equal(head, TEXT("entries")) || !split_name(rest, &entry, &figure))
        return false;
    for (size_t i = 0; i < scenario->entry_count; i++)
        if (text_equal(scenario->entries[i].name, entry))
            return !scenario->entries[i].kind;
    return false;
}

static void check_name(NameCheck *check, const Expression *name, bool may_be_result)
{
    Reading *reading = check->reading;
    Named named = name_resolve(reading->out, reading->chart, name->name);
    bool result = named.kind == NAMED_column || named.kind == NAMED_analysis;
    if ((named.kind != NAMED_nothing && (may_be_result || !result)) || of_unknown_kind(reading->out, name->name))
        return;
    reading->good = reading->names_known = false;
    if (!add_once(&check->reported, reading->run->arena, name->name))
        return;
    if (result)
        name_is_result(reading->run, name);
    else
        name_unknown(reading->run, reading->out, reading->chart, name);
}

static void check_expression(NameCheck *check, const Expression *expression, bool may_be_result)
{
    if (!expression)
        return;
    for (int i = 0; i < 3; i++)
        check_expression(check, expression->operands[i], may_be_result);
    if (expression->kind == EXPRESSION_name)
        check_name(check, expression, may_be_result);
}

static void check_formula(void *check, const Formula *formula)
{
    check_expression(check, formula->expression, formula->may_be_result);
}

/* A name that is unknown in several formulas is one mistake. */
void check_names(Reading *reading)
{
    NameCheck check = {.reading = reading};
    if (reading->names_known)
        scenario_formulas(reading->out, reading->chart, check_formula, &check);
}
