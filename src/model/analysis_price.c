/* What is offered for a target, against the price of its shares, and in multiples of what it earns and owns. */
#include "model/analysis_party.h"

#include "model/adjust.h"

static const char not_meaningful[] = "n.m.";

/* --- a share --- */

/* Of the acquirer's stock when the deal was announced, or else that at which the shares issued are measured. */
static Looked acquirer_price(Analysing *at, size_t target, const char **name)
{
    *name = "market.acquirer_price";
    Looked price = party_input(at, text_of(*name), UNIT_per_share);
    if (price.slot != SLOT_NONE)
        return price;
    *name = "the price at which the shares issued are measured";
    for (size_t entry = 0; entry < at->model->scenario->entry_count; entry++) {
        const AppliedEntry *applied = party_applied(at, &adjust_consideration, target, entry);
        Slot measured = applied ? applied_figure(applied, "price") : SLOT_NONE;
        if (measured != SLOT_NONE)
            return analysis_known(measured);
    }
    price = party_input(at, TEXT("deal.measurement_price"), UNIT_per_share);
    return price.slot != SLOT_NONE ? price : analysis_missing(at, "there is neither an input market.acquirer_price nor deal.measurement_price");
}

/* Shares and cash for an average share of the target. */
static void find_offered(Analysing *at, size_t target, Looked *shares, Looked *cash)
{
    *cash = party_handed_out(at, &adjust_consideration, target, "cash_per_share");
    *shares = party_handed_out(at, &adjust_consideration, target, "shares_per_share");
    if (shares->slot == SLOT_NONE) {
        *shares = party_ratio(at, target);
        *cash = analysis_constant(at, 0);
    }
}

static Looked put_offer(Analysing *at, size_t target)
{
    const char *name;
    Looked shares, cash, price = acquirer_price(at, target, &name);
    find_offered(at, target, &shares, &cash);
    bool stock = shares.slot != at->program->zero, paid = cash.slot != at->program->zero;
    Looked offer = stock ? analysis_op(at, OP_MULTIPLY, shares, price) : cash;
    if (stock && paid)
        offer = analysis_op(at, OP_ADD, offer, cash);
    if (!stock && !paid)
        offer = analysis_missing(at, "the consideration does not tell what one share receives");
    AnalysisFigure *figure = analysis_put(at, ANALYSIS_offer, target, offer);
    if (stock && paid)
        analysis_how(at, figure, "#r shares at #p, #t, and #p in cash", shares.slot, price.slot, text_of(name), cash.slot);
    else if (stock)
        analysis_how(at, figure, "#r shares at #p, #t", shares.slot, price.slot, text_of(name));
    return offer;
}

static void put_premium(Analysing *at, size_t target, Looked offer)
{
    Looked price = party_price(at, target), quotient = analysis_op(at, OP_DIVIDE, offer, price);
    AnalysisFigure *figure = analysis_put(at, ANALYSIS_premium, target, analysis_op(at, OP_SUBTRACT, quotient, analysis_constant(at, 1)));
    analysis_except(at, figure, analysis_not_positive(at, price), not_meaningful, TEXT("the target's price is not more than 0"));
}

/* --- the whole --- */

/* Direct costs are no part of what the holders are worth. */
static Looked put_equity_value(Analysing *at, size_t target)
{
    Looked total = party_handed_out(at, &adjust_consideration, target, "total"), costs = party_handed_out(at, &adjust_consideration, target, "direct_costs");
    Looked value = costs.slot == at->program->zero ? total : analysis_op(at, OP_SUBTRACT, total, costs);
    analysis_put(at, ANALYSIS_equity_value, target, value);
    return value;
}

/* Lines of the target's balance sheet that the chart calls debt, or liquid; one that it does not print is nothing. */
static Looked sum_lines(Analysing *at, size_t target, bool debt)
{
    const Chart *chart = at->model->chart;
    Looked sum = analysis_constant(at, 0);
    for (LineId line = 0; line < chart->line_count; line++) {
        const Line *known = chart_at(chart, line);
        Looked balance = (debt ? known->debt : known->liquid) ? party_balance(at, target, line, party_balance_day(at)) : (Looked){.slot = SLOT_NONE};
        if (balance.slot != SLOT_NONE)
            sum = sum.slot == at->program->zero ? balance : analysis_op(at, OP_ADD, sum, balance);
    }
    return sum;
}

