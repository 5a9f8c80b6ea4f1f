#!/bin/sh
# What README.md shows is what happens: in its sh blocks each line "$ proforma ..." is run, and what it prints has to be
# the text shown beneath it. A line with "..." alone stands for any number of lines. Commands without a text beneath
# them only have to work. A block whose fence names a file, as in ```cfg deal.cfg, is that file in the folder where they run.
# shellcheck source=tests/property.sh disable=SC2016,SC1003 # its example has backquotes and backslashes
. "$(dirname "$0")/../property.sh"

# examples README FOLDER: makes FOLDER/1.command and FOLDER/1.shown, and so on.
examples() {
    awk -v folder="$2" '
        /^```/ { block = !block && /^```(sh|console|shell)$/; command = 0; next }
        !block { next }
        continued { text = text "\n" $0 }
        !continued && /^\$ / { command = /^\$ proforma( |$)/; text = substr($0, 3) }
        !continued && !/^\$ / { if (command) print >(folder "/" count ".shown"); next }
        { continued = /\\$/ }
        command && !continued { count++; print text >(folder "/" count ".command"); printf "" >(folder "/" count ".shown") }
    ' "$1"
}

# files README FOLDER: makes the files that its fences name.
files() {
    awk -v folder="$2" '
        /^```/ && file { close(file); file = ""; next }
        /^```[a-z]+ [a-z0-9_-]+\.[a-z]+$/ { file = folder "/" $2; printf "" >file; next }
        /^```/ { other = !other; next }
        file && !other { print >file }
    ' "$1"
}

# matches SHOWN PRINTED: each stretch between two "..." is found in order, the first at the start, the last at the end.
matches() {
    awk '
        { sub(/[ \t]+$/, "") }
        FNR == NR { shown[++rows] = $0; next }
        { said[++lines] = $0 }
        END {
            at = 0; row = 1; open = 0
            while (row <= rows) {
                if (shown[row] == "...") { open = 1; row++; continue }
                for (size = 0; row + size <= rows && shown[row + size] != "..."; size++) ;
                last = (row + size > rows)
                found = -1
                for (start = open && last ? lines - size : at; start + size <= lines && start >= at; start++) {
                    for (i = 0; i < size && said[start + i + 1] == shown[row + i]; i++) ;
                    if (i == size) { found = start; break }
                    if (!open) break
                }
                if (found < 0) { print "    not found: " shown[row]; exit 1 }
                at = found + size; row += size; open = 0
            }
            if (!open && at < lines) { print "    and more: " said[at + 1]; exit 1 }
        }' "$1" "$2"
}

# Each line of the table: what is shown, what is printed, whether that agrees. Letters stand for lines.
while read -r shown printed agrees; do
    echo "$shown" | sed 's/-/.../g' | tr '/' '\n' >"$scratch/shown"
    echo "$printed" | tr '/' '\n' >"$scratch/printed"
    if matches "$scratch/shown" "$scratch/printed" >/dev/null; then result=yes; else result=no; fi
    [ "$result" = "$agrees" ] || fail "takes '$printed' for '$shown': $result"
done <<'TABLE'
a/b/c a/b/c yes
a/b a/b/c no
a/b/c a/b no
a/- a/b/c yes
-/c a/b/c yes
a/-/c a/b/b/c yes
a/-/c a/c yes
a/-/b/-/d a/x/b/y/d yes
a/-/d a/b/c no
-/b a/b/c no
b/- a/b/c no
a/-/b/c a/b/x/b/c yes
a/-/c/b/-/d a/b/c/x/d no
TABLE

mkdir "$scratch/own" "$scratch/bin" "$scratch/work" "$scratch/readme"
printf '%s\n' 'text' '```sh' '$ proforma a \' '    b' 'one' '' 'two' '$ other' 'x' '$ proforma c' '```' '```' '$ proforma d' '```' \
    >"$scratch/own.md"
examples "$scratch/own.md" "$scratch/own"
[ "$(find "$scratch/own" -name '*.command' | wc -l)" -eq 2 ] || fail "does not see two commands in its own example"
printf 'one\n\ntwo\n' >"$scratch/shown"
same "$scratch/shown" "$scratch/own/1.shown" "does not see what its own example shows"

printf '%s\n' '```sh' 'x' '```' '```cfg own.cfg' 'a = 1;' '' '```' 'text' >"$scratch/own.md"
files "$scratch/own.md" "$scratch/own"
printf 'a = 1;\n\n' >"$scratch/shown"
same "$scratch/shown" "$scratch/own/own.cfg" "does not make the file of its own example"

if [ ! -f "$REPO/README.md" ]; then
    fail "README.md is missing"
    finish
fi
ln -s "$program" "$scratch/bin/proforma"
examples "$REPO/README.md" "$scratch/readme"
files "$REPO/README.md" "$scratch/work"
number=1
while [ -f "$scratch/readme/$number.command" ]; do
    command=$(cat "$scratch/readme/$number.command")
    shown=$scratch/readme/$number.shown
    (cd "$scratch/work" && PATH=$scratch/bin:$PATH sh -c "$command") >"$scratch/printed" 2>&1 </dev/null
    code=$?
    if [ ! -s "$shown" ]; then
        [ "$code" -le 1 ] || { fail "exit code $code: $command"; sed -n '1,10s/^/    /p' "$scratch/printed"; }
    elif ! matches "$shown" "$scratch/printed" >"$scratch/why"; then
        fail "README.md shows something else for: $command"
        cat "$scratch/why"
        diff "$shown" "$scratch/printed" | sed -n '1,30s/^/    /p'
    fi
    number=$((number + 1))
done
echo "$property: $((number - 1)) commands of README.md were run"
finish
