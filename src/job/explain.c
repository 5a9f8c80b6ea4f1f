/* Reading order: what is asked for, settings, names that nobody knows, figures. */
#include "job/job.h"

#include "base/suggest.h"
#include "job/load.h"
#include "model/analysis.h"
#include "model/lookup.h"
#include "scenario/set.h"

#include <math.h>

typedef struct {
    Loaded loaded;
    ModelRequest wanted;
    const Writer *writer;
    Expression name;
    Text written; /* the name as it was given */
    Place place;
} Asking;

/* --- what is asked for --- */

static bool read_depth(size_t *out, Run *run, const char *word)
{
    size_t digits = 0;
    *out = word ? 0 : SIZE_MAX;
    for (; word && word[digits] >= '0' && word[digits] <= '9' && digits < 6; digits++)
        *out = *out * 10 + (size_t)(word[digits] - '0');
    return !word || (digits && !word[digits]) || problem(run, PROBLEM_bad_usage, place_of_word(run, "--depth", word), "\"%s\" is no number of levels", word);
}

static bool read_asked(Asking *asking, Explanation *out, Run *run, const ProformaRequest *request)
{
    bool good = read_depth(&out->depth, run, request->depth);
    if (!request->name || !*request->name)
        return problem(run, PROBLEM_bad_usage, (Place){0}, "no figure is named: give its NAME");
    asking->written = text_of(request->name);
    asking->place = place_of_word(run, "NAME", request->name);
    if (!load_all(&asking->loaded, &asking->wanted, &asking->writer, run, request))
        return false;
    return good && (asking->writer->explanation ||
                    problem(run, PROBLEM_bad_usage, place_of_word(run, "--format", request->format), "a figure is explained as text or json, not as %s", request->format));
}

/* --- settings --- */

static bool explain_setting(Explanation *out, Run *run, const Asking *asking)
{
    const Scenario *scenario = asking->loaded.scenario;
    ScenarioPaths paths = scenario_paths(run, scenario->kinds, scenario->root);
    for (size_t i = 0; i < paths.count; i++) {
        const Setting *setting = paths.items[i].setting;
        if (!text_equal(paths.items[i].name, asking->written))
            continue;
        out->sources = &run->sources;
        out->name = asking->written;
        out->is_setting = true;
        out->number = setting && (setting->kind == SETTING_integer || setting->kind == SETTING_real);
        out->value = setting ? setting_value_text(run->arena, setting) : TEXT("");
        out->place = setting ? setting->place : (Place){0};
        return true;
    }
    return false;
}

/* --- names that nobody knows --- */

typedef struct {
    Text *items;
    size_t count, capacity;
} Names;

static void add_analysis_names(Names *out, Arena *arena, const Scenario *scenario)
{
    for (AnalysisId id = 0; id < ANALYSIS_FIGURES; id++)
        for (size_t i = 0; i < analysis_subject_count(scenario, analysis_figures[id].subject); i++)
            *list_push(arena, out) = analysis_name(arena, scenario, id, i);
}

static bool refuse_name(Run *run, const Asking *asking, Text name)
{
    Names names = {0};
    const Scenario *scenario = asking->loaded.scenario;
    ScenarioPaths paths = scenario_paths(run, scenario->kinds, scenario->root);
    *list_push(run->arena, &names) = name_nearest(run->arena, scenario, asking->loaded.chart, name);
    add_analysis_names(&names, run->arena, scenario);
    for (size_t i = 0; i < paths.count; i++)
        *list_push(run->arena, &names) = paths.items[i].name;
    return problem_as(run, SEVERITY_usage, PROBLEM_unknown_name, asking->place, "there is no \"" TEXT_FORMAT "\"" TEXT_FORMAT, TEXT_ARGUMENTS(asking->written),
                      TEXT_ARGUMENTS(suggest(run->arena, nearest_name(name, names.items, names.count))));
}

