/* Reading order: loading, figures that are shown, their accretion, axes, opening, inputs, one point. */
#include "job/studying.h"

#include "job/naming.h"
#include "model/analysis.h"
#include "model/lookup.h"
#include "model/open.h"
#include "model/per_share.h"
#include "report/slot_owner.h"
#include "scenario/distribution.h"

#include <math.h>

/* --- loading --- */

/* Names that have no value given stay open; the others are set, as --set would. */
static void open_names(Studying *studying, const Text *values)
{
    Arena *arena = studying->run->arena;
    Text *opens = arena_array(arena, Text, studying->varied_count);
    studying->loaded.opens = opens;
    studying->loaded.open_count = 0;
    for (size_t i = 0; i < studying->varied_count; i++)
        if (!values || values[i].length == 0)
            opens[studying->loaded.open_count++] = studying->varied[i].name;
}

/* An open name is a source of its own; what is wrong with it is said at the option in which it stands. */
static void blame_varied(Studying *studying, size_t from)
{
    Run *run = studying->run;
    for (size_t i = from; i < run->problems.count; i++) {
        Place *place = &run->problems.items[i].place;
        const Source *source = source_at(&run->sources, place->source);
        for (size_t j = 0; source && text_equal(source->name, TEXT("--vary")) && j < studying->varied_count; j++)
            if (text_equal(source->bytes, studying->varied[j].name) && studying->varied[j].place.source)
                *place = (Place){studying->varied[j].place.source, studying->varied[j].place.start,
                                 studying->varied[j].place.start + (uint32_t)studying->varied[j].name.length};
    }
}

static bool load(Studying *studying)
{
    size_t before = studying->run->problems.count;
    const Writer *writer;
    ProformaRequest request = *studying->request;
    request.format = NULL; /* what a study is written as is its own matter */
    bool good = load_all(&studying->loaded, &studying->wanted, &writer, studying->run, &request);
    blame_varied(studying, before);
    return good;
}

bool studying_load(Studying *out, Run *run, const ProformaRequest *request, const Varied *varied, size_t count)
{
    *out = (Studying){.run = run, .request = request, .varied = arena_array(run->arena, Varied, count), .varied_count = count};
    if (count > OPEN_MOST)
        return problem(run, PROBLEM_bad_usage, (Place){0}, "at most %d names can be varied at once", OPEN_MOST);
    for (size_t i = 0; i < count; i++)
        out->varied[i] = varied[i];
    open_names(out, NULL);
    return load(out);
}

bool studying_share(Studying *out, Run *run, const ProformaRequest *request, const Loaded *loaded, const Varied *varied, size_t count)
{
    *out = (Studying){.run = run, .request = request, .loaded = *loaded, .varied = arena_array(run->arena, Varied, count), .varied_count = count};
    for (size_t i = 0; i < count; i++)
        out->varied[i] = varied[i];
    return read_request(&out->wanted, run, loaded->chart, request);
}

/* --- figures that are shown --- */

typedef struct {
    Studying *studying;
    Studied *out;
    Expression *names; /* of the figures, then of the accretion that belongs to each */
    const Expression **pointers;
    size_t count, room;
} Showing;

/* A bare line means the request's column. */
static bool read_shown(Showing *showing, Text written, Place place)
{
    Run *run = showing->studying->run;
    const Loaded *loaded = &showing->studying->loaded;
    const char *column = showing->studying->request->column;
    Expression *name = &showing->names[showing->count];
    if (!naming_read(name, run, loaded, written, place))
        return false;
    if (column && chart_line(loaded->chart, name->name) != LINE_NONE)
        name->name = text_format(run->arena, "%s." TEXT_FORMAT, column, TEXT_ARGUMENTS(name->name));
    if (name_resolve(loaded->scenario, loaded->chart, name->name).kind == NAMED_nothing)
        return problem(run, PROBLEM_bad_usage, place_of_word(run, "--column", column), "the report has no column \"%s\"", column);
    showing->out->figures[showing->count].label = written;
    showing->pointers[showing->count] = name;
    showing->count++;
    return true;
}

static size_t count_shown(const Text *shows, size_t show_count)
{
    size_t count = show_count;
    for (size_t i = 0; i < show_count; i++)
        for (size_t at = text_find_char(shows[i], ',', 0); at < shows[i].length; at = text_find_char(shows[i], ',', at + 1))
            count++;
    return count;
}

/* One word is one source, however often it is read; that of --for goes on with its value. */
static Place place_of_show(Run *run, Text word)
{
    for (size_t i = 0; i < run->sources.count; i++) {
        const Source *source = run->sources.items[i];
        bool shown = text_equal(source->name, TEXT("--show")) && text_equal(source->bytes, word);
        if (shown || (text_equal(source->name, TEXT("--for")) && text_starts_with(source->bytes, word)))
            return (Place){source->number, 0, (uint32_t)word.length};
    }
    return place_of_word(run, "--show", text_zero_terminated(run->arena, word));
}

