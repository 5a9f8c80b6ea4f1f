#!/bin/sh
# How fast all studies are, in one run: tests/bench/studies.sh [BUILD]
set -eu
# shellcheck source=tests/bench/built.sh
. "$(dirname "$0")/built.sh"
folder=$repo/tests/bench
build=$(built "${1:-$repo/build}")
sh "$folder/sweep.sh" "$build"
echo
sh "$folder/simulate.sh" "$build/proforma"
