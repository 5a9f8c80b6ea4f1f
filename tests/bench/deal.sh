#!/bin/sh
# What a purchase costs beside the plain combination of the same statements: tests/bench/deal.sh [BUILD [ROUNDS]]
# Whole processes take turns; then the stages that a purchase makes longer, by themselves: building the model, which compiles every entry
# into the program and evaluates it once. The goal: they add less than 20 % to the process of the plain combination.
# A benchmark, and no test: other work on the machine makes it worse.
set -eu

# shellcheck source=tests/bench/built.sh
. "$(dirname "$0")/built.sh"
build=$(built "${1:-$repo/build}")
rounds=${2:-400}
scenarios=$build/share/proforma/scenarios
plain=$repo/tests/bench/plain.cfg
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

{
    "$build/tests/bench_spawn" "$rounds" \
        "plain combination" "$build/proforma" --scenario "$plain" -- \
        "purchase.cfg" "$build/proforma" --scenario "$scenarios/purchase.cfg" -- \
        "purchase-2021.cfg" "$build/proforma" --scenario "$scenarios/purchase-2021.cfg"
} 2>/dev/null | tee "$work/table"
process=$(awk '/^plain combination/ { print $(NF - 4) }' "$work/table")
echo
echo "the model alone, built $rounds times in one process"
for scenario in "$plain" "$scenarios/purchase.cfg" "$scenarios/purchase-2021.cfg"; do
    "$build/tests/bench_compile" "$scenario" "$build/share/proforma/config" "$rounds" "$process"
done
