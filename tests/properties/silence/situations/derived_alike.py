"""Terms that print the same lines: everything can be derived."""
from derived import Derived


def make(rng):
    derived = Derived(rng)
    derived.write()
    return derived.settle(derived.known(), derived.shares())
