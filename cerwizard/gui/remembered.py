"""Places and sizes that a writer chose: of the window, its panes, and the columns of lists."""

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow, QSplitter


def noted(state: QByteArray) -> str:
    """Return one of Qt's notes as text."""
    return bytes(state.toBase64().data()).decode("ascii")


def read(text: str) -> QByteArray:
    """Return the note that `noted` made a text of; what is none gives an empty one."""
    return QByteArray.fromBase64(text.encode("ascii", "ignore"))


def place(window: QMainWindow, note: str) -> None:
    """Put a window where it was; on a screen that is gone, Qt finds it another place."""
    if note:
        window.restoreGeometry(read(note))


def divide(splitter: QSplitter, note: str) -> None:
    """Give panes the widths that they had."""
    if note:
        splitter.restoreState(read(note))
        splitter.setChildrenCollapsible(False)
