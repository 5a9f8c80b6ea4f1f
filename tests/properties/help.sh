#!/bin/sh
# Every command has --help with a usage line, its options, its exit codes and an example; every example works; what --help
# lists as options is taken, and nothing else is.
# shellcheck source=tests/property.sh
. "$(dirname "$0")/../property.sh"

mkdir "$scratch/bin" "$scratch/work"
ln -s "$program" "$scratch/bin/proforma"
# What the examples name: the scenarios are shipped, the release is not.
find "$REPO/scenarios/filings" -name '*.txt' | sort | while read -r filing; do
    if "$program" parse "$filing" >/dev/null 2>&1; then cp "$filing" "$scratch/work/release.txt"; break; fi
done
[ -f "$scratch/work/release.txt" ] || fail "no shipped filing can be parsed without a message"

# example_runs HELP: runs each line "example: ..." of the file.
example_runs() {
    sed -n 's/^example: //p' "$1" >"$scratch/examples"
    [ -s "$scratch/examples" ] || fail "$1 has no example"
    while read -r example; do
        (cd "$scratch/work" && PATH=$scratch/bin:$PATH sh -c "$example") >"$scratch/said" 2>&1 </dev/null
        code=$?
        examples=$((examples + 1))
        # 1 is a result that is to be looked at, for the commands whose exit codes say so
        [ "$code" -eq 0 ] || { [ "$code" -eq 1 ] && grep -q '^exit codes: .*differ' "$1"; } ||
            { fail "exit code $code: $example"; sed -n '1,5s/^/    /p' "$scratch/said"; }
    done <"$scratch/examples"
}

examples=0
"$program" --help >"$scratch/general" || fail "--help ends with $?"
example_runs "$scratch/general"
for word in PROFORMA_SCENARIOS PROFORMA_CONFIG NO_COLOR share/proforma/config 'exit codes:'; do
    grep -q "$word" "$scratch/general" || fail "--help does not speak of $word"
done

# An option of any command; each is either listed by a command's help and taken, or neither.
sed -n '/^usage:/,/^$/d; s/^  \([a-z]*\)  .*/\1/p' "$scratch/general" >"$scratch/commands"
grep -qx report "$scratch/commands" || fail "the general help lists no report"
while read -r command; do
    "$program" "$command" --help >"$scratch/$command" 2>"$scratch/said" || fail "$command --help ends with $?"
    [ ! -s "$scratch/said" ] || fail "$command --help has messages"
    "$program" "$command" -h | cmp -s - "$scratch/$command" || fail "$command -h says something else than --help"
    grep -q "^usage: proforma \[*$command" "$scratch/$command" || fail "$command has no usage line"
    grep -q '^exit codes: ' "$scratch/$command" || fail "$command has no exit codes"
    sed -n 's/^  \(--[a-z]*\).*/\1/p' "$scratch/$command" >>"$scratch/options"
    example_runs "$scratch/$command"
done <"$scratch/commands"

sort -u "$scratch/options" | grep -vx -e --help >"$scratch/all"
while read -r command; do
    while read -r option; do
        "$program" "$command" "$option" >"$scratch/said" 2>&1 </dev/null
        listed=no; taken=no
        ! grep -q "^  $option " "$scratch/$command" || listed=yes
        grep -q "has no option $option" "$scratch/said" || taken=yes
        [ "$listed" = "$taken" ] || fail "$command $option: listed by --help $listed, taken $taken"
        [ "$listed" = no ] || tr '\n' ' ' <"$scratch/$command" | grep -q "usage: .*$option .*exit codes" || fail "$command: the usage line lacks $option"
    done <"$scratch/all"
done <"$scratch/commands"

# The formats of --help are those that there are.
"$program" --scenario base.cfg --format none 2>&1 | sed -n 's/.*; there are \(.*\) \[bad_usage\].*/\1/p' | sed 's/ and /, /' >"$scratch/formats"
sed -n 's/^  --format \([a-z|]*\) .*/\1/p' "$scratch/report" | sed 's/|/, /g' >"$scratch/shown"
same "$scratch/formats" "$scratch/shown" "--help lists other formats than there are"

[ "$examples" -ge 4 ] || fail "only $examples examples were run"
finish
