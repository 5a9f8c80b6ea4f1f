#include "model/lookup.h"

#include "model/analysis.h"
#include "model/entry.h"
#include "model/open.h"
#include "statement/replace.h"

Text lookup_name(const Model *model, Named named)
{
    return name_text(model->run->arena, model->scenario, model->chart, named);
}

/* Where a formula of a flow names a balance, that of the pro forma balance sheet is meant. */
static WantedPeriod period_for(const LookupContext *context, bool instant)
{
    Day day = balance_day(context->model);
    bool balance = instant && !wanted_period_is_instant(context->wanted) && day != DAY_NONE;
    return balance ? (WantedPeriod){.end = day} : context->wanted;
}

static bool named_is_instant(const LookupContext *context, Named named)
{
    const Chart *chart = context->model->chart;
    if (named.kind == NAMED_figure)
        return context->model->scenario->entries[named.index].kind->figures[named.figure].at_balance;
    return named.line != LINE_NONE && chart->statements[chart_at(chart, named.line)->statement].instant;
}

WantedPeriod lookup_period(const LookupContext *context, const Expression *name)
{
    Named named = name_resolve(context->model->scenario, context->model->chart, name->name);
    return name->has_period ? name->period : period_for(context, named_is_instant(context, named));
}

bool lookup_balance_sheet(size_t *out, Model *model, Place place)
{
    Day day = balance_day(model);
    LineId assets = model->chart->deal.assets;
    if (day == DAY_NONE || assets == LINE_NONE)
        return problem(model->run, PROBLEM_no_balance_sheet, place, "the purchase is accounted for on a balance sheet, and the scenario shows none");
    return model_open_sheet(out, model, chart_at(model->chart, assets)->statement, BASIS_gaap, (WantedPeriod){.end = day});
}

Basis lookup_basis(const LookupContext *context, const Expression *name)
{
    return name->has_basis ? name->basis : context->basis;
}

LineId lookup_result_line(const LookupContext *context, const Expression *name)
{
    Named named = name_resolve(context->model->scenario, context->model->chart, name->name);
    if (named.kind == NAMED_analysis || (named.kind == NAMED_figure && !named_is_instant(context, named)))
        return context->model->chart->per_share.income; /* it may be known only with the per-share figures */
    return named.kind == NAMED_column || named.kind == NAMED_entry ? named.line : LINE_NONE;
}

/* --- figures --- */

/* What is open decides here unless the others leave it no choice: income that stays positive, or counts that stay different. */
static void decide_loss(Model *model, const Fact *income, const Fact *basic, const Fact *diluted)
{
    bool income_open = fact_is_open(income), counts_open = fact_is_open(basic) || fact_is_open(diluted);
    if ((!income_open && income->number >= 0) || (!counts_open && diluted->number != basic->number))
        return;
    open_decided(model, income);
    open_decided(model, basic);
    open_decided(model, diluted);
}

static bool loss_count(Model *model, const Sheet *sheet, size_t company, LineId line)
{
    const PerShareLines *lines = &model->chart->per_share;
    if (line != lines->diluted_shares)
        return false;
    const Fact *diluted = sheet_figure(model, sheet, company, line)->fact;
    const Fact *basic = sheet_figure(model, sheet, company, lines->basic_shares)->fact;
    const Fact *income = lines->attributable == LINE_NONE ? NULL : sheet_figure(model, sheet, company, lines->attributable)->fact;
    income = fact_has_value(income) ? income : sheet_figure(model, sheet, company, lines->income)->fact;
    if (!fact_has_value(diluted) || !fact_has_value(basic) || !fact_has_value(income))
        return false;
    decide_loss(model, income, basic, diluted);
    return income->number < 0 && diluted->number == basic->number;
}

static void collect_origin(const LookupContext *context, const Fact *fact)
{
    AppliedEntry *entry = context->entry;
    if (!entry || !fact)
        return;
    entry->origins = arena_grow(context->model->run->arena, entry->origins, entry->origin_count, &entry->origin_capacity, sizeof *entry->origins);
    entry->origins[entry->origin_count++] = fact;
}

static void figure_missing(Looked *out, const Model *model, const Sheet *sheet, size_t column, LineId line, Text reason)
{
    out->slot = SLOT_NONE;
    out->reason = text_format(model->run->arena, TEXT_FORMAT ": " TEXT_FORMAT, TEXT_ARGUMENTS(figure_name(model, sheet, column, line)),
                              TEXT_ARGUMENTS(reason.length ? reason : TEXT("not reported")));
}

