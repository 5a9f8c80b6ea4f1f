#!/bin/sh
# Text copied from a browser or a PDF reads as the same text in ASCII: each filing with its blanks and minus signs replaced at random (seeded) by
# such characters of Unicode gives the same cells, in the same lines. A blank between a digit and three more stays, for there a thin blank is a
# separator of thousands.
# shellcheck source=tests/property.sh
. "$(dirname "$0")/../property.sh"

command -v python3 >/dev/null || { echo "$property: skipped, for it needs python3"; exit 77; }
cd "$scratch" || exit 1

cat >replace.py <<'PYTHON'
import random, re, sys

BLANKS = "\u00a0\u2002\u2003\u2004\u2007\u2009\u202f\u205f"
DASHES = "\u2212\u2013\u2014\u2010\u2011\ufe63"
source, plain, replaced, seed = sys.argv[1:]
draw = random.Random(int(seed))
text = open(source, encoding="latin-1", newline="").read()
out = []
for i, c in enumerate(text):
    if c == " " and draw.random() < 0.3:
        thousands = i and text[i - 1].isdigit() and re.match(r"\d{3}(?!\d)", text[i + 1 : i + 5])
        out.append(c if thousands else draw.choice(BLANKS))
    elif c == "-" and draw.random() < 0.5 and "<" not in text[max(0, i - 20) : i + 1]:
        out.append(draw.choice(DASHES))
    else:
        out.append(c)
open(plain, "w", encoding="utf-8", newline="").write(text)
open(replaced, "w", encoding="utf-8", newline="").write("".join(out))
PYTHON

# The dashes of captions stay as they are printed, so they are compared as hyphens; the columns before the line are the file's name.
cells() {
    "$program" parse --format csv "$1" 2>/dev/null | sed 's/\xe2\x80[\x90-\x95]/-/g; s/\xe2\x88\x92/-/g; s/\xef\xb9\xa3/-/g; s/^[^,]*,//'
}

shared=$(dirname "$REPO")/shared
seed=0
for file in "$REPO"/scenarios/filings/*.txt "$shared"/filings/*.txt "$shared"/corpus/text/* "$shared"/exhibits/*.txt; do
    [ -f "$file" ] || continue
    seed=$((seed + 1))
    python3 replace.py "$file" plain.txt replaced.txt "$seed" || { fail "$file cannot be replaced"; continue; }
    LC_ALL=C cells plain.txt >plain.csv
    LC_ALL=C cells replaced.txt >replaced.csv
    same plain.csv replaced.csv "$(basename "$file"), seed $seed: other cells"
done
finish
