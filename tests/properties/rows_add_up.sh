#!/bin/sh
# In every column of every report, of shipped scenarios and of cases, the rows that are shown sum to the totals that are shown; the text says in
# every cell what the CSV says; and what is shown as printed are the digits at the named place of the file.
# shellcheck source=tests/property.sh
. "$(dirname "$0")/../property.sh"

command -v python3 >/dev/null || { fail "python3 is missing (Debian: python3)"; finish; }
python3 -B "$REPO/tests/properties/rows_add_up.py" "$program" "$REPO/config" "$REPO"/scenarios/*.cfg "$REPO"/tests/cases/*/*.cfg || fail "see above"
finish
