#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: packaging/talk-in-terminal.sh FOLDER_OF_THE_PROGRAMS
# What run.sh does where there is no display: a conversation with the demo provider through
# diptych-cli, and a picture of the window.
set -euo pipefail
programs=$1
picture=$PWD/build/diptych.png
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

json_string() {
    local text=$1
    text=${text//\\/\\\\}
    text=${text//\"/\\\"}
    text=${text//$'\n'/\\n}
    text=${text//$'\t'/\\t}
    printf '"%s"' "$text"
}

messages=''
add_message() {
    messages+="${messages:+,}{\"role\":\"$1\",\"content\":$(json_string "$2")}"
}

say() {
    printf '\nyou: %s\n\n' "$1"
    add_message user "$1"
    printf '[%s]' "$messages" >"$scratch/messages.json"
    "$programs/diptych-cli" ask --provider demo --profile "$scratch/profile" \
        --messages "$scratch/messages.json" | tee "$scratch/answer"
    add_message assistant "$(cat "$scratch/answer")"
    echo
}

echo "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set)."
echo "So this is a conversation with the demo provider, which is offline, in the terminal:"
say "What is Diptych, and what can I do with it?"
say "And how do I compare two models?"

echo "A picture of the window, drawn without a display…"
QT_QPA_PLATFORM=offscreen "$programs/diptych" --profile "$scratch/profile" \
    --ask "What is Diptych, and what can I do with it?" --screenshot "$picture"
echo "Saved as $picture"

if [ -t 0 ]; then
    echo "Go on talking; an empty line ends it."
    while IFS= read -r -p "you: " line && [ -n "$line" ]; do
        say "$line"
    done
fi
