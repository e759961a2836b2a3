"""One open dossier with all that keeps it: its file, its lock, its journal."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from cerwizard.dossier.dossier import Dossier
from cerwizard.session import Session, Snapshot
from cerwizard.store.dossier_file import Opened
from cerwizard.store.history import Entry
from cerwizard.store.journal import Journal
from cerwizard.store.lock import Lock


@dataclass
class Book:
    """`name` is what the title bar says; `opened` is what is on disk, None if nothing is.

    `reports` is the folder into which its documents were written last, None if none was.
    """

    session: Session
    name: str
    journal: Journal
    opened: Opened | None = None
    lock: Lock | None = None
    notes: tuple[str, ...] = field(default=())
    reports: Path | None = None

    def saved(self, opened: Opened, lock: Lock | None, what: Snapshot) -> None:
        """Take note that `what` is on disk now."""
        if lock is not None and lock is not self.lock:
            self._release()
            self.lock = lock
        self.opened, self.name = opened, opened.path.stem
        self.session.saved(opened.path, what)
        self.journal.restart(what.dossier, opened.path, opened.fingerprint, self.session.pending)

    def close(self, *, keep_journal: bool = False) -> None:
        """Give everything back; the journal is kept for a recovery if asked."""
        self.journal.close(keep=keep_journal)
        self._release()

    def give_way(self, file: Path | None) -> None:
        """Let go of a file that is about to be recovered, unless something was changed here."""
        mine = self.session.file
        same = mine is not None and file is not None and mine.resolve() == file.resolve()
        if same and not self.session.changed:
            self._release()

    def _release(self) -> None:
        if self.lock is not None:
            self.lock.release()
            self.lock = None


def bound(
    dossier: Dossier,
    name: str,
    who: str,
    trouble: Callable[[str], None],
    *,
    opened: Opened | None = None,
    lock: Lock | None = None,
    entries: tuple[Entry, ...] = (),
    notes: Iterable[str] = (),
) -> Book:
    """Return a book for a dossier; without `opened` it has no file yet."""
    file = opened.path if opened else None
    journal = Journal(
        dossier, file=file, fingerprint=opened.fingerprint if opened else "", trouble=trouble
    )
    session = Session(
        dossier,
        file=file,
        who=who,
        retired=opened.retired() if opened else (),
        entries=entries,
        keep=journal.append,
    )
    return Book(session, name, journal, opened, lock, tuple(notes))


def default_name(book: Book) -> str:
    """Return a name for the file of a dossier that has none yet."""
    document = book.session.dossier.document
    words = document.number or book.session.dossier.device.name or "Clinical evaluation"
    safe = "".join(c if c.isalnum() or c in " -_." else "-" for c in words).strip(" .")
    return safe[:80] or "Clinical evaluation"


def folder_of(book: Book, usual: Path) -> Path:
    """Return the folder in which a file dialog for the book should start."""
    return book.session.file.parent if book.session.file else usual
