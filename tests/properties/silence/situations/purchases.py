"""Plain purchases: cash and stock, intangible assets, debt, in every year's rules."""
from deal import Purchase


def make(rng):
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
    deal.write()
    return deal.settle()
