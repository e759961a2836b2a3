"""The line that shows that work is going on, how far it is, and lets the writer stop it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QProgressBar, QPushButton, QWidget

from cerwizard.gui.labels import label

if TYPE_CHECKING:
    from cerwizard.gui.task import Task

_PATIENCE = 300  # milliseconds; shorter work is not announced
_LATER = 50  # milliseconds


class BusyLine(QFrame):
    """Shows one Task at a time."""

    def __init__(self, within: QWidget | None = None) -> None:
        super().__init__(within)
        self.setProperty("role", "bar")
        self._task: Task | None = None
        self._waiting: list[Callable[[], object]] = []
        self._text = label("", wrap=False, within=self)
        self._bar = QProgressBar(self, textVisible=False)
        self._bar.setMaximumWidth(260)
        self.cancel = QPushButton("Cancel", self)
        self.cancel.setProperty("role", "small")
        self.cancel.clicked.connect(self._on_cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 14, 5)
        row.setSpacing(14)
        row.addWidget(self._text)
        row.addWidget(self._bar, 1)
        row.addStretch(1)
        row.addWidget(self.cancel)
        self._pause = QTimer(self, interval=_PATIENCE, singleShot=True)
        self._pause.timeout.connect(self.show)
        self.hide()

    @property
    def busy(self) -> bool:
        """Whether a task is running."""
        return self._task is not None

    @property
    def text(self) -> str:
        """What is going on, "" if nothing is."""
        return self._task.text if self._task is not None else ""

    def then(self, deed: Callable[[], object]) -> None:
        """Do something as soon as nothing goes on any more and no dialog waits for an answer."""
        self._waiting.append(deed)
        QTimer.singleShot(_LATER, self._on_perhaps_free)

    def _on_perhaps_free(self) -> None:
        if self._waiting and (self.busy or QApplication.activeModalWidget() is not None):
            QTimer.singleShot(_LATER, self._on_perhaps_free)
        elif self._waiting:
            self._waiting.pop(0)()

    def follow(self, task: "Task") -> None:
        """Show this task until it has ended."""
        self._task = task
        self._text.setText(task.text)
        self._bar.setRange(0, 0)
        self.cancel.setEnabled(True)
        task.progressed.connect(self._on_progressed)
        task.ended.connect(self._on_ended)
        self._pause.start()

    def _on_progressed(self, done: int, of: int) -> None:
        self._bar.setRange(0, of)
        self._bar.setValue(done)

    def _on_cancel(self) -> None:
        self.cancel.setEnabled(False)
        self._text.setText("Stopping…")
        if self._task is not None:
            self._task.cancel()

    def _on_ended(self) -> None:
        self._pause.stop()
        self._task = None
        self.hide()
