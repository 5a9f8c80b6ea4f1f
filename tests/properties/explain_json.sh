#!/bin/sh
# The JSON of an explained figure is enough to compute the figure again: jq reads its leaves as they are printed or written, does what the
# operations say, and gets the value of every node, digit for digit.
# shellcheck source=tests/property.sh
. "$(dirname "$0")/../property.sh"

command -v jq >/dev/null || { echo "$property: skipped, for it needs jq"; exit 77; }
cd "$scratch" || exit 1

cat >again.jq <<'JQ'
def power: if test("thousand") then 3 elif test("million") then 6 elif test("billion") then 9 else 0 end;
def scaled: . != null and test("^(usd|shares)(_|$)") and . != "usd_per_share";
def digits($power): (if test("[(-]") then -1 else 1 end) * ((gsub("[^0-9.]"; "") + "e\($power)") | tonumber);
def leaf($scale):
    (.text | power) as $word | (.text | test("[a-z]")) as $worded
    | if .operation == "nil" then 0
      elif .operation == "constant" then .text | if . == "nan" then null else tonumber end
      elif .operation == "number" then .text | digits(if $worded then $word - $scale else 0 end)
      elif .operation == "set" then .unit as $unit | .text | digits(if $worded and ($unit | scaled) then $word - $scale else 0 end)
      elif .written == "percent" then .text | digits(-2)
      elif (.written | scaled) then (if $worded then $word else .written | power end) as $power | .text | digits($power - $scale)
      else .text | digits(0) end;
def made($x; $w):
    if .operation == "sum" then reduce range($x | length) as $i (0; if $w[$i] < 0 then . - $x[$i] elif $i > 0 then . + $x[$i] else $x[$i] end)
    elif .operation == "days" then (reduce range($x | length) as $i (0; . + $w[$i] * $x[$i])) / ($w | add)
    elif .operation == "scaled" then $w[0] * $x[0]
    elif .operation == "same" then $x[0]
    elif .operation == "multiply" then $x[0] * $x[1]
    elif .operation == "divide" then $x[0] / $x[1]
    elif .operation == "negate" then - $x[0]
    elif .operation == "minimum" then (if $x[0] < $x[1] then $x[0] else $x[1] end)
    elif .operation == "maximum" then (if $x[0] > $x[1] then $x[0] else $x[1] end)
    elif .operation == "round" then (if $x[0] < 0 then -((-$x[0]) | round) else $x[0] | round end)
    elif .operation == "less" then (if $x[0] < $x[1] then 1 else 0 end)
    elif .operation == "less_equal" then (if $x[0] <= $x[1] then 1 else 0 end)
    elif .operation == "equal" then (if $x[0] == $x[1] then 1 else 0 end)
    elif .operation == "not_equal" then (if $x[0] != $x[1] then 1 else 0 end)
    elif .operation == "select" then (if $x[0] != 0 then $x[1] else $x[2] end)
    else error("unknown operation \(.operation)") end;
# The values of a node and of all below it, added to those by id that are known: what is seen a second time was told of before.
def values($node; $scale):
    if $node | has("see") then .
    else (reduce ($node.operands // [])[] as $operand (.; values($operand; $scale))) as $known
      | $known + {($node.id | tostring): ($node | if .operands then made([.operands[] | $known[(.id // .see) | tostring]]; [.operands[].weight]) else leaf($scale) end)}
    end;
.scale as $scale | .tree as $tree | ({} | values($tree; $scale)) as $again
| [$tree | .. | objects | select(has("operation")) | select(.value != $again[.id | tostring]) | "\(.title // .id): \(.value)"]
  + (if .value != $again["0"] then ["the figure: \(.value)"] else [] end)
| .[]
JQ

explained=0
# again SCENARIO NAME [OPTION]...: every node of the figure's tree is what jq gets.
again() {
    scenario=$1; shift
    "$program" explain --scenario "$scenario" --format json "$@" >tree.json 2>said
    [ $? -le 1 ] || { fail "$scenario $1 cannot be explained"; sed -n '1,3s/^/    /p' said; return; }
    jq -r -f again.jq tree.json >differs 2>&1 || fail "$scenario $1: jq fails"
    [ ! -s differs ] || { fail "$scenario $1 is something else when it is computed again"; sed -n '1,5s/^/    /p' differs; }
    explained=$((explained + 1))
}

# A jq program that finds no difference anywhere would prove nothing.
"$program" explain --scenario base.cfg --format json netscreen.shares.basic@2003-12-31/3M 2>/dev/null | sed 's/"89,465"/"89,466"/' | jq -r -f again.jq | grep -q . ||
    fail "does not see a digit that was changed"

for name in pro_forma.eps.basic pro_forma.eps.diluted pro_forma.eps.diluted:non_gaap pro_forma.eps.diluted@2003-12-31/3M netscreen.eps.basic@2003-12-31/3M \
    pro_forma.net_income@2004-03-31/6M pro_forma.assets.total@2004-03-31 adjustments.shares.diluted entries.conform_amortization.gross_margin deal.exchange_ratio; do
    again base.cfg "$name"
done
for name in pro_forma.eps.diluted entries.goodwill.goodwill pro_forma.assets.goodwill@2004-03-31 entries.tax.income_tax entries.compensation.opex.amortization \
    pro_forma.equity.total@2004-03-31 deal.shares_outstanding deal.tax_rate; do
    again purchase.cfg "$name"
done
"$program" names --scenario purchase.cfg --format csv analysis. 2>/dev/null | sed -n 's/^\(analysis[^,]*\),[0-9-].*/\1/p' | awk 'NR % 5 == 1' >names
while read -r name; do
    again purchase.cfg "$name"
done <names
again purchase-2021.cfg entries.goodwill.goodwill
again as-filed.cfg pro_forma.eps.basic
again base.cfg pro_forma.net_income --set 'netscreen.opex.merger_related=5.1 million' --set netscreen.opex.amortization=7
again base.cfg pro_forma.shares.basic --set 'netscreen.shares.basic=90 million' --set deal.exchange_ratio=1.5
echo "$property: $explained figures were computed again"
finish
