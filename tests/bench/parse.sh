#!/bin/sh
# How fast `proforma parse --format csv` reads many files and long ones, against `wc -w` on the same files, and in how much memory:
# tests/bench/parse.sh [BUILD [ROUNDS [MEGABYTES]]]
# BUILD is a build folder configured with BUILD_TESTING=ON and the type Release, build/ when not given. The goals: at most twice the time of
# wc; a peak of memory that does not depend on the number of files, and that comes near 4 bytes for each byte of the largest file. Of a file
# of 30 KB that last figure can say nothing, as the process alone takes more: so the fixed part and the part of each byte are told apart.
# A benchmark, and no test: other work on the machine makes it worse. The result goes to /dev/null.
set -eu

# shellcheck source=tests/bench/built.sh
. "$(dirname "$0")/built.sh"
build=$(built "${1:-$repo/build}")
rounds=${2:-9}
megabytes=${3:-100}

exhibits=$repo/../shared/exhibits
[ -d "$exhibits" ] || exhibits=$repo/scenarios/filings
scratch=$(mktemp -d "${TMPDIR:-/tmp}/proforma-bench.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
trap 'exit 1' HUP INT TERM
cd "$scratch"

# Copies, no links: each byte is read from its own page.
mkdir many
size=0
copy=0
while [ "$size" -lt $((megabytes * 1000000)) ]; do
    copy=$((copy + 1))
    for file in "$exhibits"/juniper-*.txt; do
        cp "$file" "many/$copy-${file##*/}"
        size=$((size + $(wc -c <"$file")))
    done
done
for name in 1 10; do
    : >"long-$name.txt"
    while [ "$(wc -c <"long-$name.txt")" -lt $((name * 1000000)) ]; do
        cat "$exhibits"/juniper-*.txt >>"long-$name.txt"
    done
done

echo "locale: ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}}; processors: $(getconf _NPROCESSORS_ONLN)"

# measure WHAT ROUNDS FILE...: wc, one thread and two take turns. A line each: bytes, seconds, ratio to wc, megabytes a second, peak of memory.
measure() {
    what=$1
    turns=$2
    shift 2
    bytes=$(cat "$@" | wc -c)
    "$build/tests/bench_spawn" "$turns" "wc -w" wc -w "$@" -- "parse, 1 thread" "$build/proforma" parse --threads 1 --format csv "$@" -- \
        "parse, 2 threads" "$build/proforma" parse --threads 2 --format csv "$@" 2>/dev/null |
        awk -v what="$what" -v bytes="$bytes" 'NR > 1 {
            seconds = $(NF - 4) / 1e6
            name = substr($0, 1, 18)
            printf "%-12s %-18s %10d %9.4f %9.4f %7.2f %8.1f %9d\n", what, name, bytes, seconds, $(NF - 3) / 1e6, $(NF - 1), bytes / seconds / 1e6, $NF
        }'
}
{
    printf '%-12s %-18s %10s %9s %9s %7s %8s %9s\n' files "" bytes median fastest ratio MB/s "peak KiB"
    measure "one exhibit" $((rounds * 10)) "$exhibits/juniper-2004-q1.txt"
    measure "1 MB" $((rounds * 5)) long-1.txt
    measure "10 MB" "$rounds" long-10.txt
    measure "a tenth" "$rounds" many/[1-9]-* many/[1-9][0-9]-* many/10[0-9]-*
    measure "all" "$rounds" many/*
} | tee table.txt
awk '/^1 MB .*1 thread/ { bytes = $(NF - 5); peak = $NF } /^10 MB .*1 thread/ { slope = ($NF - peak) * 1024 / ($(NF - 5) - bytes) }
     END { printf "memory of one thread: %.1f bytes for each byte of the largest file, and %.1f MB\n", slope, (peak * 1024 - slope * bytes) / 1e6 }' table.txt
