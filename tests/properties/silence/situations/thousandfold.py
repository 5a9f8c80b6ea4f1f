"""A later filing prints a period again under the wrong unit line: every figure is a thousandth, or a thousand times as much."""
from fractions import Fraction

from amounts import rounded
from derived import Derived
from filing import Paper, View
from pair import Pair, column, known_operations, operations_text, printed_shares, two_companies, wanted


def again(rng, company, span, up):
    """Only the money, or the share counts, too."""
    paper, view = Paper(company), View(company, shares=rng.random() < 0.4, per_share=rng.random() < 0.6)
    columns = []
    for name, amount in column(company, span).items():
        if name.startswith("eps."):
            columns.append((name, amount))
        elif up:
            columns.append((name, amount * 1000))
        else:
            columns.append((name, rounded(Fraction(amount, 1000))))
    paper.operations([dict(columns)], [span], view)
    return paper.text()


def make(rng):
    up = rng.random() < 0.3
    if rng.random() < 0.6:
        derived = Derived(rng, (True, True))
        longest = max((span for span, _ in derived.terms), key=lambda span: span.length)
        last = max(span.last for span, _ in derived.terms)
        derived.write(comparative=False)
        derived.pair.add(derived.target, "again.txt", again(rng, derived.target, longest, up), last, days=200)
        situation = derived.settle(derived.known(), derived.shares())
    else:
        span = wanted(rng)
        acquirer, target = two_companies(rng, range(span.first - 4, span.last + 1), (True, True))
        pair = Pair(rng, acquirer, target, span)
        pair.add(target, "seller.txt", operations_text(target, [span]), span.last)
        pair.add(target, "again.txt", again(rng, target, span, up), span.last, days=200)
        situation = pair.settle(known_operations(target, span), printed_shares(target, span), target.per_share(span))
    situation.telling = ("1,000", "thousand")
    return situation
