#include "model/per_share.h"

#include "model/lookup.h"

#include <math.h>

enum { ACQUIRER = 0 };

static Figure *pro_forma(const Model *model, const PerShare *per_share, LineId line)
{
    return sheet_figure(model, &model->sheets.items[per_share->sheet], model_column(model, COLUMN_pro_forma), line);
}

static Slot acquirer_slot(const Model *model, const PerShare *per_share, LineId line, Text *reason)
{
    const Figure *figure = sheet_figure(model, &model->sheets.items[per_share->sheet], ACQUIRER, line);
    if (figure->slot == SLOT_NONE)
        *reason = text_format(model->run->arena, TEXT_FORMAT " of " TEXT_FORMAT ": " TEXT_FORMAT, TEXT_ARGUMENTS(chart_at(model->chart, line)->label),
                              TEXT_ARGUMENTS(model_column_name(model, ACQUIRER)),
                              TEXT_ARGUMENTS(figure->reason.length ? figure->reason : TEXT("not reported")));
    return figure->slot;
}

static bool look(Looked *out, Model *model, const PerShare *per_share, const Expression *expression, bool potential)
{
    const Sheet *sheet = &model->sheets.items[per_share->sheet];
    LookupContext context = {
        .model = model, .wanted = sheet->wanted, .basis = sheet->basis, .refuse_loss_count = potential};
    return lookup_expression(out, &context, expression);
}

static bool find_basic(Model *model, PerShare *per_share)
{
    Looked issued;
    Slot own = acquirer_slot(model, per_share, model->chart->per_share.basic_shares, &per_share->basic_reason);
    if (!look(&issued, model, per_share, model->scenario->issued, false))
        return false;
    if (issued.slot == SLOT_NONE)
        per_share->basic_reason = issued.reason;
    per_share->issued = issued.slot;
    if (own != SLOT_NONE && issued.slot != SLOT_NONE)
        per_share->basic = program_op(&model->program, OP_ADD, own, issued.slot, SLOT_NONE);
    return true;
}

/* Shares that dilute when the combination has income. What is unknown is not a number, so that it shows in every lane that needs it. */
static bool find_increments(Model *model, PerShare *per_share, Slot *increments)
{
    Program *program = &model->program;
    const PerShareLines *lines = &model->chart->per_share;
    Slot basic = acquirer_slot(model, per_share, lines->basic_shares, &per_share->diluted_reason);
    Slot diluted = acquirer_slot(model, per_share, lines->diluted_shares, &per_share->diluted_reason);
    bool known = basic != SLOT_NONE && diluted != SLOT_NONE;
    if (known)
        per_share->acquirer_increment = program_op(program, OP_SUBTRACT, diluted, basic, SLOT_NONE);
    Slot sum = per_share->acquirer_increment;
    if (model->scenario->potential_count == 0) {
        per_share->diluted_reason = TEXT("the scenario names no potential shares of the target (shares.potential)");
        known = false;
    }
    for (size_t i = 0; i < model->scenario->potential_count; i++) {
        Looked potential;
        if (!look(&potential, model, per_share, model->scenario->potentials[i].shares, true))
            return false;
        per_share->potentials[i] = potential.slot;
        if (potential.slot == SLOT_NONE) {
            per_share->diluted_reason = potential.reason;
            known = false;
            continue;
        }
        Slot dilutive = program_op(program, OP_MAXIMUM, potential.slot, program->zero, SLOT_NONE);
        sum = program_add(program, sum, dilutive);
    }
    *increments = known ? sum : program_constant(program, NAN);
    return true;
}

static bool find_diluted(Model *model, PerShare *per_share)
{
    Program *program = &model->program;
    Slot increments;
    if (!find_increments(model, per_share, &increments))
        return false;
    if (per_share->basic == SLOT_NONE || per_share->control == SLOT_NONE)
        return true;
    per_share->diluted_if_income = program_op(program, OP_ADD, per_share->basic, increments, SLOT_NONE);
    Slot income = program_op(program, OP_LESS, program->zero, per_share->control, SLOT_NONE);
    per_share->diluted = program_op(program, OP_SELECT, income, per_share->diluted_if_income, per_share->basic);
    return true;
}

static void show_shares(Model *model, const PerShare *per_share, LineId shares, LineId eps, Slot count, Text reason)
{
    Program *program = &model->program;
    Figure *counted = pro_forma(model, per_share, shares), *quotient = pro_forma(model, per_share, eps);
    counted->slot = count;
    counted->reason = quotient->reason = reason;
    if (count == SLOT_NONE)
        return;
    if (per_share->control != SLOT_NONE)
        quotient->slot = program_op(program, OP_DIVIDE, per_share->control, count, SLOT_NONE);
    const Sheet *sheet = &model->sheets.items[per_share->sheet];
    Figure *change = sheet_figure(model, sheet, model_column(model, COLUMN_adjustments), shares);
    Slot rest = count;
    for (size_t company = 0; company < model->scenario->company_count; company++) {
        const Figure *own = sheet_figure(model, sheet, company, shares);
        if (own->slot == SLOT_NONE)
            return;
        rest = program_op(program, OP_SUBTRACT, rest, own->slot, SLOT_NONE);
    }
    change->slot = rest;
}

bool per_share_sheet(Model *model, size_t index)
{
    const PerShareLines *lines = &model->chart->per_share;
    const Sheet *sheet = &model->sheets.items[index];
    const StatementKind *kind = &model->chart->statements[sheet->kind];
    if (lines->income < kind->first || lines->income >= kind->first + kind->count || !sheet->combinable)
        return true;
    PerShare per_share = {.sheet = index, .issued = SLOT_NONE, .basic = SLOT_NONE, .diluted = SLOT_NONE, .diluted_if_income = SLOT_NONE, .acquirer_increment = SLOT_NONE};
    per_share.potentials = arena_array(model->run->arena, Slot, model->scenario->potential_count);
    per_share.control = pro_forma(model, &per_share, lines->income)->slot;
    if (!model->scenario->has_shares)
        per_share.basic_reason = per_share.diluted_reason = TEXT("the scenario has no shares");
    else if (!find_basic(model, &per_share) || !find_diluted(model, &per_share))
        return false;
    if (per_share.diluted == SLOT_NONE && per_share.diluted_reason.length == 0)
        per_share.diluted_reason = per_share.basic_reason;
    show_shares(model, &per_share, lines->basic_shares, lines->basic_eps, per_share.basic, per_share.basic_reason);
    show_shares(model, &per_share, lines->diluted_shares, lines->diluted_eps, per_share.diluted, per_share.diluted_reason);
    *list_push(model->run->arena, &model->per_shares) = per_share;
    return true;
}

const PerShare *per_share_find(const Model *model, size_t sheet)
{
    for (size_t i = 0; i < model->per_shares.count; i++)
        if (model->per_shares.items[i].sheet == sheet)
            return &model->per_shares.items[i];
    return NULL;
}
