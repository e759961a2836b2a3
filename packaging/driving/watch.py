"""Notices when the driver stands still, and says where: a sentence and a picture."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QMessageBox, QWidget

PATIENCE = 60  # seconds in which what is waited for must come true
_TICK = 500  # milliseconds


class Stuck(AssertionError):
    """The driver cannot go on; `picture` is what the screen showed at that moment."""

    def __init__(self, sentence: str) -> None:
        self.picture = _screen()
        super().__init__(f"{sentence}; {standing()}")


def wait(holds: Callable[[], object], what: str, seconds: float = PATIENCE) -> None:
    """Let the program go on until something holds; Stuck if it never does."""
    if not came_true(holds, seconds):
        raise Stuck(f"in {seconds:.0f} s it did not come true that {what}")


def came_true(holds: Callable[[], object], seconds: float) -> bool:
    """Let the program go on until something holds; say whether it came to hold in time."""
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            return False
        QTest.qWait(5)
    return True


def standing() -> str:
    """Say which window is in front, what it says, and where the keys go."""
    dialog = QApplication.activeModalWidget()
    front = dialog or QApplication.activeWindow()
    said = [f"in front is {_named(front)}" if front else "no window is in front"]
    if isinstance(dialog, QMessageBox):
        said.append(f"it says: {dialog.text()} {dialog.informativeText()}".rstrip())
    focus = QApplication.focusWidget()
    said.append(f"the keys go to {_named(focus)}" if focus else "the keys go nowhere")
    return "; ".join(said)


def _named(widget: QWidget) -> str:
    words = widget.windowTitle() or widget.accessibleName()
    return f"{type(widget).__name__} “{words}” ({widget.objectName() or 'without a name'})"


def _screen() -> QPixmap:
    """Return a picture of the screen; where there is none, of the window in front."""
    if QGuiApplication.platformName() == "offscreen":
        front = QApplication.activeModalWidget() or window()
        return front.grab() if front else QPixmap()
    return QGuiApplication.primaryScreen().grabWindow(0)


def window() -> QWidget | None:
    """Return the main window that is shown, if there is one."""
    shown = (w for w in QApplication.topLevelWidgets() if isinstance(w, QMainWindow))
    return next(filter(QWidget.isVisible, shown), None)


def dismiss() -> None:
    """Close the dialogs that hold everything up, so that the driver can say what is wrong."""
    for _ in range(9):
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog):
            return
        dialog.reject()


class Watch(QObject):
    """Looks on: a dialog that nobody answers for long is trouble, and is closed.

    Inside a dialog everything else stands still, so that no wait of the driver could end.
    """

    def __init__(self, parent: QObject, patience: float = PATIENCE) -> None:
        super().__init__(parent)
        self.trouble: Stuck | None = None
        self._patience = patience
        self._dialog: QWidget | None = None
        self._since = 0.0
        timer = QTimer(self, interval=_TICK)
        timer.timeout.connect(self._look)
        timer.start()

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is not self._dialog:
            self._dialog, self._since = dialog, time.monotonic()
        elif dialog is not None and time.monotonic() - self._since > self._patience:
            self.trouble = self.trouble or Stuck("nobody answers a dialog")
            dismiss()
