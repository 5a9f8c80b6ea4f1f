#!/bin/sh
# reports/ holds what the shipped scenarios produce, to the byte, in any locale.
# With --write after the program the reports are written anew instead: the target `reports` does that.
# shellcheck source=tests/property.sh
. "$(dirname "$0")/../property.sh"

if [ "${2:-}" = --write ]; then
    for scenario in "$REPO"/scenarios/*.cfg; do
        name=$(basename "$scenario" .cfg)
        for form in text:txt csv:csv; do
            "$program" --scenario "$scenario" --format "${form%:*}" --output "$REPO/reports/$name.${form#*:}"
            [ $? -le 1 ] || fail "$name: no ${form%:*}"
        done
    done
    finish
fi

# A locale that writes 1,5 is made here where the system has the sources of one, for few systems have one installed.
comma=
if locale -a 2>/dev/null | grep -qi '^de_DE\.utf-\{0,1\}8$'; then
    comma=de_DE.UTF-8
elif localedef --no-archive -i de_DE -f UTF-8 "$scratch/de_DE.UTF-8" >/dev/null 2>&1; then
    comma=de_DE.UTF-8
    export LOCPATH="$scratch"
else
    echo "$property: there is no locale with a decimal comma here, tried without"
fi

cd "$scratch" || exit 1
scenarios=0
for scenario in "$REPO"/scenarios/*.cfg; do
    [ -f "$scenario" ] || continue
    name=$(basename "$scenario" .cfg)
    scenarios=$((scenarios + 1))
    for form in text:txt csv:csv; do
        committed=$REPO/reports/$name.${form#*:}
        [ -f "$committed" ] || { fail "reports/$name.${form#*:} is missing"; continue; }
        for locale in C C.UTF-8 $comma; do
            # By its bare name, as a reader of the report would ask for it.
            LC_ALL=$locale "$program" --scenario "$name.cfg" --format "${form%:*}" >made 2>said
            code=$?
            [ "$code" -le 1 ] || { fail "$name, ${form%:*}, $locale: exit code $code"; sed 's/^/    /' said; }
            same "$committed" made "reports/$name.${form#*:} is not what LC_ALL=$locale produces"
        done
    done
done
[ "$scenarios" -gt 0 ] || fail "no scenario is shipped"
for report in "$REPO"/reports/*.txt "$REPO"/reports/*.csv; do
    name=$(basename "$report")
    [ -f "$REPO/scenarios/${name%.*}.cfg" ] || fail "reports/$name belongs to no scenario"
done
finish
