/* What the deal does to the acquirer's earnings per share, and what it would take to leave them as they are. Closed forms stand only where they
 * hold whatever the values are; elsewhere a search has to find the root. */
#include "model/analysis_party.h"

#include "model/dependence.h"

static const char not_meaningful[] = "n.m.";

static void except_loss(Analysing *at, AnalysisFigure *figure, const Earnings *own)
{
    analysis_except(at, figure, analysis_not_positive(at, own->each), not_meaningful, TEXT("the acquirer alone earns nothing for a share"));
}

/* --- accretion --- */

static AnalysisFigure *put_accretion(Analysing *at, AnalysisId part, const Earnings *own, Looked pro_forma)
{
    Looked quotient = analysis_op(at, OP_DIVIDE, pro_forma, own->each);
    AnalysisFigure *figure = analysis_put(at, part, 0, analysis_op(at, OP_SUBTRACT, quotient, analysis_constant(at, 1)));
    except_loss(at, figure, own);
    return figure;
}

static Looked cents(Analysing *at, const Earnings *own, Looked pro_forma)
{
    return analysis_op(at, OP_MULTIPLY, analysis_meant(at, 100, "cents"), analysis_op(at, OP_SUBTRACT, pro_forma, own->each));
}

/* Cash that is paid is no longer invested, or is borrowed. Where the statement bears nothing of that, a figure says so. */
static void tell_unfunded(Analysing *at, AnalysisFigure *figure)
{
    Looked cash = party_unfunded_cash(at);
    if (cash.slot != SLOT_NONE && !figure->how)
        analysis_how(at, figure, "before what the cash of the deal costs: interest on #m is in no entry", cash.slot);
}

/* --- break-even synergies: what income before taxes lacks for the acquirer's own earnings per share --- */

static Looked synergies(Analysing *at, const Earnings *own, Looked shares, Looked rate, Looked *income)
{
    *income = analysis_op(at, OP_MULTIPLY, own->each, shares);
    Looked lacking = analysis_op(at, OP_SUBTRACT, *income, at->pro_forma_basic.income);
    return analysis_op(at, OP_DIVIDE, lacking, analysis_op(at, OP_SUBTRACT, analysis_constant(at, 1), rate));
}

static void except_rate(Analysing *at, AnalysisFigure *figure, Looked rate)
{
    Slot whole = analysis_op(at, OP_LESS_EQUAL, analysis_constant(at, 1), rate).slot;
    analysis_except(at, figure, whole, not_meaningful, TEXT("a tax of 100% leaves nothing of a synergy"));
}

/* Where no security has an effect on income, all that have shares are in, whatever the income is. */
static Looked shares_with_income(Analysing *at)
{
    const PerShare *per_share = &at->per_share;
    Looked shares = at->pro_forma_basic.shares;
    if (per_share->diluted_reason.length)
        return (Looked){SLOT_NONE, per_share->diluted_reason};
    for (size_t i = 0; shares.slot != SLOT_NONE && i < per_share->securities.count; i++) {
        const Security *security = &per_share->securities.items[i];
        if (security->income != at->program->zero)
            return analysis_missing(at, "no closed form: whether a convertible security is in depends on income; use solve");
        shares.slot = program_add(at->program, shares.slot, security->shares);
    }
    return shares;
}

static void put_synergies(Analysing *at)
{
    Looked rate = party_tax_rate(at), income;
    AnalysisFigure *basic = analysis_put(at, ANALYSIS_break_even_synergies, 0, synergies(at, &at->basic, at->pro_forma_basic.shares, rate, &income));
    except_loss(at, basic, &at->basic);
    except_rate(at, basic, rate);
    AnalysisFigure *diluted = analysis_put(at, ANALYSIS_break_even_synergies_diluted, 0, synergies(at, &at->diluted, shares_with_income(at), rate, &income));
    Looked control = analysis_op(at, OP_ADD, analysis_known(at->per_share.control), analysis_op(at, OP_SUBTRACT, income, at->pro_forma_basic.income));
    Slot loss = diluted->slot == SLOT_NONE ? SLOT_NONE : analysis_not_positive(at, control);
    except_loss(at, diluted, &at->diluted);
    except_rate(at, diluted, rate);
    analysis_except(at, diluted, loss, not_meaningful, TEXT("at break-even the control number would be no income, and no potential share would count"));
}

