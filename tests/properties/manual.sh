#!/bin/sh
# The manual that the build made has every command, every option, every problem with rule and remedy, and every setting that the
# sources accept; it is well formed, and the same when it is made again.
# shellcheck source=tests/property.sh
. "$(dirname "$0")/../property.sh"

command -v scdoc >/dev/null || { echo "$property: scdoc is missing (Debian: scdoc)"; exit 77; }
man=${BUILD:-$(dirname "$program")}/share/man

# text PAGE: the words of a page, without what roff makes of them.
text() { sed 's/\\f[A-Z]//g; s/\\-/-/g; s/\\&//g; s/\\(aq/'"'"'/g; s/\\e/\\/g; s/\\//g' "$1"; }

for source in "$REPO"/src/manual/*.scd; do
    name=$(basename "$source" .scd)
    page=$man/man${name##*.}/$name
    if [ ! -s "$page" ]; then fail "$name was not built"; continue; fi
    text "$page" >"$scratch/$name"
    ! grep -n '@[a-z]*@' "$scratch/$name" || fail "$name has a mark that was not replaced"
    for pass in 1 2; do
        SOURCE_DATE_EPOCH=1000000000 sh "$REPO/src/manual/build.sh" "$source" "$program" 0 scdoc "$scratch/page$pass" || fail "$name cannot be made"
    done
    same "$scratch/page1" "$scratch/page2" "$name made twice is not the same"
    grep -q '2001-09-09' "$scratch/page1" || fail "$name does not have the date of SOURCE_DATE_EPOCH"
    if command -v mandoc >/dev/null; then
        mandoc -Tlint -W error "$page" >"$scratch/lint" || { fail "mandoc finds errors in $name"; cat "$scratch/lint"; }
    fi
done

# Commands and options.
"$program" --help | sed -n '/^Environment/q; s/^  \([a-z]*\)  .*/\1/p' >"$scratch/commands"
[ -s "$scratch/commands" ] || fail "--help lists no command"
while read -r command; do
    sed -n "/^\.SS proforma $command\$/,/^\.S[HS]/p" "$scratch/proforma.1" >"$scratch/section"
    [ "$(wc -l <"$scratch/section")" -gt 5 ] || { fail "proforma.1 has no section of proforma $command"; continue; }
    "$program" "$command" --help | sed -n 's/^  \(--[a-z]*\).*/\1/p' >"$scratch/options"
    while read -r option; do
        grep -q -e "^$option" "$scratch/section" || fail "proforma.1 lacks $command $option"
    done <"$scratch/options"
done <"$scratch/commands"

# Problems, read from the list by the preprocessor and not as the manual's own script reads it.
printf '#define PROBLEM(name, severity, rule, remedy) @ name @ rule @ remedy\n#include "%s"\n' "$REPO/src/base/problem_list.h" |
    "${CC:-cc}" -E -P -x c - | grep '^ *@' | sed 's/^ *@ *//; s/\\"/"/g' >"$scratch/problems"
[ "$(wc -l <"$scratch/problems")" -eq "$(grep -c '^PROBLEM(' "$REPO/src/base/problem_list.h")" ] || fail "the list of problems was not read whole"
while IFS= read -r problem; do
    name=${problem%% @*}
    grep -q "^$name (" "$scratch/proforma-problems.7" || fail "proforma-problems.7 lacks $name"
    printf '%s\n' "$problem" | awk -F ' @ ' '{ for (i = 2; i <= 3; i++) { sub(/^ *"/, "", $i); sub(/" *$/, "", $i); print (i == 2 ? "Rule: " : "Remedy: ") $i } }' |
        while IFS= read -r said; do
            grep -qxF -e "$said" "$scratch/proforma-problems.7" || echo "$said"
        done >"$scratch/lacks"
    [ ! -s "$scratch/lacks" ] || { fail "proforma-problems.7 lacks what $name means"; cat "$scratch/lacks"; }
done <"$scratch/problems"

# Settings: the tables of keys, "static const char *const <some>_keys[] = {...}", each key in bold (a table of one room, one page).
keys_of() { tr '\n' ' ' <"$1" | grep -o '[a-z_]*keys\[\] = {[^}]*}' | grep -o '"[a-z_]*"' | tr -d '"' | sort -u; }
lacking() {
    keys_of "$1" >"$scratch/keys"
    [ "$(wc -l <"$scratch/keys")" -ge "$3" ] || fail "found only $(wc -l <"$scratch/keys") keys in $1"
    while read -r key; do
        sed 's/\\//g' "$man/man5/$2" | grep -q "fB${key}[f ,]" || fail "$2 lacks the setting $key"
    done <"$scratch/keys"
}
lacking "$REPO/src/scenario/reading.c" proforma-scenario.5 30
lacking "$REPO/src/scenario/distribution.c" proforma-scenario.5 9
lacking "$REPO/src/scenario/read_kind.c" proforma-scenario.5 15
lacking "$REPO/src/statement/chart_build.c" proforma-config.5 15

# Kinds of entries: each, its keys and its figures as the program lists them; tranches by their table.
sed 's/\\&//g; s/\\//g' "$man/man5/proforma-scenario.5" >"$scratch/page"
"$program" kinds --format csv | sed '1d; s/,.*//' >"$scratch/kinds"
[ "$(wc -l <"$scratch/kinds")" -ge 7 ] || fail "proforma kinds lists only $(wc -l <"$scratch/kinds") kinds"
while read -r kind; do
    "$program" kinds "$kind" --format csv | awk -F, '$2 == "kind" { print "Kind " $3 } $2 == "key" { print "fB" $3 "f" } $2 == "figure" { print "fBentries.NAME." $3 "f" }'
done <"$scratch/kinds" >"$scratch/keys"
sed -n 's/.*\.name = "\([a-z_]*\)".*/fB\1f/p' "$REPO/src/scenario/read_shares.c" >>"$scratch/keys"
[ "$(wc -l <"$scratch/keys")" -ge 60 ] || fail "found only $(wc -l <"$scratch/keys") keys and figures of kinds"
while read -r key; do
    grep -qF -e "$key" "$scratch/page" || fail "proforma-scenario.5 lacks $key of a kind"
done <"$scratch/keys"

# Figures of the analysis, read from their list by the preprocessor.
printf '#define FIGURE(id, table, name, subject, unit, decimals, label) @ name\n#include "%s"\n' "$REPO/src/scenario/analysis_list.h" |
    "${CC:-cc}" -E -P -x c - | sed -n 's/^ *@ *"\(.*\)"$/fBanalysis.\1f/p' >"$scratch/figures"
[ "$(wc -l <"$scratch/figures")" -eq "$(grep -c '^FIGURE(' "$REPO/src/scenario/analysis_list.h")" ] || fail "the list of figures was not read whole"
while read -r figure; do
    grep -qF -e "$figure" "$scratch/page" || fail "proforma-scenario.5 lacks $figure of the analysis"
done <"$scratch/figures"
finish
