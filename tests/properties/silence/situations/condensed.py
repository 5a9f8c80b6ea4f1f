"""A statement that prints totals without the lines above them: the lines are in the totals, nobody knows how much."""
from filing import View
from pair import Pair, known_operations, operations_text, printed_shares, two_companies, wanted

COST = ("Cost of revenues:", "cost.product", "cost.service", "cost.total", "gross_margin")


def make(rng):
    span = wanted(rng)
    acquirer, target = two_companies(rng, range(span.first - 4, span.last + 1), rng.choice(((True, True), (True, False))))
    expenses = ("Operating expenses:", *target.opex, "opex.total")
    below = (*target.other, "pretax_income", "income_tax")
    left_out = {"expenses": expenses, "expenses and cost": COST + expenses, "all": COST + expenses + below, "below": below}[
        rng.choice(("expenses", "expenses and cost", "all", "below"))]
    view = View(target, left_out=left_out)
    pair = Pair(rng, acquirer, target, span)
    pair.add(target, "seller.txt", operations_text(target, [span, span.back()][:rng.choice((1, 2))], view), span.last)
    known = known_operations(target, span, view)
    lost = {name for name in left_out if not name.endswith(":")}
    if "cost.total" in lost:
        lost |= {"gross_margin", "cost.total"}
    if target.opex[0] in lost:
        lost |= {"opex.selling_general_administrative"}
        if "cost.total" in lost:
            lost |= {"opex.total"}
        else:
            lost -= {"opex.total"}  # gross margin less operating income
    if "income_tax" in lost:
        lost |= {"other.total", "other.interest_net", "pretax_income"}
    known.unknown = lost
    known.amounts = {name: amount for name, amount in known.amounts.items() if name not in lost}
    situation = pair.settle(known, printed_shares(target, span), target.per_share(span))
    return situation
