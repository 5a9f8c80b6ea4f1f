#!/bin/sh
# Runs one whole-program case: tests/run_case.sh PROGRAM FOLDER. The form of FOLDER/case.txt is told in tests/README.md.
# Exit code 0: as expected; 1: not; 77: skipped, because the case needs what is not there.
set -u

program=$(realpath "$1") || exit 1
CASE=$(cd "$2" && pwd) || exit 1
REPO=$(cd "$(dirname "$0")/.." && pwd)
SHARED=$(dirname "$REPO")/shared
BUILD=$(dirname "$program")
name=$(basename "$CASE")
script=$CASE/case.txt

refuse() { echo "$name: $*"; exit 1; }

[ -f "$script" ] || refuse "there is no case.txt"
grep -q '^\$ ' "$script" || refuse "case.txt runs no command"
if grep -q '^needs: shared$' "$script"; then
    [ -d "$SHARED" ] || { echo "$name: skipped, for it needs the folder shared beside the checkout"; exit 77; }
elif grep '^[^#]' "$script" | grep -q 'SHARED'; then
    refuse "case.txt uses \$SHARED, so it has to say 'needs: shared'"
fi

scratch=$(mktemp -d "${TMPDIR:-/tmp}/proforma-case.XXXXXX") || exit 1
trap 'rm -rf "$scratch"' EXIT
trap 'exit 1' HUP INT TERM
mkdir "$scratch/bin" "$scratch/work"
ln -s "$program" "$scratch/bin/proforma"
PATH=$scratch/bin:$PATH
LC_ALL=C TZ=UTC
export CASE SHARED REPO BUILD PATH LC_ALL TZ
unset PROFORMA_CONFIG PROFORMA_SCENARIOS PROFORMA_THREADS NO_COLOR POSIXLY_CORRECT
# Without these a sanitizer ends the program with 1, which a case may well expect.
: "${ASAN_OPTIONS:=exitcode=99}" "${UBSAN_OPTIONS:=exitcode=99:print_stacktrace=1}"
export ASAN_OPTIONS UBSAN_OPTIONS

failures=0
command=
command_line=0
expected_code=

fail() {
    if [ "$failures" -eq 0 ]; then
        echo "$name:"
    fi
    failures=$((failures + 1))
    echo "  case.txt:$line_number: $*"
}

# Folders of this machine become the names that case.txt calls them by, so expectations hold everywhere.
portable() {
    # awk would end a last line that the program left open.
    if ! grep -qF -e "$CASE" -e "$BUILD" -e "$SHARED" -e "$REPO" "$1"; then
        cat "$1"
        return
    fi
    awk 'BEGIN { count = split("CASE BUILD SHARED REPO", name, " ") }
    {
        for (i = 1; i <= count; i++) {
            rest = $0; $0 = ""
            while ((at = index(rest, ENVIRON[name[i]])) > 0) {
                $0 = $0 substr(rest, 1, at - 1) "$" name[i]
                rest = substr(rest, at + length(ENVIRON[name[i]]))
            }
            $0 = $0 rest
        }
        print
    }' "$1"
}

# Runs of blanks count as one blank, so a case does not depend on the width of a column.
has_text() {
    TEXT=$2 awk 'function squeeze(s) { gsub(/[ \t]+/, " ", s); return s }
        BEGIN { text = squeeze(ENVIRON["TEXT"]) }
        index(squeeze($0), text) { found = 1; exit }
        END { exit !found }' "$1"
}

show() {
    if [ -s "$2" ]; then
        echo "    its $1 was:"
        sed -n 's/^/    | /; 1,25p; 26s/.*/    | .../p' "$2"
    else
        echo "    its $1 was empty"
    fi
}

# Output goes through pipes, so that a case may limit the size of files without limiting what is read here.
run_command() {
    code_file=$scratch/code
    { { (cd "$scratch/work" && sh -c "$command") </dev/null
        echo $? >"$code_file"; } 2>&3 | cat >"$scratch/raw_out"; } 3>&1 | cat >"$scratch/raw_err"
    code=$(cat "$code_file")
    portable "$scratch/raw_out" >"$scratch/stdout"
    portable "$scratch/raw_err" >"$scratch/stderr"
}

# A command without an `exit` line has to exit with 0.
check_code() {
    if [ -n "$command" ] && [ "$code" != "${expected_code:-0}" ]; then
        line_number=$command_line
        fail "exit code $code, expected ${expected_code:-0}: $command"
        show stderr "$scratch/stderr"
        show stdout "$scratch/stdout"
    fi
}

expect_same() {
    if [ ! -f "$CASE/$1" ]; then
        fail "there is no file $1 beside case.txt"
    elif ! cmp -s "$scratch/stdout" "$CASE/$1"; then
        fail "stdout is not $1:"
        diff -u "$CASE/$1" "$scratch/stdout" | sed -n '3,60s/^/    /p'
    fi
}

after_command() {
    [ -n "$command" ] || { fail "an expectation before the first command"; return 1; }
}

line_number=0
pending=
while IFS= read -r line || [ -n "$line" ]; do
    line_number=$((line_number + 1))
    if [ -n "$pending" ]; then
        line=$pending$line
        pending=
    fi
    case $line in
        '$ '*\\)
            pending=${line%\\}
            ;;
        '$ '*)
            check_code
            command=${line#'$ '}
            command_line=$line_number
            expected_code=
            run_command
            ;;
        '' | '#'* | 'needs: shared' | 'needs: memory limit') ;;
        'exit '[0-9]*)
            after_command && expected_code=${line#exit }
            ;;
        'contains: '*)
            after_command && ! has_text "$scratch/stdout" "${line#contains: }" && {
                fail "stdout lacks: ${line#contains: }"
                show stdout "$scratch/stdout"
            }
            ;;
        'lacks: '*)
            after_command && has_text "$scratch/stdout" "${line#lacks: }" && fail "stdout has: ${line#lacks: }"
            ;;
        'stderr: '*)
            after_command && ! has_text "$scratch/stderr" "${line#stderr: }" && {
                fail "stderr lacks: ${line#stderr: }"
                show stderr "$scratch/stderr"
            }
            ;;
        'stderr lacks: '*)
            after_command && has_text "$scratch/stderr" "${line#stderr lacks: }" &&
                fail "stderr has: ${line#stderr lacks: }"
            ;;
        'no stdout')
            after_command && [ -s "$scratch/stdout" ] && { fail "stdout is not empty"; show stdout "$scratch/stdout"; }
            ;;
        'no stderr')
            after_command && [ -s "$scratch/stderr" ] && { fail "stderr is not empty"; show stderr "$scratch/stderr"; }
            ;;
        'stdout is '*)
            after_command && expect_same "${line#stdout is }"
            ;;
        'file: '*)
            after_command && expect_same "${line#file: }"
            ;;
        *)
            fail "not understood: $line"
            ;;
    esac
done <"$script"
check_code

if [ "$failures" -gt 0 ]; then
    echo "$name: $failures expectations failed; run it alone with: tests/run_case.sh PROGRAM $2"
    exit 1
fi
