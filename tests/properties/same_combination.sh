#!/bin/sh
# base.cfg restores a presentation and reclassifies it back; as-printed.cfg takes the release as it is. Their combined columns must be the same,
# figure by figure, and so must every figure that is not NetScreen's GAAP operations.
# shellcheck source=tests/property.sh
. "$(dirname "$0")/../property.sh"

"$program" --scenario base.cfg --format csv >"$scratch/base" 2>/dev/null || fail "base.cfg: exit $?"
"$program" --scenario as-printed.cfg --format csv >"$scratch/printed" 2>/dev/null || fail "as-printed.cfg: exit $?"

combined() { awk -F, '$6 == "pro_forma" { print $1, $2, $3, $4, $5, $7 }' "$1"; }
combined "$scratch/base" >"$scratch/base.combined"
combined "$scratch/printed" >"$scratch/printed.combined"
[ "$(wc -l <"$scratch/base.combined")" -gt 200 ] || fail "only $(wc -l <"$scratch/base.combined") combined figures"
same "$scratch/base.combined" "$scratch/printed.combined" "the combinations differ"

grep -q ',reclassifications,' "$scratch/base" || fail "base.cfg reclassifies nothing"
if grep -q ',reclassifications,' "$scratch/printed"; then fail "as-printed.cfg reclassifies what was reclassified"; fi
"$program" --scenario as-printed.cfg 2>/dev/null | grep -q '^Skipped .*"conform_amortization"' || fail "as-printed.cfg does not say that its entry is skipped"
finish
