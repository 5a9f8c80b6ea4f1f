#!/bin/sh
# Long work is shown on a terminal and nowhere else; Ctrl-C ends it with what is finished.
# shellcheck source=tests/property.sh
. "$(dirname "$0")/../property.sh"

command -v script >/dev/null || { echo "$property: script (Debian: bsdutils) is missing"; exit 77; }

# Minutes of work, so Ctrl-C always comes in the middle of it.
long="sweep --scenario base.cfg --format summary --show eps.diluted --vary deal.exchange_ratio=1.2:1.6:#100000 --vary netscreen.shares.basic=80000:90000:#100000"

{ sleep 4; printf '\003'; sleep 3; } | script -qec "$program $long" /dev/null >"$scratch/shown"
tr '\r' '\n' <"$scratch/shown" >"$scratch/lines"
grep -q ' %, .* cells a second, .* left' "$scratch/lines" || fail "a terminal shows no progress"
grep -q 'study_stopped' "$scratch/lines" || fail "Ctrl-C does not say that the study was stopped"
[ "$(grep -c ' left' "$scratch/lines")" -le 50 ] || fail "more is shown than ten times a second"
# What is shown last is erased before anything else is printed.
awk '/ left/ { shown = 1; next } shown { erased = /^ +$/; exit } END { exit !erased }' "$scratch/lines" || fail "the progress stays on the terminal"

# shellcheck disable=SC2086 # words are meant
timeout --foreground -s INT 4 "$program" $long >"$scratch/out" 2>"$scratch/messages"
! grep -q 'a second' "$scratch/out" "$scratch/messages" || fail "a pipe is shown progress"
grep -q 'study_stopped' "$scratch/messages" || fail "an interrupt without a terminal does not stop the study"
[ -s "$scratch/out" ] || fail "what was finished is no result"

# However much there is to do, it ends in a moment: blocks of draws have a largest size. (Before they had, it took 20 seconds.)
start=$(date +%s)
timeout --foreground -s INT 2 "$program" simulate --scenario "$REPO/tests/cases/simulate/deal.cfg" --basis gaap --draws 1000000000000 --show x.normal >"$scratch/out" 2>"$scratch/messages"
took=$(($(date +%s) - start))
grep -q 'study_stopped' "$scratch/messages" || fail "an interrupt does not stop a simulation of 10^12 draws"
[ -s "$scratch/out" ] || fail "what was drawn is no result"
[ "$took" -le 8 ] || fail "a simulation of 10^12 draws ends $((took - 2)) seconds after the interrupt"
finish
