"""Answers dialogs as a writer would: waits until one is there, reads it, presses a button."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

_TRIES, _PAUSE = 400, 10  # 4 seconds


@contextmanager
def answered(button: str, name: str = "") -> Iterator[list[str]]:
    """Press the button with this text in the next message box; yields what it said.

    It looks for the box as long as the block lasts: a box that nobody answers would hang the test.
    """
    said: list[str] = []
    over: list[bool] = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox) and box.isVisible():
            said.append(f"{box.text()}\n{box.informativeText()}")
            assert not name or box.objectName() == name
            press(box, button)
        elif not over and not said:
            QTimer.singleShot(_PAUSE, look)

    QTimer.singleShot(_PAUSE, look)
    try:
        yield said
        wait(lambda: bool(said))
    finally:
        over.append(True)


def press(box: QMessageBox, text: str) -> None:
    for button in box.buttons():
        if button.text().replace("&", "") == text:
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            return
    raise AssertionError(f"no button “{text}” in {[b.text() for b in box.buttons()]}")


def wait(holds: Callable[[], bool], tries: int = _TRIES) -> None:
    """Let the program go on until something holds."""
    for _ in range(tries):
        if holds():
            return
        QTest.qWait(_PAUSE)
    raise AssertionError("it did not come true in time")
