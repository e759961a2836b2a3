"""What the driver does in a dialog, which holds up the very call that has brought it up."""

from collections.abc import Callable
from types import TracebackType
from typing import Self

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from driving.watch import Stuck, dismiss, wait

_TICK = 20  # milliseconds
_CLOSES = 20.0  # seconds in which a dialog closes after it was answered


class Meeting(QObject):
    """Within a `with`: does a deed in the one dialog that is meant, and sees it closed.

    `kind` and `title` say which one: another dialog that comes first is not taken for it, but
    ends the drive with what it says.
    """

    def __init__(
        self, kind: type[QDialog], title: str, deed: Callable[[QDialog], None], seconds: float = 60
    ) -> None:
        super().__init__()
        self._kind, self._title, self._deed, self._seconds = kind, title, deed, seconds
        self._met = False
        self._error: Exception | None = None
        self._timer = QTimer(self, interval=_TICK)
        self._timer.timeout.connect(self._look)

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        try:
            if error is None:
                wait(lambda: self._met, f"the dialog “{self._title}” has come", self._seconds)
        finally:
            self._timer.stop()
        if self._error is not None:
            raise self._error

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog) or not dialog.isVisible():
            return
        self._timer.stop()
        try:
            self._answer(dialog)
        except Exception as error:  # noqa: BLE001 - raised again where the dialog was brought up
            self._error = error
            dismiss()
        self._met = True

    def _answer(self, dialog: QDialog) -> None:
        if not isinstance(dialog, self._kind) or dialog.windowTitle() != self._title:
            raise Stuck(f"the dialog “{self._title}” was to come, and another one came")
        self._deed(dialog)
        wait(lambda: not dialog.isVisible(), f"“{self._title}” closes", _CLOSES)