static bool read_shows(Showing *showing, const Text *shows, size_t show_count)
{
    bool good = true;
    for (size_t i = 0; i < show_count; i++) {
        Place whole = place_of_show(showing->studying->run, shows[i]);
        for (size_t at = 0; at <= shows[i].length;) {
            size_t end = text_find_char(shows[i], ',', at);
            Place place = {whole.source, (uint32_t)at, (uint32_t)end};
            Text written = text_trim(text_slice(shows[i], at, end));
            if (written.length == 0)
                good = problem(showing->studying->run, PROBLEM_bad_usage, place, "--show takes NAME[,NAME]..., such as eps.basic,eps.diluted");
            else
                good = read_shown(showing, written, place) && good;
            at = end + 1;
        }
    }
    return good;
}

/* --- their accretion --- */

/* What tells whether a figure of the combination is accretive; ANALYSIS_FIGURES: nothing does. */
static AnalysisId accretion_of(const Chart *chart, Named named)
{
    const PerShareLines *lines = &chart->per_share;
    if (named.kind == NAMED_column && named.index == COLUMN_pro_forma && (named.line == lines->basic_eps || named.line == lines->continuing_basic_eps))
        return ANALYSIS_accretion_basic;
    if (named.kind == NAMED_column && named.index == COLUMN_pro_forma && (named.line == lines->diluted_eps || named.line == lines->continuing_diluted_eps))
        return ANALYSIS_accretion_diluted;
    if (named.kind != NAMED_analysis)
        return ANALYSIS_FIGURES;
    switch ((AnalysisId)named.index) {
    case ANALYSIS_accretion_basic:
    case ANALYSIS_accretion_basic_cents:
    case ANALYSIS_basic_each:
    case ANALYSIS_pro_forma_basic: return ANALYSIS_accretion_basic;
    case ANALYSIS_accretion_diluted:
    case ANALYSIS_accretion_diluted_cents:
    case ANALYSIS_diluted_each:
    case ANALYSIS_bridge_end:
    case ANALYSIS_pro_forma_diluted: return ANALYSIS_accretion_diluted;
    default: return ANALYSIS_FIGURES;
    }
}

/* Behind the figures' names one for each that has it, in their order. */
static void add_accretions(Showing *showing, size_t figures)
{
    const Loaded *loaded = &showing->studying->loaded;
    for (size_t i = 0; i < figures; i++) {
        Expression *name = &showing->names[showing->count];
        AnalysisId id = accretion_of(loaded->chart, name_resolve(loaded->scenario, loaded->chart, showing->names[i].name));
        if (id == ANALYSIS_FIGURES)
            continue;
        *name = showing->names[i];
        name->name = analysis_name(showing->studying->run->arena, loaded->scenario, id, 0);
        showing->pointers[showing->count++] = name;
    }
}

static bool begin_shown(Showing *showing, const Text *shows, size_t show_count)
{
    Arena *arena = showing->studying->run->arena;
    size_t count = count_shown(shows, show_count);
    showing->names = arena_array(arena, Expression, 2 * count);
    showing->pointers = arena_array(arena, const Expression *, 2 * count);
    showing->out->figures = arena_array(arena, StudyFigure, count);
    if (!read_shows(showing, shows, show_count))
        return false;
    showing->out->figure_count = showing->count;
    add_accretions(showing, showing->out->figure_count);
    return true;
}

/* --- units, reasons --- */

static int unit_decimals(UnitKind unit)
{
    switch (unit) {
    case UNIT_money: return 0;
    case UNIT_shares: return 1;
    case UNIT_per_share: return 4;
    default: return 3;
    }
}

static UnitKind unit_of(const Loaded *loaded, Named named)
{
    const Scenario *scenario = loaded->scenario;
    switch (named.kind) {
    case NAMED_input: return (UnitKind)scenario->inputs[named.index].unit.kind;
    case NAMED_figure: return scenario->entries[named.index].kind->figures[named.figure].unit;
    case NAMED_analysis: return analysis_unit((AnalysisId)named.index);
    case NAMED_company:
    case NAMED_column:
    case NAMED_entry: return (UnitKind)chart_at(loaded->chart, named.line)->unit;
    case NAMED_nothing: break;
    }
    return UNIT_none;
}

static const AnalysisFigure *analysis_of(const Model *model, Named named, WantedPeriod wanted, Basis basis)
{
    LineId income = model->chart->per_share.income;
    for (size_t i = 0; named.kind == NAMED_analysis && i < model->sheets.count; i++) {
        const Sheet *sheet = &model->sheets.items[i];
        const Analysis *analysis = analysis_find(model, i);
        if (analysis && sheet->kind == chart_at(model->chart, income)->statement && sheet->basis == basis && wanted_period_equal(sheet->wanted, wanted))
            return analysis_figure(analysis, (AnalysisId)named.index, named.figure);
    }
    return NULL;
}

