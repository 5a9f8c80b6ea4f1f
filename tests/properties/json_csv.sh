#!/bin/sh
# JSON has the content of the CSV: flattened by jq to the columns of the CSV it is the CSV, byte for byte, every figure once and with the same
# digits. What it says beyond the CSV is true: the places hold the texts, and the terms make the figures.
# shellcheck source=tests/property.sh
. "$(dirname "$0")/../property.sh"

command -v jq >/dev/null || { echo "$property: skipped, for it needs jq"; exit 77; }
LC_ALL=C
export LC_ALL
cd "$scratch" || exit 1

# A locale that writes 1,5 is made here where the system has the sources of one, for few systems have one installed.
comma=C
if localedef --no-archive -i de_DE -f UTF-8 "$scratch/de_DE.UTF-8" >/dev/null 2>&1; then
    comma=de_DE.UTF-8
else
    echo "$property: there is no locale with a decimal comma here, tried without"
fi

# Fields of RFC 4180, quoted where they must be.
cat >csv.jq <<'JQ'
def field: tostring | if contains(",") or contains("\"") or contains("\n") or contains("\r") then "\"" + (split("\"") | join("\"\"")) + "\"" else . end;
def row: map(if . == null then "" else field end) | join(",");
JQ
cat csv.jq - >report.jq <<'JQ'
"statement,basis,period_start,period_end,name,column,value,unit,note",
(.statements[] as $s | $s.rows[] as $r | $s.columns[].name as $c | $r.cells[$c] | select(. != null)
 | [$s.statement, $s.basis, $s.period.start, $s.period.end, $r.name, $c, .value, $r.unit, .note] | row),
(.schedules[] as $s | $s.rows[] | [$s.columns, .cells] | transpose[] | select(.[1].name != "")
 | ["\($s.statement)", .[0].basis, .[0].period.start, .[0].period.end, .[1].name, $s.column, .[1].value, .[1].unit, .[1].note] | row)
JQ
cat csv.jq - >align.jq <<'JQ'
"entity,statement,basis,period_start,period_end,name,value,unit,state,formula",
(.entity.id as $e | .statements[] as $s | $s.rows[]
 | [$e, $s.statement, $s.basis, .period.start, .period.end, .name, .value, .unit, .state, .formula] | row)
JQ
cat csv.jq - >parse.jq <<'JQ'
"file,line,cell,entity,statement,basis,section,caption,period_start,period_end,value,unit,nil,name",
(.files[] as $f | $f.statements[] as $s | $s.rows[] as $r | $r.values[]
 | [$f.file, .line, .cell, $s.entity, $s.statement, $s.basis, $r.section, $r.caption, .period.start, .period.end, .value, .unit,
    (if .nil then 1 else 0 end), $r.name] | row)
JQ

cat csv.jq - >diff.jq <<'JQ'
def side: if .nil then "nil" else .value end;
"statement,basis,period_start,period_end,name,column,a,b,difference",
(.inputs[] | ["inputs", null, null, null, .name, .column, (.a | side), (.b | side), .difference] | row),
(.statements[] as $s | $s.cells[] | [$s.statement, $s.basis, $s.period.start, $s.period.end, .name, .column, (.a | side), (.b | side), .difference] | row)
JQ
cat csv.jq - >names.jq <<'JQ'
"name,value,unit,settable,readable,what",
(.names[] | [.name, .value, .unit, (if .settable then 1 else 0 end), (if .readable then 1 else 0 end), .what] | row)
JQ

cat csv.jq - >kinds.jq <<'JQ'
"kind,part,name,type,unit,needed,default,meaning",
(.kinds[] | [.kind, .part, .name, .type, .unit, (if .needed then 1 else 0 end), .default, .meaning] | row)
JQ

