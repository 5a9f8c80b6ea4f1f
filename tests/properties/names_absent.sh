#!/bin/sh
# The program knows no company and no caption: they are data in config/. Not even a comment in C may hold one.
# shellcheck source=tests/property.sh
. "$(dirname "$0")/../property.sh"

# search WORDS FOLDER: prints each line of C in FOLDER that has one of the words.
search() {
    find "$2" -name '*.[ch]' -exec grep -niF -f "$1" {} + </dev/null
}

# The companies as config/ and the shipped filings call them, first word and ticker.
printf '%s\n' juniper netscreen jnpr >"$scratch/words"

# The captions that the shipped filings print, when they are longer than an everyday word or two.
find "$REPO/scenarios/filings" -name '*.txt' >"$scratch/filings"
while read -r filing; do
    "$program" parse --format csv "$filing" 2>/dev/null
done <"$scratch/filings" | awk '
    {
        # the eighth field of RFC 4180
        rest = $0; field = ""
        for (i = 1; i <= 8; i++) {
            if (rest ~ /^"/) { match(rest, /^"([^"]|"")*"/); field = substr(rest, 2, RLENGTH - 2); rest = substr(rest, RLENGTH + 2); gsub(/""/, "\"", field) }
            else { field = rest; sub(/,.*/, "", field); rest = substr(rest, length(field) + 2) }
        }
        sub(/[ :.]+$/, "", field)
        if (length(field) >= 18 && split(field, words, " ") >= 3) print field
    }' | sort -u >"$scratch/captions"
[ "$(wc -l <"$scratch/captions")" -ge 20 ] || fail "the shipped filings gave only $(wc -l <"$scratch/captions") captions to look for"
cat "$scratch/captions" >>"$scratch/words"

mkdir "$scratch/own"
echo '/* as NetScreen prints it */' >"$scratch/own/a.c"
[ -n "$(search "$scratch/words" "$scratch/own")" ] || fail "does not see a name in its own example"

search "$scratch/words" "$REPO/src" >"$scratch/found"
[ ! -s "$scratch/found" ] || fail "names or captions in C:"
sed "s|^$REPO/|    |" "$scratch/found"
finish
