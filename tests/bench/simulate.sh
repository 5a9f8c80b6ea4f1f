#!/bin/sh
# How long 10,000,000 draws of three correlated normal inputs take, and earnings per share of each with mean, deviation and quantiles: the
# program beside numpy doing the same work, one thread each, in seconds of processor time, the best of five runs in turns. Then the memory
# of more and more draws.
#
#     tests/bench/simulate.sh [PROGRAM]        needs numpy (Debian: python3-numpy)
set -eu
REPO=$(cd "$(dirname "$0")/../.." && pwd)
program=${1:-$REPO/build/proforma}
[ -x "$program" ] || { echo "$0: build first: cmake -S $REPO -B $REPO/build && cmake --build $REPO/build" >&2; exit 1; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
python=python3
"$python" -c 'import numpy' 2>/dev/null || python=/usr/bin/python3
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1

cat >"$scratch/three.cfg" <<CFG
title = "Two companies"; reporting_unit = "usd_thousands"; periods = [ "2004-03-31/3M" ];
acquirer = "juniper"; targets = [ "netscreen" ];
companies = {
  juniper = { filings = { q1 = { file = "$REPO/scenarios/filings/juniper-2004-q1.txt"; filed = "2004-04-21"; }; }; };
  netscreen = { filings = { release = { file = "$REPO/scenarios/filings/juniper-2004-q1.txt"; filed = "2004-04-21"; presentation = "juniper"; }; }; };
};
inputs = { deal = {
  ratio  = { value = 1.404; unit = "ratio"; distribution = { shape = "normal"; mean = 1.404; deviation = 0.05; }; };
  growth = { value = 1; unit = "ratio"; distribution = { shape = "normal"; mean = 1; deviation = 0.1; }; };
  synergies = { value = 4000; unit = "usd_thousands"; distribution = { shape = "normal"; mean = 4000; deviation = 500; }; };
}; };
correlations = { a = { inputs = [ "deal.ratio", "deal.growth" ]; coefficient = 0.6; }; b = { inputs = [ "deal.growth", "deal.synergies" ]; coefficient = -0.3; }; };
entries = { synergies = { kind = "adjustment"; statement = "operations"; basis = "gaap"; reason = "synergies";
                          legs = ( { line = "opex.general_administrative"; amount = "-deal.synergies * deal.growth"; } ); }; };
shares = { issued = "netscreen.shares.basic * deal.ratio"; };
CFG

# Income 33,540 - 3,035 and shares 394,496 and 92,390, as in the filing (lines 189, 430, 197 and 434).
cat >"$scratch/three.py" <<'PY'
import numpy
n = 10_000_000
z = numpy.random.default_rng(1).standard_normal((n, 3))
x = z @ numpy.linalg.cholesky([[1, 0.6, 0], [0.6, 1, -0.3], [0, -0.3, 1]]).T
income = 30505 + numpy.rint((4000 + 500 * x[:, 2]) * (1 + 0.1 * x[:, 1]))
eps = income / (394496 + 92390 * (1.404 + 0.05 * x[:, 0]))
q = numpy.quantile(eps, [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99])
h = numpy.histogram(eps, 16)
print("mean,x,%.9f\ndeviation,x,%.9f\nquantile_0.01,x,%.9f\nquantile_0.99,x,%.9f" % (eps.mean(), eps.std(ddof=1), q[0], q[-1]))
PY

# seconds COMMAND...: of the processor, for user and system.
seconds() { "$python" -c 'import os, resource, subprocess, sys
subprocess.run(sys.argv[2:], stdout=open(sys.argv[1], "w"), stderr=subprocess.DEVNULL, check=True)
u = resource.getrusage(resource.RUSAGE_CHILDREN); print("%.3f %d" % (u.ru_utime + u.ru_stime, u.ru_maxrss))' "$@"; }
simulate() { seconds "$scratch/ours" "$program" simulate --scenario "$scratch/three.cfg" --basis gaap --show eps.basic --format csv --threads 1 --draws "$1"; }

for turn in 1 2 3 4 5; do
    simulate 10000000 >>"$scratch/our_times"
    seconds "$scratch/theirs" "$python" "$scratch/three.py" >>"$scratch/their_times"
done
best() { sort -n "$1" | sed -n '1s/ .*//p'; }
echo "statistic: program, numpy"
while IFS=, read -r statistic _ value; do
    echo "$statistic: $(sed -n "s/^$statistic,eps.basic,//p" "$scratch/ours"), $value"
done <"$scratch/theirs"
awk -v ours="$(best "$scratch/our_times")" -v theirs="$(best "$scratch/their_times")" 'BEGIN {
    printf "10,000,000 draws: %.2f s, numpy %.2f s: %.1f times as fast; %.1f million draws a second\n", ours, theirs, theirs / ours, 10 / ours }'
for draws in 100000 1000000 10000000 100000000; do
    simulate $draws | awk -v draws=$draws '{ printf "%d draws: %.1f ns a draw, %.1f MB\n", draws, $1 / draws * 1e9, $2 / 1024 }'
done
