"""Runs slow work away from the window: a pure function in, one of two signals out."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal


class Stopped(Exception):
    """The writer cancelled the work."""


class Progress:
    """What a piece of work is given to say how far it is and to learn that it should stop."""

    def __init__(self, tell: Callable[[int, int], None]) -> None:
        self._tell = tell
        self.cancelled = False

    def __call__(self, done: int, of: int) -> None:
        """Say that `done` of `of` parts are ready; raises Stopped after a cancel."""
        if self.cancelled:
            raise Stopped
        self._tell(done, of)


class Task(QObject):
    """A job on the thread pool; it keeps itself alive until one of its signals has come.

    Signals: `done` with the result, `failed` with the exception, `stopped` after a cancel,
    `progressed` with (done, of), `ended` before any of the first three, so that a slot may start
    the next piece of work.
    """

    done = Signal(object)
    failed = Signal(Exception)
    stopped = Signal()
    progressed = Signal(int, int)
    ended = Signal()
    _finished = Signal(object, object)

    def __init__(self, work: Callable[[Progress], Any], text: str = "") -> None:
        super().__init__()
        self.text = text
        self._work = work
        self._progress = Progress(self.progressed.emit)
        self._finished.connect(self._on_finished)

    def start(self) -> None:
        """Hand the work to the pool and return at once."""
        _running.add(self)
        QThreadPool.globalInstance().start(QRunnable.create(self._run))

    def cancel(self) -> None:
        """Ask the work to stop; a result that comes all the same is thrown away."""
        self._progress.cancelled = True

    def _run(self) -> None:
        try:
            result = self._work(self._progress)
        except Exception as error:  # noqa: BLE001 - reported by a signal, not swallowed
            self._finished.emit(None, error)
        else:
            self._finished.emit(result, None)

    def _on_finished(self, result: object, error: Exception | None) -> None:
        """Back in the window's thread."""
        _running.discard(self)
        self.ended.emit()
        if self._progress.cancelled or isinstance(error, Stopped):
            self.stopped.emit()
        elif error is not None:
            self.failed.emit(error)
        else:
            self.done.emit(result)


_running: set[Task] = set()


def wait_for_all(milliseconds: int = 30_000) -> bool:
    """Wait until no work is left, at the end of the program; say whether that came true."""
    return QThreadPool.globalInstance().waitForDone(milliseconds)
