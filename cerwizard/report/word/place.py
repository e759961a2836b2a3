"""Puts a finished file where it belongs: written aside, read back, then moved into place."""

import errno
import os
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from uuid import uuid4

from cerwizard.errors import CannotWriteError
from cerwizard.report.word import package


def put(
    parts: Mapping[str, bytes], target: Path, date: str, ready: Callable[[], object] = lambda: None
) -> None:
    """Write the parts of a file to `target`, whole or not at all; `date` is the document's.

    `ready` is called at the last moment. Raises CannotWriteError with a sentence; then, and if
    `ready` raises, whatever stood at `target` is still there.
    """
    aside = target.with_name(f".{target.stem[:40]}-{uuid4().hex[:8]}.tmp")
    try:
        package.save(parts, aside, date)
        _verify(parts, aside)
        ready()
        aside.replace(target)
        _settle(target.parent)
    except OSError as error:
        raise CannotWriteError(_why(error, target)) from error
    finally:
        aside.unlink(missing_ok=True)


def _verify(parts: Mapping[str, bytes], aside: Path) -> None:
    """Read back what was written: the parts were checked before, not the file."""
    try:
        with zipfile.ZipFile(aside) as written:
            same = {name: written.read(name) for name in written.namelist()} == dict(parts)
    except zipfile.BadZipFile:
        same = False
    if not same:
        raise OSError(errno.EIO, "the file does not read back as it was written")


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
