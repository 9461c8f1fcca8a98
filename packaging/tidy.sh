#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: packaging/tidy.sh [--changed] [FILE...]
# clang-tidy over every source, over the given ones, or (--changed) over those that changed since
# the last landed commit: where this branch left origin's main; in a clone whose main is that very
# commit, the last one that is six hours older. DIPTYCH_TIDY_BASE overrides it.
# --changed stops after DIPTYCH_TIDY_SECONDS (300) and says how many it left out.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=86400
if [ "${1:-}" = --changed ]; then
    shift
    seconds=${DIPTYCH_TIDY_SECONDS:-300}
    mode=changed
else
    mode=all
fi

base_commit() {
    local head last
    head=$(git rev-parse HEAD)
    if [ -n "${DIPTYCH_TIDY_BASE:-}" ]; then
        git rev-parse "$DIPTYCH_TIDY_BASE"
        return
    fi
    last=$(git merge-base HEAD origin/main 2>/dev/null || true)
    if [ -z "$last" ] || [ "$last" = "$head" ]; then
        last=$(git rev-list -1 --before="$(($(git log -1 --format=%ct) - 6 * 3600))" HEAD)
    fi
    # A younger history than that: everything has changed, since the empty tree.
    echo "${last:-$(git hash-object -t tree /dev/null)}"
}

# The sources to read: a changed header stands for the source of the same name.
sources() {
    if [ "$mode" = all ]; then
        git ls-files 'app/*.cpp' 'ui/*.cpp' 'tests/*.cpp'
        return
    fi
    git diff --name-only --diff-filter=d "$(base_commit)" -- 'app/*' 'ui/*' 'tests/*' \
        | sed -n 's/\.h$/.cpp/; /\.cpp$/p' | sort -u | while read -r file; do
        [ ! -f "$file" ] || echo "$file"
    done
}

# What is read for a source: the batch of its library that has it, so that headers are read once for
# a dozen sources, or the source itself.
units() {
    local file
    for file in "$@"; do
        grep -lF "\"$PWD/$file\"" build/tidy/{app,ui}/CMakeFiles/*/Unity/*.cxx || echo "$file"
    done | sort -u
}

packaging/install-packages.sh build check
tidy=$(command -v clang-tidy-14 || command -v clang-tidy)
cmake --preset tidy >/dev/null
if [ "$#" -gt 0 ]; then files=("$@"); else mapfile -t files < <(sources); fi
if [ "${#files[@]}" -eq 0 ]; then
    echo "clang-tidy: no source changed."
    exit 0
fi
# The .moc files, without building the targets: those wait for whole programs. Only tests include
# any; the parameters of moc lie in files.
moc=$(grep -om1 '[^ ]*/moc @' build/tidy/build.ninja || true)
find build/tidy/tests -name '*.moc_parameters*' -print0 \
    | xargs -0 -r -P "$(getconf _NPROCESSORS_ONLN)" -I {} "${moc% @}" @{}

mapfile -t units < <(units "${files[@]}")
left=$(mktemp)
trap 'rm -f "$left"' EXIT
deadline=$(($(date +%s) + seconds))
# One unit, its findings printed in one piece; one whose turn comes too late is noted in $left.
check() {
    local output
    if [ "$(date +%s)" -ge "$deadline" ]; then
        echo "$1" >>"$left"
    elif ! output=$("$tidy" -p build/tidy --quiet "$1" 2>&1); then
        printf '%s\n' "$output" | grep -vE '^[0-9]+ warnings? (generated|treated)' || true
        return 1
    fi
}
export tidy left deadline
export -f check

jobs=$(getconf _NPROCESSORS_ONLN)
status=0
printf '%s\n' "${units[@]}" | xargs -P "$jobs" -I {} bash -c 'check {}' || status=1
echo "clang-tidy: ${#files[@]} sources, $((${#units[@]} - $(wc -l <"$left"))) of ${#units[@]} units read."
if [ -s "$left" ]; then
    echo "No time was left for these; packaging/tidy.sh reads them all:"
    cat "$left"
fi
exit "$status"
