#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: package_test.sh BUILD_FOLDER    (of a whole build; started by ctest)
# Packs the .deb, looks at what is in it and starts both programs out of it. Skipped (77) where the
# tools of Debian are missing.
set -euo pipefail
build=$1
for tool in dpkg-deb dpkg-shlibdeps desktop-file-validate appstreamcli; do
    command -v "$tool" >/dev/null || { echo "no $tool here"; exit 77; }
done
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

cpack --config "$build/CPackConfig.cmake" -G DEB -B "$scratch" >"$scratch/log" || { cat "$scratch/log"; exit 1; }
package=$(echo "$scratch"/*.deb)
echo "$(basename "$package"): $(stat -c %s "$package") bytes"

expect() {
    grep -qE "$1" <<<"$2" || { echo "missing: $1, in:"; echo "$2"; exit 1; }
}
contents=$(dpkg-deb -c "$package")
for file in bin/diptych bin/diptych-cli libexec/diptych/diptych-schema-check share/applications/diptych.desktop \
    share/metainfo/io.github.diptych.Diptych.metainfo.xml \
    share/icons/hicolor/scalable/apps/diptych.svg share/doc/diptych/copyright \
    share/diptych/highlight/typescript.lang; do
    expect " \./usr/$file$" "$contents"
done
depends=$(dpkg-deb -f "$package" Depends)
for name in libqt6widgets6 libqt6network6 libqt6svg6 libqt6sql6-sqlite libqt6keychain1 \
    libsecret-1-0 libcmark-gfm-extensions libsource-highlight ca-certificates; do
    expect "$name" "$depends"
done
expect fonts-dejavu-core "$(dpkg-deb -f "$package" Recommends)"

dpkg-deb -x "$package" "$scratch/root"
desktop-file-validate "$scratch/root/usr/share/applications/diptych.desktop"
appstreamcli validate --no-net "$scratch"/root/usr/share/metainfo/*.metainfo.xml
version=$(dpkg-deb -f "$package" Version)
expect "$version" "$(QT_QPA_PLATFORM=offscreen "$scratch/root/usr/bin/diptych" --version)"
expect "$version" "$("$scratch/root/usr/bin/diptych-cli" --version)"
# The helper is found out of the package too.
echo '{"type":"json_schema","json_schema":{"name":"n","schema":{"type":"object"}}}' >"$scratch/format.json"
expect '"valid":true' "$("$scratch/root/usr/bin/diptych-cli" ask --provider demo --model diptych/json --json \
    --profile "$scratch/profile" --response-format "$scratch/format.json" "Hello")"
