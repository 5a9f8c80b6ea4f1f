#!/bin/sh
# parse of many files: the same bytes for any number of threads, all or nothing, and memory that does not grow with their number.
# shellcheck source=tests/property.sh
. "$(dirname "$0")/../property.sh"

cd "$scratch" || exit 1
filings=$REPO/scenarios/filings
mkdir many
i=0
while [ "$i" -lt 1050 ]; do
    for file in juniper-2004-q1 netscreen-restored netscreen-restored juniper-2003-q1 netscreen-restored netscreen-restored netscreen-restored; do
        i=$((i + 1))
        ln -s "$filings/$file.txt" "many/$(printf %04d "$i").txt"
    done
done

# What several files give is what each gives alone, without the header of all but the first.
"$program" parse --format csv many/0001.txt >alone.csv 2>alone.err
for i in 2 3 4 5 6 7; do
    "$program" parse --format csv "many/000$i.txt" 2>>alone.err | sed 1d >>alone.csv
done
for threads in 1 2 3 64; do
    "$program" parse --threads "$threads" --format csv many/000[1-7].txt >together.csv 2>together.err
    same alone.csv together.csv "seven files with $threads threads are not what each gives alone"
    same alone.err together.err "seven files with $threads threads have other messages"
done
PROFORMA_THREADS=3 "$program" parse many/000[1-7].txt >three.txt 2>/dev/null
"$program" parse --threads 1 many/000[1-7].txt >one.txt 2>/dev/null
same one.txt three.txt "the text of seven files depends on the number of threads"

# More operands than any table would hold, in memory that would not hold them all: read and kept, they take some 150 MB.
# The address sanitizer reserves more than any limit; a run under it checks the bytes only.
limit=unlimited
nm "$program" 2>/dev/null | grep -q __asan_init || limit=100000
for threads in 1 3; do
    (ulimit -v $limit; "$program" parse --threads $threads --format csv many/*.txt >$threads.csv 2>$threads.err) || fail "1,050 files with $threads threads end with $?"
done
same 1.csv 3.csv "1,050 files depend on the number of threads"
[ "$(sed 1d 1.csv | cut -d, -f1 | uniq | wc -l)" -eq 1050 ] || fail "not every one of 1,050 files is in the result, in order"

# One bad file among many: its problem is told, nothing is written, an old file stays as it was and nothing is left beside it.
cp many/0001.txt old.csv
echo "no statement here" >many/0500.bad
for threads in 1 3; do
    "$program" parse --threads $threads --format csv many/0[0-4]*.txt missing.txt many/05* >out.csv 2>err
    [ $? -eq 3 ] || fail "a missing file among many is not bad input"
    [ -s out.csv ] && fail "a missing file among many leaves a result"
    grep -q '"missing.txt" \[file_missing\]' err || fail "a missing file among many is not told"
    grep -q '\[no_statement\]' err || fail "the problem of a file behind a missing one is not told"
    "$program" parse --threads $threads --format csv --output old.csv many/0[0-4]*.txt missing.txt 2>/dev/null && fail "a missing file is no error"
    cmp -s old.csv many/0001.txt || fail "a failed run changed the file of --output"
done
[ -z "$(find . -name '*.part')" ] || fail "a failed run leaves a file aside"

# Where the result cannot be written.
"$program" parse --format csv many/00*.txt 2>err >/dev/full
[ $? -eq 3 ] && grep -q 'cannot write the result: No space left on device \[output_failed\]' err || fail "a full disk is not told"
TMPDIR=/nowhere/at/all "$program" parse --format csv many/00*.txt 2>err >out.csv
[ $? -eq 3 ] && grep -q '\[output_failed\]' err && [ ! -s out.csv ] || fail "a missing folder for temporary files is not told"
"$program" parse --format csv --output piped.csv many/00*.txt 2>/dev/null
"$program" parse --format csv many/00*.txt 2>/dev/null | cmp -s - piped.csv || fail "a pipe gets other bytes than a file"

for threads in 0 x 3x ''; do
    "$program" parse --threads "$threads" many/0001.txt >out.csv 2>/dev/null
    [ $? -eq 2 ] || fail "--threads \"$threads\" is taken"
done
PROFORMA_THREADS=many "$program" parse many/0001.txt >out.csv 2>/dev/null
[ $? -eq 2 ] || fail "PROFORMA_THREADS=many is taken"

# Memory that ends while a file is read, by whichever thread: a message, no result, no hang.
if [ "$limit" != unlimited ]; then
    i=0
    while [ "$i" -lt 300 ]; do
        i=$((i + 1))
        cat "$filings/juniper-2004-q1.txt"
    done >large.txt
    for threads in 1 3; do
        (ulimit -v $limit; "$program" parse --threads $threads --format csv many/000*.txt large.txt many/001*.txt) >out.csv 2>err
        [ $? -eq 3 ] && grep -q '\[out_of_memory\]' err && [ ! -s out.csv ] || fail "memory that ends with $threads threads is not told"
    done
fi
finish
