/* Reading order: an explanation while it is made, leaves, operations, figures, the whole. */
#include "report/explanation.h"

#include "report/explaining.h"

#include <math.h>
#include <string.h>

struct Explainer {
    const Model *model;
    SlotOwners owners;
    size_t *operations; /* by slot: position of what computes it, from 1; 0: nothing does */
    size_t *constants;  /* by slot: position of what is known of it, from 1 */
    size_t *nodes;      /* by slot: its node from 1 in the explanation number `drawn` */
    size_t *drawn;
    size_t number;      /* of the explanation that is being made */
};

Explainer *explainer_begin(const Model *model)
{
    Arena *arena = model->run->arena;
    Explainer *explainer = arena_new(arena, Explainer);
    const Program *program = &model->program;
    size_t slots = program->values.count;
    explainer->model = model;
    slot_owners_find(&explainer->owners, model);
    explainer->operations = arena_array(arena, size_t, slots);
    explainer->constants = arena_array(arena, size_t, slots);
    explainer->nodes = arena_array(arena, size_t, slots);
    explainer->drawn = arena_array(arena, size_t, slots);
    for (size_t i = 0; i < program->ops.count; i++)
        explainer->operations[program->ops.items[i].out] = i + 1;
    for (size_t i = 0; i < program->constants.count; i++)
        explainer->constants[program->constants.items[i].slot] = i + 1;
    return explainer;
}

bool explained_is_leaf(const ExplainedNode *node)
{
    return node->as >= EXPLAINED_printed;
}

Text explained_unit(Arena *arena, const ExplainedNode *node)
{
    return unit_name(arena, node->unit);
}

/* --- nodes --- */

size_t explaining_add(Explaining *explaining, double value)
{
    *list_push(explaining->arena, &explaining->out->nodes) =
        (ExplainedNode){.value = value, .taken = SIZE_MAX, .full = {TEXT(""), TEXT(""), TEXT("")}, .title = TEXT(""), .letter = TEXT(""), .note = TEXT(""), .text = TEXT(""),
                        .caption = TEXT(""), .source = TEXT("")};
    return explaining->out->nodes.count - 1;
}

ExplainedNode *explaining_node(const Explaining *explaining, size_t node)
{
    return &explaining->out->nodes.items[node];
}

void explaining_operand(Explaining *explaining, size_t node, size_t operand, double weight)
{
    *list_push(explaining->arena, &explaining_node(explaining, node)->operands) = (ExplainedOperand){operand, weight};
}

static double value_of(const Explaining *explaining, Slot slot)
{
    return explaining->model->values[slot];
}

/* --- leaves --- */

static void explain_input(Explaining *explaining, ExplainedNode *node, const ScenarioInput *input)
{
    bool quoted;
    node->as = EXPLAINED_input;
    node->place = input->place;
    node->text = text_trim(source_text(&explaining->model->run->sources, input->place));
    quoted = node->text.length >= 2 && node->text.start[0] == '"' && text_ends_with(node->text, TEXT("\""));
    if (quoted)
        node->text = text_slice(node->text, 1, node->text.length - 1);
    node->written = input->unit;
    node->source = input->source;
    if (input->set)
        node->note = TEXT("replaced by --set");
}

static void explain_constant(Explaining *explaining, ExplainedNode *node, Slot slot)
{
    const Program *program = &explaining->model->program;
    size_t known = explaining->explainer->constants[slot];
    const ProgramConstant *constant = known ? &program->constants.items[known - 1] : NULL;
    node->as = constant && constant->place.source ? EXPLAINED_number : EXPLAINED_constant;
    node->text = isfinite(node->value) ? amount_plain(explaining->arena, node->value) : TEXT("nan");
    if (constant && constant->place.source) {
        node->place = constant->place;
        node->text = source_text(&explaining->model->run->sources, constant->place);
    } else {
        node->source = constant ? text_of(constant->meaning) : slot == program->zero ? TEXT("nothing") : slot == program->one ? TEXT("the whole") : TEXT("of the rule");
    }
}

/* --- operations --- */

static size_t explain_operand(Explaining *explaining, Slot slot, LineId line);

/* The operation that makes a slot where it is told of in the formula around it; NULL: it is not. */
static const Op *inner_operation(const Explaining *explaining, Slot slot, LineId line)
{
    size_t operation = explaining->explainer->operations[slot];
    return operation && !slot_owner(&explaining->explainer->owners, slot, line) ? &explaining->model->program.ops.items[operation - 1] : NULL;
}

