#!/bin/sh
# bash completes the commands and, behind a command, its options.
# shellcheck source=tests/property.sh
. "$(dirname "$0")/../property.sh"

command -v bash >/dev/null || { echo "$property: bash is missing"; exit 77; }
completion=${BUILD:-$(dirname "$program")}/share/bash-completion/completions/proforma
[ -s "$completion" ] || { fail "the completion was not built"; finish; }

# completes WORDS: what the last of the words is completed to, on one line.
completes() {
    bash -c '. "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _proforma; echo "${COMPREPLY[*]}"' bash "$completion" "$@" 2>&1
}

while IFS='|' read -r words wanted; do
    # shellcheck disable=SC2086 # one word each
    got=$(completes $words)
    [ "$got" = "$wanted" ] || fail "'$words' is completed to '$got', not to '$wanted'"
done <<'TABLE'
proforma rep|report
proforma ali|align
proforma kin|kinds
proforma kinds --f|--format
proforma exp|explain
proforma explain --dep|--depth
proforma align --ent|--entity
proforma parse --f|--format
proforma parse --ent|
proforma --scenario x --bas|--basis
proforma parse fil|
TABLE
finish
