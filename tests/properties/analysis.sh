#!/bin/sh
# The deal analysis of every scenario, shipped or of a case, added up here from the rows of its report: the steps of the bridge make its end,
# the parts of ownership and contribution the whole, sources are uses, and accretion is the quotient of earnings per share that the statement's own rows give.
# shellcheck source=tests/property.sh
. "$(dirname "$0")/../property.sh"

cat >"$scratch/analysis.awk" <<'AWK'
function wrong(what, is, should) { print what " in " at ": " is " where it is " should; bad = 1 }
function near(a, b, width) { return a - b <= width && b - a <= width }
BEGIN { FS = "," }
FNR == 1 { next }
acquirer == "" && $1 == "operations" { acquirer = $6 }
$7 == "" { next }
{ at = $2 "," $3 "," $4; spans[at] }
$1 == "operations" { figure[at, $6, $5] = $7 }
$1 == "analysis" { name = $5; sub(/^analysis\./, "", name); value[at, name] = $7; known[at, name] = 1 }
$1 == "analysis" && $5 ~ /^analysis\.bridge\.(income|entry|shares_issued|potential_shares)/ { steps[at] += $7 }
$1 == "analysis" && match($5, /^analysis\.(ownership|contribution\.[a-z_]*)\./) { parts[at, substr($5, 1, RLENGTH)] += $7; kinds[substr($5, 1, RLENGTH)] }
$1 == "analysis" && /tested with its listed securities/ { retested[at] = 1 }

# Earnings of a share from a column of the statement; "" where they cannot be had.
function earned(column, count,   income) {
    if (!((at, column, "net_income") in figure) || figure[at, column, count] == 0) return ""
    income = figure[at, column, "net_income"] - figure[at, column, "net_income_to_non_controlling"] - figure[at, column, "dividends.preferred"]
    if ((at, column, "net_income_to_common") in figure) income = figure[at, column, "net_income_to_common"]
    return income / figure[at, column, count]
}
function accretion(name, line, count,   own, both) {
    own = earned(acquirer, count)
    if (!((at, "accretion." name) in known) || own == "") return
    both = figure[at, "pro_forma", line]
    if (own <= 0) wrong("accretion." name, value[at, "accretion." name], "n.m.")
    else if (!near(value[at, "accretion." name], both / own - 1, 1e-9)) wrong("accretion." name, value[at, "accretion." name], both / own - 1)
    quotients++
}
END {
    for (at in spans) {
        if ((at, "bridge.start") in known && (at, "bridge.end") in known) {
            if (!near(value[at, "bridge.start"] + steps[at], value[at, "bridge.end"], 1e-12)) wrong("the bridge", value[at, "bridge.start"] + steps[at], value[at, "bridge.end"])
            bridges++
        }
        for (kind in kinds)
            if ((at, kind) in parts && !near(parts[at, kind], 1, 1e-12)) wrong("the sum of " kind, parts[at, kind], 1)
        if ((at, "sources.total") in known || (at, "uses.total") in known) {
            if (value[at, "sources.total"] != value[at, "uses.total"]) wrong("sources", value[at, "sources.total"], value[at, "uses.total"])
            deals++
        }
        accretion("basic", "eps.basic", "shares.basic")
        if (!retested[at]) accretion("diluted", "eps.diluted", "shares.diluted")
    }
    print bridges + 0, deals + 0, quotients + 0 >count
    exit bad
}
AWK

bridges=0; deals=0; quotients=0
for scenario in "$REPO"/scenarios/*.cfg "$REPO"/tests/cases/*/*.cfg; do
    "$program" --scenario "$scenario" --format csv >"$scratch/report" 2>/dev/null
    [ $? -le 1 ] && [ -s "$scratch/report" ] || continue # a part that others include, or one that lacks what --set gives
    awk -v count="$scratch/count" -f "$scratch/analysis.awk" "$scratch/report" >"$scratch/said" || { fail "$scenario"; sed 's/^/    /' "$scratch/said"; }
    read -r some others more <"$scratch/count"
    bridges=$((bridges + some)); deals=$((deals + others)); quotients=$((quotients + more))
done
[ "$bridges" -ge 20 ] || fail "only $bridges bridges were added up"
[ "$deals" -ge 8 ] || fail "only $deals deals were paid for"
[ "$quotients" -ge 60 ] || fail "only $quotients quotients were divided"
finish
