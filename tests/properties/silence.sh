#!/bin/sh
# No wrong figure in silence: made-up pairs of filings and scenarios with the right answer known from how they were made, in exact arithmetic
# of the test's own (silence/, in Python). Each run is right, or refused, or says with a message to the point what is wrong.
#
#   silence.sh PROGRAM                          what the tests run
#   silence.sh PROGRAM --pairs 20000 --seed 7   more of them; --help tells the rest
# shellcheck source=tests/property.sh
. "$(dirname "$0")/../property.sh"

command -v python3 >/dev/null || { fail "python3 is missing (Debian: python3)"; finish; }
shift
kept=${BUILD:+$BUILD/silence}
kept=${kept:-${TMPDIR:-/tmp}/proforma-silence.$$}
rm -rf "$kept"
if python3 -B "$REPO/tests/properties/silence" "$program" --folder "$kept" "$@"; then
    rmdir "$kept" 2>/dev/null || true # not empty where files were asked for
else
    fail "the files of each failure are kept in $kept"
fi
finish
