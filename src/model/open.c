/* Reading order: facts, formulas, who loses its slot, lane 0, proofs. */
#include "model/open.h"

#include "model/entry.h"
#include "model/evaluate.h"
#include "statement/replace.h"

static Slot open_slot(Model *model, size_t open, double value)
{
    Slot *slot = &model->open_slots[open];
    if (*slot == SLOT_NONE)
        *slot = program_input(&model->program, model->scenario->opens[open].name, value, model->scenario->opens[open].place);
    return *slot;
}

void open_begin(Model *model)
{
    const Scenario *scenario = model->scenario;
    model->open_slots = arena_array(model->run->arena, Slot, scenario->open_count);
    model->open_formulas = arena_array(model->run->arena, Slot, scenario->open_count);
    model->open_decides = arena_array(model->run->arena, bool, scenario->open_count);
    for (size_t i = 0; i < scenario->open_count; i++) {
        const ScenarioOpen *open = &scenario->opens[i];
        model->open_slots[i] = open->kind == OPEN_input ? model->input_slots[open->input] : SLOT_NONE;
        model->open_formulas[i] = SLOT_NONE;
    }
}

/* --- facts --- */

Slot open_fact(Model *model, const Fact *fact)
{
    Program *program = &model->program;
    if (fact->open && model->studied)
        return open_slot(model, fact->open - 1U, fact->number);
    if (fact->moved_count == 0 || !model->studied)
        return program_constant(program, fact->number);
    Slot sum = SLOT_NONE;
    for (size_t i = 0; i < fact->moved_count; i++)
        sum = program_add_signed(program, sum, fact->moved[i].weight > 0 ? 1 : -1, open_fact(model, fact->moved[i].fact));
    return sum;
}

/* --- formulas --- */

bool open_formula(Looked *out, const LookupContext *context, const Expression *number)
{
    Model *model = context->model;
    size_t open = number->open - 1U;
    if (!model->studied)
        return lookup_expression(out, context, number->operands[0]);
    if (model->open_formulas[open] == SLOT_NONE) {
        if (!lookup_expression(out, context, number->operands[0]) || out->slot == SLOT_NONE)
            return out->slot != SLOT_NONE || out->reason.length > 0;
        model->open_formulas[open] = out->slot;
    }
    *out = (Looked){.slot = open_slot(model, open, 0)};
    return true;
}

/* --- who loses its slot --- */

void open_decided(Model *model, const Fact *fact)
{
    if (fact && fact->open)
        model->open_decides[fact->open - 1U] = true;
    for (size_t i = 0; fact && i < fact->term_count; i++)
        open_decided(model, fact->terms[i].fact);
    for (size_t i = 0; fact && i < fact->moved_count; i++)
        open_decided(model, fact->moved[i].fact);
}

/* Books of the company whose columns of this statement others are derived from. */
static void decide_derived(Model *model, const Sheet *sheet, size_t company)
{
    const AlignedStatement *aligned = sheet->aligned[company];
    const Books *books = &model->books[company];
    LineId lines = model->chart->statements[sheet->kind].count;
    if (aligned->available && aligned->term_count == 1)
        return;
    for (size_t i = 0; i < books->count; i++)
        for (LineId line = 0; line < lines && books->items[i].kind == sheet->kind && books->items[i].basis == sheet->basis; line++)
            open_decided(model, books->items[i].facts[line]);
}

static void drop_slots(Model *model)
{
    for (size_t i = 0; i < model->sheets.count; i++)
        for (size_t company = 0; company < model->scenario->company_count; company++)
            decide_derived(model, &model->sheets.items[i], company);
    for (size_t i = 0; i < model->scenario->open_count; i++) {
        OpenKind kind = model->scenario->opens[i].kind;
        if (model->open_decides[i] || kind == OPEN_setting)
            model->open_slots[i] = SLOT_NONE;
        else
            open_slot(model, i, 0); /* nothing that was asked for depends on it, and it varies all the same */
    }
}

/* --- lane 0 --- */

/* A formula may depend on another that is open, hence as many rounds as there are. */
static void settle_formulas(Model *model)
{
    Program *program = &model->program;
    double *values = arena_array(model->run->arena, double, program->values.count);
    for (size_t round = 0; round < model->scenario->open_count; round++) {
        bool moved = false;
        evaluate_fill(program, values, 1);
        evaluate(program, values, 1);
        for (size_t i = 0; i < model->scenario->open_count; i++) {
            Slot formula = model->open_formulas[i], slot = model->open_slots[i];
            if (formula == SLOT_NONE || slot == SLOT_NONE || program->values.items[slot] == values[formula])
                continue;
            program->values.items[slot] = values[formula];
            moved = true;
        }
        if (!moved)
            return;
    }
}

