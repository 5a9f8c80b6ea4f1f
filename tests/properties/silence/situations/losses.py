"""Losses: what is printed as diluted is the basic count, and says nothing of potential shares; a combined loss dilutes nothing."""
from derived import Derived
from pair import Pair, known_operations, operations_text, printed_shares, two_companies, wanted


def lose(company, quarters):
    """General expenses above what is earned."""
    general = next(name for name in company.opex if "general" in name)
    for quarter in quarters:
        amounts = company.amounts[quarter]
        size = amounts.get("revenue.total", 0) + amounts.get("revenue.product", 0)
        amounts[general] += size
        amounts["income_tax"] = 0


def make(rng):
    if rng.random() < 0.5:
        derived = Derived(rng)
        lost = rng.sample(list(derived.span.quarters), 1) if rng.random() < 0.5 else [derived.terms[-1][0].first]
        lose(derived.target, lost)
        derived.write(comparative=False)
        return derived.settle(derived.known(), derived.shares())
    span = wanted(rng)
    acquirer, target = two_companies(rng, range(span.first - 4, span.last + 1))
    for company in rng.choice(((acquirer,), (target,), (acquirer, target))):
        lose(company, span.quarters)
    pair = Pair(rng, acquirer, target, span)
    pair.add(target, "seller.txt", operations_text(target, [span]), span.last)
    return pair.settle(known_operations(target, span), printed_shares(target, span), target.per_share(span))
