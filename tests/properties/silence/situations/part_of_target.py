"""A part of the target stays with others: its share of equity, of income after the adjustments that are the target's, and of earnings per share."""
from fractions import Fraction

from amounts import rounded
from deal import Purchase


def make(rng):
    deal = Purchase(rng, list(range(2010, 2018)))
    part = Fraction(rng.randrange(51, 98), 100)
    others = rounded(deal.net_assets * (1 - part) * rng.randrange(11, 35) / 10) + 500
    deal.consideration(part=part, others=others)
    deal.elimination()
    deal.fair_values()
    deal.deferred_tax()
    deal.goodwill(others)
    deal.amortization()
    own = deal.effects[0]
    if rng.random() < 0.4:
        deal.financing()
    taxed = deal.tax()
    target = deal.target.operations(deal.span)["net_income"] + own - (rounded(deal.rate * own) if taxed else 0)
    deal.charge("net_income_to_non_controlling", rounded((1 - part) * target))
    deal.write()
    situation = deal.settle()
    situation.telling = ("non-controlling", "part of")
    return situation
