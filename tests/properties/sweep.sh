#!/bin/sh
# A swept cell has the same bits as the report of the same scenario with --set; the number of threads changes nothing; the summary is that of the
# cells; the same grid has the same figures as CSV and as JSON.
# shellcheck source=tests/property.sh
. "$(dirname "$0")/../property.sh"
cd "$REPO/scenarios" || exit 1

# report NAME OPTIONS: the value of pro_forma's line or of a figure of the analysis in the report's CSV.
report() {
    wanted=$1
    shift
    "$program" --period 2004-03-31/3M --format csv "$@" 2>/dev/null | awk -F, -v name="$wanted" '
        $2 == basis && $5 == name && ($6 == "pro_forma" || $1 == "analysis") { print $7; exit }' basis="$basis"
}

# cells SCENARIO NAME=VALUES...: each cell of a grid of at most two axes, against the report with both set.
cells() {
    scenario=$1
    first=$2
    second=${3:-}
    "$program" sweep --scenario "$scenario" --vary "$first" ${second:+--vary "$second"} --period 2004-03-31/3M --basis "$basis" \
        --show eps.basic,eps.diluted,net_income,analysis.accretion.diluted --format csv 2>"$scratch/err" >"$scratch/cells"
    [ -s "$scratch/cells" ] || { fail "$scenario $first: no cells"; sed -n 1,4p "$scratch/err"; return; }
    sed 1d "$scratch/cells" | while IFS= read -r row; do
        left=$row
        set -- --scenario "$scenario" --set "${first%%=*}=${left%%,*}"
        left=${left#*,}
        [ -z "$second" ] || { set -- "$@" --set "${second%%=*}=${left%%,*}"; left=${left#*,}; }
        for name in eps.basic eps.diluted net_income analysis.accretion.diluted; do
            expected=$(report "$name" "$@")
            [ "${left%%,*}" = "$expected" ] || echo "$* --basis $basis: $name is $expected in the report, ${left%%,*} in the grid"
            left=${left#*,}
        done
    done >"$scratch/differ"
    [ ! -s "$scratch/differ" ] || fail "$(cat "$scratch/differ")"
}

basis=gaap
cells base.cfg deal.exchange_ratio=-0.2:2:0.7 netscreen.shares.basic=85000:95000:7,390
cells base.cfg netscreen.revenue.product=70000:80000:5000
cells base.cfg netscreen.net_income=-40000:40000:16000
cells base.cfg juniper.net_income=-2:2:1
cells base.cfg entries.conform_amortization.cost.product=0,1234
cells purchase.cfg entries.intangibles.items.technology.value=150000:210000:20000 entries.intangibles.items.technology.life=3:6:1.5
cells base.cfg calendar=aligned,as_filed deal.exchange_ratio=1.3,1.404
cells base.cfg shares.issued=0:150000:#4
cells as-printed.cfg netscreen.shares.basic=92389.999:92390.001:0.001
cells purchase.cfg deal.exchange_ratio=1.3:1.5:#4 deal.measurement_price=20:40:#4
cells purchase.cfg deal.tax_rate=35:40:2.5 market.average_price=5:65:20
cells purchase.cfg deal.closed=2004-04-16,2009-02-01 deal.tax_rate=38
cells purchase.cfg deal.direct_costs='10 million:30 million:7.5 million'
cells purchase.cfg netscreen.shares.basic=85000:95000:5000
cells functional.cfg deal.exchange_ratio=1.1:1.5:0.13
basis=non_gaap
cells base.cfg deal.exchange_ratio=1.404:2.004:0.2 netscreen.shares.basic@2004-03-31/3M=90000:95000:5000
cells base.cfg netscreen.net_income@2004-03-31/3M:non_gaap=-20000:20000:8000

# One thread and several; two axes, and three of which the slowest has models of its own.
for axes in "--vary deal.exchange_ratio=1:2:0.001 --vary deal.measurement_price=20:40:0.5" \
    "--vary deal.closed=2004-04-16,2009-02-01 --vary deal.exchange_ratio=1:2:0.01 --vary deal.measurement_price=20:40:0.5"; do
    for format in csv json summary; do
        for threads in 1 2 5; do
            # shellcheck disable=SC2086 # options
            "$program" sweep --scenario purchase.cfg $axes --show eps.basic,eps.diluted --format "$format" --threads "$threads" >"$scratch/$format$threads" 2>/dev/null
        done
        same "$scratch/${format}1" "$scratch/${format}2" "$format of 2 threads is another: $axes"
        same "$scratch/${format}1" "$scratch/${format}5" "$format of 5 threads is another: $axes"
    done
    # The first of the lowest and of the highest, and where they lie; the mean to 14 digits.
    columns=$(($(echo "$axes" | grep -o -e --vary | wc -l)))
    sed 1d "$scratch/csv1" | awk -F, -v axes="$columns" '
        { for (f = 1; f <= 2; f++) { v = $(axes + f) + 0; where = ""; for (i = 1; i <= axes; i++) where = where (i > 1 ? " " : "") $i
              if (NR == 1 || v < low[f] + 0) { low[f] = $(axes + f); at_low[f] = where }
              if (NR == 1 || v > high[f] + 0) { high[f] = $(axes + f); at_high[f] = where }
              sum[f] += v } }
        END { for (f = 1; f <= 2; f++) printf "cells %d\nminimum %s at %s\nmaximum %s at %s\nmean %.13f\n", NR, low[f], at_low[f], high[f], at_high[f], sum[f] / NR }' >"$scratch/awk"
    awk '/^  cells/ { print "cells " $2 }
         /^  m[ai][xn]imum/ { line = $1 " " $2 " at"; for (i = 4; i <= NF; i++) { value = $i; sub(/^[^=]*=/, "", value); sub(/,$/, "", value); line = line " " value }; print line }
         /^  mean/ { printf "mean %.13f\n", $2 }' "$scratch/summary1" >"$scratch/said"
    same "$scratch/awk" "$scratch/said" "the summary is not that of the cells: $axes"
    if command -v jq >/dev/null; then
        jq -r '.cells[] | (.at + .figures) | map(tostring) | join(",")' "$scratch/json1" | sed 's/\.0*,/,/g' | wc -l >"$scratch/rows"
        [ "$(cat "$scratch/rows")" -eq "$(sed 1d "$scratch/csv1" | wc -l)" ] || fail "JSON has another number of cells: $axes"
        sed -n 's/^    {"at": \[\(.*\)\], "figures": \[\(.*\)\]},*$/\1,\2/p' "$scratch/json1" | tr -d ' "' >"$scratch/from_json"
        sed 1d "$scratch/csv1" >"$scratch/from_csv"
        same "$scratch/from_csv" "$scratch/from_json" "JSON has other cells: $axes"
    fi
done
finish
