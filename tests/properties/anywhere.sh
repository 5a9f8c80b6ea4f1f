#!/bin/sh
# Every command says the same, byte for byte, wherever and however it is called: from an empty folder through a
# symlink, by a relative path, through a symlink to a symlink, with another time zone and another locale.
# shellcheck source=tests/property.sh
. "$(dirname "$0")/../property.sh"

folder=$(dirname "$program")
mkdir "$scratch/empty" "$scratch/bin" "$scratch/said"
ln -s "$program" "$scratch/bin/proforma"
ln -s proforma "$scratch/bin/again"
ln -s "$folder" "$scratch/build"
filing=$(find "$REPO/scenarios/filings" -name '*.txt' | sort | head -n 1)
"$program" --help >"$scratch/help" || fail "--help ends with $?"

# by NAME FOLDER [ENV...] PROGRAM ARGUMENTS...: one way of calling; keeps what it said as NAME.
by() {
    way=$1; from=$2; shift 2
    (cd "$from" && env "$@") >"$scratch/said/$way" 2>"$scratch/said/$way.err" </dev/null
    echo "exit $?" >>"$scratch/said/$way"
    cat "$scratch/said/$way.err" >>"$scratch/said/$way"
}

tried=0
try() {
    tried=$((tried + 1))
    by plain "$folder" LC_ALL=C TZ=UTC "$program" "$@"
    grep -q '^exit [01]$' "$scratch/said/plain" || { fail "proforma $*"; tail -n 5 "$scratch/said/plain"; }
    by symlink "$scratch/empty" LC_ALL=C TZ=UTC "$scratch/bin/proforma" "$@"
    by path "$scratch/empty" LC_ALL=C TZ=UTC PATH="$scratch/bin:$PATH" proforma "$@"
    by twice "$scratch/empty" LC_ALL=C TZ=UTC "$scratch/bin/again" "$@"
    by relative "$scratch/empty" LC_ALL=C TZ=UTC ../build/proforma "$@"
    by inside "$folder" LC_ALL=C TZ=UTC ./proforma "$@"
    by zone "$scratch/empty" LC_ALL=C.UTF-8 TZ=Pacific/Auckland "$program" "$@"
    by bare "$scratch/empty" -i "$program" "$@"
    for way in symlink path twice relative inside zone bare; do
        same "$scratch/said/plain" "$scratch/said/$way" "proforma $*: called by '$way' it says something else"
    done
}

# A command that the program does not have yet is not tried.
try_command() {
    ! grep -qE "(^|[[:space:]])$1([[:space:]]|\$)" "$scratch/help" || try "$@"
}

try --version
try --help
for format in text csv json; do
    try --scenario base.cfg --format "$format"
    try parse --format "$format" "$filing"
    try align --scenario base.cfg --entity netscreen --format "$format"
done
try report --scenario as-printed.cfg
try_command explain --scenario base.cfg pro_forma.net_income
try_command check base.cfg
try_command diff base.cfg as-printed.cfg
try_command names --scenario base.cfg

# What it needs no room for: nothing may have been left in the folders it was called from.
[ -z "$(ls -A "$scratch/empty")" ] || fail "left something behind: $(ls -A "$scratch/empty")"
[ "$tried" -ge 12 ] || fail "tried only $tried commands"
finish
