# Sourced by every script of tests/properties/, which ctest runs as: sh SCRIPT PROGRAM.
# Sets: program (absolute), REPO, scratch (an empty folder, removed at the end); fail TEXT counts, finish ends the test.
# shellcheck shell=sh disable=SC2034
set -u

REPO=$(cd "$(dirname "$0")/../.." && pwd)
property=$(basename "$0" .sh)
program=$(realpath "${1:?the program to be tested is missing}") || exit 1
scratch=$(mktemp -d "${TMPDIR:-/tmp}/proforma-property.XXXXXX") || exit 1
trap 'rm -rf "$scratch"' EXIT
trap 'exit 1' HUP INT TERM
unset PROFORMA_CONFIG PROFORMA_SCENARIOS PROFORMA_THREADS NO_COLOR POSIXLY_CORRECT
: "${ASAN_OPTIONS:=exitcode=99}" "${UBSAN_OPTIONS:=exitcode=99:print_stacktrace=1}"
export ASAN_OPTIONS UBSAN_OPTIONS

failures=0

fail() {
    failures=$((failures + 1))
    echo "$property: $*"
}

finish() {
    [ "$failures" -eq 0 ] || { echo "$property: $failures failures"; exit 1; }
    exit 0
}

# same A B WHAT: the two files have the same bytes.
same() {
    if ! cmp -s "$1" "$2"; then
        fail "$3"
        diff -u "$1" "$2" | sed -n '1,40s/^/    /p'
    fi
}
