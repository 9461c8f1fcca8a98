#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: packaging/run.sh [arguments of diptych]
# Installs what is missing, builds a release and starts the program. Without a display it talks to
# the demo provider in the terminal instead, and saves a picture of the window.
set -euo pipefail
cd "$(dirname "$0")/.."

packaging/install-packages.sh build run speed
echo "Building a release in build/run…"
cmake --preset run >/dev/null
cmake --build --preset run

programs=build/run/bin
if [ "$(uname -s)" = Darwin ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    echo "Starting $programs/diptych"
    exec "$programs/diptych" "$@"
fi
exec packaging/talk-in-terminal.sh "$programs"
