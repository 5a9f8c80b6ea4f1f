#!/bin/sh
# What footing, quotients and comparisons protect: one digit of one printed number is changed at a time, and parse notices it or not. Of the
# numbers that are called proved at least 99 of 100 are noticed. All numbers of the shipped filings, and a seeded sample of others where they are.
# shellcheck source=tests/property.sh
. "$(dirname "$0")/../property.sh"

command -v python3 >/dev/null || { fail "python3 is missing (Debian: python3)"; finish; }
python3 -B "$REPO/tests/properties/changed_digit.py" "$program" "$scratch" 0 "$REPO"/scenarios/filings/*.txt || fail "changed digits of the shipped filings are not noticed"
if [ -d "$REPO/../shared/filings" ]; then
    python3 -B "$REPO/tests/properties/changed_digit.py" "$program" "$scratch" 25 "$REPO"/../shared/filings/*.txt "$REPO"/../shared/corpus/text/*.txt ||
        fail "changed digits of other filings are not noticed"
fi
finish
