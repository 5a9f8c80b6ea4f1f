"""A stock split between two filings: the earlier counts are on another basis."""
from fractions import Fraction

from amounts import rounded
from derived import Derived
from pair import filed

RATIOS = [Fraction(text) for text in ("2", "2", "3", "3/2", "4", "5/4", "1/2", "1/5", "1/10")]


def make(rng):
    derived = Derived(rng)
    target, ratio = derived.target, rng.choice(RATIOS)
    last = max(span.last for span, _ in derived.terms)
    before = [index for index, (span, _) in enumerate(derived.terms) if span.last < last]
    if not before:
        before = [index for index, (span, _) in enumerate(derived.terms) if span != max((each for each, _ in derived.terms), key=lambda each: each.length)]
    printed = {}
    for index, (span, _) in enumerate(derived.terms):
        counts = target.shares(span)
        if index in before:
            counts = {kind: rounded(Fraction(count) / ratio) for kind, count in counts.items()}
            income = target.income(span) * target.scale
            derived.changes[index] = {**counts, **{"eps." + kind: Fraction(rounded(Fraction(income, counts["shares." + kind] * target.share_unit) * 100), 100)
                                                   for kind in ("basic", "diluted")}}
        printed[index] = counts
    derived.write(comparative=False)
    if rng.random() < 0.5:
        day = filed(max(derived.terms[index][0].last for index in before), 45)
        derived.pair.scenario.company_keys[target.id] = f'split = {{ day = "{day}"; ratio = {float(ratio)!r}; }}; '
    shares = derived.shares(lambda index, kind, count: printed[index][kind] * (ratio if index in before else 1))
    situation = derived.settle(derived.known(), shares)
    situation.telling = ("split",)
    return situation