/* What all of the target is worth: what is given for a part, and the interest of others; where that stays at its carrying amount, what is given over the
 * part. */
static Looked whole_value(Analysing *at, size_t target, Looked equity_value)
{
    Looked part = party_part(at, target);
    if (part.slot == SLOT_NONE || equity_value.slot == SLOT_NONE)
        return equity_value;
    if (deal_decides(at->model->scenario->deal, DECISION_minority) == MINORITY_carrying_amount)
        return analysis_op(at, OP_DIVIDE, equity_value, part);
    return analysis_op(at, OP_ADD, equity_value, party_handed_out(at, &adjust_consideration, target, "non_controlling_interest"));
}

static Looked put_enterprise_value(Analysing *at, size_t target, Looked equity_value, bool whole)
{
    Looked assets = party_balance(at, target, at->model->chart->deal.assets, party_balance_day(at));
    if (equity_value.slot == SLOT_NONE || assets.slot == SLOT_NONE) {
        Looked missing = equity_value.slot == SLOT_NONE ? equity_value : assets;
        analysis_put(at, ANALYSIS_enterprise_value, target, missing);
        return missing;
    }
    Looked debt = sum_lines(at, target, true), liquid = sum_lines(at, target, false);
    Looked value = analysis_op(at, OP_SUBTRACT, analysis_op(at, OP_ADD, equity_value, debt), liquid);
    Text day = wanted_period_text(at->model->run->arena, (WantedPeriod){.end = party_balance_day(at)});
    AnalysisFigure *figure = analysis_put(at, ANALYSIS_enterprise_value, target, value);
    if (!whole)
        analysis_how(at, figure, "with #m of debt, less #m of cash and short-term investments, of #t; all of the target is taken for #m, since others keep a part", debt.slot, liquid.slot, day,
                     equity_value.slot);
    else
        analysis_how(at, figure, "with #m of debt, less #m of cash and short-term investments, of #t", debt.slot, liquid.slot, day);
    return value;
}

/* --- multiples --- */

static Looked of_a_year(Analysing *at, Looked amount)
{
    double months = party_months(at);
    if (months == 12)
        return amount;
    return analysis_op(at, OP_DIVIDE, analysis_op(at, OP_MULTIPLY, amount, analysis_meant(at, 12, "months of a year")), analysis_meant(at, months, "months of the period"));
}

static void put_multiple(Analysing *at, AnalysisId id, size_t target, Looked value, Looked measure, bool flow)
{
    if (flow)
        measure = of_a_year(at, measure);
    AnalysisFigure *figure = analysis_put(at, id, target, analysis_op(at, OP_DIVIDE, value, measure));
    if (flow && party_months(at) != 12)
        analysis_how(at, figure, "the period's amount x 12 / #r months, #m", analysis_constant(at, party_months(at)).slot, measure.slot);
    if (figure->slot != SLOT_NONE)
        analysis_except(at, figure, analysis_not_positive(at, measure), not_meaningful, TEXT("what it is a multiple of is not more than 0"));
}

static void put_target(Analysing *at, size_t target)
{
    const Chart *chart = at->model->chart;
    put_premium(at, target, put_offer(at, target));
    Looked given = put_equity_value(at, target), equity = whole_value(at, target, given);
    Looked enterprise = put_enterprise_value(at, target, equity, equity.slot == given.slot);
    put_multiple(at, ANALYSIS_multiple_revenue, target, enterprise, party_conformed(at, target, chart->revenue), true);
    put_multiple(at, ANALYSIS_multiple_operating_income, target, enterprise, party_conformed(at, target, chart->operating_income), true);
    put_multiple(at, ANALYSIS_multiple_earnings, target, equity, party_conformed(at, target, chart->per_share.income), true);
    put_multiple(at, ANALYSIS_multiple_book, target, equity, party_balance(at, target, chart->deal.equity, party_balance_day(at)), false);
}

void analysis_price(Analysing *at)
{
    analysis_put(at, ANALYSIS_consideration, 0, party_handed_out(at, &adjust_consideration, ACQUIRER, "total"));
    for (size_t target = 1; target < at->model->scenario->company_count; target++)
        put_target(at, target);
}