static bool adds(const Op *op)
{
    return op && (op->code == OP_ADD || op->code == OP_SUBTRACT);
}

/* a + b - c + d is one sum: what stands left of a sign is computed before it. */
static void explain_sum(Explaining *explaining, size_t node, const Op *op, LineId line)
{
    const Op *left = inner_operation(explaining, op->a, line);
    if (adds(left))
        explain_sum(explaining, node, left, line);
    else
        explaining_operand(explaining, node, explain_operand(explaining, op->a, line), 1);
    explaining_operand(explaining, node, explain_operand(explaining, op->b, line), op->code == OP_SUBTRACT ? -1 : 1);
}

/* As in model/op_list. */
static size_t taken_operand(const Explaining *explaining, const Op *op)
{
    double a = value_of(explaining, op->a), b = op->b == SLOT_NONE ? 0 : value_of(explaining, op->b);
    switch ((OpCode)op->code) {
    case OP_MINIMUM: return a < b || isnan(a) ? 0 : 1;
    case OP_MAXIMUM: return a > b || isnan(a) ? 0 : 1;
    case OP_SELECT: return a != 0.0 ? 1 : 2;
    default: return SIZE_MAX;
    }
}

static void explain_operation(Explaining *explaining, size_t node, const Op *op, LineId line)
{
    const Slot operands[] = {op->a, op->b, op->c};
    if (adds(op)) {
        explain_sum(explaining, node, op, line);
        explaining_node(explaining, node)->as = EXPLAINED_sum;
        return;
    }
    for (int i = 0; i < op_arity((OpCode)op->code); i++)
        explaining_operand(explaining, node, explain_operand(explaining, operands[i], line), 1);
    explaining_node(explaining, node)->as = EXPLAINED_operation;
    explaining_node(explaining, node)->code = (OpCode)op->code;
    explaining_node(explaining, node)->taken = taken_operand(explaining, op);
}

/* --- figures --- */

static Unit named_unit(const Model *model, Named named)
{
    UnitKind kind = UNIT_none;
    switch (named.kind) {
    case NAMED_input: kind = (UnitKind)model->scenario->inputs[named.index].unit.kind; break;
    case NAMED_figure: kind = model->scenario->entries[named.index].kind->figures[named.figure].unit; break;
    case NAMED_analysis: kind = analysis_unit((AnalysisId)named.index); break;
    case NAMED_nothing: break;
    default: kind = (UnitKind)chart_at(model->chart, named.line)->unit;
    }
    bool scaled = kind == UNIT_money || kind == UNIT_shares;
    return (Unit){(uint8_t)(kind == UNIT_percent ? UNIT_ratio : kind), scaled ? model->scenario->reporting.scale : 0};
}

static void name_node(Explaining *explaining, size_t node, const SlotOwner *owner)
{
    const Model *model = explaining->model;
    ExplainedNode *named = explaining_node(explaining, node);
    named->full = owner_name(model, owner);
    named->named = owner->named.kind != NAMED_nothing;
    named->letter = owner_letter(model, owner);
    named->unit = owner->named.kind == NAMED_nothing ? (Unit){owner->leg ? UNIT_money : UNIT_shares, model->scenario->reporting.scale} : named_unit(model, owner->named);
    named->percent = owner->named.kind == NAMED_analysis && strcmp(analysis_figures[owner->named.index].unit, "percent") == 0;
}

/* Figures that stand for other days than their column says. */
static Text other_days(const Explaining *explaining, const SlotOwner *owner)
{
    const AlignedStatement *aligned = explaining->model->sheets.items[owner->sheet].aligned[owner->named.index];
    Period period = aligned->period;
    if (aligned->gap_days == 0)
        return TEXT("");
    if (period_is_instant(period))
        return text_format(explaining->arena, "at " TEXT_FORMAT, TEXT_ARGUMENTS(day_iso(explaining->arena, period.end)));
    return text_format(explaining->arena, "for " TEXT_FORMAT " to " TEXT_FORMAT, TEXT_ARGUMENTS(day_iso(explaining->arena, period.start)),
                       TEXT_ARGUMENTS(day_iso(explaining->arena, period.end)));
}

static size_t explained_before(const Explaining *explaining, const Fact *fact)
{
    for (size_t i = 0; i < explaining->facts.count; i++)
        if (explaining->facts.items[i].fact == fact)
            return explaining->facts.items[i].node;
    return SIZE_MAX;
}

