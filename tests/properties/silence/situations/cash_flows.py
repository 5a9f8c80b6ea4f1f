"""Cash flows of a period that only longer ones give: alike, divided differently, folded into other lines, or begun late."""
from cashflow import CashFlows, write
from chart import CASH_FLOWS
from derived import Derived
from filing import Paper, View
from pair import column
from truth import Known, combine


def divided(rng, flows, views, _):
    """Prepaid expenses and other assets in two lines here and in one there."""
    two, one = {"prepaid_other", "other_assets"}, rng.randrange(len(views))
    for amounts in flows.amounts.values():
        for name in two:
            amounts.setdefault("cash_flow." + name, 0)
    rebuild(flows)
    for index in range(len(views)):
        views[index] = views[index] - two | ({"prepaid_and_other_assets"} if index == one else two)
    return {"cash_flow." + name for name in two}


def folded(rng, flows, views, terms):
    """Deferred taxes that only the shorter, subtracted term shows; the longer one has them in other operating activities."""
    longer = [index for index, (span, sign) in enumerate(terms) if span.length == max(each.length for each, _ in terms) and any(other < 0 for _, other in terms)]
    if not longer:
        return set()
    for amounts in flows.amounts.values():
        amounts["cash_flow.deferred_taxes"] = amounts.get("cash_flow.deferred_taxes", 0) or rng.randrange(5, 900)
        amounts.setdefault("cash_flow.operating_other", rng.randrange(5, 900))
    rebuild(flows)
    for index in range(len(views)):
        views[index] = views[index] | {"deferred_taxes", "operating_other"}
    views[longer[0]] = views[longer[0]] - {"deferred_taxes"}
    flows.folded = longer[0]
    return {"cash_flow.deferred_taxes", "cash_flow.operating_other"}


def alike(_, flows, __, ___):
    flows.names = set(flows.names)
    return set()


def rebuild(flows):
    """Cash after the amounts were changed."""
    from chart import all_of
    quarters = sorted(flows.amounts)
    for quarter in quarters:
        flows.cash[quarter + 1] = flows.cash[quarter] + all_of(flows.amounts[quarter], CASH_FLOWS)["cash_flow.net_increase"]


def make(rng):
    derived = Derived(rng)
    companies = (derived.acquirer, derived.target)
    flows = [CashFlows(company, sorted(company.amounts)) for company in companies]
    views = [set(flows[1].names) | {"net_income"} for _ in derived.terms]
    flows[1].folded = None
    unknown = rng.choice((alike, divided, folded))(rng, flows[1], views, derived.terms)
    derived.pair.files["buyer.txt"] = both(derived.acquirer, [derived.span], View(derived.acquirer), flows[0], flows[0].names | {"net_income"})
    order = sorted(range(len(derived.terms)), key=lambda index: (derived.terms[index][0].last, derived.terms[index][0].length))
    for number, index in enumerate(order):
        span = derived.terms[index][0]
        text = both(derived.target, [span], derived.views[index], flows[1], views[index], flows[1].folded == index)
        derived.pair.add(derived.target, f"seller-{number}.txt", text, span.last, days=40 + number)
    situation = derived.settle(derived.known(), derived.shares())
    known = {}
    for company, flow, lost in ((derived.acquirer, flows[0], set()), (derived.target, flows[1], unknown)):
        lines = {name: amount * company.scale for name, amount in flow.lines(derived.span).items()}
        printed = [name for name in lines if name[10:] in flow.names | {"net_income", "net_increase", "cash_beginning", "cash_end"} or name.endswith("_total")]
        known[company.id] = Known(lines, printed, lost)
    combine(situation.truth, "cash_flows", known, {}, CASH_FLOWS)
    return situation


def both(company, spans, view, flow, names, fold=False):
    paper = Paper(company)
    paper.operations([column(company, span) for span in spans], spans, view)
    columns = [flow.lines(span) for span in spans]
    for lines in columns:
        if fold:
            lines["cash_flow.operating_other"] += lines.pop("cash_flow.deferred_taxes")
    write(paper, columns, spans, names)
    return paper.text()
