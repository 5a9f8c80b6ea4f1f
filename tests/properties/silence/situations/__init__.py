"""The kinds of situations, one file each. make(rng) returns a pair.Situation."""
from . import coarser_print, derived_alike, half_units, missing_tail, nil_lines, plain, purchases, recast, relabelled_lines, splits, thousandfold, units

# name: (module, the least share of its pairs that has to be right and not refused)
KINDS = {
    "plain": (plain, 0.95),
    "derived-alike": (derived_alike, 0.9),
    "recast": (recast, 0.2),
    "nil-lines": (nil_lines, 0.9),
}
# Not right yet in every instance: tried only by name.
WAITING = {
    "relabelled-lines": (relabelled_lines, 0.5),
    "splits": (splits, 0.3),
    "missing-tail": (missing_tail, 0.5),
    "units": (units, 0.3),
    "coarser-print": (coarser_print, 0.5),
    "thousandfold": (thousandfold, 0),
    "half-units": (half_units, 0.9),
    "purchases": (purchases, 0.9),
}
