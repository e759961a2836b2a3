"""Keeps the findings up to date: at once where that is cheap, else away from the window."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from cerwizard.dossier.collector import at_rest
from cerwizard.dossier.dossier import Dossier
from cerwizard.gui.task import Progress, Task
from cerwizard.reckon.as_of import as_of
from cerwizard.rules.catalog import Pack
from cerwizard.rules.engine import Judge
from cerwizard.rules.finding import Finding

PAUSE = 150  # milliseconds without an edit before the rules look again


def today() -> date:
    """Return the writer's own calendar day."""
    return date.today()  # noqa: DTZ011 - not the day in London


class Judging(QObject):
    """Judges one dossier while it is edited.

    Signals: `judged` with all findings; `failed` with an error, after which nothing is judged
    until the next dossier.
    """

    judged = Signal(object)
    failed = Signal(Exception)

    def __init__(
        self, pack: Callable[[], Pack], parent: QObject, day: Callable[[], date] = today
    ) -> None:
        super().__init__(parent)
        self._read_pack, self._day = pack, day
        self._pack: Pack | None = None
        self._judge: Judge | None = None
        self._as_of = date.min
        self._chosen: date | None = None
        self._dossier: Dossier | None = None
        self._changed: set[str] = set()
        self._working = False
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self._look)

    @property
    def busy(self) -> bool:
        """Whether findings are still to come."""
        return self._working or self._pause.isActive()

    @property
    def title(self) -> str:
        """The name and version of the rules, "" until they have been read."""
        return self._pack.title if self._pack else ""

    @property
    def pack(self) -> Pack | None:
        """The rules by which is judged, None until they have been read."""
        return self._pack

    def begin(self, dossier: Dossier) -> None:
        """Judge the whole of a dossier, on a worker."""
        self._dossier = dossier
        self._changed.clear()
        self._as_of = self._day_for(dossier)
        self._run(lambda _: self._full(dossier, self._as_of), self._on_full)

    def judge_as_of(self, day: date | None) -> None:
        """Judge as of another day; None for the date of the report, or of today without one."""
        self._chosen = day
        if self._dossier is not None:
            self.begin(self._dossier)

    def judge_by(self, pack: Callable[[], Pack]) -> None:
        """Judge by other rules, which are read anew."""
        self._read_pack, self._pack = pack, None
        if self._dossier is not None:
            self.begin(self._dossier)

    @property
    def day(self) -> date:
        """The day as of which is judged."""
        return self._as_of

    @property
    def other_day(self) -> bool:
        """Whether the writer chose the day."""
        return self._chosen is not None

    def day_words(self) -> str:
        """Return as of which day is judged, and why that day."""
        if self._chosen:
            return f"Judged as of {self._as_of}, the day you chose"
        dated = self._dossier is not None and self._dossier.document.date
        why = "the date of the report" if dated else "today: the report has no date yet"
        return f"Judged as of {self._as_of}, {why}"

    def _day_for(self, dossier: Dossier) -> date:
        return self._chosen or as_of(dossier, self._day())

    def note(self, dossier: Dossier, changed: frozenset[str]) -> None:
        """Take note of an edit; the rules look after a short pause."""
        self._dossier = dossier
        self._changed |= changed
        self._pause.start()

    def _full(self, dossier: Dossier, day: date) -> tuple[Pack, Judge, tuple[Finding, ...]]:
        pack = self._pack or self._read_pack()
        judge = Judge(pack, day)
        with at_rest(keep=True):
            return pack, judge, judge.full(dossier)

    def _look(self) -> None:
        if self._working or self._dossier is None:
            return  # what has changed waits until the worker is back
        if self._day_for(self._dossier) != self._as_of:
            self.begin(self._dossier)
        elif self._judge is not None and self._changed:
            changed = frozenset(self._changed)
            self._changed.clear()
            self.judged.emit(self._judge.update(self._dossier, changed))
            self._whole()

    def _whole(self) -> None:
        judge, dossier = self._judge, self._dossier
        if judge is not None and dossier is not None and judge.whole_due:
            self._run(lambda _: judge.whole(dossier), self._on_whole)

    def _run(self, work: Callable[[Progress], Any], done: Callable[[Any], None]) -> None:
        self._working = True
        task = Task(work)
        task.done.connect(done)
        task.failed.connect(self._on_failed)
        task.start()

    def _on_full(self, result: tuple[Pack, Judge, tuple[Finding, ...]]) -> None:
        self._pack, self._judge, findings = result
        self._back(findings)

    def _on_whole(self, findings: tuple[Finding, ...]) -> None:
        self._back(findings)

    def _back(self, findings: tuple[Finding, ...]) -> None:
        self._working = False
        self.judged.emit(findings)
        if self._changed:
            self._look()
        elif self._judge is not None and self._judge.whole_due:
            self._whole()

    def _on_failed(self, error: Exception) -> None:
        self._working = False
        self.failed.emit(error)
