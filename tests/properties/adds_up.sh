#!/bin/sh
# The combination of the March quarters and of the balance sheets, added up here from what `parse` reads, figure by figure and by line name:
# nothing of the model, the calendar or the entries is used. The finer lines of a total that only one company splits are left out.
# shellcheck source=tests/property.sh
. "$(dirname "$0")/../property.sh"

release=$REPO/scenarios/filings/juniper-2004-q1.txt
"$program" parse --format csv "$release" 2>/dev/null >"$scratch/parsed" || fail "parse: exit $?"
"$program" --scenario as-printed.cfg --format csv 2>/dev/null >"$scratch/report" || fail "report: exit $?"

# Captions hold commas inside quotes: what is needed stands before and behind them, so fields are counted from both ends.
awk -F, '
    NR == FNR { if (FNR > 1) { name = $NF; value = $(NF - 3); end = $(NF - 4); start = $(NF - 5)
                               if (name != "") sum[$5 "," $6 "," start "," end "," name] += value }
                next }
    $6 == "pro_forma" && $1 != "analysis" && $7 != "" && $5 !~ /^(eps|shares)\./ && $5 != "other.interest_net" && ($4 == "2004-03-31" || $4 == "2003-03-31") \
        && ($3 == "" || $3 == "2004-01-01" || $3 == "2003-01-01") {
        key = $1 "," $2 "," $3 "," $4 "," $5
        compared++
        if (!(key in sum) || sum[key] != $7) { print key ": " $7 " where the filings add up to " sum[key]; bad = 1 }
    }
    END { if (compared < 110) { print "only " compared + 0 " figures"; bad = 1 }; exit bad }' "$scratch/parsed" "$scratch/report" || fail "the combination does not add up"
finish