# What a figure is made of makes the figure: money to the unit, other figures but for the last bits of a double.
cat >makes.jq <<'JQ'
def near($a; $b): ($a - $b | fabs) <= ($b | fabs) * 1e-12;
def total: reduce .[] as $x (0; . + $x);
def derived_sum: [.origins[] | .weight * .value] | total;
(.statements[] as $s | $s.rows[] as $r | ($r.cells // {own: $r}) | to_entries[] | .key as $c | .value | .unit = $r.unit
     | .value as $value
     | [ (if .state == "derived" then
              {what: "terms", good: (if $r.unit == "usd_per_share" then (.origins | length == 2 and near(.[0].value / .[1].value; $value))
                                     elif $r.unit | startswith("usd_") then derived_sum == $value
                                     else near(derived_sum; $value) end)} else empty end),
         (if .entries then {what: "entries", good: ([.entries[].amount] | total == $value)} else empty end),
         (if .lines then {what: "lines", good: ([.lines[] | .name as $n | .weight * ($s.rows[] | select(.name == $n) | .cells[$c].value)] | total == $value)}
          else empty end),
         (if .sum then ([.sum[] as $o | $r.cells[$o].value] | total) as $sum
                       | {what: "sum", good: (if $r.unit | startswith("usd_") then $sum == $value else near($sum; $value) end)} else empty end),
         (if .quotient then [.quotient[] as $n | $s.rows[] | select(.name == $n) | .cells[$c].value] as $parts
                            | {what: "quotient", good: near($parts[0] / $parts[1]; $value)} else empty end),
         (if .state == "reported" then {what: "place", good: (.origins | length == 1)} else empty end),
         (if .state == "combined" then {what: "combined", good: ((.sum // .quotient) != null)} else empty end)
       ][] | "\(if .good then "good" else "bad" end) \(.what) \($s.statement) \($s.period.end) \($r.name) \($c)")
JQ

# An origin's text stands where its place says, counted in bytes.
cat >places.awk <<'AWK'
BEGIN { FS = "\t" }
{
    file = folder $1
    if (!(file in have)) { have[file] = 1; while ((getline line <file) > 0) text[file, ++lines[file]] = line }
    compared++
    if ($4 == "" || substr(text[file, $2], $3, length($4)) != $4) { print $1 ":" $2 ":" $3 " is not \"" $4 "\""; bad = 1 }
}
END { if (compared < least) { print "only " compared + 0 " places"; bad = 1 }; exit bad }
AWK

# compare KIND NAME ARGUMENT...: jq would print 0.90 as 0.9, so the values become texts, with the digits that they have, before it reads them.
compare() {
    kind=$1; name=$2; shift 2
    "$program" "$@" --format csv >"$name.csv" 2>csv.said; csv_code=$?
    LC_ALL=$comma LOCPATH=$scratch "$program" "$@" --format json >"$name.json" 2>json.said; json_code=$?
    [ "$csv_code" -le 1 ] && [ "$csv_code" -eq "$json_code" ] || fail "$name: exit $csv_code for csv, $json_code for json"
    same csv.said json.said "$name: the messages differ"
    jq -e . "$name.json" >/dev/null || fail "$name: this is no JSON"
    iconv -f UTF-8 -t UTF-8 "$name.json" >/dev/null || fail "$name: this is no UTF-8"
    sed -E 's/"(value|difference)": (-?[0-9][0-9.e+-]*)/"\1": "\2"/g' "$name.json" >"$name.texts"
    jq -r -f "$kind.jq" "$name.texts" >"$name.flat"
    same "$name.csv" "$name.flat" "$name: flattened, the JSON is not the CSV"
    [ "$(wc -l <"$name.csv")" -gt 10 ] || fail "$name: there was nothing to compare"
}

# places NAME FOLDER LEAST: every object with a text.
places() {
    jq -r '.. | select(type == "object" and has("text") and has("file")) | [.file, .line, .column, .text] | @tsv' "$1.json" | sort -u >places
    awk -v folder="$2" -v least="$3" -f places.awk places || fail "$1: places do not hold what is said to stand there"
}

# makes NAME KIND...: each KIND of relation is there, and all hold.
makes() {
    name=$1; shift
    jq -r -f makes.jq "$name.json" >relations || fail "$name: relations cannot be computed"
    grep '^bad' relations && fail "$name: figures are not made of what is said"
    for what; do grep -q "^good $what " relations || fail "$name: no $what was tested"; done
}

scenarios=0
for scenario in "$REPO"/scenarios/*.cfg; do
    name=$(basename "$scenario" .cfg)
    scenarios=$((scenarios + 1))
    compare report "$name" --scenario "$name.cfg"
    places "$name" "$REPO/scenarios/" 93
    makes "$name" sum quotient place combined
done
[ "$scenarios" -ge 2 ] || fail "only $scenarios scenarios"
for entity in juniper netscreen; do
    compare align "base-$entity" align --scenario base.cfg --entity "$entity"
    places "base-$entity" "$REPO/scenarios/" 100
    makes "base-$entity" place
done
makes base terms entries lines
makes functional entries
compare align december align --scenario base.cfg --entity netscreen --period 2003-12-31/3M
makes december terms
compare report set --scenario base.cfg --set netscreen.cost.product@2004-03-31/3M:gaap=14000
jq -e '[.. | select(type == "object" and .state? == "set") | (.formula | length > 0) and .origins == []] | length > 3 and all' set.json >/dev/null ||
    fail "a figure that was set has an origin or does not say what it was set by"
compare diff printed diff base.cfg as-printed.cfg
compare diff filed diff base.cfg as-filed.cfg
compare names base-names names --scenario base.cfg
compare kinds fair-values kinds fair_values

number=0
for folder in "$REPO/scenarios/filings" "$REPO/../shared/exhibits" "$REPO/../shared/filings"; do
    for filing in "$folder"/*.txt; do
        [ -f "$filing" ] || continue
        number=$((number + 1))
        compare parse "filing$number" parse "$filing"
        jq -r '.files[] | .file as $f | .statements[].rows[].values[] | [$f, .line, .column, .text] | @tsv' "filing$number.json" >places
        iconv -f LATIN1 -t UTF-8 "$filing" | cmp -s - "$filing" || continue # columns count bytes of the filing
        awk -v folder= -v least=10 -f places.awk places || fail "$filing: places do not hold what is said to stand there"
    done
done
compare parse several parse "$REPO"/scenarios/filings/*.txt
[ "$(jq '.files | length' several.json)" -eq 4 ] || fail "several: there are four files"

# example NUMBER NAME FILTER: the page that tells the shape shows what the program writes.
example() {
    awk -v wanted="$1" '/^```/ { inside = !inside; number += inside; next } inside && number == wanted' "$REPO/src/manual/proforma-json.5.scd" |
        jq -c . >shown || fail "example $1 of the manual is no JSON"
    [ -s shown ] || fail "the manual has no example $1"
    jq -c "$3" "$2.json" >written
    same shown written "example $1 of the manual is not what the program writes"
}
example 1 base '.statements[0].rows[] | select(.name == "cost.product")'
example 2 december '[.statements[] | select(.statement == "operations" and .basis == "gaap")][0].rows[] | select(.name == "net_income")'
example 3 several '.files[] | select(.file | endswith("juniper-2004-q1.txt")).statements[].rows[] | select(.line == 189)'
finish
