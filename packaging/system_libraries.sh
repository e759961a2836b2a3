#!/usr/bin/env bash
# Sees to it that Qt's system libraries, a font and Python's venv are there: installs them as root on Debian
# or Ubuntu, otherwise prints the line that would, and goes on. Takes the Python to be used.
set -u
python=${1:-python3}
[ "$(uname -s)" = Linux ] || exit 0

# Debian package and the shared library by which we know that it is there; the name of a package may differ
# between releases, the library's does not.
wanted='
libdbus-1-3 libdbus-1.so.3
libegl1 libEGL.so.1
libfontconfig1 libfontconfig.so.1
libfreetype6 libfreetype.so.6
libgl1 libGL.so.1
libglib2.0-0 libgthread-2.0.so.0
libwayland-cursor0 libwayland-cursor.so.0
libwayland-egl1 libwayland-egl.so.1
libx11-xcb1 libX11-xcb.so.1
libxcb-cursor0 libxcb-cursor.so.0
libxcb-icccm4 libxcb-icccm.so.4
libxcb-image0 libxcb-image.so.0
libxcb-keysyms1 libxcb-keysyms.so.1
libxcb-randr0 libxcb-randr.so.0
libxcb-render-util0 libxcb-render-util.so.0
libxcb-render0 libxcb-render.so.0
libxcb-shape0 libxcb-shape.so.0
libxcb-shm0 libxcb-shm.so.0
libxcb-sync1 libxcb-sync.so.1
libxcb-xfixes0 libxcb-xfixes.so.0
libxcb-xkb1 libxcb-xkb.so.1
libxkbcommon-x11-0 libxkbcommon-x11.so.0
libxkbcommon0 libxkbcommon.so.0
'

libraries() { PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null; }

missing() {
    local known package library
    known=$(libraries)
    while read -r package library; do
        [ -z "$package" ] || grep -qF "$library " <<<"$known" || echo "$package"
    done <<<"$wanted"
    find /usr/share/fonts -name '*.tt[fc]' -print -quit 2>/dev/null | grep -q . || echo fonts-dejavu-core
    "$python" -c 'import ensurepip, venv' 2>/dev/null || echo python3-venv
}

packages=$(missing | tr '\n' ' ')
[ -n "$packages" ] || exit 0

if ! command -v apt-get >/dev/null; then
    echo "Qt may miss libraries of this system; on Debian they are called: $packages" >&2
elif [ "$(id -u)" -ne 0 ]; then
    echo "Some system packages are missing. Install them with this line, then try again if something fails:" >&2
    echo "    sudo apt-get install --yes --no-install-recommends $packages" >&2
else
    "$(dirname "$0")/apt_install.sh" $packages ||
        echo "These system packages could not be installed; going on without: $packages" >&2
fi
exit 0