static void describe_figure(StudyFigure *figure, const Showing *showing, const Model *model, size_t index)
{
    const Loaded *loaded = &showing->studying->loaded;
    const Expression *name = &showing->names[index];
    LookupContext context = {.model = showing->studying->model, .wanted = showing->studying->first, .basis = showing->studying->wanted.has_basis ? showing->studying->wanted.basis : BASIS_gaap};
    Named named = name_resolve(loaded->scenario, loaded->chart, name->name);
    WantedPeriod wanted = lookup_period(&context, name);
    Basis basis = lookup_basis(&context, name);
    FullName full = named_full(model, named, wanted, basis);
    const AnalysisFigure *analysis = analysis_of(model, named, wanted, basis);
    UnitKind unit = unit_of(loaded, named);
    figure->name = full_name_text(showing->studying->run->arena, &full);
    figure->unit = (Unit){(uint8_t)unit, unit == UNIT_money || unit == UNIT_shares ? loaded->scenario->reporting.scale : 0};
    figure->percent = named.kind == NAMED_analysis && text_equal(text_of(analysis_figures[named.index].unit), TEXT("percent"));
    figure->decimals = named.kind == NAMED_analysis ? analysis_figures[named.index].decimals : unit_decimals(unit);
    figure->slot = model->wanted[index];
    figure->reason = model->wanted_reasons[index];
    figure->accretion = SLOT_NONE;
    figure->base = figure->slot == SLOT_NONE ? NAN : model->values[figure->slot];
    if (analysis) {
        figure->exceptions = analysis->exceptions.items;
        figure->exception_count = analysis->exceptions.count;
    }
}

static void describe_figures(Showing *showing, const Model *model)
{
    const Loaded *loaded = &showing->studying->loaded;
    size_t next = showing->out->figure_count;
    for (size_t i = 0; i < showing->out->figure_count; i++) {
        StudyFigure *figure = &showing->out->figures[i];
        describe_figure(figure, showing, model, i);
        if (accretion_of(loaded->chart, name_resolve(loaded->scenario, loaded->chart, showing->names[i].name)) != ANALYSIS_FIGURES)
            figure->accretion = model->wanted[next++];
    }
}

/* --- axes --- */

/* A printed increment takes no notice of the price of the acquirer's stock. */
static bool ignores_price(const Model *model, UnitKind unit)
{
    for (size_t i = 0; unit == UNIT_per_share && i < model->per_shares.count; i++)
        for (size_t j = 0; j < model->per_shares.items[i].securities.count; j++)
            if (model->per_shares.items[i].securities.items[j].opaque)
                return true;
    return false;
}

/* What stands before the slot's number: the value as it is written. */
static Printed written_of(Arena *arena, double number)
{
    Printed printed = {0};
    printed_parse(&printed, amount_plain(arena, number));
    return printed;
}

static void describe_open(StudyAxis *axis, const Model *model, size_t open)
{
    const Scenario *scenario = model->scenario;
    const ScenarioOpen *given = &scenario->opens[open];
    bool scaled = given->unit == UNIT_money || given->unit == UNIT_shares;
    axis->slot = model->open_slots[open];
    axis->input = given->kind == OPEN_input ? &scenario->inputs[given->input] : NULL;
    axis->unit = axis->input ? axis->input->unit : (Unit){(uint8_t)given->unit, scaled ? scenario->reporting.scale : 0};
    axis->formula = given->kind == OPEN_formula;
    axis->opaque = axis->input && ignores_price(model, given->unit);
    axis->has_base = axis->slot != SLOT_NONE;
    if (!axis->has_base)
        return;
    axis->base_number = model->values[axis->slot];
    axis->base = axis->input ? axis->input->value : written_of(model->run->arena, axis->base_number);
    if (!axis->input)
        axis->base.unit = axis->unit;
}

/* open_count: it has a value that was set. */
static size_t open_of(const Scenario *scenario, Text name)
{
    size_t open = 0;
    while (open < scenario->open_count && !text_equal(scenario->opens[open].name, name))
        open++;
    return open;
}

static void describe_axes(Studied *out, const Studying *studying, const Model *model)
{
    out->axes = arena_array(studying->run->arena, StudyAxis, studying->varied_count);
    out->axis_count = studying->varied_count;
    for (size_t i = 0; i < studying->varied_count; i++) {
        out->axes[i] = (StudyAxis){.name = studying->varied[i].name, .place = studying->varied[i].place, .slot = SLOT_NONE};
        size_t open = open_of(model->scenario, studying->varied[i].name);
        if (open < model->scenario->open_count)
            describe_open(&out->axes[i], model, open);
    }
}

