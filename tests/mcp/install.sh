#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: tests/mcp/install.sh FOLDER
# Installs the reference servers of the Model Context Protocol, as the lock file beside this script
# names them, into FOLDER; once for each lock file. Leaves with 77 where there is no node, or where
# its registry cannot be reached.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$1
for program in node npm; do
    if ! command -v "$program" >/dev/null; then
        echo "skipped: there is no $program"
        exit 77
    fi
done
mkdir -p "$folder"
if cmp -s "$here/package-lock.json" "$folder/installed-lock.json"; then
    exit 0
fi
cp "$here/package.json" "$here/package-lock.json" "$folder"
# Nothing of a package is run when it is installed.
if ! (cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund --fetch-retries 1); then
    echo "skipped: the servers could not be installed"
    exit 77
fi
cp "$here/package-lock.json" "$folder/installed-lock.json"
