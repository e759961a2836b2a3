#!/usr/bin/env bash
# Brings the peers of the benchmarks into build/bench, apart from what we stand on: peers.sh PYTHON
set -u
python=$(realpath -s "$1")
cd "$(dirname "$0")/../.."
kept=build/bench
mkdir -p $kept/npm

missing() {
    echo "$1: it is left out." >&2
}

if [ ! -d $kept/python/docxtpl ]; then
    "$python" -m pip --disable-pip-version-check --quiet install --no-deps --require-hashes \
        --target $kept/python --requirement packaging/requirements/bench.txt ||
        missing "docxtpl could not be installed"
fi
if [ ! -d $kept/npm/node_modules/docx ]; then
    if command -v npm >/dev/null; then
        cp packaging/benchmarks/npm/package.json packaging/benchmarks/npm/package-lock.json $kept/npm/
        (cd $kept/npm && npm ci --no-audit --no-fund --loglevel=error </dev/null) ||
            missing "docx for Node could not be installed"
    else
        missing "There is no npm to bring docx for Node"
    fi
fi
