"""Opens and saves a dossier as one `.cerw` file; a bare `.json` can be read too."""

import zipfile
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import IO

from cerwizard import files
from cerwizard.dossier.dossier import Dossier
from cerwizard.errors import CannotWriteError, ChangedOnDiskError, UnreadableFileError
from cerwizard.store import container, history, plain_dossier, whole_file
from cerwizard.store.history import Entry

DOSSIER = "dossier.json"
HISTORY = "history.jsonl"
SUFFIX = ".cerw"
_MOST_DOSSIER = 256 << 20
_MOST_HISTORY = 1 << 30
_ZIP = b"PK"


@dataclass(frozen=True)
class Opened:
    """A dossier as it is on disk.

    `others` names all further members of the file; `remarks` says what was mended on reading;
    `fingerprint` is the SHA-256 of the whole file.
    """

    dossier: Dossier
    path: Path
    fingerprint: str
    lines: bytes = b""
    others: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    @cached_property
    def history(self) -> tuple[Entry, ...]:
        """The audit trail; UnreadableFileError if a line of it is spoiled."""
        return history.read(self.lines)

    @property
    def attachments(self) -> tuple[str, ...]:
        """The names of the members under attachments/."""
        return tuple(name for name in self.others if name.startswith("attachments/"))

    def retired(self) -> frozenset[str]:
        """Return the ids of all rows that were ever removed, without reading the whole trail."""
        return frozenset(history.removed(self.lines))


def load(path: Path) -> Opened:
    """Open a dossier of any version up to ours.

    Raises UnreadableFileError or NewerFileError with a sentence that names the file.
    """
    with files.opened(path) as file:
        try:
            start = file.read(len(_ZIP))
            found = whole_file.fingerprint(path)
            if start == _ZIP:
                return _load_container(path, found)
            return _opened(path, found, _bare(path))
        except OSError as error:
            raise files.unreadable(path, error) from error


def _bare(path: Path) -> bytes:
    with path.open("rb") as file:
        data = file.read(_MOST_DOSSIER + 1)
    if len(data) > _MOST_DOSSIER:
        raise UnreadableFileError(f"“{path.name}” {container.TOO_LARGE}")
    return data


def _load_container(path: Path, found: str) -> Opened:
    with container.opened(path) as file:
        data = container.read(file, DOSSIER, _MOST_DOSSIER)
        lines = container.read(file, HISTORY, _MOST_HISTORY) or b""
        others = tuple(sorted(set(file.namelist()) - {DOSSIER, HISTORY}))
    if data is None:
        raise UnreadableFileError(
            f"“{path.name}” holds no dossier; open a file that CER Wizard has saved."
        )
    return _opened(path, found, data, lines, others)


def _opened(
    path: Path, found: str, data: bytes, lines: bytes = b"", others: tuple[str, ...] = ()
) -> Opened:
    try:
        dossier, remarks = plain_dossier.parse(data)
    except UnreadableFileError as error:
        raise type(error)(f"“{path.name}” cannot be opened. {error}") from error
    return Opened(dossier, path, found, lines, others, remarks)


def save(
    path: Path,
    dossier: Dossier,
    entries: Iterable[Entry] = (),
    *,
    basis: Opened | None = None,
    members: Mapping[str, bytes] | None = None,
    overwrite: bool = False,
) -> Opened:
    """Write `dossier` to `path`, whole or not at all, and return what is on disk then.

    `basis` is what was opened: its history goes on, its other members are carried over, and a
    file that was changed since is not overwritten (ChangedOnDiskError) unless `overwrite` is
    set. `members` are put in besides, by name. Raises CannotWriteError if it can't be written.
    """
    if path.suffix.lower() == ".json":
        raise CannotWriteError(f"“{path.name}”: a dossier is saved as {SUFFIX}, not as JSON.")
    if not overwrite:
        _check_unchanged(path, basis)
    new = members or {}
    carried = [name for name in (basis.others if basis else ()) if name not in new]
    data = plain_dossier.dump(dossier)
    lines = history.append(basis.lines if basis else b"", entries, data)
    content = {DOSSIER: data, **({HISTORY: lines} if lines else {}), **new}

    found = whole_file.write(path, lambda out: _fill(out, content, basis, carried))
    return Opened(dossier, path, found, lines, tuple(sorted({*carried, *new})))


def _check_unchanged(path: Path, basis: Opened | None) -> None:
    whole_file.insist_on_file(path)
    try:
        now = whole_file.fingerprint(path)
    except OSError:
        return
    if basis is None or not _same(path, basis.path):
        raise ChangedOnDiskError(f"“{path.name}” is there already; choose another name.")
    if now != basis.fingerprint:
        raise ChangedOnDiskError(
            f"“{path.name}” was changed by somebody else since you opened it; "
            "save yours under another name, then open both and look at them side by side."
        )


def _same(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()


def _fill(
    out: IO[bytes], content: Mapping[str, bytes], basis: Opened | None, carried: list[str]
) -> None:
    with ExitStack() as stack:
        file = stack.enter_context(zipfile.ZipFile(out, "w"))
        for name, data in content.items():
            container.write(file, name, data)
        if basis and carried:
            source = stack.enter_context(_source(basis))
            container.copy(source, file, carried)


def _source(basis: Opened) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(basis.path)
    except (OSError, zipfile.BadZipFile) as error:
        raise CannotWriteError(
            f"“{basis.path.name}”, from which the attachments would be taken over, "
            "is no longer there or damaged; bring it back, then save again."
        ) from error
