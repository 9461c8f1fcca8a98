#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: tests/fuzz/run.sh [SECONDS] [BUILD FOLDER]    (a minute for each target, build/fuzz)
# Builds the fuzz targets with clang, replays their corpora and lets each look for new inputs. What
# it finds goes into the build folder; a failing input belongs into tests/fuzz/corpus once its cause
# is gone. DIPTYCH_FUZZ_SEED makes a run repeatable, DIPTYCH_FUZZ_RUNS ends it after that many inputs.
# Exit code 77: there is no clang with libFuzzer.
set -euo pipefail
cd "$(dirname "$0")"
seconds=${1:-60}
build=${2:-../../build/fuzz}

mkdir -p "$build"
build=$(cd "$build" && pwd)
compiler=$(command -v clang++-14 || command -v clang++ || true)
if [ -z "$compiler" ] || ! echo 'extern "C" int LLVMFuzzerTestOneInput(const char *, unsigned long) { return 0; }' |
    "$compiler" -x c++ - -fsanitize=fuzzer,address -o "$build/probe" 2>/dev/null; then
    echo "There is no clang++ with libFuzzer (Debian: clang-14 libclang-rt-14-dev): nothing was fuzzed."
    exit 77
fi
launcher=()
command -v ccache >/dev/null && launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
cmake -S targets -B "$build" -G Ninja -DCMAKE_CXX_COMPILER="$compiler" "${launcher[@]}" >/dev/null
cmake --build "$build" >"$build/build.log" 2>&1 || { tail -40 "$build/build.log"; exit 1; }

# cmark's and Qt's leaks at exit are not what is looked for.
export ASAN_OPTIONS=detect_leaks=0

# One target; what it has to say is printed in one piece. 255: the others are not begun.
look_for_inputs() {
    local target=$1 log=$build/$1.log
    mkdir -p "$build/found/$target"
    if ! {
        "$build/${target}_fuzz" -timeout=5 -runs=0 "corpus/$target" &&
            "$build/${target}_fuzz" -timeout=5 -max_total_time="$seconds" -max_len=4096 \
                -seed="${DIPTYCH_FUZZ_SEED:-0}" -runs="${DIPTYCH_FUZZ_RUNS:--1}" -print_final_stats=1 \
                -artifact_prefix="$build/found/$target-" "$build/found/$target" "corpus/$target"
    } >"$log" 2>&1; then
        printf '=== %s\n%s\n' "$target" "$(tail -40 "$log")"
        return 255
    fi
    printf '=== %s: corpus, then %s s\n%s\n' "$target" "$seconds" \
        "$(grep -E 'number_of_executed_units|slowest_unit|peak_rss' "$log")"
}
export build seconds
export -f look_for_inputs
printf '%s\n' boxes json markdown math sse deltas |
    xargs -P "$(getconf _NPROCESSORS_ONLN)" -I {} bash -c 'look_for_inputs {}'

echo "=== a planted slow input must be caught"
{ printf 'z|a|\n|-|\n'; head -c 30000 /dev/zero | tr '\0' '|'; printf '\n'; } >"$build/slow"
if DIPTYCH_FUZZ_WITHOUT_PIPE_GUARD=1 "$build/markdown_fuzz" -timeout=2 "$build/slow" \
    -artifact_prefix="$build/" >"$build/slow.log" 2>&1; then
    echo "It was not."
    exit 1
fi
grep -q 'timeout' "$build/slow.log"
"$build/markdown_fuzz" -timeout=5 "$build/slow" >"$build/slow.log" 2>&1
echo "It was, and with the guard it is quick."
