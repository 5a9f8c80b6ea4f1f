#!/bin/sh
# An entry followed by its inverse moves nothing: figure by figure the combination is what it is without the two, also where amounts are
# rounded; and an entry that is off takes its inverse with it.
# shellcheck source=tests/property.sh
. "$(dirname "$0")/../property.sh"

# combined NAME OPTIONS...: the pro forma column in the file NAME, and what was posted in NAME.posted.
combined() {
    name=$1
    shift
    "$program" "$@" --format csv >"$scratch/$name.csv" 2>"$scratch/$name.said"
    [ $? -le 1 ] || { fail "$name: no report"; sed -n '1,5s/^/    /p' "$scratch/$name.said"; }
    awk -F, '$6 == "pro_forma"' "$scratch/$name.csv" >"$scratch/$name"
    grep ',reclassifications,' "$scratch/$name.csv" >"$scratch/$name.posted"
    [ "$(wc -l <"$scratch/$name")" -gt 200 ] || fail "$name: only $(wc -l <"$scratch/$name") combined figures"
}

functional="--scenario functional.cfg"
on="--set entries.gather_juniper.apply=true --set entries.gather_netscreen.apply=true"
off="--set entries.allocate_juniper.apply=false --set entries.allocate_netscreen.apply=false"
# shellcheck disable=SC2086 # options in words
{
    combined allocated $functional
    combined both $functional $on
    combined neither $functional $off
    combined orphaned $functional $off $on
}
"$program" --scenario as-printed.cfg --format csv 2>/dev/null | awk -F, '$6 == "pro_forma" && $1 != "balance_sheet"' >"$scratch/printed"

[ -s "$scratch/allocated.posted" ] || fail "functional.cfg allocates nothing"
cmp -s "$scratch/allocated" "$scratch/neither" && fail "functional.cfg changes nothing"
same "$scratch/neither" "$scratch/both" "an entry and its inverse are not the identity"
same "$scratch/printed" "$scratch/both" "with the inverses functional.cfg is not as-printed.cfg"
same "$scratch/neither" "$scratch/orphaned" "an inverse is posted without its entry"
for name in both neither orphaned; do
    [ ! -s "$scratch/$name.posted" ] || fail "$name: something stays in the column of reclassifications"
done

# The same of base.cfg, its amounts made broken numbers: 558 x 0.337 = 188.046.
sed 's/compensation.cost_of_revenues"/compensation.cost_of_revenues * 0.337"/
    s|"deal.cfg"|"'"$REPO"'/scenarios/parts/deal.cfg"|' "$REPO/scenarios/parts/juniper-netscreen.cfg" | awk '
    /^entries = \{/ { inside = 1 }
    inside && /^\};/ { print "  back = { inverse_of = \"conform_amortization\"; reason = \"back again\"; };"; inside = 0 }
    { print }' >"$scratch/common.cfg"
sed 's|parts/juniper-netscreen.cfg|common.cfg|; s|"filings/|"'"$REPO"'/scenarios/filings/|' "$REPO/scenarios/base.cfg" >"$scratch/broken.cfg"
combined moved --scenario "$scratch/broken.cfg" --set entries.back.apply=false
combined back --scenario "$scratch/broken.cfg"
combined never --scenario "$scratch/broken.cfg" --set entries.conform_amortization.apply=false
grep -q 'cost.product,reclassifications,-188,' "$scratch/moved.posted" || fail "558 x 0.337 is not posted as 188"
same "$scratch/never" "$scratch/back" "rounded amounts: an entry and its inverse are not the identity"
[ ! -s "$scratch/back.posted" ] || fail "rounded amounts: something stays in the column of reclassifications"
if grep -q 'remainder_sign' "$scratch/both.said" "$scratch/back.said"; then fail "an inverse is taken for one that moves more than is there"; fi
finish
