#!/bin/sh
# Runs the fuzz targets side by side: tests/fuzz/run.sh BUILD [SECONDS]. BUILD is the folder of `cmake --preset fuzz`.
#
# The seeds are the filings and scenarios of the checkout, cut to the length that is tried, scenarios of tests/fuzz/seeds, which have what
# the others have in included files, and the findings of earlier days in tests/fuzz/found. A finding is left in BUILD/findings; make a
# case of it and put it into tests/fuzz/found/<target>.
set -eu

build=$(cd "$1" && pwd)
seconds=${2:-60}
REPO=$(cd "$(dirname "$0")/../.." && pwd)
export REPO
longest=16384

seeds=$(mktemp -d "${TMPDIR:-/tmp}/proforma-fuzz.XXXXXX")
trap 'rm -rf "$seeds"' EXIT
trap 'exit 1' HUP INT TERM
findings=$build/findings
rm -rf "$findings"
mkdir -p "$findings"

# A filing is longer than what is tried at once: every piece of it is a seed.
seed_filings() {
    mkdir "$seeds/fuzz_reader"
    for file in "$REPO"/tests/cases/*/*.txt "$REPO"/tests/errors/*/*.txt "$REPO"/scenarios/filings/*.txt \
        "$REPO"/../shared/filings/*.txt; do
        [ ! -f "$file" ] || [ "$(basename "$file")" = case.txt ] || split -b 8000 "$file" "$seeds/fuzz_reader/$(echo "$file" | cksum | tr ' ' '-')-"
    done
}

seed_scenarios() {
    mkdir "$seeds/fuzz_scenario"
    for file in "$REPO"/scenarios/*.cfg "$REPO"/scenarios/parts/*.cfg "$REPO"/tests/cases/*/*.cfg "$REPO"/tests/errors/*/*.cfg \
        "$REPO"/tests/fuzz/seeds/*.cfg; do
        [ ! -f "$file" ] || cp "$file" "$seeds/fuzz_scenario/$(echo "$file" | cksum | tr ' ' '-')"
    done
}

# The report of a run: its last lines, and of a failure everything.
fuzz() {
    target=$1
    mkdir -p "$seeds/$target"
    [ ! -d "$REPO/tests/fuzz/found/$target" ] || cp "$REPO/tests/fuzz/found/$target"/* "$seeds/$target/"
    if "$build/$target" -max_total_time="$seconds" -max_len="$longest" -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
        -artifact_prefix="$findings/$target-" "$seeds/$target" >"$build/$target.log" 2>&1; then
        echo "$target: $(sed -n 's/^Done \([0-9]*\) runs in \([0-9]*\) second.*/\1 inputs in \2 s/p' "$build/$target.log"), nothing found"
    else
        echo "$target: found something, see $build/$target.log and $findings"
        tail -40 "$build/$target.log"
        return 1
    fi
}

seed_filings
seed_scenarios
fuzz fuzz_reader &
reader=$!
status=0
fuzz fuzz_scenario || status=1
wait "$reader" || status=1
exit "$status"
