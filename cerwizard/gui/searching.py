"""Searches the dossier away from the window, and only for the words typed last."""

from itertools import islice

from PySide6.QtCore import QObject, QTimer, Signal

from cerwizard.dossier.dossier import Dossier
from cerwizard.gui.task import Progress, Task
from cerwizard.reckon.finding_text import Hit, find

MOST = 500  # hits; a writer who gets more types another word
_PAUSE = 150  # milliseconds without a key


class Searching(QObject):
    """Signals: `found` with at most MOST + 1 hits; `failed` with an error."""

    found = Signal(object)
    failed = Signal(Exception)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._task: Task | None = None
        self._dossier = Dossier()
        self._words = ""
        self._pause = QTimer(self, interval=_PAUSE, singleShot=True)
        self._pause.timeout.connect(self._begin)

    @property
    def busy(self) -> bool:
        """Whether hits are still to come."""
        return self._task is not None or self._pause.isActive()

    def look(self, dossier: Dossier, words: str) -> None:
        """Search a dossier after a short pause; an earlier search is given up."""
        self.stop()
        self._dossier, self._words = dossier, words
        self._pause.start()

    def stop(self) -> None:
        """Search no more."""
        self._pause.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _begin(self) -> None:
        dossier, words = self._dossier, self._words
        self._task = Task(lambda progress: _search(dossier, words, progress))
        self._task.ended.connect(self._on_ended)
        self._task.done.connect(self.found)
        self._task.failed.connect(self.failed)
        self._task.start()

    def _on_ended(self) -> None:
        if self.sender() is self._task:
            self._task = None


def _search(dossier: Dossier, words: str, progress: Progress) -> tuple[Hit, ...]:
    hits = []
    for hit in islice(find(dossier, words), MOST + 1):
        hits.append(hit)
        progress(len(hits), 0)
    return tuple(hits)
