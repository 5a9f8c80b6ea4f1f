#include "model/model.h"

#include "model/check.h"
#include "model/combine.h"
#include "model/evaluate.h"
#include "model/lookup.h"
#include "model/per_share.h"

size_t model_column(const Model *model, ColumnKind column)
{
    return model->scenario->company_count + column;
}

size_t model_column_count(const Model *model)
{
    return model->scenario->company_count + COLUMN_KINDS;
}

Text model_column_name(const Model *model, size_t column)
{
    static const char *const names[] = {"reclassifications", "adjustments", "pro_forma"};
    if (column < model->scenario->company_count)
        return model->scenario->companies[column].company.id;
    return text_of(names[column - model->scenario->company_count]);
}

Figure *sheet_figure(const Model *model, const Sheet *sheet, size_t column, LineId line)
{
    const StatementKind *kind = &model->chart->statements[sheet->kind];
    return &sheet->figures[column * kind->count + (line - kind->first)];
}

Text figure_name(const Model *model, const Sheet *sheet, size_t column, LineId line)
{
    Arena *arena = model->run->arena;
    Text period = wanted_period_text(arena, sheet->wanted);
    bool bases = model->chart->statements[sheet->kind].has_bases;
    return text_format(arena, TEXT_FORMAT "." TEXT_FORMAT "@" TEXT_FORMAT "%s" TEXT_FORMAT,
                       TEXT_ARGUMENTS(model_column_name(model, column)), TEXT_ARGUMENTS(chart_at(model->chart, line)->name),
                       TEXT_ARGUMENTS(period), bases ? ":" : "", TEXT_ARGUMENTS(bases ? basis_name(sheet->basis) : TEXT("")));
}

static bool same_wanted(WantedPeriod a, WantedPeriod b)
{
    return a.end == b.end && a.months == b.months && a.weeks == b.weeks;
}

AlignRules scenario_align_rules(const Scenario *scenario, size_t company)
{
    const ScenarioCompany *given = &scenario->companies[company];
    return (AlignRules){.join_days = given->join_days,
                        .balance_days = given->balance_days,
                        .balance_date = given->balance_date,
                        .as_filed = scenario->as_filed && company > 0};
}

/* A nil is a value, 0; what is not reported is none. Aligned facts enter the program as constants: alignment is done. */
static void open_figure(Model *model, Figure *figure, const Fact *fact)
{
    figure->fact = fact;
    figure->slot = SLOT_NONE;
    if (fact_has_value(fact))
        figure->slot = program_constant(&model->program, fact->number);
    else if (fact && fact->state == STATE_not_derivable)
        figure->reason = fact->reason;
}

static bool open_company(Model *model, Sheet *sheet, size_t company)
{
    const StatementKind *kind = &model->chart->statements[sheet->kind];
    const AlignedStatement **aligned = &sheet->aligned[company];
    if (!align_statement(aligned, model->run, model->chart, &model->books[company], sheet->kind, sheet->basis, sheet->wanted,
                         scenario_align_rules(model->scenario, company)))
        return false;
    sheet->combinable = sheet->combinable && (*aligned)->available;
    for (LineId line = kind->first; line < kind->first + kind->count; line++) {
        Figure *figure = sheet_figure(model, sheet, company, line);
        open_figure(model, figure, aligned_fact(model->chart, *aligned, line));
        if (!(*aligned)->available)
            figure->reason = (*aligned)->reason;
    }
    return true;
}

bool model_open_sheet(size_t *out, Model *model, uint8_t kind, Basis basis, WantedPeriod wanted)
{
    if (!model->chart->statements[kind].has_bases)
        basis = BASIS_gaap;
    for (size_t i = 0; i < model->sheets.count; i++) {
        const Sheet *known = &model->sheets.items[i];
        if (known->kind == kind && known->basis == basis && same_wanted(known->wanted, wanted)) {
            *out = i;
            return true;
        }
    }
    Arena *arena = model->run->arena;
    size_t lines = model->chart->statements[kind].count, columns = model_column_count(model);
    Sheet sheet = {.kind = kind, .basis = basis, .wanted = wanted, .combinable = true};
    sheet.aligned = arena_array(arena, const AlignedStatement *, model->scenario->company_count);
    sheet.figures = arena_array(arena, Figure, columns * lines);
    sheet.apart = arena_array(arena, bool, lines);
    for (size_t i = 0; i < columns * lines; i++)
        sheet.figures[i].slot = SLOT_NONE;
    for (size_t company = 0; company < model->scenario->company_count; company++)
        if (!open_company(model, &sheet, company))
            return false;
    *list_push(arena, &model->sheets) = sheet;
    *out = model->sheets.count - 1;
    return true;
}

bool model_combine_sheet(size_t *out, Model *model, uint8_t kind, Basis basis, WantedPeriod wanted)
{
    if (!model_open_sheet(out, model, kind, basis, wanted))
        return false;
    if (model->sheets.items[*out].combined)
        return true;
    model->sheets.items[*out].combined = true; /* first, so that an entry that names its own result ends */
    return combine_sheet(model, *out) && per_share_sheet(model, *out);
}

