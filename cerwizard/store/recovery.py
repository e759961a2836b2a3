"""Work that was never saved: journals whose program has ended without closing them."""

import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from cerwizard.dossier import changes
from cerwizard.dossier.dossier import Dossier
from cerwizard.errors import BadValueError, UnknownPathError, UnreadableFileError
from cerwizard.store import journal, lock, plain_dossier
from cerwizard.store.history import read_entry
from cerwizard.store.journal import ABOUT, BASE, STEPS, About
from cerwizard.store.lock import Holder
from cerwizard.store.trail import Lines


@dataclass(frozen=True, slots=True)
class Recovered:
    """A dossier with what was done since its last save; `lost` steps could not be repeated.

    `base` is the dossier as it was last saved, or as it was new.
    """

    base: Dossier
    dossier: Dossier
    entries: Lines
    lost: int


@dataclass(frozen=True, slots=True)
class Recovery:
    """A journal that was left behind: of which file (None if never saved), and last written when.

    `fingerprint` is the SHA-256 that the file had; if it has another one now, it was changed since.
    """

    folder: Path
    file: Path | None
    fingerprint: str
    when: datetime

    def load(self) -> Recovered:
        """Return the dossier as it was; UnreadableFileError if its base can't be read."""
        try:
            base, _ = plain_dossier.parse((self.folder / BASE).read_bytes())
        except OSError as error:
            raise UnreadableFileError("The autosaved dossier cannot be read.") from error
        return _played(base, tuple(_steps(self.folder).values()))

    def discard(self) -> None:
        """Remove the journal: it was taken over, or isn't wanted."""
        journal.discard(self.folder)


def _played(base: Dossier, steps: tuple[Lines, ...]) -> Recovered:
    dossier = base
    done: list[Lines] = []
    with suppress(BadValueError, UnknownPathError):
        for lines in steps:
            dossier = changes.replay(dossier, [line.change() for line in lines])
            done.append(lines)
    entries = tuple(line for lines in done for line in lines)
    return Recovered(base, dossier, entries, len(steps) - len(done))


def recoveries(
    folder: Path | None = None, runs: Callable[[Holder], bool] = lock.alive
) -> tuple[Recovery, ...]:
    """Return the journals left behind, the newest first; those with nothing in them are removed.

    Journals of programs that still run, here or on another machine, are let alone.
    """
    newest: dict[str, Recovery] = {}
    for found in _left(folder or journal.home(), runs):
        series = found.folder.name.rpartition("-")[0]
        older = newest.get(series)
        newest[series] = found
        if older:
            older.discard()  # the program ended between a save and the removal of what it saved
    return tuple(sorted(newest.values(), key=lambda r: r.when, reverse=True))


def _left(home: Path, runs: Callable[[Holder], bool]) -> Iterator[Recovery]:
    for folder in sorted(home.glob("*-*-*")):
        about = _about(folder)
        if about is None or runs(about.holder):
            continue
        if not (folder / BASE).is_file() or not any(_steps(folder).values()):
            journal.discard(folder)
            continue
        file = Path(about.file) if about.file else None
        when = datetime.fromtimestamp((folder / STEPS).stat().st_mtime, UTC)
        yield Recovery(folder, file, about.fingerprint, when)


def _about(folder: Path) -> About | None:
    try:
        found = json.loads((folder / ABOUT).read_bytes())
        return About(found["file"], found["fingerprint"], Holder(**found["holder"]))
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _steps(folder: Path) -> dict[int, Lines]:
    """Return the lines of each step; a line that was cut off is left out."""
    found: dict[int, Lines] = {}
    with suppress(OSError):
        for line in (folder / STEPS).read_bytes().split(b"\n"):
            with suppress(ValueError, TypeError, KeyError, RecursionError):
                step: dict[str, Any] = json.loads(line)
                found[step["step"]] = tuple(read_entry(entry) for entry in step["lines"])
    return dict(sorted(found.items()))
