#include "model/lookup.h"

#include "base/suggest.h"

static bool split_name(Text name, Text *head, Text *rest)
{
    size_t dot = text_find_char(name, '.', 0);
    *head = text_slice(name, 0, dot);
    *rest = text_slice(name, dot + 1, name.length);
    return dot < name.length;
}

/* --- what a name stands for --- */

typedef enum { NAMED_nothing, NAMED_input, NAMED_company, NAMED_column, NAMED_entry } NamedKind;

typedef struct {
    NamedKind kind;
    size_t index; /* of the input, the company, the ColumnKind or the entry */
    LineId line;  /* of all but inputs */
} Named;

static Named named_input(const Model *model, Text group, Text name)
{
    for (size_t i = 0; i < model->scenario->input_count; i++)
        if (text_equal(model->scenario->inputs[i].group, group) && text_equal(model->scenario->inputs[i].name, name))
            return (Named){NAMED_input, i, LINE_NONE};
    return (Named){NAMED_nothing, 0, LINE_NONE};
}

static Named named_entry(const Model *model, Text rest)
{
    Text entry, line_name;
    if (!split_name(rest, &entry, &line_name))
        return (Named){NAMED_nothing, 0, LINE_NONE};
    LineId line = chart_line(model->chart, line_name);
    for (size_t i = 0; i < model->scenario->entry_count && line != LINE_NONE; i++)
        if (text_equal(model->scenario->entries[i].name, entry))
            return (Named){NAMED_entry, i, line};
    return (Named){NAMED_nothing, 0, LINE_NONE};
}

static Named named_figure(const Model *model, size_t column, LineId line)
{
    size_t companies = model->scenario->company_count;
    if (line == LINE_NONE)
        return (Named){NAMED_nothing, 0, LINE_NONE};
    return column < companies ? (Named){NAMED_company, column, line} : (Named){NAMED_column, column - companies, line};
}

