#!/usr/bin/env bash
# Opens the wizard on a copy of a sample; where there is no screen, builds the sample's report and says so.
set -eu
name=$1
sample=resources/samples/$name.cerw
target=build/$name

if [ "$(uname -s)" = Linux ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    echo "There is no screen here, so no window can open. Building the report of the sample instead:"
    # Never into a folder that is there: somebody may have typed into the report in it.
    number=1
    while [ -e "$target-report-$number" ]; do number=$((number + 1)); done
    target=$target-report-$number
    mkdir -p "$target"
    exec cerwizard build "$sample" --to "$target"
fi
# A copy, so that trying things out leaves the sample as it was.
mkdir -p build
[ -e "$target.cerw" ] || cp "$sample" "$target.cerw"
exec cerwizard open "$target.cerw"
