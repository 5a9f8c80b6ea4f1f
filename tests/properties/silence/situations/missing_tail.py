"""A statement that ends before its last totals: what stands below is not known."""
from filing import View
from pair import Pair, known_operations, operations_text, two_companies, wanted

ENDS = ("gross_margin", "operating_income", "pretax_income", "opex.total")


def make(rng):
    span = wanted(rng)
    acquirer, target = two_companies(rng, range(span.first - 4, span.last + 1), rng.choice(((True, True), (False, False))))
    end = rng.choice(ENDS)
    view = View(target, gross_margin=True, opex_total=target.opex_total or end == "opex.total", pretax=target.pretax or end == "pretax_income", last=end)
    pair = Pair(rng, acquirer, target, span, shares=rng.random() < 0.2)
    pair.add(target, "seller.txt", operations_text(target, [span, span.back()][:rng.choice((1, 2))], view), span.last)
    known = known_operations(target, span, view)
    below = View(target, gross_margin=True, opex_total=True, pretax=True, continuing=True).printed()
    shown = set(view.printed()) | ({"revenue.total", "cost.total"})
    known.unknown = set(below) - shown - ({"operating_income", "opex.total"} if end in ("pretax_income",) else set())
    if end in ("opex.total", "operating_income"):
        known.unknown -= {"operating_income", "opex.total"}
    known.unknown |= {"net_income", "income.continuing", "income.before_minority_interest", "net_income_to_parent", "net_income_to_common"}
    if end in ("gross_margin",):
        known.unknown |= {"opex.total", "operating_income", "pretax_income", "other.total", "other.interest_net"}
    if end in ("operating_income", "opex.total"):
        known.unknown |= {"pretax_income", "other.total", "other.interest_net"}
    known.amounts = {name: amount for name, amount in known.amounts.items() if name not in known.unknown}
    return pair.settle(known, {}, {})
