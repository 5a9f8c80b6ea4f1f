/* Reading order: what is acquired of an asset, contingent consideration, the part that is taken off, taking it off. */
#include "model/negative_residual.h"

#include "model/adjust_consideration.h"
#include "model/adjust_fair_values.h"

const EntryKey reduce_keys[] = {
    [REDUCE_line] = {.name = "line", .type = KEY_line, .needed = true, .meaning = "an acquired asset that a residual below zero reduces"},
    [REDUCE_equity_method] = {.name = "equity_method", .type = KEY_flag, .meaning = "true of long-term investments that are accounted for by the equity method; others keep their value"},
    {0},
};

/* What the residual is taken off. */
typedef struct {
    LineId *lines;
    Slot *amounts; /* what of each is acquired */
    bool *taxed;
    size_t count;
    Slot research, rate; /* charged at closing, and of deferred tax; SLOT_NONE: none */
    LineId research_line, tax_line;
} Pool;

const AppliedEntry *purchase_entry(const Purchase *purchase, const EntryKind *kind)
{
    for (size_t i = 0; i < purchase->count; i++)
        if (purchase->items[i]->entry->kind == kind)
            return purchase->items[i];
    return NULL;
}

/* --- what is acquired of an asset --- */

/* What the target carries and what the entries of the purchase add. */
static Slot acquired(Adjust *adjust, const Purchase *purchase, LineId line)
{
    LineId first = adjust->model->chart->statements[adjust->model->sheets.items[adjust->sheet].kind].first;
    Slot sum = adjust_reported(adjust, adjust_company(adjust), line);
    for (size_t i = 0; i < purchase->count; i++)
        sum = program_add(adjust->program, sum, purchase->items[i]->effects[line - first]);
    return sum == SLOT_NONE ? adjust->program->zero : sum;
}

/* Of an item without deferred tax none falls away. */
static bool bears_tax(const Purchase *purchase, LineId line)
{
    for (size_t i = 0; i < purchase->count; i++) {
        const AppliedEntry *applied = purchase->items[i];
        const EntryValue *items = applied->entry->kind == &adjust_fair_values ? &applied->entry->values[FAIR_VALUES_items] : NULL;
        for (size_t j = 0; items && j < items->count && j < applied->legs.count; j++)
            if (applied->legs.items[j].line == line && items->items[j].values[FAIR_VALUE_no_deferred_tax].flag)
                return false;
    }
    return true;
}

static bool check_eligible(Adjust *adjust, const EntryItem *item, LineId line)
{
    const Chart *chart = adjust->model->chart;
    bool equity_method = line == chart->deal.investments && item->values[REDUCE_equity_method].flag;
    if (line_is_asset(chart, line) && (!chart_at(chart, line)->keeps_value || equity_method))
        return true;
    Text what = text_format(adjust->model->run->arena, "a reduction of \"" TEXT_FORMAT "\"", TEXT_ARGUMENTS(chart_at(chart, line)->label));
    return adjust_refuse(adjust, DECISION_negative_residual, item->values[REDUCE_line].place, text_zero_terminated(adjust->model->run->arena, what));
}

static bool find_assets(Pool *out, Adjust *adjust, const Purchase *purchase, const EntryValue *reduce)
{
    Arena *arena = adjust->model->run->arena;
    out->lines = arena_array(arena, LineId, reduce->count);
    out->amounts = arena_array(arena, Slot, reduce->count);
    out->taxed = arena_array(arena, bool, reduce->count);
    out->count = reduce->count;
    for (size_t i = 0; i < reduce->count; i++) {
        const EntryItem *item = &reduce->items[i];
        LineId line = adjust_line(adjust, &item->values[REDUCE_line], LINE_NONE);
        if (line == LINE_NONE || !check_eligible(adjust, item, line))
            return adjust->good = false;
        out->lines[i] = line;
        out->amounts[i] = acquired(adjust, purchase, line);
        out->taxed[i] = out->rate != SLOT_NONE && bears_tax(purchase, line);
    }
    return true;
}

static bool find_pool(Pool *out, Adjust *adjust, const Purchase *purchase, const EntryValue *reduce)
{
    const AppliedEntry *tax = purchase_entry(purchase, &adjust_deferred_tax), *research = purchase_entry(purchase, &adjust_in_process_research);
    *out = (Pool){.research = SLOT_NONE, .rate = tax ? applied_figure(tax, "rate") : SLOT_NONE};
    if (tax)
        out->tax_line = tax->legs.count ? tax->legs.items[0].line : adjust_line(adjust, &(EntryValue){0}, adjust->model->chart->deal.deferred_tax);
    if (research && research->legs.count && adjust_decides(adjust, DECISION_in_process) == IN_PROCESS_expense) {
        out->research = applied_figure(research, "total");
        out->research_line = research->legs.items[0].line;
    }
    return find_assets(out, adjust, purchase, reduce);
}

/* --- contingent consideration --- */

/* What of the excess is left when the contingent consideration that waits has become a liability. */
static Slot record_contingent(Adjust *adjust, const Purchase *purchase, Slot negative)
{
    const AppliedEntry *consideration = purchase_entry(purchase, &adjust_consideration);
    Slot open = consideration ? applied_figure(consideration, "contingent_open") : SLOT_NONE;
    if (open == SLOT_NONE || adjust_decides(adjust, DECISION_contingent) != CONTINGENT_up_to_excess)
        return negative;
    Slot recorded = adjust_op(adjust, OP_MINIMUM, negative, open);
    adjust_post(adjust, consideration_contingent_line(adjust, consideration->entry), recorded, TEXT("contingent consideration"));
    adjust_say_when(adjust, recorded, "Contingent consideration of #m is a liability up to the excess of net assets: #m.", open, recorded);
    return adjust_op(adjust, OP_SUBTRACT, negative, recorded);
}

