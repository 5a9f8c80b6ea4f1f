"""Years of 52 and 53 weeks: what is derived covers days, and shares are weighted by them."""
from derived import Derived


def make(rng):
    derived = Derived(rng, weeks=True)
    derived.write()
    return derived.settle(derived.known(), derived.shares())
