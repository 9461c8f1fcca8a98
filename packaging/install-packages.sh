#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: packaging/install-packages.sh KIND...    (build run test check speed)
# Installs what is missing of these kinds in packaging/packages.table. When nothing is missing it
# needs neither the network nor root.
set -euo pipefail
cd "$(dirname "$0")/.."
table=packaging/packages.table

system() {
    if [ "$(uname -s)" = Darwin ]; then echo brew; return; fi
    local ID='' ID_LIKE=''
    # shellcheck source=/dev/null
    [ ! -r /etc/os-release ] || . /etc/os-release
    local name
    for name in $ID $ID_LIKE; do
        case $name in
            ubuntu) echo ubuntu; return ;;
            debian) echo debian; return ;;
            fedora | rhel) echo fedora; return ;;
            arch) echo arch; return ;;
        esac
    done
    if command -v brew >/dev/null; then echo brew; else echo unknown; fi
}

column_of() {
    case $1 in debian) echo 1 ;; ubuntu) echo 2 ;; fedora) echo 3 ;; arch) echo 4 ;; brew) echo 5 ;; esac
}

# Rows of the table without comments: "kind|name|lost", for the kinds and the system asked for.
rows() {
    local column=$1 kinds=" ${*:2} " fields
    while IFS='|' read -r -a fields; do
        [ "${#fields[@]}" -eq 7 ] || continue
        local kind=${fields[0]// /} name=${fields[$column]// /}
        [[ $kind != \#* && $kinds == *" $kind "* && $name != - ]] || continue
        echo "$kind|$name|${fields[6]# }"
    done <"$table"
}

is_installed() {
    case $os in
        debian | ubuntu) [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ] ;;
        fedora) rpm -q --whatprovides "$1" >/dev/null 2>&1 ;;
        arch) pacman -T "$1" >/dev/null ;;
        brew) brew list --versions "$1" >/dev/null ;;
    esac
}

is_available() {
    case $os in
        debian | ubuntu) [[ $(LC_ALL=C apt-cache policy "$1") == *'Candidate: '[!\(]* ]] ;;
        fedora) dnf -q info "$1" >/dev/null 2>&1 ;;
        arch) pacman -Si "$1" >/dev/null 2>&1 ;;
        brew) brew info "$1" >/dev/null 2>&1 ;;
    esac
}

as_root() {
    if [ "$os" = brew ] || [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo env DEBIAN_FRONTEND=noninteractive "$@"
    else
        echo "Packages are missing and there is no sudo. As root, run: $*" >&2
        exit 1
    fi
}

refresh_lists() {
    case $os in
        debian | ubuntu) as_root apt-get update -q </dev/null ;;
        arch) as_root pacman -Sy --noconfirm ;;
    esac
}

install() {
    case $os in
        debian | ubuntu) as_root apt-get install -y -q --no-install-recommends "$@" </dev/null ;;
        fedora) as_root dnf install -y "$@" ;;
        arch) as_root pacman -S --needed --noconfirm "$@" ;;
        brew) brew install "$@" ;;
    esac
}

# One that cannot be installed shall not keep out the others.
install_one_by_one() {
    local kind name lost row
    for row in "${offered[@]}"; do
        IFS='|' read -r kind name lost <<<"$row"
        install "$name" && continue
        echo "The package $name could not be installed. Lost without it: $lost." >&2
        [ "$kind" != build ] || stop=maybe
    done
}

export DEBIAN_FRONTEND=noninteractive
os=$(system)
if [ "$os" = unknown ]; then
    echo "This system is not in $table. Install by hand what it names for: $*." >&2
    exit 1
fi

missing=()
while IFS='|' read -r kind name lost; do
    # A command of that name does, whoever brought it: Node.js from elsewhere shuts out Debian's npm.
    is_installed "$name" || command -v "$name" >/dev/null || missing+=("$kind|$name|$lost")
done < <(rows "$(column_of "$os")" "$@")

if [ "${#missing[@]}" -eq 0 ]; then
    echo "Packages ($*): all there."
    exit 0
fi

[ "$os" = debian ] || echo "The names for this system ($os) were read, not run; a report of how it went is welcome."
refresh_lists
wanted=()
offered=()
stop=no
for row in "${missing[@]}"; do
    IFS='|' read -r kind name lost <<<"$row"
    if [ "$name" != none ] && is_available "$name"; then
        wanted+=("$name")
        offered+=("$row")
        continue
    fi
    [ "$name" != none ] || name='of this kind'
    echo "This system has no package $name. Lost without it: $lost." >&2
    # What the build lacks may have been installed by hand; CMake is the judge.
    [ "$kind" != build ] || stop=maybe
done
if [ "${#wanted[@]}" -gt 0 ]; then
    echo "Packages ($*): installing ${wanted[*]}"
    install "${wanted[@]}" || install_one_by_one
fi
[ "$stop" = no ] || echo "Going on: CMake will say if what is lacking was not installed by hand." >&2