/* One name space for the whole program; a bare line means the pro forma column. */
static Named resolve(const Model *model, Text name)
{
    Text head, rest;
    if (split_name(name, &head, &rest)) {
        Named input = named_input(model, head, rest);
        if (input.kind == NAMED_input)
            return input;
        if (text_equal(head, TEXT("entries")))
            return named_entry(model, rest);
        for (size_t column = 0; column < model_column_count(model); column++)
            if (text_equal(model_column_name(model, column), head))
                return named_figure(model, column, chart_line(model->chart, rest));
    }
    return named_figure(model, model_column(model, COLUMN_pro_forma), chart_line(model->chart, name));
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

static Text near_line(const Model *model, Text name)
{
    return chart_line(model->chart, name) != LINE_NONE ? name : chart_nearest_line(model->chart, name);
}

/* Every input and the nearest line of each column and of each entry; the nearest of these to the whole name is meant. */
static Text nearest_to(const Model *model, Text name)
{
    Arena *arena = model->run->arena;
    Names names = {0};
    Text head, rest, entry, line;
    for (size_t i = 0; i < model->scenario->input_count; i++)
        add_name(&names, arena, model->scenario->inputs[i].group, model->scenario->inputs[i].name);
    bool parts = split_name(name, &head, &rest);
    Text near = parts ? near_line(model, rest) : TEXT("");
    for (size_t i = 0; near.length && i < model_column_count(model); i++)
        add_name(&names, arena, model_column_name(model, i), near);
    if (parts && split_name(rest, &entry, &line) && (near = near_line(model, line)).length)
        for (size_t i = 0; i < model->scenario->entry_count; i++)
            add_name(&names, arena, text_format(arena, "entries." TEXT_FORMAT, TEXT_ARGUMENTS(model->scenario->entries[i].name)), near);
    *list_push(arena, &names) = chart_nearest_line(model->chart, name);
    return nearest_name(name, names.items, names.count);
}

static bool unknown_name(const LookupContext *context, const Expression *name)
{
    Run *run = context->model->run;
    return problem(run, PROBLEM_unknown_name, name->place, "there is no \"" TEXT_FORMAT "\"" TEXT_FORMAT, TEXT_ARGUMENTS(name->name),
                   TEXT_ARGUMENTS(suggest(run->arena, nearest_to(context->model, name->name))));
}

WantedPeriod lookup_period(const LookupContext *context, const Expression *name)
{
    return name->has_period ? name->period : context->wanted;
}

Basis lookup_basis(const LookupContext *context, const Expression *name)
{
    return name->has_basis ? name->basis : context->basis;
}

LineId lookup_result_line(const LookupContext *context, const Expression *name)
{
    Named named = resolve(context->model, name->name);
    return named.kind == NAMED_column || named.kind == NAMED_entry ? named.line : LINE_NONE;
}

/* --- figures --- */

static bool loss_count(const Model *model, const Sheet *sheet, size_t company, LineId line)
{
    const PerShareLines *lines = &model->chart->per_share;
    if (line != lines->diluted_shares)
        return false;
    const Fact *diluted = sheet_figure(model, sheet, company, line)->fact;
    const Fact *basic = sheet_figure(model, sheet, company, lines->basic_shares)->fact;
    const Fact *income = sheet_figure(model, sheet, company, lines->income)->fact;
    return fact_has_value(diluted) && fact_has_value(basic) && fact_has_value(income) && income->number < 0 && diluted->number == basic->number;
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
    const Model *model = context->model;
    const Figure *figure = sheet_figure(model, sheet, named.index, named.line);
    if (figure->slot == SLOT_NONE) {
        figure_missing(out, model, sheet, named.index, named.line, figure->reason);
    } else if (context->refuse_loss_count && loss_count(model, sheet, named.index, named.line)) {
        figure_missing(out, model, sheet, named.index, named.line, TEXT("printed equal to the basic count because of a loss, it says nothing about potential shares"));
    } else {
        collect_origin(context, figure->fact);
        *out = (Looked){.slot = figure->slot, .plain = true};
    }
}

static void look_column(Looked *out, const Model *model, const Sheet *sheet, Named named)
{
    size_t column = model_column(model, (ColumnKind)named.index);
    const Figure *figure = sheet_figure(model, sheet, column, named.line);
    *out = (Looked){.slot = figure->slot, .plain = true};
    if (figure->slot == SLOT_NONE && named.index != COLUMN_pro_forma && sheet->combinable)
        out->slot = model->program.zero; /* a column of entries in which nothing was posted */
    if (out->slot == SLOT_NONE)
        figure_missing(out, model, sheet, column, named.line, figure->reason);
}

static void look_entry(Looked *out, const Model *model, size_t sheet, Named named)
{
    const StatementKind *kind = &model->chart->statements[model->sheets.items[sheet].kind];
    *out = (Looked){.slot = model->program.zero, .plain = true};
    for (size_t i = 0; i < model->applied.count; i++) {
        const AppliedEntry *applied = &model->applied.items[i];
        Slot effect = applied->sheet == sheet ? applied->effects[named.line - kind->first] : SLOT_NONE;
        if (effect != SLOT_NONE && applied->entry == &model->scenario->entries[named.index])
            out->slot = effect;
    }
}

static bool look_figure(Looked *out, const LookupContext *context, const Expression *name, Named named)
{
    Model *model = context->model;
    WantedPeriod wanted = lookup_period(context, name);
    uint8_t kind = chart_at(model->chart, named.line)->statement;
    size_t sheet;
    if (context->companies_only && named.kind != NAMED_company)
        return problem(model->run, PROBLEM_unknown_name, name->place, "\"" TEXT_FORMAT "\" is a result; an entry or a share count can refer only to companies' lines and inputs",
                       TEXT_ARGUMENTS(name->name));
    if (model->chart->statements[kind].instant != wanted_period_is_instant(wanted)) {
        out->reason = text_format(model->run->arena, TEXT_FORMAT " has no figure for " TEXT_FORMAT, TEXT_ARGUMENTS(name->name),
                                  TEXT_ARGUMENTS(wanted_period_text(model->run->arena, wanted)));
        return true;
    }
    if (!model_open_sheet(&sheet, model, kind, lookup_basis(context, name), wanted))
        return false;
    if (named.kind == NAMED_company)
        look_company(out, context, &model->sheets.items[sheet], named);
    else if (named.kind == NAMED_column)
        look_column(out, model, &model->sheets.items[sheet], named);
    else
        look_entry(out, model, sheet, named);
    return true;
}

static bool look_name(Looked *out, const LookupContext *context, const Expression *name)
{
    Named named = resolve(context->model, name->name);
    if (named.kind == NAMED_nothing)
        return unknown_name(context, name);
    if (named.kind != NAMED_input)
        return look_figure(out, context, name, named);
    *out = (Looked){.slot = context->model->input_slots[named.index]};
    return true;
}

/* --- operators --- */

static bool look_number(Looked *out, const LookupContext *context, const Expression *number)
{
    uint8_t scale = number->scaled ? context->model->scenario->reporting.scale : 0;
    *out = (Looked){.slot = program_constant(&context->model->program, printed_to_double(number->printed, scale)),
                    .plain = number->printed.decimals == 0 && !number->scaled};
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
    out->slot = compile_operator(&context->model->program, expression->kind, operands[0].slot, operands[1].slot, operands[2].slot);
    /* the negative or the sum of whole amounts is whole: rounding it again would only lengthen the formula */
    bool additive = expression->kind == EXPRESSION_negate || expression->kind == EXPRESSION_add || expression->kind == EXPRESSION_subtract;
    out->plain = additive && operands[0].plain && (operands[1].plain || !expression->operands[1]);
    return true;
}
