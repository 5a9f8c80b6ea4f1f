#!/bin/sh
# A room includes only what stands to its left, a library is used in one place, and only commands print or exit.
# shellcheck source=tests/property.sh
. "$(dirname "$0")/../property.sh"

cat >"$scratch/rule.awk" <<'AWK'
BEGIN {
    may["base"]      = "base"
    may["filing"]    = "filing base"
    may["statement"] = "statement filing base"
    may["calendar"]  = "calendar statement filing base"
    may["scenario"]  = "scenario statement filing base"
    may["model"]     = "model calendar scenario statement base"
    may["study"]     = "study model calendar scenario statement base"
    may["report"]    = "report study model calendar scenario statement base"
    may["job"]       = "job proforma report study model calendar scenario statement filing base"
    may["proforma"]  = "proforma job report study model calendar scenario statement filing base"
    may["command"]   = "command proforma base"
    may["main"]      = "main command proforma base"
}
function breach(text) { print file ":" FNR ": " text; breaches++ }
FNR == 1 {
    file = FILENAME; sub(/^.*\/src\//, "src/", file)
    room = file; sub(/^src\//, "", room); sub(/[.\/].*$/, "", room)
    in_comment = 0
    if (!(room in may)) breach("\"" room "\" is no room of the architecture")
}
/^[ \t]*#[ \t]*include/ {
    target = $0; sub(/^[^"<]*/, "", target); sub(/[">][^">]*$/, "", target)
    kind = substr(target, 1, 1); target = substr(target, 2)
    if (kind == "\"") {
        to = target; sub(/[.\/].*$/, "", to)
        if (target !~ /^proforma\.h$/ && target !~ /^[a-z_]+\/[a-z0-9_]+\.h$/)
            breach("include \"" target "\" is not written \"room/noun.h\"")
        else if (!index(" " may[room] " ", " " to " "))
            breach(room " may not include " target)
    } else if (target ~ /^libconfig/ && file != "src/base/settings.c")
        breach("only base/settings.c may include <" target ">")
    else if (target ~ /^gsl\// && room != "study")
        breach("only study/ may include <" target ">")
    else if (target ~ /^json-c\// && file != "src/report/write_json.c")
        breach("only report/write_json.c may include <" target ">")
    else if (target == "mpi.h" && file != "src/study/ranks.c")
        breach("only study/ranks.c may include <" target ">")
    next
}
{
    # What stands in comments and strings is no code.
    code = ""; rest = $0
    while (rest != "") {
        if (in_comment) {
            at = index(rest, "*/")
            if (!at) { rest = ""; break }
            rest = substr(rest, at + 2); in_comment = 0
        } else if (match(rest, /^"([^"\\]|\\.)*"/) || match(rest, /^'([^'\\]|\\.)*'/)) {
            code = code "\"\""; rest = substr(rest, RLENGTH + 1)
        } else if (substr(rest, 1, 2) == "//") rest = ""
        else if (substr(rest, 1, 2) == "/*") { in_comment = 1; rest = substr(rest, 3) }
        else { code = code substr(rest, 1, 1); rest = substr(rest, 2) }
    }
    if (room != "command" && room != "main") {
        if (match(code, /(^|[^A-Za-z0-9_>.])(printf|vprintf|puts|putchar|perror|exit|_exit|abort)[ \t]*\(/) &&
            code !~ /__attribute__/)
            breach("only commands may call " substr(code, RSTART, RLENGTH) ")")
        if (match(code, /(^|[^A-Za-z0-9_])(stdout|stderr|STDOUT_FILENO|STDERR_FILENO|argv)($|[^A-Za-z0-9_])/))
            breach("only commands may touch " substr(code, RSTART, RLENGTH))
    }
}
END { exit breaches > 0 }
AWK

check_tree() {
    find "$1/src" -name '*.[ch]' | sort >"$scratch/files"
    [ -s "$scratch/files" ] || { echo "no sources in $1/src"; return 1; }
    # shellcheck disable=SC2046 # names of sources have no blanks
    awk -f "$scratch/rule.awk" $(cat "$scratch/files")
}

# A rule that cannot fail proves nothing: each line is one breach in a tree of its own.
breaches=0
while read -r file code; do
    breaches=$((breaches + 1))
    rm -rf "$scratch/tree"
    mkdir -p "$scratch/tree/src/$(dirname "$file")"
    printf '/* printf( in a comment */\n%s\n' "$code" >"$scratch/tree/src/$file"
    check_tree "$scratch/tree" >/dev/null && fail "does not see the breach in $file: $code"
done <<'TABLE'
base/text.c #include "filing/table.h"
filing/table.c #include "statement/chart.h"
statement/foot.c #include "calendar/align.h"
calendar/align.c #include "scenario/scenario.h"
scenario/scenario.c #include "calendar/align.h"
scenario/scenario.c #include "model/program.h"
model/build.c #include "filing/table.h"
model/build.c #include "report/report.h"
study/sweep.c #include "filing/filing.h"
study/sweep.c #include "report/report.h"
report/report.c #include "filing/filing.h"
report/report.c #include "proforma.h"
proforma.c #include "command/command.h"
command/parse.c #include "filing/filing.h"
main.c #include "report/report.h"
kitchen/sink.c int x;
base/text.c #include "arena.h"
base/text.c #include <libconfig.h>
scenario/scenario.c #include <libconfig.h>
model/evaluate.c #include <gsl/gsl_math.h>
model/evaluate.c #include <json-c/json.h>
report/write_json_parse.c #include <json-c/json.h>
study/blocks.c #include <mpi.h>
base/text.c void f(void) { printf("x"); }
base/text.c void f(void) { puts ("x"); }
base/text.c void f(void) { exit(1); }
base/text.c void f(void) { /* why */ abort(); }
report/writer.c void f(void) { fprintf(stderr, "x"); }
report/writer.c FILE *f(void) { return stdout; }
TABLE
[ "$breaches" -eq 29 ] || fail "its own table was not read"

# And a sound tree is left alone.
rm -rf "$scratch/tree"
mkdir -p "$scratch/tree/src/base" "$scratch/tree/src/command" "$scratch/tree/src/model"
cat >"$scratch/tree/src/base/settings.c" <<'C'
#include "base/settings.h"
#include <libconfig.h>
/* exit( and stderr
   and abort( over two lines */
void f(char *out) { snprintf(out, 3, "exit(1) stdout"); my_exit(0); } // printf(
C
printf '#include "proforma.h"\n#include "base/text.h"\nint f(void) { return puts("x"); }\n' >"$scratch/tree/src/command/parse.c"
printf '#include "calendar/align.h"\n#include "scenario/scenario.h"\n' >"$scratch/tree/src/model/build.c"
mkdir "$scratch/tree/src/report"
printf '#include <json-c/json.h>\n' >"$scratch/tree/src/report/write_json.c"
check_tree "$scratch/tree" || fail "sees a breach where there is none"

check_tree "$REPO" || fail "the sources break the rule, see above"
finish
