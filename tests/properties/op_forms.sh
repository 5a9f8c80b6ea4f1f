#!/bin/sh
# The spreadsheet and the script form of every operation compute what the program computes, as awk (and node, where it is installed)
# understands them. The operands and what the program makes of them are printed by the unit test of the list.
# shellcheck source=tests/property.sh disable=SC2016 # $ is awk's
. "$(dirname "$0")/../property.sh"

# name, spreadsheet form, script form, a, b, c, result
"${BUILD:-$(dirname "$program")}/tests/unit_op_list" rows >"$scratch/rows" || fail "there are no rows: the unit tests need Check"
[ "$(cut -f 1 "$scratch/rows" | sort -u | wc -l)" -eq "$(grep -c '^OP(' "$REPO/src/model/op_list.h")" ] || fail "not every operation has rows"

# forms COLUMN ROWS: name and form of each operation, its operands as variables.
forms() { cut -f "1,$1" "$2" | sort -u | sed 's/%\([abc]\)/\1/g'; }

# awk_program COLUMN ROWS: a function for each form, and the functions that forms call, written from what spreadsheets and JavaScript say
# of them. It prints the rows in which the form computes something else.
awk_program() {
    forms "$1" "$2" | sed 's/===/==/g; s/!==/!=/g; s/<>/!=/g; s/\([^=<>!]\)=\([^=]\)/\1==\2/g; s/Math\./Math_/g' |
        awk -F '\t' '{ print "function run_" $1 "(a, b, c) { return " $2 " }"; calls = calls "    if (name == \"" $1 "\") return run_" $1 "(a, b, c)\n" }
                     END { print "function run(name, a, b, c) {\n" calls "}" }'
    cat <<'AWK'
function IF(condition, yes, no) { return condition ? yes : no }
function MIN(x, y) { return x < y ? x : y }
function MAX(x, y) { return x > y ? x : y }
function ROUND(x, places, rest) { x += Math_sign(x) * MIN(MAX(8.881784197001252e-16 * Math_abs(x), 9.313225746154785e-10), 0.015625); rest = x - int(x); return places != 0 ? "" : int(x) + (rest >= 0.5) - (rest <= -0.5) }
function Math_min(x, y) { return MIN(x, y) }
function Math_max(x, y) { return MAX(x, y) }
function Math_abs(x) { return x < 0 ? -x : x }
function Math_sign(x) { return (x > 0) - (x < 0) }
function Math_round(x, rest) { rest = x - int(x); return int(x) + (rest >= 0.5) - (rest < -0.5) }
BEGIN { FS = "\t" }
{ rows++; found = run($1, $4 + 0, $5 + 0, $6 + 0) }
found != $7 + 0 { printf "%s of %s, %s, %s: %.17g and not %s\n", $1, $4, $5, $6, found, $7 }
END { if (rows < 1000) print "only " rows " rows" }
AWK
}

# differences COLUMN ROWS
differences() {
    awk_program "$1" "$2" >"$scratch/program"
    awk -f "$scratch/program" "$2" 2>&1 || echo "awk does not understand the forms"
}

# It has to see a wrong form.
sed 's/MIN(%a,%b)/MIN(%b,%a+1)/; s/Math\.sign(%a) \* Math\.round(Math\.abs(%a) + Math\.min(Math\.max(Math\.abs(%a) \* 8.881784197001252e-16, 9.313225746154785e-10), 0.015625))/Math.round(%a)/' "$scratch/rows" >"$scratch/wrong"
differences 2 "$scratch/wrong" | grep -q '^MINIMUM of ' || fail "a wrong MIN of a spreadsheet is not seen"
differences 3 "$scratch/wrong" | grep -q '^ROUND of -2.5,.* -2 and not -3' || fail "a script that rounds negative halves up is not seen"

for column in 2 3; do
    differences "$column" "$scratch/rows" >"$scratch/found"
    [ ! -s "$scratch/found" ] || { fail "column $column:"; sed -n 1,12p "$scratch/found"; }
done

# The scripts once more as what they are.
if command -v node >/dev/null; then
    { echo 'const forms = {'; forms 3 "$scratch/rows" | awk -F '\t' '{ print $1 ": (a, b, c) => " $2 "," }'; cat; } >"$scratch/program.js" <<'JS'
};
let rows = 0;
for (const line of require('fs').readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
    const [name, , , a, b, c, wanted] = line.split('\t'), found = forms[name](Number(a), Number(b), Number(c));
    rows++;
    if (found !== Number(wanted)) console.log(`${name} of ${a}, ${b}, ${c}: ${found} and not ${wanted}`);
}
if (rows < 1000) console.log(`only ${rows} rows`);
JS
    node "$scratch/program.js" <"$scratch/rows" >"$scratch/found" 2>&1 || fail "node does not understand the scripts"
    [ ! -s "$scratch/found" ] || { fail "node:"; sed -n 1,12p "$scratch/found"; }
fi
finish
