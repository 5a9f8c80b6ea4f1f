/* Reading order: what is asked for, settings, figures. */
#include "job/job.h"

#include "job/naming.h"
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
        if (!naming_read(&asking.name, run, &asking.loaded, asking.written, asking.place) || !explain_figure(&explanation, run, &asking))
            return false;
    *out = asking.writer->explanation(run->arena, &explanation);
    return true;
}