/* --- proofs --- */

static bool reaches(const bool *varies, Slot slot)
{
    return slot != SLOT_NONE && varies[slot];
}

const bool *open_varying(const Model *model)
{
    const Program *program = &model->program;
    bool *varies = arena_array(program->arena, bool, program->values.count);
    for (size_t i = 0; i < model->scenario->open_count; i++)
        if (model->open_slots[i] != SLOT_NONE)
            varies[model->open_slots[i]] = true;
    for (size_t i = 0; i < program->ops.count; i++) {
        const Op *op = &program->ops.items[i];
        varies[op->out] = varies[op->out] || reaches(varies, op->a) || reaches(varies, op->b) || reaches(varies, op->c);
    }
    return varies;
}

/* Sums and differences of whole numbers are exact, so what has no part left in the end does not change the sum. */
static bool cancels(const Program *program, const bool *varies, Slot sum)
{
    int *parts = arena_array(program->arena, int, program->values.count);
    bool cancelled = true;
    parts[sum] = 1;
    for (size_t i = program->ops.count; i-- > 0;) {
        const Op *op = &program->ops.items[i];
        int part = parts[op->out];
        if (part == 0 || (op->code != OP_ADD && op->code != OP_SUBTRACT && op->code != OP_NEGATE))
            continue;
        parts[op->out] = 0;
        parts[op->a] += op->code == OP_NEGATE ? -part : part;
        if (op->code != OP_NEGATE)
            parts[op->b] += op->code == OP_SUBTRACT ? -part : part;
    }
    for (Slot slot = 0; slot < program->values.count && cancelled; slot++)
        cancelled = parts[slot] == 0 || !varies[slot];
    return cancelled;
}

/* One that is not 0 in lane 0 is told of by model_check. */
static void prove_zero(Model *model, Slot sum, ProblemKind kind, const ScenarioEntry *entry, const char *what)
{
    const bool *varies = open_varying(model);
    if (!reaches(varies, sum) || cancels(&model->program, varies, sum))
        return;
    Slot holds = program_op(&model->program, OP_EQUAL, sum, model->program.zero, SLOT_NONE);
    model_require(model, &model->proofs, holds, kind, entry->place, "entry \"" TEXT_FORMAT "\" %s", TEXT_ARGUMENTS(entry->name), what);
}

static void prove_neutral(Model *model, const AppliedEntry *applied)
{
    const StatementKind *kind = &model->chart->statements[model->sheets.items[applied->sheet].kind];
    for (LineId line = kind->first; line < kind->first + kind->count; line++)
        if (chart_at(model->chart, line)->stays && applied->entry->kind->column == COLUMN_reclassifications)
            prove_zero(model, applied->effects[line - kind->first], PROBLEM_not_neutral, applied->entry, "changes what a reclassification must leave as it is");
}

/* All entries of the purchase of one target in one sheet: their sum must be 0. */
static void prove_purchase(Model *model, size_t first)
{
    const AppliedEntry *applied = model->applied.items[first];
    Slot sum = SLOT_NONE;
    for (size_t i = 0; i < model->applied.count; i++) {
        const AppliedEntry *other = model->applied.items[i];
        if (other->sheet != applied->sheet || !other->entry->kind->purchase || !text_equal(other->entry->company, applied->entry->company))
            continue;
        if (i < first)
            return;
        sum = program_add(&model->program, sum, other->residual);
    }
    prove_zero(model, sum, PROBLEM_unbalanced_entry, applied->entry, "and the others of its purchase leave something over");
}

static void prove_all(Model *model)
{
    for (size_t i = 0; i < model->applied.count; i++) {
        const AppliedEntry *applied = model->applied.items[i];
        prove_neutral(model, applied);
        if (!applied->entry->kind->purchase)
            prove_zero(model, applied->residual, PROBLEM_unbalanced_entry, applied->entry, "is out of balance");
        else if (model->sheets.items[applied->sheet].combined && line_is_in(model, applied->sheet, model->chart->deal.assets))
            prove_purchase(model, i);
    }
}

void open_finish(Model *model)
{
    if (!model->studied)
        return;
    drop_slots(model);
    prove_all(model);
    settle_formulas(model);
}
