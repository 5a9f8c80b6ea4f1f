#!/bin/sh
# build.sh SOURCE PROGRAM VERSION SCDOC PAGE: makes a page of the manual with scdoc. A line @commands@ becomes what PROGRAM --help says
# of each command, @kinds@ what PROGRAM kinds says of each kind of entry, @analysis@ the list of scenario/analysis_list.h, @problems@ that of
# base/problem_list.h, @version@ the version.
set -eu
source=$1; program=$2; version=$3; scdoc=$4; page=$5
here=$(dirname "$0")

# The characters that scdoc reads as marks.
escape='function escape(text) { gsub(/[\\_*]/, "\\\\&", text); gsub(/^[ \t]+|[ \t]+$/, "", text); return text }'

commands() {
    "$program" --help | sed -n '/^Environment/q; s/^  \([a-z]*\)  .*/\1/p' | while read -r command; do
        "$program" "$command" --help | awk -v command="$command" "$escape"'
            NR == 1 { sub(/^[^:]*: /, ""); print "## proforma " command "\n\n" escape($0) "\n"; next }
            /^usage: / { usage = 1; print "```" }
            usage && !/^$/ { print; next }
            usage { usage = 0; print "```\n"; next }
            /^  --/ { at = match(substr($0, 3), /  +[^ ]/) ; print "*" escape(substr($0, 3, at - 1)) "*\n\t" escape(substr($0, 3 + at)) "\n"; next }
            /^exit codes: / { sub(/^exit codes: /, ""); print "Exit codes: " escape($0) ".\n"; next }
            /^[A-Z]/ { paragraph = 1 }
            paragraph && /^$/ { print escape(about) "\n"; paragraph = 0; about = "" }
            paragraph { about = about $0 " "; next }
            /^example: / { sub(/^example: /, ""); print "Example:\n\n\t" escape($0) "\n" }'
    done
}

problems() {
    awk "$escape"'
        # the next text of a joined line PROBLEM(name, severity, "rule", "remedy")
        function quoted(    text) {
            match(rest, /"([^"\\]|\\.)*"/)
            text = substr(rest, RSTART + 1, RLENGTH - 2)
            rest = substr(rest, RSTART + RLENGTH)
            gsub(/\\"/, "\"", text)
            return escape(text)
        }
        /^PROBLEM\(/ { entry = "" }
        /^PROBLEM\(/ || entry != "" { entry = entry $0 }
        entry ~ /"\)$/ {
            rest = entry; entry = ""
            sub(/^PROBLEM\(/, "", rest)
            name = rest; sub(/,.*/, "", name); sub(/^[^,]*, */, "", rest)
            severity = rest; sub(/,.*/, "", severity)
            rule = quoted(); remedy = quoted()
            print "*" escape(name) "* (" (severity == "usage" ? "error of usage" : severity) ")\n\tRule: " rule "\n\n\tRemedy: " remedy "\n"
        }' "$here/../base/problem_list.h"
}

kinds() {
    "$program" kinds --format csv | sed 1d | sed 's/,.*//' | while read -r kind; do
        "$program" kinds "$kind" --format csv | sed 1d | awk "$escape"'
            # the next field of a record of CSV
            function field(    text) {
                if (rest ~ /^"/) { match(rest, /^"([^"]|"")*"/); text = substr(rest, 2, RLENGTH - 2); rest = substr(rest, RLENGTH + 2); gsub(/""/, "\"", text) }
                else { text = rest; sub(/,.*/, "", text); rest = substr(rest, length(text) + 2) }
                return escape(text)
            }
            {
                rest = $0
                kind = field(); part = field(); name = field(); type = field(); unit = field(); needed = field(); otherwise = field(); meaning = field()
                if (part == "kind") { print "## Kind " name "\n\n" meaning ". Column: " type ".\n"; next }
                if (part == "figure") { type = "figure " type; name = "entries.NAME." name }
                print "*" name "* (" type (unit == "" ? "" : ", " unit) (needed == "1" ? ", needed" : "") (otherwise == "" ? "" : "; default " otherwise) ")\n\t" meaning ".\n"
            }'
    done
}

# A line FIGURE(id, table, "name", subject, "unit", decimals, "label"), cut at its quotes.
analysis() {
    awk -F '"' "$escape"'
        /^TABLE\(/ { print "## " escape($2) "\n" }
        /^FIGURE\(/ {
            subject = $3; gsub(/[, ]/, "", subject); unit = $4; gsub(/_/, " ", unit)
            print "*analysis." escape($2) "*" (subject == "none" ? "" : "._" toupper(subject) "_") " (" unit ")\n\t" escape($6) ".\n"
        }' "$here/../scenario/analysis_list.h"
}

expanded() {
    while IFS= read -r line; do
        case $line in
            @commands@) commands ;;
            @problems@) problems ;;
            @kinds@) kinds ;;
            @analysis@) analysis ;;
            *@version@*) printf '%s\n' "${line%%@version@*}$version${line#*@version@}" ;;
            *) printf '%s\n' "$line" ;;
        esac
    done <"$source"
}

expanded >"$page.scd"
"$scdoc" <"$page.scd" >"$page.part"
mv "$page.part" "$page"
rm "$page.scd"
