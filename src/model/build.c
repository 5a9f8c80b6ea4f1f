#include "model/build.h"

#include "model/analysis.h"
#include "model/check.h"
#include "model/combine.h"
#include "model/entry.h"
#include "model/evaluate.h"
#include "model/lookup.h"
#include "model/open.h"
#include "model/per_share.h"
#include "model/required.h"
#include "model/worth.h"

#include <stdlib.h>

bool build_sheet(size_t *out, Model *model, uint8_t kind, Basis basis, WantedPeriod wanted)
{
    if (!model_open_sheet(out, model, kind, basis, wanted))
        return false;
    if (model->sheets.items[*out].combined)
        return true;
    model->sheets.items[*out].combined = true;
    return combine_sheet(model, *out) && per_share_sheet(model, *out) && entries_reconcile(model, *out);
}

/* --- the whole model --- */

static bool asked_for(const ModelRequest *request, uint8_t kind, Basis basis)
{
    bool wanted = request->kind_count == 0;
    for (size_t i = 0; i < request->kind_count; i++)
        wanted = wanted || request->kinds[i] == kind;
    return wanted && (!request->has_basis || request->basis == basis);
}

/* What the scenario shows where no statement is asked for. */
static bool shown(const Scenario *scenario, const ModelRequest *request, uint8_t kind, Basis basis)
{
    bool wanted = request->kind_count > 0 || scenario->statement_count == 0;
    for (size_t i = 0; i < scenario->statement_count; i++) {
        const TakenKind *statement = &scenario->statements[i];
        wanted = wanted || (statement->kind == kind && (statement->every_basis || statement->basis == basis || request->has_basis));
    }
    return wanted;
}

