#!/bin/sh
# The runner of cases tells right from wrong: a made-up program, and cases of which the outcome is known.
# shellcheck source=tests/property.sh disable=SC2016,SC1003 # the cases are to see the dollar signs and backslashes
. "$(dirname "$0")/../property.sh"

mkdir -p "$scratch/build" "$scratch/case"
cat >"$scratch/build/proforma" <<'SH'
#!/bin/sh
case $1 in
    print) printf 'Net income     30,505   (3,035)\nTotal  7\n' ;;
    where) echo "$0 reads $2"; ls ;;
    warn)  echo "x.cfg:1:2: error: no such thing [nothing]" >&2; exit 3 ;;
    big)   (trap '' XFSZ; ulimit -f 0; echo text >file) 2>/dev/null || { echo "disk full" >&2; exit 3; } ;;
    open)  printf 'Net income     30,505   (3,035)\nTotal  7' ;;
esac
SH
chmod +x "$scratch/build/proforma"

# outcome CODE LINE...: the case of those lines ends with that exit code.
cases=0
outcome() {
    cases=$((cases + 1))
    expected=$1
    shift
    printf '%s\n' "$@" >"$scratch/case/case.txt"
    sh "$REPO/tests/run_case.sh" "$scratch/build/proforma" "$scratch/case" >"$scratch/said" 2>&1
    code=$?
    if [ "$code" -ne "$expected" ]; then
        fail "case $cases ends with $code, expected $expected"
        sed 's/^/    /' "$scratch/case/case.txt" "$scratch/said"
    fi
}

printf 'Net income     30,505   (3,035)\nTotal  7\n' >"$scratch/case/print.txt"

# Blanks compare as one blank, and a command without an exit line ends with 0.
outcome 0 '# what it means' '$ proforma print' 'contains: Net income 30,505 (3,035)' 'contains:  30,505' \
    'lacks: 30,506' 'no stderr' '' 'stdout is print.txt' 'file: print.txt'
outcome 0 '$ proforma \' '   warn' 'exit 3' 'no stdout' 'stderr: x.cfg:1:2: error:' 'stderr: [nothing]' \
    'stderr lacks: warning'
outcome 0 '$ proforma big' 'exit 3' 'stderr: disk full'
# The commands of a case share a folder, empty at first.
outcome 0 '$ ls' 'no stdout' '$ proforma print >kept; cat kept' 'stdout is print.txt' '$ cat kept' 'contains: Total 7'
# The folders of this machine are called by their names.
outcome 0 '$ proforma where "$CASE"/a.cfg' 'contains: reads $CASE/a.cfg' 'lacks: case.txt'
for wrong in 'exit 1' 'contains: 30,506' 'contains: Netincome' 'lacks: Total' 'stderr: x' 'no stdout' \
             'stdout is none.txt' 'stdout is case.txt' 'contain: Total' 'needs: shares'; do
    outcome 1 '$ proforma print' "$wrong"
done
for wrong in 'exit 0' 'stderr: warning' 'stderr lacks: error' 'no stderr'; do
    outcome 1 '$ proforma warn' "$wrong"
done
outcome 1 '$ proforma warn'
outcome 1 '$ proforma warn' '$ proforma print'
outcome 1 '$ proforma open' 'stdout is print.txt'
outcome 1 '# no command'
outcome 1 'exit 0' '$ proforma print'
outcome 1 '$ proforma parse $SHARED/x'
present=77
[ ! -d "$REPO/../shared" ] || present=0
outcome "$present" 'needs: shared' '$ test -d "$SHARED"'
[ "$cases" -eq 26 ] || fail "ran $cases cases of its own, not 26"
finish
