#!/usr/bin/env bash
# Brings what checks documents and draws windows: LibreOffice, poppler, a virtual screen, the Open XML validator.
# What cannot be had is said loudly and is no failure: the tests that need it say so too.
set -u
cd "$(dirname "$0")"
loudly() { printf '\n*** %s ***\n\n' "$*" >&2; }

missing=
command -v soffice >/dev/null || missing+=' libreoffice-writer-nogui python3-uno'
command -v pdftotext >/dev/null || missing+=' poppler-utils'
command -v Xvfb >/dev/null || missing+=' xvfb xauth'
if [ -n "$missing" ]; then
    if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
        ./apt_install.sh $missing || loudly "Not installed, so not checked with:$missing"
    else
        loudly "Not installed, so not checked with:$missing"
    fi
fi

if [ ! -x validator/node_modules/.bin/ooxml-validator ]; then
    if command -v npm >/dev/null; then
        echo "Installing the Open XML validator"
        (cd validator && npm install --no-save --no-audit --no-fund --loglevel=error </dev/null) ||
            loudly "The Open XML validator could not be installed, so documents are not checked with it"
    else
        loudly "There is no npm, so documents are not checked with the Open XML validator"
    fi
fi
exit 0
