#!/bin/sh
# Messages have colour on a terminal and nowhere else, and not where NO_COLOR is set or TERM is dumb; results have none, but for the cells of a sweep.
# shellcheck source=tests/property.sh
. "$(dirname "$0")/../property.sh"

command -v script >/dev/null || { echo "$property: script (Debian: bsdutils) is missing"; exit 77; }
escape=$(printf '\033')

# on_terminal NAME COMMAND: what a pseudo-terminal shows of the command.
on_terminal() {
    script -qec "$2" /dev/null </dev/null | tr -d '\r' >"$scratch/$1"
}

coloured() { grep -q "$escape" "$1"; }
plain() { sed "s/$escape\[[0-9;]*m//g" "$1"; }

TERM=xterm
export TERM
"$program" --scenario missing.cfg 2>"$scratch/pipe"
! coloured "$scratch/pipe" || fail "a file gets colour"
on_terminal shown "$program --scenario missing.cfg"
coloured "$scratch/shown" || fail "a terminal gets no colour"
grep -q "${escape}\[1;31merror${escape}\[0m" "$scratch/shown" || fail "the word error is not red"
plain "$scratch/shown" >"$scratch/bare"
same "$scratch/pipe" "$scratch/bare" "without its colour a message on a terminal is another one"

on_terminal none "NO_COLOR=1 $program --scenario missing.cfg"
same "$scratch/pipe" "$scratch/none" "NO_COLOR=1 does not give the message of a pipe"
on_terminal dumb "TERM=dumb $program --scenario missing.cfg"
same "$scratch/pipe" "$scratch/dumb" "TERM=dumb does not give the message of a pipe"
on_terminal empty "NO_COLOR= $program --scenario missing.cfg"
same "$scratch/shown" "$scratch/empty" "an empty NO_COLOR is as if it were not set"

# The caret has the colour of the severity, and the result has none.
sed 's/^title/tilte/' "$REPO/scenarios/base.cfg" >"$scratch/wrong.cfg"
on_terminal caret "$program --scenario $scratch/wrong.cfg"
grep -q "${escape}\[1;31m *^^*${escape}\[0m" "$scratch/caret" || fail "the caret is not red"
"$program" --scenario base.cfg >"$scratch/result" 2>/dev/null
on_terminal result "$program --scenario base.cfg 2>/dev/null"
! coloured "$scratch/result" || fail "a result has colour"

# Cells that are accretive and those that are dilutive are told apart by colour on a terminal, by signs elsewhere.
sweep="sweep --scenario base.cfg --basis non_gaap --vary deal.exchange_ratio=1.7,1.9 --show eps.basic"
on_terminal cells "$program $sweep 2>/dev/null"
grep -q "${escape}\[32m0.0937${escape}\[0m" "$scratch/cells" || fail "an accretive cell is not green"
grep -q "${escape}\[31m0.0907${escape}\[0m" "$scratch/cells" || fail "a dilutive cell is not red"
on_terminal signs "NO_COLOR=1 $program $sweep 2>/dev/null"
# shellcheck disable=SC2086 # options
"$program" $sweep >"$scratch/piped" 2>/dev/null
same "$scratch/piped" "$scratch/signs" "NO_COLOR=1 does not give the cells of a pipe"
grep -q '0.0937 +' "$scratch/piped" && grep -q '0.0907 -' "$scratch/piped" || fail "cells have no signs"
on_terminal filed "$program $sweep --output $scratch/filed.txt 2>/dev/null"
same "$scratch/piped" "$scratch/filed.txt" "a file gets colour"
finish
