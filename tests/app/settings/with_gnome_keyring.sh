#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a test with an unlocked gnome-keyring on a session bus and in a home of its own, so that
# nothing of the user is read or written. Exit code 77: a program that it needs is not there.
set -euo pipefail

for program in dbus-run-session gnome-keyring-daemon; do
    command -v "$program" >/dev/null || { echo "skipped: no $program"; exit 77; }
done

home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir -m 700 "$home/runtime"
export HOME="$home" XDG_RUNTIME_DIR="$home/runtime" XDG_DATA_HOME="$home/data"
export XDG_CONFIG_HOME="$home/config" XDG_CACHE_HOME="$home/cache"
unset DBUS_SESSION_BUS_ADDRESS GNOME_KEYRING_CONTROL XDG_CURRENT_DESKTOP KDE_FULL_SESSION
unset DESKTOP_SESSION GDMSESSION
export DIPTYCH_TEST_KEYRING=1

# The daemon stays in the foreground of the background, so that it ends with this session.
dbus-run-session -- bash -c '
    echo -n pw | gnome-keyring-daemon --foreground --unlock --components=secrets >/dev/null &
    daemon=$!
    for _ in $(seq 100); do
        if dbus-send --session --print-reply --dest=org.freedesktop.DBus / \
               org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets \
               | grep -q "boolean true"; then
            break
        fi
        sleep 0.05
    done
    status=0
    "$@" || status=$?
    kill "$daemon"
    wait "$daemon" || true
    exit "$status"
' bash "$@"
