#!/bin/sh
# Each end of a bar is the figure of the same scenario with that end set, and rows stand in the order of their swings.
# shellcheck source=tests/property.sh
. "$(dirname "$0")/../property.sh"

# figure SET: the figure as names has it.
figure() { "$program" names --scenario purchase.cfg --format csv "$name" --set "$1" 2>/dev/null | awk -F, -v name="$name" '$1 == name { print $2 }'; }

ends=0
for name in analysis.accretion.diluted pro_forma.net_income pro_forma.eps.basic; do
    "$program" tornado --scenario purchase.cfg --show "$name" --format csv 2>/dev/null >"$scratch/tornado" || fail "no tornado of $name"
    awk -F, 'NR > 1 && $10 != "" { print $5, $10, $12; print $5, $11, $13 }' "$scratch/tornado" >"$scratch/ends"
    while read -r input at value; do
        ends=$((ends + 1))
        with=$(figure "$input=$at")
        [ "$with" = "$value" ] || fail "$name is $value for $input = $at, and $with with --set"
    done <"$scratch/ends"
    awk -F, 'NR > 1 && $14 != "" { if (NR > 2 && $14 + 0 > last + 0) exit 1; last = $14 }' "$scratch/tornado" || fail "$name: rows are not in the order of their swings"
    awk -F, 'NR > 1 && $14 == "" { past = 1 } NR > 1 && $14 != "" && past { exit 1 }' "$scratch/tornado" || fail "$name: a row without a range stands before one with"
done
[ "$ends" -ge 20 ] || fail "only $ends ends were compared"
finish