/* --- the whole model --- */

static bool kind_wanted(const ModelRequest *request, uint8_t kind)
{
    for (size_t i = 0; i < request->kind_count; i++)
        if (request->kinds[i] == kind)
            return true;
    return request->kind_count == 0;
}

static bool build_period(Model *model, const ModelRequest *request, WantedPeriod wanted)
{
    bool instant = wanted.months == 0 && wanted.weeks == 0, good = true;
    for (uint8_t kind = 0; kind < model->chart->statement_count; kind++) {
        const StatementKind *statement = &model->chart->statements[kind];
        if (statement->instant != instant || !kind_wanted(request, kind))
            continue;
        for (int basis = 0; basis < (statement->has_bases ? BASIS_COUNT : 1); basis++) {
            size_t sheet;
            bool basis_wanted = !request->has_basis || request->basis == (Basis)basis;
            if (!basis_wanted)
                continue;
            if (model_combine_sheet(&sheet, model, kind, (Basis)basis, wanted))
                *list_push(model->run->arena, &model->requested) = sheet;
            else
                good = false;
        }
    }
    return good;
}

/* Does any statement of the company reach the period, also one that was not asked for? The reason of the first that does not is kept. */
static bool reaches(Model *model, WantedPeriod wanted, size_t company, bool *out, Text *reason)
{
    bool instant = wanted.months == 0 && wanted.weeks == 0;
    *out = false;
    for (uint8_t kind = 0; kind < model->chart->statement_count && !*out; kind++) {
        const StatementKind *statement = &model->chart->statements[kind];
        for (int basis = 0; basis < (statement->has_bases ? BASIS_COUNT : 1) && statement->instant == instant; basis++) {
            size_t sheet;
            if (!model_open_sheet(&sheet, model, kind, (Basis)basis, wanted))
                return false;
            const AlignedStatement *aligned = model->sheets.items[sheet].aligned[company];
            *out = *out || aligned->available;
            if (reason->length == 0 && !aligned->not_reported)
                *reason = aligned->reason;
        }
    }
    return true;
}

/* A requested period that no statement of a company reaches is an error; one statement that does not reach it is a blank with a reason. */
static bool check_reached(Model *model, WantedPeriod wanted, size_t company)
{
    for (size_t i = 0; i < model->requested.count; i++) {
        const Sheet *sheet = &model->sheets.items[model->requested.items[i]];
        if (same_wanted(sheet->wanted, wanted) && sheet->aligned[company]->available)
            return true;
    }
    Text reason = TEXT("");
    bool reached;
    if (!reaches(model, wanted, company, &reached, &reason) || reached)
        return reached;
    const ScenarioCompany *given = &model->scenario->companies[company];
    Text period = wanted_period_text(model->run->arena, wanted);
    return problem(model->run, PROBLEM_period_unreachable, given->place, "no statement of " TEXT_FORMAT " reaches " TEXT_FORMAT "%s" TEXT_FORMAT,
                   TEXT_ARGUMENTS(given->company.id), TEXT_ARGUMENTS(period), reason.length ? ": " : "", TEXT_ARGUMENTS(reason));
}

static void open_inputs(Model *model)
{
    const Scenario *scenario = model->scenario;
    model->input_slots = arena_array(model->run->arena, Slot, scenario->input_count);
    for (size_t i = 0; i < scenario->input_count; i++) {
        const ScenarioInput *input = &scenario->inputs[i];
        Text name = text_format(model->run->arena, TEXT_FORMAT "." TEXT_FORMAT, TEXT_ARGUMENTS(input->group), TEXT_ARGUMENTS(input->name));
        model->input_slots[i] = program_input(&model->program, name, input->number, input->place);
    }
}

bool model_build(Model *out, Run *run, const Chart *chart, const Scenario *scenario, const Books *books, const ModelRequest *request)
{
    Model *model = out;
    *model = (Model){.run = run, .chart = chart, .scenario = scenario, .books = books};
    program_begin(&model->program, run->arena);
    open_inputs(model);

    const WantedPeriod *periods = request->period_count ? request->periods : scenario->periods;
    size_t period_count = request->period_count ? request->period_count : scenario->period_count;
    bool good = true;
    for (size_t i = 0; i < period_count; i++)
        good = build_period(model, request, periods[i]) && good;
    for (size_t i = 0; good && i < period_count; i++)
        for (size_t company = 0; company < scenario->company_count; company++)
            good = check_reached(model, periods[i], company) && good;
    good = good && check_open(model);
    if (!good)
        return false;

    model->values = arena_array(run->arena, double, model->program.values.count);
    evaluate_fill(&model->program, model->values, 1);
    evaluate(&model->program, model->values, 1);
    return check_model(model);
}