/* --- break-even ratio: r = (income / acquirer's earnings per share - acquirer's shares) / target's shares --- */

/* The ratio that all shares issued follow from. */
static Looked only_ratio(Analysing *at)
{
    bool several = at->model->scenario->company_count > 2;
    return several ? party_input(at, TEXT("deal.exchange_ratio"), UNIT_ratio) : party_ratio(at, 1);
}

static Looked closed_form(Analysing *at, Looked ratio)
{
    Slot income = at->pro_forma_basic.income.slot, issued = at->per_share.issued;
    if (ratio.slot == SLOT_NONE || at->basic.each.slot == SLOT_NONE)
        return ratio.slot == SLOT_NONE ? ratio : at->basic.each;
    if (income == SLOT_NONE || issued == SLOT_NONE)
        return (Looked){SLOT_NONE, at->per_share.basic_reason};
    const Power *powers = dependence_powers(at->program, ratio.slot);
    if (powers[income] != 0)
        return analysis_missing(at, "no closed form: pro forma net income depends on the exchange ratio; use solve");
    if (powers[issued] == 0)
        return analysis_missing(at, "the shares issued do not depend on the exchange ratio");
    if (powers[issued] != 1)
        return analysis_missing(at, "no closed form: the shares issued are not proportional to the exchange ratio; use solve");
    Looked target = analysis_op(at, OP_DIVIDE, analysis_known(issued), ratio);
    Looked room = analysis_op(at, OP_SUBTRACT, analysis_op(at, OP_DIVIDE, at->pro_forma_basic.income, at->basic.each), at->basic.shares);
    return analysis_op(at, OP_DIVIDE, room, target);
}

static void put_ratio(Analysing *at)
{
    Looked ratio = only_ratio(at), found = closed_form(at, ratio);
    AnalysisFigure *figure = analysis_put(at, ANALYSIS_break_even_ratio, 0, found);
    if (figure->slot == SLOT_NONE)
        return;
    except_loss(at, figure, &at->basic);
    analysis_except(at, figure, analysis_not_positive(at, ratio), not_meaningful, TEXT("the exchange ratio is 0, so nothing tells how many shares it is for"));
    analysis_except(at, figure, analysis_not_positive(at, found), "none", TEXT("no exchange ratio above 0 leaves the acquirer's earnings per share as they are"));
}

void analysis_accretion(Analysing *at)
{
    tell_unfunded(at, put_accretion(at, ANALYSIS_accretion_basic, &at->basic, at->pro_forma_basic.each));
    tell_unfunded(at, analysis_put(at, ANALYSIS_accretion_basic_cents, 0, cents(at, &at->basic, at->pro_forma_basic.each)));
    AnalysisFigure *diluted = put_accretion(at, ANALYSIS_accretion_diluted, &at->diluted, at->pro_forma_diluted.each);
    analysis_except_unknown(at, diluted);
    tell_unfunded(at, diluted);
    if (at->retested && !diluted->how)
        analysis_how(at, diluted, "against #p of the acquirer alone, #m / #s, tested with its listed securities as the combination is", at->diluted.each.slot,
                     at->diluted.income.slot, at->diluted.shares.slot);
    analysis_except_unknown(at, analysis_put(at, ANALYSIS_accretion_diluted_cents, 0, cents(at, &at->diluted, at->pro_forma_diluted.each)));
    put_synergies(at);
    put_ratio(at);
}
