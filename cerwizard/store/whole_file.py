"""Writing a file so that a crash, a full disk or a cut cable leaves the old one or the new one."""

import errno
import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from cerwizard.errors import CannotWriteError
from cerwizard.store import aside

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_BARRED = {errno.EACCES, errno.EPERM, errno.EROFS}
_GONE = {errno.ENOENT, errno.ENOTDIR}


def write(path: Path, fill: Callable[[IO[bytes]], None]) -> str:
    """Let `fill` write a new file aside, then put it in the place of `path`.

    Returns the new content's SHA-256. A link is followed, permissions are kept. Raises
    CannotWriteError; then `path` is as it was.
    """
    insist_on_file(path)
    target = Path(os.path.realpath(path))
    written = aside.named(target)
    with in_words(path):
        try:
            digest = _fill(written, fill)
            _permit_like(target, written)
            written.replace(target)
        except BaseException:
            with suppress(OSError):
                written.unlink(missing_ok=True)
            raise
        _settle(target.parent)
    aside.sweep(target.parent)
    return digest


def insist_on_file(path: Path) -> None:
    """Raise CannotWriteError if what stands at `path` is a folder, a device or a pipe."""
    with in_words(path):
        is_folder, is_other = path.is_dir(), path.exists() and not path.is_file()
    if is_folder:
        raise CannotWriteError(f"“{path.name or path}” is a folder; choose a name for the file.")
    if is_other:
        raise CannotWriteError(f"“{path.name}” is no ordinary file; choose another name.")


def write_bytes(path: Path, data: bytes) -> str:
    """Write `data` in the same way."""

    def fill(out: IO[bytes]) -> None:
        out.write(data)

    return write(path, fill)


def _fill(written: Path, fill: Callable[[IO[bytes]], None]) -> str:
    with written.open("xb") as out:
        fill(out)
        out.flush()
        os.fsync(out.fileno())
    return fingerprint(written)


def fingerprint(path: Path) -> str:
    """Return the SHA-256 of the file's content; OSError if it can't be read."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _permit_like(target: Path, written: Path) -> None:
    with suppress(FileNotFoundError):
        written.chmod(target.stat().st_mode & 0o7777)


def _settle(folder: Path) -> None:
    """Make the new name durable; what can't sync a folder (Windows, some shares) needn't."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Turn an OSError of writing `path` into a CannotWriteError with a sentence."""
    try:
        yield
    except OSError as error:
        raise CannotWriteError(_sentence(path, error)) from error


def _sentence(path: Path, error: OSError) -> str:
    name = f"“{path.name}”"
    if error.errno in _FULL:
        return f"{name} was not written because the disk is full; free some space and try again."
    if error.errno in _BARRED:
        return f"{name} cannot be written: you may not write there; choose another place."
    if error.errno in _GONE:
        return f"{name} cannot be written: its folder is not there; choose another place."
    if error.errno == errno.ENAMETOOLONG:
        return f"{name} cannot be written: its name is too long; choose a shorter one."
    return f"{name} cannot be written: {error.strerror or error}; choose another place."
