#!/bin/sh
# From a bare Debian to the combined statements:
#
#   ./bootstrap.sh run     installs what is missing, builds, and prints the report of base.cfg
#   ./bootstrap.sh test    the same, and then runs every test
#   ./bootstrap.sh deps    only installs what building and testing need
#   ./bootstrap.sh checks  only installs what .ci/run needs beyond that: valgrind, clang with its libFuzzer, MPI
#
# Compiles with warnings as errors when CI is set.
set -eu
cd "$(dirname "$0")"

say() { printf '%s\n' "bootstrap: $*" >&2; }

usage() {
    echo "usage: ./bootstrap.sh run | test | deps | checks" >&2
    exit 2
}

# Looks for the things themselves, not for packages: a compiler that did not come from apt does as well.
missing_packages() {
    command -v make >/dev/null || echo make
    command -v cmake >/dev/null || echo cmake
    command -v pkg-config >/dev/null || echo pkg-config
    if command -v cc >/dev/null; then
        has_header stdio.h || echo libc6-dev
    else
        echo gcc libc6-dev
    fi
    has_header libconfig.h || echo libconfig-dev
    has_header json-c/json.h || echo libjson-c-dev
    has_header gsl/gsl_version.h || echo libgsl-dev
    has_header Random123/philox.h || echo librandom123-dev
    if [ "$1" != run ]; then
        has_header check.h || echo check
        command -v jq >/dev/null || echo jq
        command -v python3 >/dev/null || echo python3
        command -v scdoc >/dev/null || echo scdoc
    fi
    [ "$1" = checks ] || return 0
    command -v valgrind >/dev/null || echo valgrind
    can_fuzz || echo clang "$(fuzzer_package)"
    command -v mpicc >/dev/null || echo libopenmpi-dev
    command -v mpirun >/dev/null || echo openmpi-bin
    command -v pgrep >/dev/null || echo procps
}

can_fuzz() {
    command -v clang >/dev/null && [ -n "$(find "$(clang -print-resource-dir)" -name 'libclang_rt.fuzzer*' 2>/dev/null)" ]
}

# Debian calls it after the version of clang: libclang-rt-14-dev.
fuzzer_package() {
    version=$(apt-cache depends clang 2>/dev/null | sed -n 's/.*Depends: clang-\([0-9]*\)$/\1/p')
    echo "libclang-rt-${version:-14}-dev"
}

has_header() {
    command -v cc >/dev/null && echo "#include <$1>" | cc -E -x c - >/dev/null 2>&1
}

install_missing() {
    missing=$(missing_packages "$1" | tr '\n' ' ')
    missing=${missing% }
    if [ -z "$missing" ]; then
        return
    fi
    if ! command -v apt-get >/dev/null; then
        say "this system has no apt-get; please install what Debian calls: $missing"
        exit 1
    fi
    say "installing $missing"
    as_root=
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || { say "please run as root, or install sudo: $missing are needed"; exit 1; }
        as_root=sudo
    fi
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get update >&2
    # shellcheck disable=SC2086 # one word a package is meant
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing >&2
}

processors() { nproc 2>/dev/null || echo 1; }

build() {
    strict=OFF
    [ -z "${CI:-}" ] || strict=ON
    say "building in build/"
    # Standard output is kept for what the program prints.
    cmake -S . -B build -DBUILD_TESTING="$1" -DPROFORMA_WERROR="$strict" >&2
    cmake --build build --parallel "$(processors)" >&2
}

report() {
    say "build/proforma --scenario base.cfg"
    build/proforma --scenario base.cfg
}

run_tests() {
    status=0
    ctest --test-dir build --output-on-failure --parallel "$(processors)" --output-log build/tests.log || status=$?
    say "$(grep -c '\*\*\*Skipped' build/tests.log || true) tests were skipped"
    # The summary once more, so that it is the last thing to be read.
    sed -n '/tests passed, .* tests failed out of/,/^\[ERROR/p' build/tests.log | grep -v '^\[ERROR'
    return "$status"
}

[ $# -eq 1 ] || usage
case $1 in
    deps) install_missing test ;;
    checks) install_missing checks ;;
    run)  install_missing run; build OFF; report ;;
    test) install_missing test; build ON; report; run_tests ;;
    *)    usage ;;
esac
