#!/bin/sh
# Each file, function and type that src/README.md names is there, and so is each line of the case that it quotes.
# shellcheck source=tests/property.sh disable=SC2016 # its patterns have backquotes
. "$(dirname "$0")/../property.sh"

# quoted GUIDE: every `...` of its prose, one a line.
quoted() {
    grep -v '^    ' "$1" | tr '\n' ' ' | grep -o '`[^`]*`' | tr -d '`' | sort -u
}

# gaps_of GUIDE SOURCES ROOT: prints what the guide names and is not there.
gaps_of() {
    find "$2" -name '*.[ch]' -exec cat {} + >"$scratch/all.c"
    quoted "$1" | while read -r name; do
        case $name in
        *[!A-Za-z0-9_./*]*'()' | *' '* | *'$'*) ;;
        *'()')
            # defined: not after a blank margin, or as a macro
            grep -qE "^(#define |[a-zA-Z].*[ *])?${name%()}\(" "$scratch/all.c" || echo "there is no function $name"
            ;;
        */*'*'*)
            found=
            for file in "$2"/$name "$3"/$name; do [ ! -e "$file" ] || found=1; done
            [ -n "$found" ] || echo "nothing is called $name"
            ;;
        */)
            [ -d "$2/$name" ] || [ -d "$3/$name" ] || echo "there is no folder $name"
            ;;
        */* | *.[ch])
            # a bare name may stand in any room
            [ -e "$2/$name" ] || [ -e "$3/$name" ] || [ -n "$(find "$2" -name "$name")" ] || echo "there is no file $name"
            ;;
        [A-Z]*.[a-z]*) grep -q "^} ${name%%.*};" "$scratch/all.c" || echo "there is no type ${name%%.*}" ;;
        [A-Z]*[a-z]*) grep -qE "^} $name;|^struct $name |^typedef .*[ *]$name;" "$scratch/all.c" || echo "there is no type $name" ;;
        esac
    done
}

# It has to see each kind of gap, and no other.
mkdir -p "$scratch/own/src/room"
printf 'typedef struct {\n} Known;\nbool known_verb(int a)\n{\n}\n' >"$scratch/own/src/room/known.c"
printf 'See `room/known.c`, `known.c`, `known_verb()` and\n`Known`. Not `room/gone.c`, `gone.h`, `gone_verb()`,\n`Gone` or `room/g*.c`.\n    `ignored_here()`\n' >"$scratch/own/guide.md"
gaps_of "$scratch/own/guide.md" "$scratch/own/src" "$scratch/own" >"$scratch/gaps"
[ "$(wc -l <"$scratch/gaps")" -eq 5 ] || { fail "its own example has five gaps, it saw:"; cat "$scratch/gaps"; }

guide=$REPO/src/README.md
[ "$(quoted "$guide" | grep -c '()$')" -ge 20 ] || fail "the guide names only $(quoted "$guide" | grep -c '()$') functions"
gaps_of "$guide" "$REPO/src" "$REPO" >"$scratch/gaps"
while read -r gap; do
    fail "$gap"
done <"$scratch/gaps"

# What it quotes of a case stands there, and the report still prints its line.
case_file=$REPO/tests/cases/report_march_quarter/case.txt
[ "$(grep -c '^    contains: ' "$guide")" -ge 3 ] || fail "the guide quotes no case"
sed -n 's/^    \(contains: .*\)/\1/p' "$guide" | while read -r line; do
    grep -qxF "$line" "$case_file" || echo "$case_file lacks: $line"
done >"$scratch/gaps"
sed -n 's/^  Product .*70,755$/&/p' "$guide" | while read -r line; do
    "$program" --scenario base.cfg --period 2004-03-31/3M --basis gaap --statement operations 2>/dev/null | sed 's/  */ /g; s/^ //' |
        grep -qxF "$(echo "$line" | sed 's/  */ /g')" || echo "the report does not print: $line"
done >>"$scratch/gaps"
while read -r gap; do
    fail "$gap"
done <"$scratch/gaps"
finish
