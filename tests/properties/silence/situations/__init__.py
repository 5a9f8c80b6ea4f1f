"""The kinds of situations, one file each. make(rng) returns a pair.Situation."""
from . import cash_flows, condensed, coarser_print, derived_alike, half_units, losses, missing_balance_tail, missing_tail, nil_lines, number_forms, others_printed, part_of_target, plain, purchases, recast, relabelled_lines, splits, thousandfold, units, weeks

# name: (module, the least share of its pairs that has to be right and not refused)
KINDS = {
    "plain": (plain, 0.95),
    "losses": (losses, 0.95),
    "derived-alike": (derived_alike, 0.95),
    "weeks": (weeks, 0.95),
    "relabelled-lines": (relabelled_lines, 0.6),
    "cash-flows": (cash_flows, 0.5),
    "recast": (recast, 0.9),
    "splits": (splits, 0.3),
    "coarser-print": (coarser_print, 0.8),
    "thousandfold": (thousandfold, 0),
    "missing-tail": (missing_tail, 0.2),
    "nil-lines": (nil_lines, 0.95),
    "purchases": (purchases, 0.9),
    "others-printed": (others_printed, 0.9),
    "part-of-target": (part_of_target, 0.6),
    "condensed": (condensed, 0.3),
    "number-forms": (number_forms, 0.3),
    "missing-balance-tail": (missing_balance_tail, 0.3),
    "units": (units, 0.3),
    "half-units": (half_units, 0.9),
}
