#!/bin/sh
# Under mpirun the studies give the bytes that one process gives, messages come once, and a rank that is lost is an error and no result.
# shellcheck source=tests/property.sh
. "$(dirname "$0")/../property.sh"

command -v mpicc >/dev/null && command -v mpirun >/dev/null || { echo "$property: mpicc or mpirun (Debian: libopenmpi-dev openmpi-bin) is missing"; exit 77; }

# Compiled quickly, since it is this program that is tested and not its speed.
cmake=${CMAKE:-cmake}
if ! { "$cmake" -S "$REPO" -B "$scratch/build" -DPROFORMA_MPI=ON -DBUILD_TESTING=OFF -DCMAKE_BUILD_TYPE=None -DCMAKE_C_FLAGS=-O0 &&
    "$cmake" --build "$scratch/build" --target proforma proforma_data --parallel; } >"$scratch/log" 2>&1; then
    tail -20 "$scratch/log"
    fail "the program with MPI is not built"
    finish
fi
ranked=$scratch/build/proforma
export OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1
export NO_COLOR=1 # standard output under mpirun is a terminal of its own

# ranks COUNT ARGUMENT...: the program on so many ranks.
ranks() {
    count=$1
    shift
    mpirun --oversubscribe -n "$count" "$ranked" "$@"
}

# compare NAME ARGUMENT...: one process and two and three ranks, into a file and on standard output.
compare() {
    name=$1
    shift
    "$ranked" "$@" >"$scratch/one" 2>"$scratch/one.messages"
    for count in 2 3; do
        ranks "$count" "$@" --output "$scratch/file" >"$scratch/out" 2>"$scratch/messages"
        same "$scratch/one" "$scratch/file" "$name on $count ranks is another result"
        [ ! -s "$scratch/out" ] || fail "$name on $count ranks prints beside --output"
        rm -f "$scratch/file"
    done
    ranks 2 "$@" >"$scratch/out" 2>"$scratch/messages"
    same "$scratch/one" "$scratch/out" "$name on two ranks prints another result"
    [ "$(grep -c '\[' "$scratch/messages")" -eq "$(grep -c '\[' "$scratch/one.messages")" ] || fail "$name on two ranks says other messages"
}

compare summary sweep --scenario purchase.cfg --period 2004-03-31/3M --basis gaap --format summary --show eps.basic,eps.diluted \
    --vary deal.exchange_ratio=1.2:1.6:#300 --vary deal.measurement_price=20:40:#300
compare cells sweep --scenario base.cfg --format csv --show eps.diluted --vary deal.exchange_ratio=1.2:1.6:#50000
compare words sweep --scenario as-printed.cfg --show analysis.accretion.basic --vary juniper.net_income=-9000:999:1
compare draws simulate --scenario purchase.cfg --draws 200000 --show eps.diluted

# A mistake is told once, and is no crash.
ranks 2 sweep --scenario base.cfg --show eps.basic --vary no.name=1:2:1 >"$scratch/out" 2>"$scratch/messages"
[ $? -eq 2 ] || fail "a mistake on two ranks has another exit code"
[ "$(grep -c unknown_name "$scratch/messages")" -eq 1 ] || fail "a mistake on two ranks is not told once"

# One rank is killed while it computes.
ranks 2 sweep --scenario base.cfg --format summary --show eps.diluted --vary deal.exchange_ratio=1.2:1.6:#400000 \
    --vary netscreen.shares.basic=80000:90000:#40000 --output "$scratch/lost" >/dev/null 2>&1 &
started=$!
tries=0
while [ "$(pgrep -f "^$ranked sweep" | wc -l)" -lt 2 ] && [ $((tries += 1)) -lt 100 ]; do sleep 0.1; done
sleep 1
kill -KILL "$(pgrep -f "^$ranked sweep" | tail -1)" 2>/dev/null || fail "no rank is there to be killed"
wait "$started" && fail "a lost rank is no error"
[ ! -e "$scratch/lost" ] || fail "a lost rank leaves a result"
finish