/* --- conditions --- */

static void add_conditions(Studied *out, const bool *varies, Condition *kept, const Conditions *conditions)
{
    for (size_t i = 0; i < conditions->count; i++) {
        const Condition *condition = &conditions->items[i];
        if (problem_severity(condition->kind) >= SEVERITY_usage && varies[condition->holds])
            kept[out->condition_count++] = *condition;
    }
}

/* Those that do not vary hold, or there would be no model. */
static void find_conditions(Studied *out, const Model *model)
{
    const bool *varies = open_varying(model);
    size_t most = model->conditions.count + model->proofs.count;
    for (size_t i = 0; i < model->applied.count; i++)
        most += model->applied.items[i]->conditions.count;
    Condition *kept = arena_array(model->run->arena, Condition, most);
    out->conditions = kept;
    add_conditions(out, varies, kept, &model->conditions);
    add_conditions(out, varies, kept, &model->proofs);
    for (size_t i = 0; i < model->applied.count; i++)
        add_conditions(out, varies, kept, &model->applied.items[i]->conditions);
}

/* --- opening --- */

bool studying_open(Studied *out, Studying *studying, const Text *shows, size_t show_count)
{
    Run *run = studying->run;
    *out = (Studied){0};
    Showing showing = {.studying = studying, .out = out};
    if (!begin_shown(&showing, shows, show_count))
        return false;
    ModelRequest wanted = studying->wanted;
    wanted.only_names = true;
    wanted.names = showing.pointers;
    wanted.name_count = showing.count;
    const Scenario *scenario = studying->loaded.scenario;
    if (wanted.period_count == 0) {
        wanted.periods = scenario->periods;
        wanted.period_count = scenario->period_count;
    }
    studying->first = wanted.periods[0];
    studying->model = load_model(run, &studying->loaded, &wanted);
    if (!studying->model)
        return false;
    out->model = studying->model;
    out->period = wanted_period_text(run->arena, studying->first);
    out->basis = basis_name(wanted.has_basis ? wanted.basis : BASIS_gaap);
    describe_figures(&showing, studying->model);
    describe_axes(out, studying, studying->model);
    find_conditions(out, studying->model);
    return true;
}

/* --- inputs --- */

/* The scenario tells which inputs it has, and is read again with these open. */
static bool find_inputs(Varied **out, size_t *count, Run *run, const ProformaRequest *request, bool (*wanted)(const ScenarioInput *))
{
    Loaded loaded = {0};
    if (!load_knowledge(&loaded, run) || !load_scenario(&loaded, run, request))
        return false;
    const Scenario *scenario = loaded.scenario;
    *out = arena_array(run->arena, Varied, scenario->input_count);
    for (size_t i = 0; i < scenario->input_count; i++)
        if (!scenario->inputs[i].set && (!wanted || wanted(&scenario->inputs[i])))
            (*out)[(*count)++].name = name_text(run->arena, scenario, loaded.chart, (Named){.kind = NAMED_input, .index = i});
    return true;
}

bool studying_open_inputs(Studied *out, Run *run, const ProformaRequest *request, bool (*wanted)(const ScenarioInput *))
{
    Varied *varied;
    size_t count = 0;
    Studying *studying = arena_new(run->arena, Studying);
    Text *shows = arena_array(run->arena, Text, request->show_count);
    for (size_t i = 0; i < request->show_count; i++)
        shows[i] = text_of(request->shows[i]);
    if (request->show_count == 0)
        return problem(run, PROBLEM_bad_usage, (Place){0}, "nothing is shown: give --show NAME[,NAME]..., such as eps.diluted");
    return find_inputs(&varied, &count, run, request, wanted) && studying_load(studying, run, request, varied, count) &&
           studying_open(out, studying, shows, request->show_count);
}

/* --- one point --- */

static const char *set_of(Arena *arena, Text name, Text value)
{
    return text_zero_terminated(arena, text_format(arena, TEXT_FORMAT "=" TEXT_FORMAT, TEXT_ARGUMENTS(name), TEXT_ARGUMENTS(value)));
}

bool studying_point(Studied *out, Run *run, const Studying *studying, const Text *values, const Text *shows, size_t show_count)
{
    ProformaRequest request = *studying->request;
    const char **sets = arena_array(run->arena, const char *, request.set_count + studying->varied_count);
    for (size_t i = 0; i < request.set_count; i++)
        sets[i] = request.sets[i];
    for (size_t i = 0; i < studying->varied_count; i++)
        if (values[i].length)
            sets[request.set_count++] = set_of(run->arena, studying->varied[i].name, values[i]);
    request.sets = sets;
    Studying point = {.run = run, .request = &request, .varied = studying->varied, .varied_count = studying->varied_count};
    open_names(&point, values);
    return load(&point) && studying_open(out, &point, shows, show_count);
}