static void look_company(Looked *out, const LookupContext *context, const Sheet *sheet, Named named)
{
    Model *model = context->model;
    const Figure *figure = sheet_figure(model, sheet, named.index, named.line);
    if (figure->slot == SLOT_NONE) {
        figure_missing(out, model, sheet, named.index, named.line, figure->reason);
    } else if (context->refuse_loss_count && loss_count(model, sheet, named.index, named.line)) {
        figure_missing(out, model, sheet, named.index, named.line, TEXT("printed equal to the basic count because of a loss, it says nothing about potential shares"));
    } else {
        collect_origin(context, figure->fact);
        *out = (Looked){.slot = figure->slot};
    }
}

static void look_column(Looked *out, const Model *model, const Sheet *sheet, Named named)
{
    size_t column = model_column(model, (ColumnKind)named.index);
    const Figure *figure = sheet_figure(model, sheet, column, named.line);
    *out = (Looked){.slot = figure->slot};
    if (figure->slot == SLOT_NONE && named.index != COLUMN_pro_forma && sheet->combinable)
        out->slot = model->program.zero; /* a column of entries in which nothing was posted */
    if (out->slot == SLOT_NONE)
        figure_missing(out, model, sheet, column, named.line, figure->reason);
}

static bool look_entry(Looked *out, const LookupContext *context, size_t sheet, Named named)
{
    Model *model = context->model;
    const AppliedEntry *applied;
    if (!entry_apply(&applied, model, sheet, &model->scenario->entries[named.index], context->place))
        return false;
    LineId first = model->chart->statements[model->sheets.items[sheet].kind].first;
    Slot effect = applied ? applied->effects[named.line - first] : SLOT_NONE;
    out->slot = effect == SLOT_NONE ? model->program.zero : effect;
    return true;
}

/* A flow on a day, or a balance over a period. */
static bool no_figure(Looked *out, const LookupContext *context, Named named)
{
    Arena *arena = context->model->run->arena;
    out->reason = text_format(arena, TEXT_FORMAT " has no figure for " TEXT_FORMAT, TEXT_ARGUMENTS(lookup_name(context->model, named)),
                              TEXT_ARGUMENTS(wanted_period_text(arena, context->wanted)));
    return true;
}

/* A figure of an entry stands with the balance sheet or with the statement of operations. */
static bool look_entry_figure(Looked *out, const LookupContext *context, Named named)
{
    Model *model = context->model;
    const ScenarioEntry *entry = &model->scenario->entries[named.index];
    const AppliedEntry *applied;
    bool balance = entry->kind->figures[named.figure].at_balance;
    size_t sheet;
    if (!balance && wanted_period_is_instant(context->wanted))
        return no_figure(out, context, named);
    if (balance ? !lookup_balance_sheet(&sheet, model, entry->place)
                : !model_open_sheet(&sheet, model, chart_at(model->chart, model->chart->per_share.income)->statement, BASIS_gaap, context->wanted))
        return false;
    if (!entry_apply(&applied, model, sheet, entry, context->place))
        return false;
    out->slot = applied ? applied->figures[named.figure] : SLOT_NONE;
    if (out->slot == SLOT_NONE)
        out->reason = text_format(model->run->arena, TEXT_FORMAT ": the entry does not apply here", TEXT_ARGUMENTS(lookup_name(model, named)));
    return true;
}

static bool look_figure(Looked *out, const LookupContext *context, Named named)
{
    Model *model = context->model;
    uint8_t kind = chart_at(model->chart, named.line)->statement;
    size_t sheet;
    if (model->chart->statements[kind].instant != wanted_period_is_instant(context->wanted))
        return no_figure(out, context, named);
    if (!model_open_sheet(&sheet, model, kind, context->basis, context->wanted))
        return false;
    if (named.kind == NAMED_company)
        look_company(out, context, &model->sheets.items[sheet], named);
    else if (named.kind == NAMED_column)
        look_column(out, model, &model->sheets.items[sheet], named);
    else
        return look_entry(out, context, sheet, named);
    return true;
}

/* The statement of operations was built when the name was met. */
static bool look_analysis(Looked *out, const LookupContext *context, Named named)
{
    Model *model = context->model;
    const Analysis *analysis;
    size_t sheet;
    if (wanted_period_is_instant(context->wanted))
        return no_figure(out, context, named);
    if (!model_open_sheet(&sheet, model, chart_at(model->chart, model->chart->per_share.income)->statement, context->basis, context->wanted) ||
        !analysis_sheet(&analysis, model, sheet))
        return false;
    const AnalysisFigure *figure = analysis ? analysis_figure(analysis, (AnalysisId)named.index, named.figure) : NULL;
    if (!figure)
        return no_figure(out, context, named);
    *out = (Looked){.slot = figure->slot, .reason = figure->why};
    return true;
}

