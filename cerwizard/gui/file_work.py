"""The slow work with files, as pure functions that a Task runs away from the window."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from cerwizard.dossier.collector import at_rest
from cerwizard.dossier.dossier import Dossier
from cerwizard.dossier.literature import Reference
from cerwizard.errors import CannotWriteError, CerWizardError, LockedError, UnreadableFileError
from cerwizard.gui.task import Progress
from cerwizard.session import Snapshot
from cerwizard.store import dossier_file, lock, recovery
from cerwizard.store.dossier_file import SUFFIX, Opened
from cerwizard.store.lock import Lock
from cerwizard.store.recovery import Recovered, Recovery

if TYPE_CHECKING:
    from cerwizard.literature.batch import Batch
    from cerwizard.literature.incoming import Merged
    from cerwizard.report.build import Built
    from cerwizard.rules.catalog import Pack


@dataclass(frozen=True, slots=True)
class Read:
    """A dossier as read, with the lock that was taken, if one could be."""

    opened: Opened
    lock: Lock | None


def read(path: Path, who: str, *, to_keep: bool) -> Read:
    """Open a dossier; with `to_keep` it is locked, so that nobody else writes it meanwhile.

    Raises LockedError if somebody has it, UnreadableFileError if it is none.
    """
    taken = None
    if to_keep and path.suffix.lower() == SUFFIX and path.is_file():
        with suppress(CannotWriteError):  # a folder that is read-only needs no lock
            taken = lock.take(path, who)
    try:
        with at_rest(keep=True):
            return Read(dossier_file.load(path), taken)
    except BaseException:
        if taken is not None:
            taken.release()
        raise


@dataclass(frozen=True, slots=True)
class Written:
    """What is on disk after a save, the lock on it, and what it was made from."""

    opened: Opened
    lock: Lock | None
    what: Snapshot


def save(path: Path, what: Snapshot, basis: Opened | None, held: Lock | None, who: str) -> Written:
    """Write a snapshot to `path`; another path than before is locked first."""
    same = basis is not None and basis.path.resolve() == path.resolve()
    taken = held if same and held is not None else lock.take(path, who)
    try:
        opened = dossier_file.save(
            path, what.dossier, what.entries, basis=basis, overwrite=not same
        )
    except BaseException:
        if taken is not held:
            taken.release()
        raise
    return Written(opened, taken, what)


def left_behind() -> tuple[Recovery, ...]:
    """Return the journals of programs that ended without closing them."""
    return recovery.recoveries()


def told(found: Recovery) -> str:
    """Return by what name a writer knows what a journal holds: its file, device or number."""
    if found.file is not None:
        return found.file.stem
    try:
        dossier = found.load().dossier
    except CerWizardError:
        return ""
    return dossier.device.name.strip() or dossier.document.number.strip()


@dataclass(frozen=True, slots=True)
class Brought:
    """A dossier brought back from a journal, with its file if that is as it was then.

    `why` says in words why the file could not be taken on, "" if it was or there was none.
    """

    recovered: Recovered
    read: Read | None
    of: Recovery
    why: str = ""


def bring_back(found: Recovery, who: str) -> Brought:
    """Recover a journal; its file is taken on only if nobody has changed it since."""
    recovered = found.load()
    if found.file is None:
        return Brought(recovered, None, found)
    try:
        file = read(found.file, who, to_keep=True)
    except LockedError:
        return Brought(recovered, None, found, "is open elsewhere")
    except CerWizardError:
        return Brought(recovered, None, found, "cannot be opened any more")
    if file.opened.fingerprint != found.fingerprint:
        if file.lock is not None:
            file.lock.release()
        return Brought(recovered, None, found, "was changed since")
    return Brought(recovered, file, found)


@dataclass(frozen=True, slots=True)
class Imported:
    """References after an import, and per file what came of it, in words."""

    rows: tuple[Reference, ...]
    new: int
    lines: tuple[str, ...]
    refused: tuple[str, ...]


def import_references(
    dossier: Dossier, files: Sequence[Path], new_id: Callable[[], str], progress: Progress
) -> Imported:
    """Read files of references and add what is new to those of the dossier."""
    from cerwizard.literature import ris
    from cerwizard.literature.incoming import merge

    rows = dossier.literature.references
    new, lines, refused = 0, [], []
    for number, path in enumerate(files):
        progress(number, len(files))
        try:
            batch = ris.read(path)
        except UnreadableFileError as error:
            refused.append(str(error))
            continue
        merged = merge(rows, batch, new_id)
        rows, new = merged.rows, new + len(merged.imported)
        lines.append(f"{path.name}: {_counted(merged, batch)}")
        refused += [f"{path.name}, {one.at}: {one.why}" for one in batch.refused]
    return Imported(rows, new, tuple(lines), tuple(refused))


def _counted(merged: "Merged", batch: "Batch") -> str:
    """Say what became of a file's records; a duplicate may repeat a record of the same file."""
    new, double, refused = len(merged.imported), len(merged.duplicates), len(batch.refused)
    parts = [f"{new + double + refused:,} found", f"{new:,} new"]
    if double:
        parts.append(f"{double:,} left out as {'a duplicate' if double == 1 else 'duplicates'}")
    if refused:
        parts.append(f"{refused:,} refused")
    return ", ".join(parts)


def write(
    dossier: Dossier,
    folder: Path,
    document: str,
    house: Path | None,
    pack: "Pack | None",
    day: date | None,
    progress: Progress,
) -> "Built":
    """Write a document into a folder; its file name comes from the dossier.

    After a cancel nothing is left of it.
    """
    from cerwizard.report.build import build

    return build(dossier, folder, document, house=house, pack=pack, as_of=day, told=progress)


def outcome(built: "Built") -> str:
    """Return in words what came of a report."""
    lines = [str(built.path.parent)]
    if built.open:
        lines.append(
            f"{built.open} of {built.blocks} parts are still to be written; they are marked."
        )
    return "\n".join([*lines, *built.warnings])
