"""What is posted to a line that a company prints as nil, or that no company prints, is shown and counted."""
from filing import View
from pair import Pair, known_operations, operations_text, printed_shares, two_companies, wanted

LINE = "opex.restructuring_other"


def nil(company, rng):
    for amounts in company.amounts.values():
        moved = amounts.get(LINE, 0)
        amounts["income_tax"] += moved
        amounts[LINE] = 0
    if LINE not in company.opex:
        company.opex.append(LINE)
    return View(company, nil=(LINE,))


def without(company):
    for amounts in company.amounts.values():
        amounts["income_tax"] += amounts.pop(LINE, 0)
    company.opex = [name for name in company.opex if name != LINE]
    return View(company)


def make(rng):
    span = wanted(rng)
    acquirer, target = two_companies(rng, range(span.first - 4, span.last + 1), rng.choice(((True, True), (True, False))))
    views = [rng.choice((nil, nil, lambda company, _: without(company)))(company, rng) for company in (acquirer, target)]
    pair = Pair(rng, acquirer, target, span, buyer_view=views[0])
    pair.add(target, "seller.txt", operations_text(target, [span], views[1]), span.last)
    amount = rng.randrange(-900, 9000)
    if rng.random() < 0.8:
        pair.adjustments[LINE] = amount * 1000
        pair.scenario.entries.append(f'costs = {{ kind = "adjustment"; statement = "operations"; reason = "Made up"; new_lines = [ "{LINE}" ]; '
                                     f'legs = ( {{ line = "{LINE}"; amount = "{amount} thousand"; }} ); }};')
    return pair.settle(known_operations(target, span, views[1]), printed_shares(target, span), target.per_share(span))
