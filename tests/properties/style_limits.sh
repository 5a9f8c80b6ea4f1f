#!/bin/sh
# Says which files have grown beyond the ceiling where a noun should be split. It warns and never fails.
# shellcheck source=tests/property.sh
. "$(dirname "$0")/../property.sh"

find "$REPO/src" -name '*.[ch]' -exec wc -l {} \; | sort -rn | while read -r lines file; do
    [ "$lines" -le 500 ] || echo "$property: ${file#"$REPO"/} has $lines lines, more than 500"
done
finish
