#include "model/lookup.h"

static bool split_name(Text name, Text *head, Text *rest)
{
    size_t dot = text_find_char(name, '.', 0);
    *head = text_slice(name, 0, dot);
    *rest = text_slice(name, dot + 1, name.length);
    return dot < name.length;
}

static bool unknown_name(const LookupContext *context, const Expression *name, Text nearest)
{
    return problem(context->model->run, PROBLEM_unknown_name, name->place, "there is no \"" TEXT_FORMAT "\"%s" TEXT_FORMAT "%s", TEXT_ARGUMENTS(name->name),
                   nearest.length ? "; did you mean \"" : "", TEXT_ARGUMENTS(nearest), nearest.length ? "\"?" : "");
}

/* --- figures --- */

static WantedPeriod name_period(const LookupContext *context, const Expression *name)
{
    return name->has_period ? name->period : context->wanted;
}

static Basis name_basis(const LookupContext *context, const Expression *name)
{
    return name->has_basis ? name->basis : context->basis;
}

static bool is_instant(WantedPeriod wanted)
{
    return wanted.months == 0 && wanted.weeks == 0;
}

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

static bool figure_missing(Looked *out, const Model *model, const Sheet *sheet, size_t column, LineId line, Text reason)
{
    out->slot = SLOT_NONE;
    out->reason = text_format(model->run->arena, TEXT_FORMAT ": " TEXT_FORMAT, TEXT_ARGUMENTS(figure_name(model, sheet, column, line)),
                              TEXT_ARGUMENTS(reason.length ? reason : TEXT("not reported")));
    return true;
}

static bool look_company(Looked *out, const LookupContext *context, const Expression *name, size_t company, LineId line)
{
    Model *model = context->model;
    size_t index;
    if (!model_open_sheet(&index, model, chart_at(model->chart, line)->statement, name_basis(context, name), name_period(context, name)))
        return false;
    const Sheet *sheet = &model->sheets.items[index];
    const Figure *figure = sheet_figure(model, sheet, company, line);
    if (figure->slot == SLOT_NONE)
        return figure_missing(out, model, sheet, company, line, figure->reason);
    if (context->refuse_loss_count && loss_count(model, sheet, company, line))
        return figure_missing(out, model, sheet, company, line, TEXT("printed equal to the basic count because of a loss, it says nothing about potential shares"));
    collect_origin(context, figure->fact);
    *out = (Looked){.slot = figure->slot, .plain = true};
    return true;
}

static bool look_column(Looked *out, const LookupContext *context, const Expression *name, ColumnKind column, LineId line)
{
    Model *model = context->model;
    size_t index;
    if (context->companies_only)
        return problem(model->run, PROBLEM_unknown_name, name->place,
                       "\"" TEXT_FORMAT "\" is a result; an entry or a share count can refer only to companies' lines and inputs", TEXT_ARGUMENTS(name->name));
    if (!model_combine_sheet(&index, model, chart_at(model->chart, line)->statement, name_basis(context, name), name_period(context, name)))
        return false;
    const Sheet *sheet = &model->sheets.items[index];
    const Figure *figure = sheet_figure(model, sheet, model_column(model, column), line);
    *out = (Looked){.slot = figure->slot, .plain = true};
    if (figure->slot == SLOT_NONE && column != COLUMN_pro_forma && sheet->combinable)
        out->slot = model->program.zero; /* a column of entries in which nothing was posted */
    if (out->slot == SLOT_NONE)
        return figure_missing(out, model, sheet, model_column(model, column), line, figure->reason);
    return true;
}