static void explain_company(Explaining *explaining, size_t node, const SlotOwner *owner)
{
    explaining_fact(explaining, node, owner->named.index, owner->figure->fact);
    ExplainedNode *explained = explaining_node(explaining, node);
    Text days = other_days(explaining, owner);
    if (days.length)
        explained->note = text_format(explaining->arena, TEXT_FORMAT "%s" TEXT_FORMAT, TEXT_ARGUMENTS(days), explained->note.length ? "; " : "", TEXT_ARGUMENTS(explained->note));
}

/* What makes the slot, whatever it is called. */
static void explain_made(Explaining *explaining, size_t node, Slot slot, const SlotOwner *owner, LineId line)
{
    size_t operation = explaining->explainer->operations[slot];
    if (owner && owner->rank == OWNER_company)
        explain_company(explaining, node, owner);
    else if (owner && owner->rank == OWNER_input)
        explain_input(explaining, explaining_node(explaining, node), &explaining->model->scenario->inputs[owner->named.index]);
    else if (operation)
        explain_operation(explaining, node, &explaining->model->program.ops.items[operation - 1], owner && owner->named.line != LINE_NONE ? owner->named.line : line);
    else
        explain_constant(explaining, explaining_node(explaining, node), slot);
}

static void know_slot(Explaining *explaining, Slot slot, size_t node)
{
    explaining->explainer->nodes[slot] = node;
    explaining->explainer->drawn[slot] = explaining->explainer->number;
}

static size_t explain_operand(Explaining *explaining, Slot slot, LineId line)
{
    Explainer *explainer = explaining->explainer;
    const SlotOwner *owner = slot_owner(&explainer->owners, slot, line);
    if (explainer->drawn[slot] == explainer->number)
        return explainer->nodes[slot];
    if (owner && owner->rank == OWNER_company && explained_before(explaining, owner->figure->fact) != SIZE_MAX)
        return explained_before(explaining, owner->figure->fact);
    size_t node = explaining_add(explaining, value_of(explaining, slot));
    know_slot(explaining, slot, node);
    if (owner)
        name_node(explaining, node, owner);
    explain_made(explaining, node, slot, owner, line);
    return node;
}

/* --- the whole --- */

static bool is_called(const Explaining *explaining, const SlotOwner *owner, const FullName *full)
{
    FullName name = owner_name(explaining->model, owner);
    return text_equal(full_name_text(explaining->arena, &name), full_name_text(explaining->arena, full));
}

static const SlotOwner *owner_called(const Explaining *explaining, Slot slot, const FullName *full)
{
    const SlotOwners *owners = &explaining->explainer->owners;
    for (size_t at = owners->first[slot]; at; at = owners->owners.items[at - 1].next)
        if (is_called(explaining, &owners->owners.items[at - 1], full))
            return &owners->owners.items[at - 1];
    return NULL;
}

void explain_slot(Explanation *out, Explainer *explainer, Slot slot, const FullName *full, Named named)
{
    const Model *model = explainer->model;
    Explaining explaining = {.explainer = explainer, .model = model, .arena = model->run->arena, .out = out};
    explainer->number++;
    out->sources = &model->run->sources;
    out->scale = model->scenario->reporting.scale;
    size_t node = explaining_add(&explaining, value_of(&explaining, slot));
    const SlotOwner *best = slot_owner(&explainer->owners, slot, named.line), *asked = owner_called(&explaining, slot, full);
    if (asked)
        name_node(&explaining, node, asked);
    explaining_node(&explaining, node)->full = *full;
    explaining_node(&explaining, node)->named = named.kind != NAMED_nothing;
    explaining_node(&explaining, node)->unit = named_unit(model, named);
    if (best && !is_called(&explaining, best, full)) { /* it is another figure under this name */
        explaining_operand(&explaining, node, explain_operand(&explaining, slot, named.line), 1);
        explaining_node(&explaining, node)->as = EXPLAINED_same;
    } else {
        know_slot(&explaining, slot, node);
        explain_made(&explaining, node, slot, best, named.line);
    }
    explaining.here = *full;
    if (asked && asked->sheet != SIZE_MAX)
        explaining.here.period = wanted_period_text(model->run->arena, model->sheets.items[asked->sheet].wanted);
    out->unit = explained_unit(model->run->arena, explaining_node(&explaining, 0));
    explaining_lay_out(&explaining);
}
