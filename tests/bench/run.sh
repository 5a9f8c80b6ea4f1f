#!/bin/sh
# How long the whole program takes, against `wc` on the same files in the same run: tests/bench/run.sh [BUILD [ROUNDS]]
# BUILD is a build folder configured with BUILD_TESTING=ON, build/ when not given. Prints a table of ratios; the goal is
# at most 3 for the report of base.cfg. A benchmark, and no test: other work on the machine makes it worse.
set -eu

# shellcheck source=tests/bench/built.sh
. "$(dirname "$0")/built.sh"
build=$(built "${1:-$repo/build}")
rounds=${2:-400}

# What the report of base.cfg reads: config/, the scenario, what it includes, and the filings that they name.
data=$build/share/proforma
cd "$data/scenarios"
read_list=base.cfg
todo=base.cfg
while [ -n "$todo" ]; do
    # shellcheck disable=SC2086 # names of scenarios and filings have no blanks
    # an @include is relative to the file that holds it
    found=$(for file in $todo; do sed -n -e "s|^[[:space:]]*@include[[:space:]]*\"\([^\"]*\)\".*|$(dirname "$file")/\1|p" "$file"; done | sed 's|^\./||' |
        while read -r file; do case " $read_list " in *" $file "*) ;; *) echo "$file" ;; esac; done | tr '\n' ' ')
    read_list="$read_list $found"
    todo=${found% }
done
# shellcheck disable=SC2086
filings=$(sed -n 's/^[^#]*file[[:space:]]*=[[:space:]]*"\([^"]*\)".*/\1/p' $read_list | sort -u | tr '\n' ' ')
config='../config/chart.cfg ../config/companies.cfg ../config/reading.cfg'

# shellcheck disable=SC2086
echo "read by it: $(cat $read_list $filings $config | wc -c) bytes in $(echo $read_list $filings $config | wc -w) files"
# Measured in the locale of whoever runs it. wc is faster in the C locale than in a UTF-8 one: LC_ALL=C before this command is the harder measure.
echo "locale: ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}}"

# Each command takes turns with wc alone: other programs in between would cost it its caches, and wc too.
# beside NAME COMMAND ARGUMENT...: a table of two rows.
beside() {
    # shellcheck disable=SC2086
    "$build/tests/bench_spawn" "$rounds" "wc" wc $read_list $filings $config -- "$@"
}
{
    beside "empty program, shared libraries" "$build/tests/bench_empty"
    beside "proforma --scenario base.cfg" "$build/proforma" --scenario base.cfg
    beside "... --format csv" "$build/proforma" --scenario base.cfg --format csv
    beside "... --format json" "$build/proforma" --scenario base.cfg --format json
    beside "proforma parse, one filing" "$build/proforma" parse "${filings%% *}"
} 2>/dev/null | awk 'NR == 1 || !/^whole process/'
