"""Places and sizes that a writer chose: of the window, its panes, and the columns of lists."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow, QSplitter

if TYPE_CHECKING:  # the first page remembers its place before there is a desk
    from cerwizard.gui.desk import Desk
    from cerwizard.gui.preferences import Preferences


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


def take_up(desk: "Desk", preferences: "Preferences | None") -> bool:
    """Give a desk its panes and columns as they were; return whether the side pane is wanted."""
    if preferences is None:
        return True
    kept = preferences.settings
    divide(desk.splitter, kept.panes)
    desk.around.columns.update(kept.columns)
    return kept.guidance_shown


def note(desk: "Desk", preferences: "Preferences | None") -> None:
    """Remember the panes and columns of a desk."""
    if preferences is not None:
        panes = noted(desk.splitter.saveState())
        preferences.places(panes=panes, columns=dict(desk.around.columns))
