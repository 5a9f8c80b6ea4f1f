"""Plain purchases: cash and stock, awards, intangible assets, debt, in every year's rules."""
from deal import Purchase


def draw(rng):
    deal = Purchase(rng)
    deal.consideration()
    deal.elimination()
    deal.fair_values()
    deal.deferred_tax()
    deal.goodwill()
    deal.amortization()
    if rng.random() < 0.6:
        deal.financing()
    deal.tax()
    return deal


def make(rng):
    deal = draw(rng)
    deal.write()
    return deal.settle()
