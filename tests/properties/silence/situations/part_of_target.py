"""A part of the target stays with others: its share of equity, of income after the adjustments that are the target's, and of earnings per share."""
from fractions import Fraction

from amounts import rounded
from deal import Purchase


def draw(rng):
    deal = Purchase(rng, list(range(2010, 2018)))
    part = Fraction(rng.randrange(51, 98), 100)
    others = rounded(deal.net_assets * (1 - part) * rng.randrange(11, 35) / 10) + 500
    if rng.random() < 0.8:  # without it the part follows from nothing that is proved
        deal.part_key = 'part_acquired = "deal.part";'
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
    income = deal.target.operations(deal.span)["net_income"] + own - (rounded(deal.rate * own) if taxed else 0)
    deal.charge("net_income_to_non_controlling", rounded((1 - part) * income))
    deal.truth.bought[deal.target.id] = part
    return deal


def make(rng):
    deal = draw(rng)
    deal.write()
    situation = deal.settle()
    situation.telling = ("non-controlling", "part of")
    return situation
