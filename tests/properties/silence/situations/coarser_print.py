"""A later filing prints a period again, rounded to millions: the finer print stays."""
from fractions import Fraction

from amounts import rounded
from derived import Derived
from filing import Paper, View
from pair import Pair, column, known_operations, operations_text, printed_shares, two_companies, wanted

LINES = ("(in millions)", "(in millions, except per share amounts)")


def coarse(company, span):
    """Each figure rounded by itself, so that totals may miss by one."""
    found = {}
    for name, amount in column(company, span).items():
        found[name] = amount if name.startswith("eps.") else rounded(Fraction(amount, 1000)) if not name.startswith("shares.") else amount
    return found


def later(rng, company, span):
    paper = Paper(company)
    view = View(company, shares=rng.random() < 0.3, per_share=rng.random() < 0.7)
    if rng.random() < 0.4 and not company.split_cost:
        view.gross_margin = False
    columns = [coarse(company, span)]
    for each in columns:
        for name in ("shares.basic", "shares.diluted"):
            each[name] = rounded(Fraction(each[name]), 100)
    places, company.share_places = company.share_places, 1
    scale, company.scale = company.scale, 10 ** 6
    paper.operations(columns, [span], view, unit_line=rng.choice(LINES))
    company.share_places, company.scale = places, scale
    return paper.text()


def make(rng):
    if rng.random() < 0.6:
        derived = Derived(rng, (True, True))
        derived.write(comparative=False)
        longest = max((span for span, _ in derived.terms), key=lambda span: span.length)
        last = max(span.last for span, _ in derived.terms)
        derived.pair.add(derived.target, "again.txt", later(rng, derived.target, longest), last, days=200)
        return derived.settle(derived.known(), derived.shares())
    span = wanted(rng)
    acquirer, target = two_companies(rng, range(span.first - 4, span.last + 1), (True, True))
    pair = Pair(rng, acquirer, target, span)
    pair.add(target, "seller.txt", operations_text(target, [span]), span.last)
    pair.add(target, "again.txt", later(rng, target, span), span.last, days=200)
    return pair.settle(known_operations(target, span), printed_shares(target, span), target.per_share(span))