/* What is wrong with the form of the name is a matter of usage, as all of the command line is. */
static bool read_name(Asking *asking, Run *run)
{
    size_t before = run->problems.count;
    if (expression_parse_name(&asking->name, run, asking->written, asking->place))
        return name_resolve(asking->loaded.scenario, asking->loaded.chart, asking->name.name).kind != NAMED_nothing || refuse_name(run, asking, asking->name.name);
    for (size_t i = before; i < run->problems.count; i++)
        run->problems.items[i].severity = SEVERITY_usage;
    return false;
}

/* --- figures --- */

static LookupContext context_of(Model *model, const ModelRequest *wanted)
{
    LookupContext context = {.model = model, .basis = wanted->has_basis ? wanted->basis : BASIS_gaap};
    if (wanted->period_count)
        context.wanted = wanted->periods[0];
    else if (model->scenario->period_count)
        context.wanted = model->scenario->periods[0];
    return context;
}

/* "n.m.: the income of target is a loss" */
static Text word_and_why(const Model *model, size_t sheet, Named named)
{
    const Analysis *analysis = analysis_find(model, sheet);
    const AnalysisFigure *figure = analysis ? analysis_figure(analysis, (AnalysisId)named.index, named.figure) : NULL;
    if (!figure || !figure->word)
        return figure ? figure->why : TEXT("");
    return text_format(model->run->arena, "%s%s" TEXT_FORMAT, figure->word, figure->why.length ? ": " : "", TEXT_ARGUMENTS(figure->why));
}

/* Of a figure that is no number: what the report says of it. */
static Text reason_of(const Model *model, Named named, WantedPeriod wanted, Basis basis, Text looked)
{
    bool column = named.kind == NAMED_column, analysis = named.kind == NAMED_analysis;
    LineId line = analysis ? model->chart->per_share.income : named.line;
    for (size_t i = 0; looked.length == 0 && (column || analysis) && i < model->sheets.count; i++) {
        const Sheet *sheet = &model->sheets.items[i];
        bool based = model->chart->statements[sheet->kind].has_bases;
        if (sheet->kind != chart_at(model->chart, line)->statement || !wanted_period_equal(sheet->wanted, wanted) || (based && sheet->basis != basis))
            continue;
        looked = analysis ? word_and_why(model, i, named) : sheet_figure(model, sheet, model_column(model, (ColumnKind)named.index), line)->reason;
    }
    return looked.length ? looked : TEXT("it is a quotient of 0, or of what has no value");
}

static bool explain_figure(Explanation *out, Run *run, Asking *asking)
{
    const Expression *names[] = {&asking->name};
    asking->wanted.names = names;
    asking->wanted.name_count = 1;
    Model *model = load_model(run, &asking->loaded, &asking->wanted);
    if (!model)
        return false;
    LookupContext context = context_of(model, &asking->wanted);
    Named named = name_resolve(model->scenario, model->chart, asking->name.name);
    FullName full = named_full(model, named, lookup_period(&context, &asking->name), lookup_basis(&context, &asking->name));
    Slot slot = model->wanted[0];
    out->sources = &run->sources;
    out->name = full_name_text(run->arena, &full);
    if (slot != SLOT_NONE && isfinite(model->values[slot])) {
        explain_slot(out, explainer_begin(model), slot, &full, named);
        return true;
    }
    Text reason = reason_of(model, named, lookup_period(&context, &asking->name), lookup_basis(&context, &asking->name), model->wanted_reasons[0]);
    Text prefix = text_format(run->arena, TEXT_FORMAT ": ", TEXT_ARGUMENTS(out->name));
    out->reason = text_slice(reason, text_starts_with(reason, prefix) ? prefix.length : 0, reason.length);
    run->to_look_at = true;
    return true;
}

bool job_explain(Text *out, Run *run, const ProformaRequest *request)
{
    Asking asking = {0};
    Explanation explanation = {0};
    if (!read_asked(&asking, &explanation, run, request))
        return false;
    bool is_figure = name_resolve(asking.loaded.scenario, asking.loaded.chart, asking.written).kind != NAMED_nothing;
    if (is_figure || !explain_setting(&explanation, run, &asking))
        if (!read_name(&asking, run) || !explain_figure(&explanation, run, &asking))
            return false;
    *out = asking.writer->explanation(run->arena, &explanation);
    return true;
}
