#!/bin/sh
# What `cmake --install` puts in a prefix works there: the program finds its data, and the library and its header
# serve a program of somebody else.
# shellcheck source=tests/property.sh
. "$(dirname "$0")/../property.sh"

prefix=$scratch/prefix
"${CMAKE:-cmake}" --install "${BUILD:-$(dirname "$program")}" --prefix "$prefix" >"$scratch/log" 2>&1 ||
    { fail "cmake --install"; cat "$scratch/log"; }
mkdir "$scratch/empty"
cd "$scratch/empty" || exit 1
"$program" --scenario base.cfg >"$scratch/built" 2>/dev/null
"$prefix/bin/proforma" --scenario base.cfg >"$scratch/installed" 2>"$scratch/said" ||
    { fail "the installed program ends with $?"; cat "$scratch/said"; }
same "$scratch/built" "$scratch/installed" "the installed program says something else"
[ -f "$prefix/share/proforma/scenarios/base.cfg" ] || fail "base.cfg was not installed"

cat >"$scratch/user.c" <<'C'
#include <proforma.h>
int main(void)
{
    return 0;
}
C
"${CC:-cc}" -std=c11 -I "$prefix/include" "$scratch/user.c" -o "$scratch/user" 2>"$scratch/said" ||
    { fail "proforma.h does not compile by itself"; sed -n '1,10p' "$scratch/said"; }
find "$prefix" -name libproforma.a | grep -q . || fail "libproforma.a was not installed"
finish
