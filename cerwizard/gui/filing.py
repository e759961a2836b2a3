"""Everything that is done with files: asks which, has the work done, says what came of it."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from cerwizard.dossier.dossier import Dossier
from cerwizard.errors import LockedError
from cerwizard.gui import dialogs, file_work
from cerwizard.gui.book import Book, bound, default_name, folder_of
from cerwizard.gui.busy import BusyLine
from cerwizard.gui.file_work import Brought, Imported, Read, Written
from cerwizard.gui.task import Progress, Task
from cerwizard.report.file_names import named
from cerwizard.report.outline import CER, REVIEW_ANNEX
from cerwizard.store.dossier_file import SUFFIX
from cerwizard.store.recovery import Recovery

if TYPE_CHECKING:
    from cerwizard.gui.desk import Desk
    from cerwizard.report.build import Built
    from cerwizard.rules.catalog import Pack

_DOSSIERS = f"Dossiers (*{SUFFIX});;Plain dossiers (*.json);;All files (*)"
_REFERENCES = "References (*.ris *.txt);;All files (*)"
_UNNAMED = "Untitled dossier"


class Filing(QObject):
    """Signals: `opened` with a Book, `saved` after a save, `failed` with an error.

    And `imported` after new references have come in.
    """

    opened = Signal(object)
    saved = Signal()
    imported = Signal()
    failed = Signal(Exception)
    _troubled = Signal(str)

    def __init__(self, window: QWidget, busy: BusyLine) -> None:
        super().__init__(window)
        self._window, self._busy = window, busy
        self.who = ""
        self.house: Path | None = None
        self.usual = Path.home  # where a dialog starts for a dossier without a file
        self._sought: Path | None = None  # the folder of references chosen last
        self._latest: Book | None = None
        self.opened.connect(self._on_book)
        self._troubled.connect(partial(dialogs.tell, window))

    def _run(
        self, text: str, work: Callable[[Progress], Any], done: Callable[[Any], None]
    ) -> Task | None:
        """Run one piece of work at a time; None if another one is still going on, which is said."""
        if self._busy.busy:
            dialogs.tell(
                self._window,
                f"{self._busy.text} is still going on.",
                "Wait until it is done, or cancel it; then try again.",
            )
            return None
        task = Task(work, text)
        task.done.connect(done)
        task.failed.connect(self.failed)
        self._busy.follow(task)
        task.start()
        return task

    def _bound(self, dossier: Dossier, name: str, **rest: Any) -> Book:
        return bound(dossier, name, self.who, self._troubled.emit, **rest)

    def _on_book(self, book: Book) -> None:
        self._latest = book

    # -- opening ------------------------------------------------------------------------------

    def new(self) -> None:
        """Open an empty dossier."""
        self.opened.emit(self._bound(Dossier(), _UNNAMED))

    def ask_open(self, folder: Path) -> Path | None:
        """Ask which dossier to open."""
        name, _ = QFileDialog.getOpenFileName(
            self._window, "Open a dossier", str(folder), _DOSSIERS
        )
        return Path(name) if name else None

    def open(self, path: Path) -> None:
        """Open a dossier; if somebody else has it, offer a copy."""
        task = self._run(
            f"Opening {path.name}",
            lambda _: file_work.read(path, self.who, to_keep=True),
            self._on_read,
        )
        if task is not None:
            task.failed.disconnect(self.failed)
            task.failed.connect(partial(self._on_not_opened, path))

    def open_copy(self, path: Path, name: str = "") -> None:
        """Open what is in a file as a dossier without a file of its own."""
        self._run(
            f"Opening {path.name}",
            lambda _: file_work.read(path, self.who, to_keep=False),
            partial(self._on_copy_read, name or f"Copy of {path.stem}"),
        )

    def look_for_recoveries(self, wanted: Path | None) -> None:
        """Offer the newest work that was never saved, unless another file is wanted now."""
        task = Task(lambda _: [(one, file_work.told(one)) for one in file_work.left_behind()])
        task.done.connect(partial(self._on_left_behind, wanted))
        task.failed.connect(self.failed)
        task.start()

    def _on_left_behind(self, wanted: Path | None, found: list[tuple[Recovery, str]]) -> None:
        mine = [one for one in found if wanted is None or one[0].file == wanted.resolve()]
        if not mine:
            return
        newest, name = mine[0]
        when = f"{newest.when.astimezone():%d %B %Y, %H:%M}"
        answer = dialogs.ask_recover(self._window, name or _UNNAMED, when)
        if answer is dialogs.Found.RECOVER:
            self.recover(newest)
        elif answer is dialogs.Found.DISCARD:
            newest.discard()

    def recover(self, found: Recovery) -> None:
        """Bring back what was never saved; the same file, opened meanwhile, gives way to it."""
        if self._busy.busy:
            self._busy.then(lambda: self.recover(found))
            return
        if self._latest is not None:
            self._latest.give_way(found.file)
        self._run(
            "Recovering", lambda _: file_work.bring_back(found, self.who), self._on_brought_back
        )

    def _on_read(self, read: Read) -> None:
        at = read.opened
        if at.path.suffix.lower() != SUFFIX:
            self._on_copy_read(at.path.stem, read)
            return
        self.opened.emit(
            self._bound(at.dossier, at.path.stem, opened=at, lock=read.lock, notes=at.remarks)
        )

    def _on_copy_read(self, name: str, read: Read) -> None:
        self.opened.emit(self._bound(read.opened.dossier, name, notes=read.opened.remarks))

    def _on_not_opened(self, path: Path, error: Exception) -> None:
        if not isinstance(error, LockedError):
            self.failed.emit(error)
        elif dialogs.ask(self._window, str(error), "You can look at a copy.", "Open a copy"):
            self.open_copy(path)

    def _on_brought_back(self, back: Brought) -> None:
        file = back.of.file
        lost = back.recovered.lost
        notes = [f"The last {lost} steps could not be recovered."] if lost else []
        if file is not None and back.read is None:
            notes.append(f"“{file.name}” {back.why}; this is kept apart from it.")
        book = self._bound(
            back.recovered.dossier,
            file.stem if file else _UNNAMED,
            opened=back.read.opened if back.read else None,
            lock=back.read.lock if back.read else None,
            entries=back.recovered.entries,
            notes=notes,
        )
        book.journal.restart(
            back.recovered.base,
            book.session.file,
            back.of.fingerprint if back.read else "",
            book.session.pending,
        )
        book.journal.flush()
        back.of.discard()
        self.opened.emit(book)

    # -- saving -------------------------------------------------------------------------------

    def save(self, book: Book, then: Callable[[], None] | None = None) -> None:
        """Save a book where it is from, or ask where to; `then` goes on if that worked."""
        if book.session.file is None:
            self.save_as(book, then)
        else:
            self._save(book, book.session.file, then)

    def save_as(self, book: Book, then: Callable[[], None] | None = None) -> None:
        """Ask where to save a book, and do so."""
        start = folder_of(book, self.usual()) / f"{default_name(book)}{SUFFIX}"
        name, _ = QFileDialog.getSaveFileName(
            self._window, "Save the dossier", str(start), f"Dossiers (*{SUFFIX})"
        )
        path = _with_suffix(Path(name))
        # The dialog has asked about the name as it was typed, not as it is completed.
        if name and (str(path) == name or not path.exists() or self._may_replace(path)):
            self._save(book, path, then)

    def _may_replace(self, path: Path) -> bool:
        question = f"“{path.name}” is there already. Replace it?"
        return dialogs.ask(self._window, question, "What is in it will be lost.", "Replace")

    def _save(self, book: Book, path: Path, then: Callable[[], None] | None) -> None:
        if self._busy.busy:
            self._busy.then(lambda: self._save(book, path, then))
            return
        what = book.session.snapshot()
        self._run(
            f"Saving {path.name}",
            lambda _: file_work.save(path, what, book.opened, book.lock, self.who),
            partial(self._on_written, book, then),
        )

    def _on_written(self, book: Book, then: Callable[[], None] | None, written: Written) -> None:
        book.saved(written.opened, written.lock, written.what)
        self.saved.emit()
        if then is not None:
            then()

    # -- references and reports ---------------------------------------------------------------

    def import_references(self, book: Book) -> None:
        """Ask for files of references and take in what is new."""
        start = self._sought or folder_of(book, self.usual())
        names, _ = QFileDialog.getOpenFileNames(
            self._window, "Import references", str(start), _REFERENCES
        )
        if names:
            self._sought = Path(names[0]).parent
            self._import(book, [Path(name) for name in names])

    def _import(self, book: Book, files: Sequence[Path]) -> None:
        dossier, new_id = book.session.dossier, book.session.new_id
        self._run(
            "Importing references",
            lambda progress: file_work.import_references(dossier, files, new_id, progress),
            partial(self._on_imported, book),
        )

    def _on_imported(self, book: Book, result: Imported) -> None:
        if result.new:
            old = book.session.dossier.literature.references
            added = result.rows[len(result.rows) - result.new :]
            book.session.apply(
                {"literature.references": (*old, *added)}, f"Import {result.new} references"
            )
            self.imported.emit()
        lines = [*result.lines, *result.refused]
        noun = "reference" if result.new == 1 else "references"
        dialogs.tell(self._window, f"{result.new:,} {noun} imported.", dialogs.listed(lines))

    def write_report(self, book: Book) -> None:
        """Ask for a folder and write the report there."""
        self._write(book, "report", CER.name)

    def write_review(self, book: Book, desk: "Desk | None") -> None:
        """Ask for a folder and write the review annex there, judged as on the desk."""
        by = (desk.judging.pack, desk.judging.day) if desk and desk.judging.pack else (None, None)
        self._write(book, "review annex", REVIEW_ANNEX.name, *by)

    def _write(
        self,
        book: Book,
        words: str,
        document: str,
        pack: "Pack | None" = None,
        day: date | None = None,
    ) -> None:
        dossier, house = book.session.dossier, self.house
        name = named(document, dossier.document.number, dossier.document.revision)
        folder = QFileDialog.getExistingDirectory(
            self._window,
            f"Write “{name}” into",
            str(book.reports or folder_of(book, self.usual())),
            QFileDialog.Option(0),  # files are shown too: an earlier report may be among them
        )
        if folder:
            book.reports = Path(folder)
            self._run(
                f"Writing the {words}",
                lambda told: file_work.write(
                    dossier, Path(folder), document, house, pack, day, told
                ),
                self._on_report_written,
            )

    def _on_report_written(self, built: "Built") -> None:
        said = f"“{built.path.name}” has been written."
        if dialogs.ask(self._window, said, file_work.outcome(built), "Open it", "Close"):
            dialogs.open_outside(built.path)


def _with_suffix(path: Path) -> Path:
    """Return the path with the suffix of dossiers; what only looks like another one stays."""
    known = (SUFFIX, ".json")  # a dossier isn't saved as JSON, which saving says
    return path if path.suffix.lower() in known else Path(f"{path}{SUFFIX}")
