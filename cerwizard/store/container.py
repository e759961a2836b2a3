"""The zip container of a `.cerw` file: members, limits, and copying what others put in."""

import shutil
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from lzma import LZMAError
from pathlib import Path
from struct import error as StructError
from typing import IO

from cerwizard.errors import CannotWriteError, UnreadableFileError

MOST_MEMBERS = 10_000
MOST_BYTES = 8 << 30
_LONGEST_NAME = 500
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the same content gives the same bytes, whatever the clock says
_LEVEL = 3
_CHUNK = 1 << 20
_ENCRYPTED = 0x1
TOO_LARGE = "is too large to be opened safely; take an earlier copy of it."
_BROKEN = (
    OSError,
    EOFError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    LZMAError,
    StructError,
    zipfile.BadZipFile,
    zlib.error,
)


@contextmanager
def opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """Open a container and check it; UnreadableFileError with a sentence if it is no good."""
    try:
        with zipfile.ZipFile(path) as container:
            _check(container.infolist(), path.name)
            yield container
    except _BROKEN as error:
        raise UnreadableFileError(
            f"“{path.name}” is damaged and cannot be opened; take an earlier copy of it."
        ) from error


def _check(members: list[zipfile.ZipInfo], name: str) -> None:
    names = {member.filename for member in members}
    if len(names) < len(members) or not all(_plain(member.filename) for member in members):
        raise UnreadableFileError(
            f"“{name}” holds files with impossible names and is not opened; "
            "take an earlier copy of it."
        )
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise UnreadableFileError(f"“{name}” is encrypted; save it without a password.")
    if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > MOST_BYTES:
        raise UnreadableFileError(f"“{name}” {TOO_LARGE}")


def _plain(name: str) -> bool:
    """Say whether a member's name stays inside the container, wherever it is unpacked."""
    pieces = name.removesuffix("/").split("/")
    return (
        len(name) <= _LONGEST_NAME
        and name.isprintable()
        and not {"", ".", ".."} & set(pieces)
        and not set(name) & set('\\:*?"<>|')
    )


def read(container: zipfile.ZipFile, name: str, most: int) -> bytes | None:
    """Return a member's bytes, None if there is none; UnreadableFileError above `most` bytes."""
    if name not in container.namelist():
        return None
    with container.open(name) as member:
        data = member.read(most + 1)
    if len(data) > most:
        whole = Path(container.filename or name).name
        raise UnreadableFileError(f"“{name}” in “{whole}” {TOO_LARGE}")
    return data


def write(container: zipfile.ZipFile, name: str, data: bytes) -> None:
    """Add a member; the same content always gives the same bytes."""
    member = zipfile.ZipInfo(name, _EARLIEST)
    member.compress_type = zipfile.ZIP_DEFLATED
    member.external_attr = 0o644 << 16
    container.writestr(member, data, compresslevel=_LEVEL)


def copy(source: zipfile.ZipFile, target: zipfile.ZipFile, names: Iterable[str]) -> None:
    """Carry members over as they are, a piece at a time; what is no longer there is left out."""
    for name in sorted(set(source.namelist()).intersection(names)):
        old = source.getinfo(name)
        new = zipfile.ZipInfo(name, old.date_time)
        new.compress_type, new.external_attr = old.compress_type, old.external_attr
        new.file_size = old.file_size  # a large one needs the long header from the start
        with source.open(old) as piece, target.open(new, "w") as into:
            _pour(piece, into)


def _pour(piece: IO[bytes], into: IO[bytes]) -> None:
    try:
        shutil.copyfileobj(piece, into, _CHUNK)
    except (EOFError, zipfile.BadZipFile, zlib.error) as error:
        raise CannotWriteError(
            f"“{piece.name}” inside the file is damaged and cannot be carried over; "
            "take an earlier copy of the file."
        ) from error
