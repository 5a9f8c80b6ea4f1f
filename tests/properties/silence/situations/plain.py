"""Both companies print the period: the combination is the sum of what they print."""
from pair import Pair, known_operations, operations_text, printed_shares, two_companies, wanted


def make(rng):
    span = wanted(rng)
    quarters = range(span.first - 4, span.last + 1)
    acquirer, target = two_companies(rng, quarters, rng.choice(((True, True), (True, False), (False, True), (False, False))))
    pair = Pair(rng, acquirer, target, span)
    pair.add(target, "seller.txt", operations_text(target, [span, span.back()][:rng.choice((1, 2))]), span.last)
    return pair.settle(known_operations(target, span), printed_shares(target, span), target.per_share(span))
