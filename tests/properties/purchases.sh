#!/bin/sh
# A purchase, in every scenario that has one, shipped or of a case: the pro forma balance sheet balances exactly; goodwill is what the
# definition says, added up here from the report's own rows; and the entries of the purchase, each followed by its inverse, move nothing.
# shellcheck source=tests/property.sh
. "$(dirname "$0")/../property.sh"

# read_of SCENARIO: its file and those that it includes.
read_of() {
    echo "$1"
    sed -n 's/^ *@include "\(.*\)".*/\1/p' "$1" | while read -r included; do read_of "$(dirname "$1")/$included"; done
}

# row NAME COLUMN: the value of a line of the balance sheet; 0 where there is none.
row() { awk -F, -v name="$1" -v column="$2" -v day="$day" '$1 == "balance_sheet" && $4 == day && $5 == name && $6 == column { value = $7 } END { print value + 0 }' "$scratch/report"; }
# figure ENTRY FIGURE: what an entry hands out; 0 where it has none.
figure() { awk -F, -v name="entries.$1.$2" '$1 == name && $5 == 1 { value = $2 } END { print value + 0 }' "$scratch/names"; }

# entries_of SCENARIO: its entries as "NAME KIND COMPANY", one a line.
entries_of() {
    "$program" names --scenario "$1" --format csv 2>/dev/null | awk -F, '
        $1 ~ /^entries\.[^.]*\.kind$/ { split($1, part, "."); name[++count] = part[2]; kind[part[2]] = $2 }
        $1 ~ /^entries\.[^.]*\.company$/ { split($1, part, "."); company[part[2]] = $2 }
        END { for (i = 1; i <= count; i++) print name[i], kind[name[i]], (company[name[i]] == "" ? "-" : company[name[i]]) }'
}

# balances: assets, and liabilities and equity, of the two columns that the purchase moves.
balances() {
    for column in adjustments pro_forma; do
        [ "$(row assets.total "$column")" = "$(row liabilities_and_equity.total "$column")" ] || fail "$scenario: the column $column does not balance"
    done
}

# Goodwill takes up what all other entries of the target leave over, their assets less their liabilities and equity.
goodwill() {
    closing=$1; target=$2
    others=$(awk -v target="$target" '$3 == target && $2 != "goodwill" { print $1 }' "$scratch/entries" | tr '\n' ' ')
    left=$(awk -F, -v others="$others" '
        BEGIN { for (i = split(others, name, " "); i >= 1; i--) sign["entries." name[i] ".assets.total"] = 1
                for (i = split(others, name, " "); i >= 1; i--) sign["entries." name[i] ".liabilities_and_equity.total"] = -1 }
        { bare = $1; sub(/@.*/, "", bare) }
        bare in sign { left += sign[bare] * $2 }
        END { print left + 0 }' "$scratch/names")
    [ "$(figure "$closing" goodwill)" = "$(awk -v left="$left" 'BEGIN { print (left < 0 ? -left : 0) }')" ] || fail "$scenario: the goodwill of $target is $(figure "$closing" goodwill), and its entries leave $left"
    [ "$(figure "$closing" negative)" = "$(awk -v left="$left" 'BEGIN { print (left > 0 ? left : 0) }')" ] || fail "$scenario: the negative residual of $target is $(figure "$closing" negative), and its entries leave $left"
    purchases=$((purchases + 1))
}

# The definition in its own words, where a purchase is no more than consideration, elimination, fair values and deferred tax.
definition() {
    closing=$1; target=$2
    # what another kind of purchase records is in the sum above
    other=$(awk -v target="$target" '$3 == target && $2 !~ /^(consideration|elimination|fair_values|deferred_tax|goodwill)$/' "$scratch/entries")
    [ -z "$other" ] || return
    paid=0; net=0
    while read -r name kind company; do
        [ "$company" = "$target" ] || continue
        case $kind in
            consideration) paid=$((paid + $(figure "$name" total) + $(effect "$name" liabilities.minority_interest) + $(effect "$name" equity.non_controlling_interest))) ;;
            elimination) net=$((net + $(figure "$name" equity) + $(effect "$name" assets.total) - $(effect "$name" liabilities.total))) ;;
            fair_values | deferred_tax) net=$((net + $(effect "$name" assets.total) - $(effect "$name" liabilities.total))) ;;
        esac
    done <"$scratch/entries"
    [ "$(figure "$closing" goodwill)" -eq $((paid > net ? paid - net : 0)) ] || fail "$scenario: goodwill of $target is $(figure "$closing" goodwill), and $paid are paid for net assets of $net"
    defined=$((defined + 1))
}
effect() { awk -F, -v name="entries.$1.$2@" 'index($1, name) == 1 { value = $2 } END { print value + 0 }' "$scratch/names"; }