static bool look_entry(Looked *out, const LookupContext *context, const Expression *name, Text rest)
{
    Model *model = context->model;
    Text entry_name, line_name;
    LineId line = split_name(rest, &entry_name, &line_name) ? chart_line(model->chart, line_name) : LINE_NONE;
    bool known = false;
    for (size_t i = 0; i < model->scenario->entry_count; i++)
        known = known || text_equal(model->scenario->entries[i].name, entry_name);
    if (!known || line == LINE_NONE)
        return unknown_name(context, name, known ? chart_nearest_line(model->chart, line_name) : TEXT(""));
    size_t index;
    uint8_t kind = chart_at(model->chart, line)->statement;
    if (!model_combine_sheet(&index, model, kind, name_basis(context, name), name_period(context, name)))
        return false;
    *out = (Looked){.slot = model->program.zero, .plain = true};
    for (size_t i = 0; i < model->applied.count; i++) {
        const AppliedEntry *applied = &model->applied.items[i];
        Slot effect = applied->sheet == index ? applied->effects[line - model->chart->statements[kind].first] : SLOT_NONE;
        if (effect != SLOT_NONE && text_equal(applied->entry->name, entry_name))
            out->slot = effect;
    }
    return true;
}

static bool look_input(Looked *out, const LookupContext *context, Text name)
{
    const Model *model = context->model;
    Text group, rest;
    split_name(name, &group, &rest);
    for (size_t i = 0; i < model->scenario->input_count; i++)
        if (text_equal(model->scenario->inputs[i].group, group) && text_equal(model->scenario->inputs[i].name, rest)) {
            *out = (Looked){.slot = model->input_slots[i], .plain = false};
            return true;
        }
    return false;
}

static Text nearest_name_for(const LookupContext *context, Text name)
{
    const Model *model = context->model;
    Text head, rest;
    if (split_name(name, &head, &rest))
        for (size_t i = 0; i < model->scenario->company_count + COLUMN_KINDS; i++)
            if (text_equal(model_column_name(model, i), head)) {
                Text line = chart_nearest_line(model->chart, rest);
                return line.length ? text_format(model->run->arena, TEXT_FORMAT "." TEXT_FORMAT, TEXT_ARGUMENTS(head), TEXT_ARGUMENTS(line)) : line;
            }
    Text *inputs = arena_array(model->run->arena, Text, model->scenario->input_count);
    for (size_t i = 0; i < model->scenario->input_count; i++)
        inputs[i] = text_format(model->run->arena, TEXT_FORMAT "." TEXT_FORMAT, TEXT_ARGUMENTS(model->scenario->inputs[i].group),
                                TEXT_ARGUMENTS(model->scenario->inputs[i].name));
    Text near = nearest_name(name, inputs, model->scenario->input_count);
    return near.length ? near : chart_nearest_line(model->chart, name);
}

static bool check_period(Looked *out, const LookupContext *context, const Expression *name, LineId line, bool *fits)
{
    const Model *model = context->model;
    uint8_t kind = chart_at(model->chart, line)->statement;
    *fits = model->chart->statements[kind].instant == is_instant(name_period(context, name));
    if (*fits)
        return true;
    out->slot = SLOT_NONE;
    out->reason = text_format(model->run->arena, TEXT_FORMAT " has no figure for " TEXT_FORMAT, TEXT_ARGUMENTS(name->name),
                              TEXT_ARGUMENTS(wanted_period_text(model->run->arena, name_period(context, name))));
    return true;
}

static bool look_name(Looked *out, const LookupContext *context, const Expression *name)
{
    const Model *model = context->model;
    Text head, rest;
    bool dotted = split_name(name->name, &head, &rest), fits = true;
    if (dotted && look_input(out, context, name->name))
        return true;
    if (dotted && text_equal(head, TEXT("entries")))
        return look_entry(out, context, name, rest);
    for (size_t column = 0; dotted && column < model_column_count(model); column++) {
        if (!text_equal(model_column_name(model, column), head))
            continue;
        LineId line = chart_line(model->chart, rest);
        if (line == LINE_NONE)
            return unknown_name(context, name, nearest_name_for(context, name->name));
        check_period(out, context, name, line, &fits);
        if (!fits)
            return true;
        if (column < model->scenario->company_count)
            return look_company(out, context, name, column, line);
        return look_column(out, context, name, (ColumnKind)(column - model->scenario->company_count), line);
    }
    LineId line = chart_line(model->chart, name->name);
    if (line == LINE_NONE)
        return unknown_name(context, name, nearest_name_for(context, name->name));
    check_period(out, context, name, line, &fits);
    return fits ? look_column(out, context, name, COLUMN_pro_forma, line) : true;
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
