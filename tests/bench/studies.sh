#!/bin/sh
# How fast all studies are, in one run: tests/bench/studies.sh [BUILD]
set -eu
folder=$(cd "$(dirname "$0")" && pwd)
build=$(cd "${1:-$folder/../../build}" && pwd)
sh "$folder/sweep.sh" "$build"
echo
sh "$folder/simulate.sh" "$build/proforma"
