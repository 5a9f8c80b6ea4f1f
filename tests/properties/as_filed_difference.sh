#!/bin/sh
# For each period that stands in as filed: as filed - aligned = taken in besides - left out, to the unit, in revenue and in net income.
# The two totals come from the CSV of both modes, the spans from the words of the report, the sum is made here.
# shellcheck source=tests/property.sh
. "$(dirname "$0")/../property.sh"

# total SCENARIO PERIOD BASIS LINE: the combined figure.
total() {
    "$program" --scenario "$1" --period "$2" --basis "$3" --statement operations --format csv 2>/dev/null |
        awk -F, -v line="$4" '$5 == line && $6 == "pro_forma" { print $7 }'
}

# said PERIOD BASIS WHAT LINE: what the Calendar block says of the spans of that kind, added up.
said() {
    "$program" --scenario as-filed.cfg --period "$1" --basis "$2" --statement operations 2>/dev/null |
        awk '/^Calendar/ { inside = 1 } /^Checks/ { inside = 0 } inside { printf "%s ", $0 }' |
        sed 's/  */ /g; s/NetScreen, operations/\n&/g' |
        awk -v what="$3: " -v line="$4" '
            index($0, what) && match($0, line " [(0-9][0-9,]*[)]?") {
                found++
                amount = substr($0, RSTART + length(line) + 1, RLENGTH - length(line) - 1)
                sign = amount ~ /^\(/ ? -1 : 1
                gsub(/[(),]/, "", amount)
                sum += sign * amount
            }
            END { print found ? sum : "nothing" }'
}

checked=0
for period in 2003-12-31/3M 2002-12-31/3M; do
    for basis in gaap non_gaap; do
        for line in revenue.total net_income; do
            filed=$(total as-filed.cfg $period $basis $line)
            aligned=$(total as-printed.cfg $period $basis $line)
            in=$(said $period $basis "outside the wanted period, but in" $line)
            out=$(said $period $basis "left out" $line)
            case $filed/$aligned/$in/$out in
            *nothing* | */ | /* | *//*) fail "$period $basis $line: $filed as filed, $aligned aligned, $in in besides, $out left out" ;;
            *)
                [ $((filed - aligned)) -eq $((in - out)) ] || fail "$period $basis $line: $filed - $aligned is not $in - $out"
                [ "$filed" -ne "$aligned" ] && checked=$((checked + 1))
                ;;
            esac
        done
    done
done
[ "$checked" -eq 8 ] || fail "only $checked of 8 figures differ between the modes"
finish
