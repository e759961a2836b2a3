#!/usr/bin/env bash
# Pins what run.in, dev.in and bench.in ask for, with the hashes of every file, for all systems and Pythons that we support.
set -eu
uv=$(realpath "$1")
cd "$(dirname "$0")/requirements"
pin() {
    "$uv" pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header \
        --no-emit-index-url --no-emit-find-links --output-file "$1.txt" "$1.in" "${@:2}"
}
pin run
pin dev --constraint run.txt
pin bench --constraint run.txt