static bool build_period(Model *model, const ModelRequest *request, WantedPeriod wanted)
{
    bool good = true;
    for (uint8_t kind = 0; kind < model->chart->statement_count; kind++) {
        const StatementKind *statement = &model->chart->statements[kind];
        if (statement->instant != wanted_period_is_instant(wanted))
            continue;
        for (int basis = 0; basis < (statement->has_bases ? BASIS_COUNT : 1); basis++) {
            size_t sheet;
            if (!asked_for(request, kind, (Basis)basis) || !shown(model->scenario, request, kind, (Basis)basis))
                continue;
            if (build_sheet(&sheet, model, kind, (Basis)basis, wanted))
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
    bool instant = wanted_period_is_instant(wanted);
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
    for (size_t i = 0; i < model->sheets.count; i++) {
        const Sheet *sheet = &model->sheets.items[i];
        if (wanted_period_equal(sheet->wanted, wanted) && sheet->aligned[company]->available)
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

/* --- figures to verify --- */

/* Results are looked up in sheets that are built: those that an expression names are built before it is compiled. */
static bool build_named(Model *model, const LookupContext *context, const Expression *expression)
{
    size_t sheet;
    bool good = true;
    if (!expression)
        return true;
    if (expression->kind != EXPRESSION_name) {
        for (int i = 0; i < 3; i++)
            good = build_named(model, context, expression->operands[i]) && good;
        return good;
    }
    LineId line = lookup_result_line(context, expression);
    return line == LINE_NONE || build_sheet(&sheet, model, chart_at(model->chart, line)->statement, lookup_basis(context, expression), lookup_period(context, expression));
}

static bool open_figure(Looked *out, const LookupContext *context, const Expression *expression)
{
    *out = (Looked){.slot = SLOT_NONE};
    bool built = build_named(context->model, context, expression);
    return lookup_expression(out, context, expression) && built;
}

static LookupContext first_context(Model *model, bool has_basis, Basis basis)
{
    LookupContext context = {.model = model, .basis = has_basis ? basis : BASIS_gaap};
    if (model->scenario->period_count)
        context.wanted = model->scenario->periods[0];
    return context;
}

static bool open_wanted(Model *model, const ModelRequest *request)
{
    LookupContext context = first_context(model, request->has_basis, request->basis);
    bool good = true;
    if (request->period_count)
        context.wanted = request->periods[0];
    model->wanted = arena_array(model->run->arena, Slot, request->name_count);
    model->wanted_reasons = arena_array(model->run->arena, Text, request->name_count);
    for (size_t i = 0; i < request->name_count; i++) {
        Looked looked;
        good = open_figure(&looked, &context, request->names[i]) && good;
        model->wanted[i] = looked.slot;
        model->wanted_reasons[i] = looked.reason;
    }
    return good;
}

/* The analysis of every statement of operations that was asked for. */
static bool open_analyses(Model *model)
{
    bool good = true;
    for (size_t i = 0; i < model->requested.count; i++) {
        const Analysis *analysis;
        good = analysis_sheet(&analysis, model, model->requested.items[i]) && good;
    }
    return good;
}

static bool open_verified(Model *model)
{
    const Scenario *scenario = model->scenario;
    model->verified = arena_array(model->run->arena, Verified, scenario->verify_count);
    bool good = true;
    for (size_t i = 0; i < scenario->verify_count; i++) {
        const ScenarioVerify *verify = &scenario->verifies[i];
        LookupContext context = first_context(model, verify->has_basis, verify->basis);
        if (verify->has_period)
            context.wanted = verify->period;
        Looked looked;
        good = open_figure(&looked, &context, verify->name) && good;
        model->verified[i] = (Verified){.verify = verify, .slot = looked.slot, .reason = looked.reason};
    }
    return good;
}

static void open_inputs(Model *model)
{
    const Scenario *scenario = model->scenario;
    model->input_slots = arena_array(model->run->arena, Slot, scenario->input_count);
    model->input_read = arena_array(model->run->arena, bool, scenario->input_count);
    for (size_t i = 0; i < scenario->input_count; i++) {
        const ScenarioInput *input = &scenario->inputs[i];
        Text name = text_format(model->run->arena, TEXT_FORMAT "." TEXT_FORMAT, TEXT_ARGUMENTS(input->group), TEXT_ARGUMENTS(input->name));
        model->input_slots[i] = program_input(&model->program, name, input->number, input->place);
    }
}

static int in_scenario_order(const void *a, const void *b)
{
    const AppliedEntry *one = *(const AppliedEntry *const *)a, *other = *(const AppliedEntry *const *)b;
    if (one->entry != other->entry)
        return one->entry < other->entry ? -1 : 1;
    return (one->sheet > other->sheet) - (one->sheet < other->sheet);
}

/* Entries were compiled as they were needed; what is said of them follows the scenario. */
static void order_applied(Model *model)
{
    if (model->applied.count)
        qsort(model->applied.items, model->applied.count, sizeof *model->applied.items, in_scenario_order);
}

/* What is asked for, opened and compiled. */
static bool open_all(Model *model, const ModelRequest *request)
{
    const Scenario *scenario = model->scenario;
    const WantedPeriod *periods = request->period_count ? request->periods : scenario->periods;
    size_t period_count = request->only_names ? 0 : request->period_count ? request->period_count : scenario->period_count;
    bool good = true;
    for (size_t i = 0; i < period_count; i++)
        good = build_period(model, request, periods[i]) && good;
    for (size_t i = 0; good && i < period_count; i++)
        for (size_t company = 0; company < scenario->company_count; company++)
            good = check_reached(model, periods[i], company) && good;
    if (request->also)
        good = build_period(model, request, *request->also) && good;
    if (request->only_names) {
        good = open_wanted(model, request) && good;
        for (size_t company = 0; good && request->period_count && company < scenario->company_count; company++)
            good = check_reached(model, request->periods[0], company);
        return good;
    }
    return good && open_analyses(model) && open_verified(model) && open_wanted(model, request) && required_find(model);
}

bool model_build(Model *out, Run *run, const Chart *chart, const Scenario *scenario, const Books *books, const ModelRequest *request)
{
    Model *model = out;
    *model = (Model){.run = run, .chart = chart, .scenario = scenario, .books = books, .studied = request->only_names};
    program_begin(&model->program, run->arena);
    open_inputs(model);
    open_begin(model);
    if (!open_all(model, request))
        return false;
    order_applied(model);
    open_finish(model);
    model->values = arena_array(run->arena, double, model->program.values.count);
    evaluate_fill(&model->program, model->values, 1);
    evaluate(&model->program, model->values, 1);
    analysis_settle(model);
    worth_tell(model);
    return model_check(model);
}
