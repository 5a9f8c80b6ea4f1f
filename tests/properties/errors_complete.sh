#!/bin/sh
# Every problem of problem_list.h has its reproducer under tests/errors/, and no reproducer is without a problem.
# shellcheck source=tests/property.sh
. "$(dirname "$0")/../property.sh"

# gaps_of LIST FOLDER: prints what is missing.
gaps_of() {
    sed -n 's/^PROBLEM(\([a-z0-9_]*\),.*/\1/p' "$1" | sort >"$scratch/problems"
    find "$2" -mindepth 1 -maxdepth 1 -type d -exec basename {} \; | sort >"$scratch/folders"
    [ -s "$scratch/problems" ] || echo "no problem found in $1"
    [ "$(grep -c '^[[:space:]]*PROBLEM *(' "$1")" -eq "$(wc -l <"$scratch/problems")" ] ||
        echo "a line of $1 is not of the form PROBLEM(name, severity, \"rule\", \"remedy\")"
    comm -23 "$scratch/problems" "$scratch/folders" | sed 's/.*/& has no folder tests\/errors\/&/'
    comm -13 "$scratch/problems" "$scratch/folders" | sed 's/.*/tests\/errors\/& is no problem of the list/'
    comm -12 "$scratch/problems" "$scratch/folders" | while read -r name; do
        if [ ! -f "$2/$name/case.txt" ]; then
            echo "tests/errors/$name has no case.txt"
        elif ! grep -q "^stderr: .*\[$name\]" "$2/$name/case.txt"; then
            echo "tests/errors/$name/case.txt does not expect [$name] on stderr"
        fi
    done
}

# It has to see each kind of gap.
mkdir -p "$scratch/e/good" "$scratch/e/silent" "$scratch/e/empty" "$scratch/e/stray"
printf 'PROBLEM(%s, error, "A rule.",\n        "Do.")\n' good silent empty absent >"$scratch/list.h"
printf '$ proforma\nstderr: [good]\n' >"$scratch/e/good/case.txt"
printf '$ proforma\nstderr: [good]\n' >"$scratch/e/silent/case.txt"
gaps_of "$scratch/list.h" "$scratch/e" >"$scratch/gaps"
[ "$(wc -l <"$scratch/gaps")" -eq 4 ] || { fail "its own example has four gaps, it saw:"; cat "$scratch/gaps"; }

gaps_of "$REPO/src/base/problem_list.h" "$REPO/tests/errors" >"$scratch/gaps"
while read -r gap; do
    fail "$gap"
done <"$scratch/gaps"
finish