/* --- the part that is taken off --- */

static Slot sum_of(Adjust *adjust, const Pool *pool, bool taxed_only)
{
    Slot sum = adjust->program->zero;
    for (size_t i = 0; i < pool->count; i++)
        if (!taxed_only || pool->taxed[i])
            sum = adjust_op(adjust, OP_ADD, sum, pool->amounts[i]);
    return sum;
}

/* What net assets fall by when all of the pool goes: assets less their deferred tax, and research. */
static Slot find_worth(Adjust *adjust, const Pool *pool)
{
    Slot worth = program_add(adjust->program, sum_of(adjust, pool, false), pool->research);
    Slot tax = adjust_op(adjust, OP_MULTIPLY, sum_of(adjust, pool, true), pool->rate);
    return program_add_signed(adjust->program, worth, -1, tax);
}

/* --- taking it off --- */

/* Pro rata, each share rounded so that they sum to the whole: the difference of rounded sums up to it. */
typedef struct {
    Slot part, sum, before;
} Shares;

static Slot next_share(Adjust *adjust, Shares *shares, Slot amount)
{
    shares->sum = adjust_op(adjust, OP_ADD, shares->sum, amount);
    Slot upto = adjust_round(adjust, adjust_op(adjust, OP_MULTIPLY, shares->part, shares->sum)), share = adjust_op(adjust, OP_SUBTRACT, upto, shares->before);
    shares->before = upto;
    return share;
}

static Slot reduce_assets(Adjust *adjust, const Pool *pool, const EntryValue *reduce, Shares *shares)
{
    Slot taken = adjust->program->zero;
    for (size_t i = 0; i < pool->count; i++) {
        Slot share = next_share(adjust, shares, pool->amounts[i]);
        adjust_post_signed(adjust, pool->lines[i], -1, share, reduce->items[i].name);
        adjust_say_when(adjust, share, "#t: #m of #m acquired is taken off.", reduce->items[i].name, share, pool->amounts[i]);
        taken = adjust_op(adjust, OP_ADD, taken, share);
    }
    return taken;
}

static Slot reduce_research(Adjust *adjust, const Pool *pool, Shares *shares)
{
    if (pool->research == SLOT_NONE)
        return adjust->program->zero;
    Slot share = next_share(adjust, shares, pool->research);
    adjust_post(adjust, pool->research_line, share, TEXT("research in process, reduced"));
    adjust_say_when(adjust, share, "Research in process: #m of #m is not charged.", share, pool->research);
    return share;
}

/* Where something of the pool is left, nothing of the excess is: the tax is what brings it to zero, so that no rounding becomes a gain. */
static Slot reduce_tax(Adjust *adjust, const Pool *pool, Slot whole, Slot excess, Slot taken)
{
    if (pool->rate == SLOT_NONE)
        return adjust->program->zero;
    Slot all = adjust_round(adjust, adjust_op(adjust, OP_MULTIPLY, sum_of(adjust, pool, true), pool->rate));
    Slot tax = program_op(adjust->program, OP_SELECT, whole, all, adjust_op(adjust, OP_SUBTRACT, taken, excess));
    adjust_post_signed(adjust, pool->tax_line, -1, tax, TEXT("deferred tax on what is taken off"));
    adjust_say_when(adjust, tax, "Deferred tax on what is taken off: #m less.", tax);
    return tax;
}

Slot negative_residual_post(Adjust *adjust, const Purchase *purchase, Slot negative, const EntryValue *reduce)
{
    Program *program = adjust->program;
    Pool pool;
    if (adjust_decides(adjust, DECISION_negative_residual) == NEGATIVE_RESIDUAL_gain)
        return negative;
    Slot excess = record_contingent(adjust, purchase, negative);
    if (reduce->count == 0)
        adjust_require(adjust, adjust_op(adjust, OP_EQUAL, excess, program->zero), PROBLEM_residual_unassigned, adjust->entry->place,
                       "net assets exceed the consideration, and \"reduce\" names no assets that this reduces");
    if (!find_pool(&pool, adjust, purchase, reduce))
        return SLOT_NONE;
    Slot worth = adjust_op(adjust, OP_MAXIMUM, find_worth(adjust, &pool), program->zero), whole = adjust_op(adjust, OP_LESS_EQUAL, worth, excess);
    Slot divisor = program_op(program, OP_SELECT, worth, worth, program->one);
    Slot part = program_op(program, OP_SELECT, whole, program_op(program, OP_LESS, program->zero, worth, SLOT_NONE), adjust_op(adjust, OP_DIVIDE, excess, divisor));
    Shares shares = {part, program->zero, program->zero};
    Slot assets = reduce_assets(adjust, &pool, reduce, &shares), research = reduce_research(adjust, &pool, &shares), taken = adjust_op(adjust, OP_ADD, assets, research);
    Slot tax = reduce_tax(adjust, &pool, whole, excess, taken);
    return adjust_op(adjust, OP_ADD, adjust_op(adjust, OP_SUBTRACT, excess, taken), tax);
}
