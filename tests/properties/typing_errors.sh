#!/bin/sh
# A typing error in a scenario gives one message, with the line of the mistake; never a crash, a result, or a second message that
# follows from the first.
# shellcheck source=tests/property.sh disable=SC2016
. "$(dirname "$0")/../property.sh"

# Each line of the table: what stands in the scenario ~ what is typed in its place ~ the problem [~ what stands on the line where it
# shows, when that is another line: a name is wrong where it is used, and a bracket is missed where the next setting begins].
cat >"$scratch/table" <<'TABLE'
title = ~ tilte = ~ unknown_key
companies = ~ compnies = ~ unknown_key
juniper = { ~ junper = { ~ unknown_company ~ acquirer = "juniper"
netscreen = { ~ netsreen = { ~ unknown_company ~ targets =
filings = { ~ filngs = { ~ unknown_key
file = ~ flie = ~ unknown_key
filed = ~ field = ~ unknown_key
fiscal_year_end ~ fiscal_yearend ~ unknown_key
missing = ~ mising = ~ unknown_key
take = ~ tkae = ~ unknown_key
presentation = ~ presenttion = ~ unknown_key
assumption = ~ asumption = ~ unknown_key
reporting_unit = ~ reporting_units = ~ unknown_key
periods = ~ period = ~ unknown_key
calendar = ~ calender = ~ unknown_key
acquirer = ~ aquirer = ~ unknown_key
targets = ~ target = ~ unknown_key
inputs = ~ input = ~ unknown_key
value = 1.404 ~ vlaue = 1.404 ~ unknown_key
unit = "ratio" ~ units = "ratio" ~ unknown_key
range = ~ rnage = ~ unknown_key
entries = ~ entires = ~ unknown_key
kind = ~ knid = ~ unknown_key
from_presentation = ~ from_presentaton = ~ unknown_key
company = "netscreen" ~ compny = "netscreen" ~ unknown_key
statement = ~ statment = ~ unknown_key
basis = "gaap" ~ bassi = "gaap" ~ unknown_key
reason = ~ raeson = ~ unknown_key
legs = ~ leg = ~ unknown_key
amount = ~ amuont = ~ unknown_key
shares = { ~ share = { ~ unknown_key
issued = ~ isued = ~ unknown_key
potential = ~ potentail = ~ unknown_key
printed_increment = ~ printed_incremnt = ~ unknown_key
verify = ~ verfiy = ~ unknown_key
assumptions = ~ assumtpions = ~ unknown_key
deal = { ~ dael = { ~ unknown_name ~ issued =
exchange_ratio = { ~ exchang_ratio = { ~ unknown_name ~ issued =
"filings/juniper-2003-q1.txt" ~ "filings/juniper-2003-q.txt" ~ file_missing
"2003-04-10" ~ "2003-04-31" ~ bad_date
"09-30" ~ "30-09" ~ bad_date
"operations.gaap" ~ "operatons.gaap" ~ unknown_statement
"operations.gaap" ~ "operations.gap" ~ unknown_statement
"balance_sheet" ~ "balance_sheets" ~ unknown_statement
presentation = "netscreen" ~ presentation = "netsreen" ~ unknown_company
@include ~ @inclde ~ setting_syntax
@include "parts/ ~ @include "part/ ~ file_missing
"usd_thousands" ~ "usd_thousand" ~ unknown_unit
"2004-03-31/3M", "2003 ~ "2004-03-31/3N", "2003 ~ bad_date
"2004-03-31" ] ~ "2004-13-31" ] ~ bad_date
"aligned" ~ "alinged" ~ unknown_choice
acquirer = "juniper" ~ acquirer = "juinper" ~ unknown_company
acquirer = "juniper" ~ acquirer = "" ~ setting_missing
targets = [ "netscreen" ] ~ targets = [ "netscren" ] ~ unknown_company
targets = [ "netscreen" ] ~ targets = "netscreen" ~ setting_type
targets = [ "netscreen" ] ~ targets = [ 7 ] ~ setting_type
value = 1.404 ~ value = "1.4o4" ~ bad_amount
value = 1.404 ~ value = true ~ setting_type
value = 1.404 ~ value = 1.4o4 ~ setting_syntax
"ratio" ~ "ration" ~ unknown_unit
[ 1.2, 1.6 ] ~ [ 1.6, 1.2 ] ~ out_of_range
"reclassification" ~ "reclasification" ~ unknown_kind
company = "netscreen" ~ company = "netscreem" ~ unknown_company
from_presentation = "netscreen" ~ from_presentation = "netscrene" ~ unknown_company
kind = "reclassification"; company = "netscreen"; ~ kind = "reclassification"; ~ setting_missing ~ conform_amortization = {
statement = "operations" ~ statement = "operation" ~ unknown_statement
basis = "gaap" ~ basis = "gap" ~ unknown_choice
"cost.product" ~ "cost.prodct" ~ unknown_line
"cost.product" ~ "assets.cash" ~ unknown_line
"-netscreen.deferred ~ "-netscren.deferred ~ unknown_name
"netscreen.shares.basic * deal ~ "netscreen.share.basic * deal ~ unknown_name
"netscreen.shares.basic * deal ~ "netscreen.shares.basic ** deal ~ expression_syntax
"netscreen.shares.basic * deal ~ "(netscreen.shares.basic * deal ~ expression_syntax
* deal.exchange_ratio ~ * deal.exchange_rtio ~ unknown_name
diluted:non_gaap ~ diluted:non_gap ~ expression_syntax
printed_increment = true ~ printed_increment = "true" ~ setting_type
pro_forma.revenue.total ~ pro_froma.revenue.total ~ unknown_name
+ reclassifications.cost ~ + reclasifications.cost ~ unknown_name
value = "317,571" ~ value = "317,57l" ~ bad_amount
value = "317,571" ~ value = "317,572" ~ verification_failed
companies = { ~ companies = ~ setting_syntax
legs = ( ~ legs = ~ setting_syntax ~ opex.amortization
cost_of_revenues"; }, ~ cost_of_revenues"; } ~ setting_syntax ~ opex.amortization
title = " ~ title = ~ setting_syntax
"aligned"; ~ "aligned; ~ setting_syntax
targets = [ "netscreen" ]; ~ targets = [ "netscreen"; ~ setting_syntax
targets = [ "netscreen" ]; ~ targets [ "netscreen" ]; ~ setting_syntax
calendar = "aligned"; ~ calendar = "aligned"; calendar = "aligned"; ~ duplicate_key
reason = "Amortization ~ reason = ""; citation = "Amortization ~ setting_missing
TABLE

# What --scenario base.cfg prints to begin with: nothing but notes.
"$program" --scenario "$REPO/scenarios/base.cfg" >/dev/null 2>"$scratch/said" || fail "base.cfg ends with $?"
! grep -E '^[^ ].*: (error|warning): ' "$scratch/said" || fail "base.cfg has messages before anything was changed"

# base.cfg and what it includes, in the order in which they are read.
included() {
    echo "$1"
    sed -n 's/^@include "\(.*\)".*/\1/p' "$1" | while read -r name; do included "$(dirname "$1")/$name"; done
}
files=$(cd "$REPO/scenarios" && included base.cfg | sed 's|^\./||')

# line_of TEXT: FILE:LINE of its first occurrence in them.
line_of() {
    # shellcheck disable=SC2086 # one word a file
    (cd "$REPO/scenarios" && grep -nF -e "$1" $files /dev/null | sed -n '1s/^\([^:]*:[0-9]*\):.*/\1/p')
}

field() { printf '%s\n' "$row" | awk -F ' ~ ' -v n="$1" '{ sub(/^ +| +$/, "", $n); print $n }'; }

tried=0
cp -R "$REPO/scenarios" "$scratch/s"
while read -r row; do
    from=$(field 1); to=$(field 2); problem=$(field 3); shows=$(field 4)
    place=$(line_of "$from")
    wanted=$(line_of "${shows:-$from}")
    file=${place%:*}
    if [ -z "$place" ] || [ -z "$wanted" ]; then fail "the scenario lacks: ${shows:-$from}"; continue; fi
    FROM=$from TO=$to awk -v line="${place##*:}" '
        NR == line { at = index($0, ENVIRON["FROM"]); $0 = substr($0, 1, at - 1) ENVIRON["TO"] substr($0, at + length(ENVIRON["FROM"])) }
        { print }' "$REPO/scenarios/$file" >"$scratch/s/$file"
    tried=$((tried + 1))
    "$program" --scenario "$scratch/s/base.cfg" >"$scratch/out" 2>"$scratch/said" </dev/null
    code=$?
    cp "$REPO/scenarios/$file" "$scratch/s/$file"
    expected=3
    [ "$problem" != verification_failed ] || expected=1
    grep -E '^[^ ].*: (error|warning): ' "$scratch/said" >"$scratch/messages"
    if [ "$code" -ne "$expected" ] || [ "$(wc -l <"$scratch/messages")" -ne 1 ] || ! grep -q "/$wanted:[0-9]*: .*\[$problem\]\$" "$scratch/messages"; then
        fail "$from -> $to: exit $code, wanted one [$problem] at $wanted"
        sed "s|$scratch/s/||; s/^/    /" "$scratch/messages"
    fi
done <"$scratch/table"
[ "$tried" -ge 60 ] || fail "tried only $tried typing errors"

# Three mistakes of one stage that do not follow from each other: three messages of one run.
for file in $files; do
    sed 's/"aligned"/"alinged"/; s/"reclassification"/"reclasification"/; s/pro_forma\.revenue\.total/pro_froma.revenue.total/' \
        "$REPO/scenarios/$file" >"$scratch/s/$file"
done
"$program" --scenario "$scratch/s/base.cfg" >"$scratch/out" 2>"$scratch/said" </dev/null
sed -n 's/^.*: error: .*\[\(.*\)\]$/\1/p' "$scratch/said" | sort | tr '\n' ' ' >"$scratch/names"
[ "$(cat "$scratch/names")" = "unknown_choice unknown_kind unknown_name " ] || fail "three mistakes at once give: $(cat "$scratch/names")"
finish
