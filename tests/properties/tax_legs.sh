#!/bin/sh
# The tax of the adjustments is the sum of its legs, one for each entry with an effect on income before taxes, each rounded by itself, half
# away from zero; added up here from the effects that `names` lists, at several rates. What is not deductible has no leg: of the shipped
# purchases that is the entry of the merger's costs.
# shellcheck source=tests/property.sh
. "$(dirname "$0")/../property.sh"

for scenario in "$REPO"/scenarios/purchase*.cfg; do
    for rate in 40 37.5 33.3 7; do
        "$program" names --scenario "$scenario" --set deal.tax_rate=$rate --format csv 'entries.*' >"$scratch/names" 2>"$scratch/err"
        awk -F, -v rate="$rate" '
            function away(x) { return x < 0 ? -int(-x + 0.5) : int(x + 0.5) }
            $1 ~ /^entries\.[a-z_]+\.pretax_income$/ && $1 !~ /merger_costs/ { sum += away($2 * rate / 100); legs++ }
            $1 == "entries.tax.total" { total = $2; found = 1 }
            END { if (!found || legs < 2 || sum != total) { print legs + 0 " legs sum to " sum ", the entry is " total; exit 1 } }' "$scratch/names" >"$scratch/said" ||
            fail "$(basename "$scenario") at $rate %: $(cat "$scratch/said")"
    done
done
finish