# Each entry with its inverse: the pro forma column is that of a scenario in which none of them applies.
inverses() {
    set --
    ! read_of "$scenario" | xargs grep -q '^shares = ' || set -- --set shares.issued=0 # the shares issued would follow from an entry that is off
    folder=$(dirname "$scenario")
    awk -v entries="$(awk '{ print $1 }' "$scratch/entries" | tr '\n' ' ')" '
        /^entries = \{/ { inside = 1 }
        inside && /^\};/ {
            for (i = split(entries, name, " "); i >= 1; i--) print "  back_" name[i] " = { inverse_of = \"" name[i] "\"; reason = \"back again\"; };"
            inside = 0
        }
        { print }' "$scenario" >"$scratch/plain.cfg"
    grep -q back_ "$scratch/plain.cfg" || { echo "$property: the entries of $scenario stand in a file that it includes"; return; }
    sed 's|^\( *\)@include "\([^/]\)|\1@include "'"$folder"'/\2|; s|file = "\([^/]\)|file = "'"$folder"'/\1|g' "$scratch/plain.cfg" >"$scratch/back.cfg"
    "$program" --scenario "$scratch/back.cfg" "$@" --format csv 2>"$scratch/said" | awk -F, '$6 == "pro_forma" && $1 != "analysis"' >"$scratch/both"
    while read -r name kind company; do
        set -- "$@" --set "entries.$name.apply=false"
    done <"$scratch/entries"
    "$program" --scenario "$scenario" "$@" --format csv 2>>"$scratch/said" | awk -F, '$6 == "pro_forma" && $1 != "analysis"' >"$scratch/never"
    [ "$(wc -l <"$scratch/never")" -gt 20 ] || { fail "$scenario: only $(wc -l <"$scratch/never") combined figures"; sed -n '1,5s/^/    /p' "$scratch/said"; }
    # a line that only entries have stays, with 0 in it
    awk -F, 'NR == FNR { line[$1, $2, $3, $4, $5]; next } ($1, $2, $3, $4, $5) in line || $7 != 0' "$scratch/never" "$scratch/both" >"$scratch/without"
    cut -d, -f1-8 "$scratch/never" >"$scratch/a"; cut -d, -f1-8 "$scratch/without" >"$scratch/b"
    same "$scratch/a" "$scratch/b" "$scenario: entries and their inverses are not the identity"
    cmp -s "$scratch/never" "$scratch/applied" && fail "$scenario: the entries change nothing"
}

purchases=0; defined=0
for scenario in "$REPO"/scenarios/*.cfg "$REPO"/tests/cases/*/*.cfg; do
    read_of "$scenario" | xargs grep -q 'kind = "goodwill"' || continue
    set --
    read_of "$scenario" | xargs grep -q 'exchange_ratio\|value_per_share\|cash_per_share = \|cash = \|shares_issued = ' || set -- --set entries.consideration.exchange_ratio=0.4567
    "$program" --scenario "$scenario" --format csv "$@" >"$scratch/report" 2>"$scratch/said"
    [ $? -le 1 ] || { fail "$scenario: no report"; sed -n '1,3s/^/    /p' "$scratch/said"; continue; }
    day=$(awk -F, '$1 == "balance_sheet" { print $4 }' "$scratch/report" | sort | tail -1)
    "$program" names --scenario "$scenario" --period "$day" --format csv "$@" >"$scratch/names" 2>/dev/null
    awk -F, '$6 == "pro_forma" && $1 != "analysis"' "$scratch/report" >"$scratch/applied"
    entries_of "$scenario" >"$scratch/entries"
    targets=$(awk '$2 == "goodwill" { print $1 ":" $3 }' "$scratch/entries")
    balances
    for closed in $targets; do goodwill "${closed%:*}" "${closed#*:}"; definition "${closed%:*}" "${closed#*:}"; done
    [ $# -gt 0 ] || inverses
done
[ "$purchases" -ge 6 ] || fail "only $purchases purchases were looked at"
[ "$defined" -ge 4 ] || fail "only $defined goodwills were computed from their definition"
finish
