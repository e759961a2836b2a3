"""Autosave: every step goes to a journal in the user's own folder until it is saved."""

import json
import os
import queue
import secrets
import shutil
import threading
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import IO

import platformdirs

from cerwizard.dossier.dossier import Dossier
from cerwizard.errors import CannotWriteError
from cerwizard.store import lock, plain_dossier, whole_file
from cerwizard.store.lock import Holder
from cerwizard.store.trail import Lines

BASE = "base.json"
ABOUT = "about.json"
STEPS = "steps.jsonl"
_Work = Callable[[], None]


def home() -> Path:
    """Return the folder in which the user's journals are kept."""
    return Path(platformdirs.user_state_dir("cerwizard", appauthor=False)) / "journals"


@dataclass(frozen=True, slots=True)
class About:
    """What a journal is about: the file and its SHA-256 ("" if it has none), and who writes it."""

    file: str
    fingerprint: str
    holder: Holder


class Journal:
    """Writes steps to disk on a thread of its own; `append` never waits.

    Each save begins a new generation, a folder with the dossier as saved and a line for each step
    since. `trouble` is told, on the journal's thread, with a sentence, when that doesn't work.
    """

    def __init__(
        self,
        dossier: Dossier,
        *,
        file: Path | None = None,
        fingerprint: str = "",
        folder: Path | None = None,
        trouble: Callable[[str], None] = lambda said: None,
    ) -> None:
        self._folder = folder or home()
        self._name = f"{datetime.now(UTC):%Y%m%dT%H%M%S}-{secrets.token_hex(4)}"
        self._generation = 0
        self._trouble = trouble
        self._here: Path | None = None
        self._steps: IO[bytes] | None = None
        self._batch: dict[int, Lines] | None = None  # what is typed meanwhile goes together
        self._guard = threading.Lock()
        self._work: queue.SimpleQueue[_Work | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="journal", daemon=True)
        self._thread.start()
        self.restart(dossier, file, fingerprint)

    def append(self, number: int, lines: Lines) -> None:
        """Keep a step's lines; they replace those kept under the same number."""
        with self._guard:
            batch = self._batch
            if batch is None:
                batch = self._batch = {}
                self._work.put(partial(self._append_batch, batch))
            batch[number] = lines

    def restart(
        self,
        dossier: Dossier,
        file: Path | None,
        fingerprint: str,
        pending: Iterable[tuple[int, Lines]] = (),
    ) -> None:
        """Begin anew after a save, with the steps that the saved dossier doesn't have."""
        steps = dict(pending)
        about = About(str(file.resolve()) if file else "", fingerprint, lock.myself())
        with self._guard:
            self._batch = None  # what comes from now on belongs to the new generation
            self._work.put(lambda: self._begin(dossier, about, steps))

    def flush(self) -> None:
        """Wait until everything given so far is on disk."""
        done = threading.Event()
        self._work.put(done.set)
        done.wait()

    def close(self, *, keep: bool = False) -> None:
        """End the journal; it is removed unless `keep` is set, for a later recovery."""
        self._work.put(lambda: self._end(keep))
        self._work.put(None)
        self._thread.join()

    # -- on the journal's thread --------------------------------------------------------------

    def _run(self) -> None:
        while (work := self._work.get()) is not None:
            try:
                work()
            except CannotWriteError as error:
                self._trouble(f"Autosave does not work. {error}")
            except OSError as error:
                self._trouble(f"Autosave does not work: {error.strerror or error}.")

    def _begin(self, dossier: Dossier, about: About, steps: dict[int, Lines]) -> None:
        self._close_steps()
        old, self._here = self._here, self._folder / f"{self._name}-{self._generation:04}"
        self._generation += 1
        self._here.mkdir(parents=True, mode=0o700)
        whole_file.write_bytes(self._here / ABOUT, json.dumps(asdict(about)).encode())
        self._steps = (self._here / STEPS).open("ab", buffering=0)
        self._append(steps)
        # The base comes last: without it, a folder is no journal yet.
        whole_file.write_bytes(self._here / BASE, plain_dossier.dump(dossier))
        discard(old)

    def _append_batch(self, batch: dict[int, Lines]) -> None:
        with self._guard:
            if self._batch is batch:
                self._batch = None
        self._append(batch)

    def _append(self, steps: dict[int, Lines]) -> None:
        if self._steps is None or not steps:
            return
        for number, lines in steps.items():
            line = {"step": number, "lines": [entry.plain() for entry in lines]}
            # The break comes first, too: the line before may have been cut off.
            self._steps.write(b"\n" + json.dumps(line, ensure_ascii=False).encode() + b"\n")
        os.fsync(self._steps.fileno())

    def _end(self, keep: bool) -> None:
        self._close_steps()
        if not keep:
            discard(self._here)

    def _close_steps(self) -> None:
        if self._steps is not None:
            self._steps.close()
            self._steps = None


def discard(folder: Path | None) -> None:
    """Remove a journal's folder."""
    if folder is not None:
        shutil.rmtree(folder, ignore_errors=True)
