# Sourced by the benchmarks: repo, and the build folder with what they run, or one line that says what to build first.
repo=$(cd "$(dirname "$0")/../.." && pwd)

# built FOLDER: prints its absolute path.
built() {
    if [ -f "$1/CMakeCache.txt" ] && cmake --build "$1" --target bench >/dev/null 2>&1; then
        (cd "$1" && pwd)
    else
        echo "$0: build first: cmake -S $repo -B $1 -DBUILD_TESTING=ON && cmake --build $1 --target bench" >&2
        return 1
    fi
}
