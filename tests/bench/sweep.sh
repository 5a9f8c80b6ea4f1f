#!/bin/sh
# How fast studies are: tests/bench/sweep.sh [BUILD [ROUNDS]]
# A grid of 1,000,000 cells of purchase.cfg: the library's slice against the same formula written by hand in C, in numpy, and as objects in
# Python (Debian: python3-numpy); then whole processes of `sweep --format summary`. Prints ratios with their goals.
# A benchmark, and no test: other work on the machine makes it worse.
set -eu

# shellcheck source=tests/bench/built.sh
. "$(dirname "$0")/built.sh"
build=$(built "${1:-$repo/build}")
rounds=${2:-15}
scenario=$build/share/proforma/scenarios/purchase.cfg

python=
for candidate in python3 /usr/bin/python3; do
    "$candidate" -c 'import numpy' 2>/dev/null && python=$candidate && break
done
others=
if [ -n "$python" ]; then
    others=$("$python" "$repo/tests/bench/sweep.py")
else
    echo "numpy is missing, and is left out"
fi
# shellcheck disable=SC2086 # three words are meant
"$build/tests/bench_sweep" "$scenario" "$build/share/proforma/config" $others

echo
echo "whole processes; goal of the grid of 10^6: at most 1.5 times the evaluation, plus the plain report. KiB are to be flat."
grid() {
    echo sweep --scenario "$scenario" --period 2004-03-31/3M --basis gaap --threads 1 --format summary \
        --vary "deal.exchange_ratio=1.2:1.5996:#$1" --vary "deal.measurement_price=20:39.98:#$1" \
        --show eps.basic,eps.diluted,analysis.accretion.basic,analysis.accretion.diluted,entries.goodwill.goodwill
}
# shellcheck disable=SC2046 # words are meant
"$build/tests/bench_spawn" "$rounds" "report of purchase.cfg" "$build/proforma" --scenario "$scenario" -- \
    "sweep of 10^4 cells" "$build/proforma" $(grid 100) -- \
    "sweep of 10^6 cells" "$build/proforma" $(grid 1000) -- \
    "sweep of 9 x 10^6 cells" "$build/proforma" $(grid 3000) 2>/dev/null
