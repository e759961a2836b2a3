"""Puts a finished file where it belongs: written aside, read back, then moved into place."""

import errno
import os
import zipfile
from collections.abc import Mapping
from pathlib import Path

from cerwizard.errors import CannotWriteError
from cerwizard.report.beat import Beat, quiet
from cerwizard.report.word import package
from cerwizard.store import aside


def put(
    parts: Mapping[str, bytes], target: Path, date: str, ready: Beat = quiet, beat: Beat = quiet
) -> None:
    """Write the parts of a file to `target`, whole or not at all; `date` is the document's.

    `beat` is called all the while, `ready` at the last moment. Raises CannotWriteError with a
    sentence; then, and if one of the two raises, whatever stood at `target` is still there. What
    a program that was killed has left in the folder is swept away.
    """
    written = aside.named(target)
    try:
        package.save(parts, written, date, beat)
        _verify(parts, written, beat)
        ready()
        written.replace(target)
        _settle(target.parent)
    except OSError as error:
        raise CannotWriteError(_why(error, target)) from error
    finally:
        written.unlink(missing_ok=True)
    aside.sweep(target.parent)


def _verify(parts: Mapping[str, bytes], written: Path, beat: Beat) -> None:
    """Read back what was written: the parts were checked before, not the file."""
    try:
        with zipfile.ZipFile(written) as file:
            same = set(file.namelist()) == parts.keys() and all(
                _reads_back(file, name, data, beat) for name, data in parts.items()
            )
    except zipfile.BadZipFile:
        same = False
    if not same:
        raise OSError(errno.EIO, "the file does not read back as it was written")


def _reads_back(file: zipfile.ZipFile, name: str, data: bytes, beat: Beat) -> bool:
    with file.open(name) as part:
        for chunk in package.chunks(data):
            beat()
            if part.read(len(chunk)) != chunk:
                return False
        return not part.read(1)


def _settle(folder: Path) -> None:
    """Make the new name last through a power cut, where the system has a way to ask for it."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _why(error: OSError, target: Path) -> str:
    folder = target.parent
    if not folder.is_dir():
        return f"The folder “{folder}” does not exist. Make it, or choose another."
    if target.is_dir():
        return f"“{target}” is a folder, so no report can be written there."
    if error.errno == errno.ENOSPC:
        return f"The disk is full: “{target.name}” was not written."
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return (
            f"“{target}” cannot be written: the folder is read-only, or the file is open in Word."
        )
    return f"“{target}” could not be written ({error.strerror or error})."
