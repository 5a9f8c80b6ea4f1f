#!/bin/sh
# Every name that `names` lists is listed once, takes its own value back without a change, and has in `verify` the value that is listed.
# shellcheck source=tests/property.sh
. "$(dirname "$0")/../property.sh"
cd "$REPO/scenarios" || exit 1 # a file named in --set is looked up from here

# fields COLUMNS: those fields of each record of CSV, with tabs between them.
fields() {
    awk -v wanted="$1" '{
        rest = $0; count = 0
        while (1) {
            if (rest ~ /^"/) { match(rest, /^"([^"]|"")*"/); field = substr(rest, 2, RLENGTH - 2); rest = substr(rest, RLENGTH + 1); gsub(/""/, "\"", field) }
            else { field = rest; sub(/,.*/, "", field); rest = substr(rest, length(field) + 1) }
            value[++count] = field
            if (rest == "") break
            rest = substr(rest, 2)
        }
        line = ""
        for (i = split(wanted, column, " "); i >= 1; i--) line = value[column[i]] (line == "" ? "" : "\t" line)
        print line
    }'
}

# The combination, figure by figure, without what is said of it.
combination() {
    "$program" --scenario "$scenario" --format csv "$@" 2>"$scratch/err" >"$scratch/out" || { fail "$*: exit $?"; sed -n '1,4p' "$scratch/err"; }
    grep ',pro_forma,' "$scratch/out" | fields "1 2 3 4 5 6 7"
}

scenario=base.cfg
combination >"$scratch/plain"
[ "$(wc -l <"$scratch/plain")" -gt 150 ] || fail "the combination has only $(wc -l <"$scratch/plain") figures"

# list ARGUMENTS: the names as name, value, settable, readable.
list() {
    "$program" names --scenario "$scenario" --format csv "$@" 2>/dev/null | fields "1 2 4 5" | sed 1d
}

list >"$scratch/names"
for choice in "2004-03-31/3M non_gaap" "2003-03-31/6M gaap" "2003-12-31/3M gaap"; do
    list --period "${choice% *}" --basis "${choice#* }" | awk -F '\t' '$4 == 1' >>"$scratch/names"
done
# An input is listed each time; what is about figures is in another period or basis under another name.
awk -F '\t' '!seen[$0]++' "$scratch/names" >"$scratch/unique"
cut -f 1 "$scratch/unique" | sort | uniq -d | sed 's/^/is listed twice: /' >"$scratch/twice"
[ ! -s "$scratch/twice" ] || fail "$(cat "$scratch/twice")"

# --set: all at once, then every twelfth alone. A list whose parts hold commas has no text as an option.
awk -F '\t' '$3 == 1 && $2 != "" && $1 != "assumptions" { print $1 "=" $2 }' "$scratch/unique" >"$scratch/settable"
[ "$(wc -l <"$scratch/settable")" -gt 250 ] || fail "only $(wc -l <"$scratch/settable") names can be set"
set --
while IFS= read -r option; do
    set -- "$@" --set "$option"
done <"$scratch/settable"
combination "$@" >"$scratch/set"
same "$scratch/plain" "$scratch/set" "every name set to its own value changes the combination"
awk 'NR % 12 == 1' "$scratch/settable" >"$scratch/sample"
while IFS= read -r option; do
    combination --set "$option" >"$scratch/set"
    same "$scratch/plain" "$scratch/set" "--set $option changes the combination"
done <"$scratch/sample"

# verify: the name and its value put in the place of figures that the scenario verifies in its first period, eight at a time.
# A quotient of sixteen digits is compared to nine decimals.
awk -F '\t' '$4 == 1 && $2 != "" { print $1 "=" (length($2) > 15 ? sprintf("%.9f", $2) : $2) }' "$scratch/unique" >"$scratch/readable"
[ "$(wc -l <"$scratch/readable")" -gt 500 ] || fail "only $(wc -l <"$scratch/readable") names can be read"
verified() {
    "$program" --scenario base.cfg --period 2004-03-31 "$@" >"$scratch/out" 2>"$scratch/err" || { fail "verify: exit $?"; grep -A 3 -E 'error|warning' "$scratch/err"; }
}
set --
seat=0
while IFS= read -r listed; do
    seat=$((seat + 1))
    key=$(echo revenue cost gross_margin opex operating_income pretax_income income basic_shares | cut -d ' ' -f "$seat")
    set -- "$@" --set "verify.combined_$key.name=${listed%%=*}" --set "verify.combined_$key.value=${listed#*=}"
    [ "$seat" -lt 8 ] || { verified "$@"; set --; seat=0; }
done <"$scratch/readable"
verified "$@"
# It sees a wrong value.
"$program" --scenario base.cfg --set verify.combined_revenue.name=juniper.net_income --set verify.combined_revenue.value=1 >/dev/null 2>&1
[ $? -eq 1 ] || fail "a wrong value is not seen"

# Every other scenario: all at once, but for files that an included file names relative to itself.
for scenario in *.cfg; do
    combination >"$scratch/plain"
    list | awk -F '\t' '$3 == 1 && $2 != "" && $2 !~ /^\.\.\// && $1 != "assumptions" { print $1 "=" $2 }' >"$scratch/settable"
    [ -s "$scratch/settable" ] || fail "$scenario has no names"
    set --
    while IFS= read -r option; do
        set -- "$@" --set "$option"
    done <"$scratch/settable"
    combination "$@" >"$scratch/set"
    same "$scratch/plain" "$scratch/set" "$scenario: every name set to its own value changes the combination"
done

# Figures and lines of the entries of a purchase are read as they are listed, each in a figure to verify of its own.
for scenario in *.cfg; do
    "$program" names --scenario "$scenario" --format csv 2>/dev/null | grep -q '^entries\.[^.]*\.kind,goodwill,' && ! grep -q '^verify = ' "$scenario" || continue
    list | awk -F '\t' '$4 == 1 && $1 ~ /^entries\./ && $2 != "" { print }' >"$scratch/figures"
    [ "$(wc -l <"$scratch/figures")" -gt 20 ] || fail "$scenario: only $(wc -l <"$scratch/figures") figures of entries"
    { echo "@include \"$PWD/$scenario\""; echo 'verify = {'
        awk -F '\t' '{ printf "  v%d = { name = \"%s\"; value = \"%s\"; source = \"as listed\"; };\n", NR, $1, (length($2) > 15 ? sprintf("%.9f", $2) : $2) }' "$scratch/figures"
        echo '};'; } >"$scratch/verified.cfg"
    "$program" --scenario "$scratch/verified.cfg" --format csv >/dev/null 2>"$scratch/err" || { fail "$scenario: figures of entries are read otherwise than listed"; grep -m 4 -E 'error|warning' "$scratch/err"; }
done
finish
