"""Opens a file that the writer named, or says in a sentence why that can't be."""

import errno
import os
import stat
from pathlib import Path
from typing import IO

from cerwizard.errors import UnreadableFileError

_NOT_THERE = "it is not there; check its name and its folder"
_BARRED = "you may not read it; ask its owner for a copy"
_FOLDER = "it is a folder; name a file in it"
_NO_FILE = "it is no ordinary file; name one on a disk"
_ELSE = "check that its drive is connected, or take a copy of it"
_WHY = {
    errno.ENOENT: _NOT_THERE,
    errno.ENOTDIR: _NOT_THERE,
    errno.EACCES: _BARRED,
    errno.EPERM: _BARRED,
    errno.EISDIR: _FOLDER,
    errno.ELOOP: "it is a link that leads back to itself; name the file that is meant",
    errno.ENAMETOOLONG: "no file can have so long a name; check it",
    errno.EINVAL: "no file can have such a name; check it",
}


def opened(path: Path) -> IO[bytes]:
    """Open a file for reading; UnreadableFileError if that can't be, or if it has no end."""
    try:
        _insist_on_file(path)
        return path.open("rb")
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from error


def unreadable(path: Path, error: OSError | ValueError) -> UnreadableFileError:
    """Return the sentence about a file that could not be read."""
    return UnreadableFileError(f"“{path.name or path}” cannot be opened: {_why(error)}.")


def _insist_on_file(path: Path) -> None:
    # A pipe or a device would be waited for, or read, without end.
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(mode):
        raise OSError(errno.ENODEV, _NO_FILE)


def _why(error: OSError | ValueError) -> str:
    if not isinstance(error, OSError):  # a name with a NUL
        return _WHY[errno.EINVAL]
    if error.errno == errno.ENODEV:
        return _NO_FILE
    return _WHY.get(error.errno or 0) or f"{error.strerror or error}; {_ELSE}"