bool lookup_named(Looked *out, const LookupContext *context, Named named)
{
    *out = (Looked){.slot = SLOT_NONE};
    if (named.kind == NAMED_analysis)
        return look_analysis(out, context, named);
    if (named.kind == NAMED_figure)
        return look_entry_figure(out, context, named);
    if (named.kind != NAMED_input)
        return look_figure(out, context, named);
    out->slot = context->model->input_slots[named.index];
    return true;
}

static bool look_name(Looked *out, const LookupContext *context, const Expression *name)
{
    Named named = name_resolve(context->model->scenario, context->model->chart, name->name);
    LookupContext here = *context;
    if (named.kind == NAMED_nothing)
        return name_unknown(context->model->run, context->model->scenario, context->model->chart, name);
    here.wanted = lookup_period(context, name);
    here.basis = lookup_basis(context, name);
    here.place = name->place;
    return lookup_named(out, &here, named);
}

/* --- operators --- */

static bool look_number(Looked *out, const LookupContext *context, const Expression *number)
{
    if (number->open)
        return open_formula(out, context, number);
    uint8_t scale = number->scaled ? context->model->scenario->reporting.scale : 0;
    *out = (Looked){.slot = program_number(&context->model->program, printed_to_double(number->printed, scale), number->place)};
    return true;
}

static bool look_operands(Looked operands[3], const LookupContext *context, const Expression *expression, Looked *missing)
{
    bool good = true;
    for (int i = 0; i < 3; i++) {
        operands[i] = (Looked){.slot = SLOT_NONE};
        if (!expression->operands[i])
            continue;
        good = lookup_expression(&operands[i], context, expression->operands[i]) && good;
        if (good && operands[i].slot == SLOT_NONE && missing->reason.length == 0)
            missing->reason = operands[i].reason;
    }
    return good;
}

static Slot compile_operator(Program *program, ExpressionKind kind, Slot a, Slot b, Slot c)
{
    switch (kind) {
    case EXPRESSION_negate: return program_op(program, OP_NEGATE, a, SLOT_NONE, SLOT_NONE);
    case EXPRESSION_add: return program_op(program, OP_ADD, a, b, SLOT_NONE);
    case EXPRESSION_subtract: return program_op(program, OP_SUBTRACT, a, b, SLOT_NONE);
    case EXPRESSION_multiply: return program_op(program, OP_MULTIPLY, a, b, SLOT_NONE);
    case EXPRESSION_divide: return program_op(program, OP_DIVIDE, a, b, SLOT_NONE);
    case EXPRESSION_less: return program_op(program, OP_LESS, a, b, SLOT_NONE);
    case EXPRESSION_less_equal: return program_op(program, OP_LESS_EQUAL, a, b, SLOT_NONE);
    case EXPRESSION_greater: return program_op(program, OP_LESS, b, a, SLOT_NONE);
    case EXPRESSION_greater_equal: return program_op(program, OP_LESS_EQUAL, b, a, SLOT_NONE);
    case EXPRESSION_equal: return program_op(program, OP_EQUAL, a, b, SLOT_NONE);
    case EXPRESSION_not_equal: return program_op(program, OP_NOT_EQUAL, a, b, SLOT_NONE);
    case EXPRESSION_minimum: return program_op(program, OP_MINIMUM, a, b, SLOT_NONE);
    case EXPRESSION_maximum: return program_op(program, OP_MAXIMUM, a, b, SLOT_NONE);
    case EXPRESSION_round: return program_op(program, OP_ROUND, a, SLOT_NONE, SLOT_NONE);
    case EXPRESSION_clamp: return program_op(program, OP_MINIMUM, program_op(program, OP_MAXIMUM, a, b, SLOT_NONE), c, SLOT_NONE);
    case EXPRESSION_if: return program_op(program, OP_SELECT, a, b, c);
    case EXPRESSION_number:
    case EXPRESSION_name: break;
    }
    return SLOT_NONE;
}

bool lookup_expression(Looked *out, const LookupContext *context, const Expression *expression)
{
    *out = (Looked){.slot = SLOT_NONE};
    if (expression->kind == EXPRESSION_number)
        return look_number(out, context, expression);
    if (expression->kind == EXPRESSION_name)
        return look_name(out, context, expression);
    Looked operands[3];
    if (!look_operands(operands, context, expression, out))
        return false;
    if (out->reason.length)
        return true;
    if (expression->kind == EXPRESSION_clamp)
        model_require(context->model, &context->model->conditions, program_op(&context->model->program, OP_LESS_EQUAL, operands[1].slot, operands[2].slot, SLOT_NONE),
                      PROBLEM_out_of_range, expression->place, "the least value of this clamp, its second, is above the largest, its third");
    out->slot = compile_operator(&context->model->program, expression->kind, operands[0].slot, operands[1].slot, operands[2].slot);
    return true;
}
