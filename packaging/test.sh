#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: packaging/test.sh [arguments of ctest]
# Installs what is missing, builds everything with warnings as errors, runs every test. The summary
# of ctest ends the output.
set -euo pipefail
cd "$(dirname "$0")/.."

packaging/install-packages.sh build run test speed
echo "Building everything in build/release, warnings are errors…"
cmake --preset release >/dev/null
cmake --build --preset release
echo "Built in $SECONDS s. Running the tests…"
# Tests wait for processes and servers about as long as they reckon.
ctest --preset release -j"$(($(getconf _NPROCESSORS_ONLN) * 3 / 2))" "$@"
