#!/bin/sh
# Every reclassification that the shipped scenarios post: what leaves one line arrives at another, and neither operating, pre-tax nor net
# income, total assets or equity moves. Added up here from the CSV, with the signs of a statement of operations written out.
# shellcheck source=tests/property.sh
. "$(dirname "$0")/../property.sh"

checked=0
for scenario in "$REPO"/scenarios/*.cfg; do
    "$program" --scenario "$scenario" --format csv 2>/dev/null >"$scratch/report"
    awk -F, '
        $6 != "reclassifications" { next }
        $5 ~ /^(operating_income|pretax_income|net_income|assets\.total|equity\.total|liabilities_and_equity\.total)$/ { print "moves " $5; bad = 1 }
        { period = $1 "," $2 "," $3 "," $4; seen[period] = 1 }
        $5 ~ /^revenue\./ && $5 != "revenue.total" { income[period] += $7 }
        $5 ~ /^(cost|opex)\./ && $5 !~ /\.total$/ { income[period] -= $7 }
        $5 ~ /^other\./ { income[period] += $7 }
        $5 == "gross_margin" { margin[period] = $7 }
        $5 == "opex.total" { expenses[period] = $7 }
        END {
            for (period in seen) {
                count++
                if (income[period] != 0) { print period " is out by " income[period]; bad = 1 }
                if (margin[period] != expenses[period]) { print period ": gross margin moves by " margin[period] ", operating expenses by " expenses[period]; bad = 1 }
            }
            print count + 0 > counted
            exit bad
        }' counted="$scratch/count" "$scratch/report" || fail "$scenario"
    checked=$((checked + $(cat "$scratch/count")))
done
[ "$checked" -ge 4 ] || fail "only $checked periods have a reclassification"
finish
