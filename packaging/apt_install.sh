#!/usr/bin/env bash
# Installs Debian packages without asking, as root; reads the package lists anew only where that is needed.
set -u
export DEBIAN_FRONTEND=noninteractive
install() { apt-get install --yes --no-install-recommends -qq -o Dpkg::Use-Pty=0 "$@" </dev/null >/dev/null; }

echo "Installing system packages: $*"
install "$@" 2>/dev/null || { apt-get update -qq </dev/null && install "$@"; }
