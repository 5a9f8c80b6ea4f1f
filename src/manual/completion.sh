#!/bin/sh
# completion.sh PROGRAM FILE: writes completion for bash, made of what PROGRAM --help and PROGRAM COMMAND --help list.
set -eu
program=$1
exec >"$2"
commands=$("$program" --help | sed -n '/^Environment/q; s/^  \([a-z]*\)  .*/\1/p' | tr '\n' ' ')
options_of() { "$program" "$1" --help | sed -n 's/^  \(--[a-z]*\).*/\1/p' | tr '\n' ' '; }

cat <<'BEGIN'
_proforma()
{
    local word=${COMP_WORDS[COMP_CWORD]} options
    COMPREPLY=()
    case ${COMP_WORDS[1]} in
BEGIN
for command in $commands; do
    echo "        $command) options='$(options_of "$command")' ;;"
done
cat <<END
        *) options='$(options_of "${commands%% *}")--version' ;;
    esac
    if [[ \$word == -* ]]; then
        COMPREPLY=(\$(compgen -W "\$options" -- "\$word"))
    elif [[ \$COMP_CWORD == 1 ]]; then
        COMPREPLY=(\$(compgen -W '$commands' -- "\$word"))
    fi
}
complete -o default -F _proforma proforma
END
