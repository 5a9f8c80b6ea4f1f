/* Where what the deal costs comes from, and where it goes. Cash is what the entries post to their lines of cash, and all else what they hand out:
 * two ways to the same total, so that an amount on a wrong line shows. */
#include "model/analysis_party.h"

#include "model/adjust.h"

static Looked consideration(Analysing *at, const char *figure)
{
    return party_handed_out(at, &adjust_consideration, ACQUIRER, figure);
}

/* A deal may be paid for without any entry of financing, and debt be borrowed for no deal. */
static Looked financing(Analysing *at, const char *figure)
{
    Looked deal = consideration(at, "total"), handed_out = party_handed_out(at, &adjust_financing, ACQUIRER, figure);
    return deal.slot == SLOT_NONE ? deal : handed_out.slot == SLOT_NONE ? analysis_constant(at, 0) : handed_out;
}

static Looked sum_of(Analysing *at, const Looked *parts, size_t count)
{
    Looked sum = parts[0];
    for (size_t i = 1; i < count; i++)
        sum = parts[i].slot == at->program->zero ? sum : analysis_op(at, OP_ADD, sum, parts[i]);
    return sum;
}

/* --- cash --- */

static LineId cash_line(const Analysing *at, const ScenarioEntry *entry)
{
    const EntryValue *value = party_value(entry, "cash_line");
    return value && value->given ? value->line : at->model->chart->deal.cash;
}

static Slot cash_posted(Analysing *at, const AppliedEntry *applied)
{
    Slot posted = SLOT_NONE;
    for (size_t i = 0; i < applied->legs.count; i++)
        if (applied->legs.items[i].line == cash_line(at, applied->entry))
            posted = program_add(at->program, posted, applied->legs.items[i].amount);
    return posted;
}

/* What the deal takes; below 0: what it brings. */
static Looked cash_taken(Analysing *at)
{
    Slot taken = SLOT_NONE;
    for (size_t entry = 0; entry < at->model->scenario->entry_count; entry++) {
        const AppliedEntry *applied = party_applied(at, &adjust_consideration, ACQUIRER, entry);
        applied = applied ? applied : party_applied(at, &adjust_financing, ACQUIRER, entry);
        if (applied)
            taken = program_add_signed(at->program, taken, -1, cash_posted(at, applied));
    }
    return taken == SLOT_NONE ? analysis_constant(at, 0) : analysis_known(taken);
}

static Looked more_than_nothing(Analysing *at, Looked amount)
{
    return analysis_op(at, OP_MAXIMUM, amount, analysis_constant(at, 0));
}

/* What the companies print as cash on the day of the pro forma balance sheet; missing where one prints none. */
static Looked cash_there(Analysing *at)
{
    Looked there = analysis_constant(at, 0);
    for (size_t company = 0; company < at->model->scenario->company_count; company++)
        there = analysis_op(at, OP_ADD, there, party_balance(at, company, at->model->chart->deal.cash, party_balance_day(at)));
    return there;
}

/* Cash on hand is what is there; the deal may take more. */
static void split_cash(Analysing *at, Looked taken, Looked *on_hand, Looked *lacking)
{
    Looked there = cash_there(at), source = more_than_nothing(at, taken);
    bool known = source.slot != SLOT_NONE && there.slot != SLOT_NONE;
    *on_hand = known ? analysis_op(at, OP_MINIMUM, source, more_than_nothing(at, there)) : source;
    *lacking = known ? analysis_op(at, OP_SUBTRACT, source, *on_hand) : analysis_constant(at, 0);
}

/* --- the table --- */

static Looked put_sources(Analysing *at, const Looked given[3], Looked taken)
{
    static const AnalysisId ids[] = {ANALYSIS_source_stock, ANALYSIS_source_awards, ANALYSIS_source_contingent, ANALYSIS_source_debt, ANALYSIS_source_accrued, ANALYSIS_source_cash,
                                     ANALYSIS_source_lacking};
    enum { COUNT = sizeof ids / sizeof *ids };
    Looked on_hand, lacking;
    split_cash(at, taken, &on_hand, &lacking);
    const Looked parts[COUNT] = {given[0], given[1], given[2], financing(at, "debt"), consideration(at, "costs_accrued"), on_hand, lacking};
    for (size_t i = 0; i < COUNT; i++)
        analysis_put(at, ids[i], 0, parts[i]);
    Looked total = sum_of(at, parts, COUNT);
    analysis_put(at, ANALYSIS_source_total, 0, total);
    return total;
}

static Looked put_uses(Analysing *at, const Looked given[3], Looked taken)
{
    static const AnalysisId ids[] = {ANALYSIS_use_holders, ANALYSIS_use_costs, ANALYSIS_use_fees, ANALYSIS_use_repaid, ANALYSIS_use_cash};
    enum { COUNT = sizeof ids / sizeof *ids };
    const Looked holders[] = {given[0], given[1], given[2], consideration(at, "cash")}, costs[] = {consideration(at, "costs_borne"), consideration(at, "issue_costs")};
    Looked kept = more_than_nothing(at, analysis_op(at, OP_SUBTRACT, analysis_constant(at, 0), taken));
    const Looked parts[COUNT] = {sum_of(at, holders, 4), sum_of(at, costs, 2), financing(at, "fees"), financing(at, "repaid"), kept};
    for (size_t i = 0; i < COUNT; i++)
        analysis_put(at, ids[i], 0, parts[i]);
    Looked total = sum_of(at, parts, COUNT);
    analysis_put(at, ANALYSIS_use_total, 0, total);
    return total;
}

void analysis_sources(Analysing *at)
{
    const Looked given[] = {consideration(at, "stock"), consideration(at, "awards"), consideration(at, "contingent")};
    Looked taken = given[0].slot == SLOT_NONE ? given[0] : cash_taken(at);
    Looked sources = put_sources(at, given, taken), uses = put_uses(at, given, taken);
    at->made.sources = sources.slot;
    at->made.uses = uses.slot;
    for (size_t entry = at->model->scenario->entry_count; entry-- > 0;)
        if (at->model->scenario->entries[entry].kind == &adjust_consideration)
            at->made.deal = at->model->scenario->entries[entry].place;
}
