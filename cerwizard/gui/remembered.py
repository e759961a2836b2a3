"""Places and sizes that a writer chose: of the window, its panes, and the columns of lists."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray

if TYPE_CHECKING:  # the first page remembers its place before there is a desk
    from PySide6.QtWidgets import QMainWindow, QSplitter

    from cerwizard.gui.desk import Desk
    from cerwizard.gui.preferences import Preferences

_LEAST_LETTERS = 120  # in the width of a window with a pane on either side of the page
_TITLE = 32  # pixels that a title bar takes
_OF = ":"  # between the width of a letter and Qt's note of the panes


def noted(state: QByteArray) -> str:
    """Return one of Qt's notes as text."""
    return bytes(state.toBase64().data()).decode("ascii")


def read(text: str) -> QByteArray:
    """Return the note that `noted` made a text of; what is none gives an empty one."""
    return QByteArray.fromBase64(text.encode("ascii", "ignore"))


def place(window: "QMainWindow", note: str) -> None:
    """Put a window where it was; on a screen that is gone, Qt finds it another place."""
    if note:
        window.restoreGeometry(read(note))


def show(window: "QMainWindow", note: str) -> None:
    """Show a window where it was; a new one has all of a screen that is too small for it."""
    place(window, note)
    room = window.screen().availableGeometry().size()
    if note or (room.width() >= window.width() and room.height() >= window.height() + _TITLE):
        window.show()
    else:
        window.showMaximized()


def divide(splitter: "QSplitter", note: str) -> None:
    """Give panes the widths that they had."""
    if note:
        splitter.restoreState(read(note))
        splitter.setChildrenCollapsible(False)


def take_up(desk: "Desk", preferences: "Preferences | None") -> bool:
    """Give a desk its panes and columns as they were; return whether to show the side pane.

    Where text is so large that the page would be too narrow beside it, it waits to be asked for.
    """
    room = desk.window().width() >= _LEAST_LETTERS * int(_letter(desk))
    if preferences is None:
        return room
    kept = preferences.settings
    letter, _, panes = kept.panes.rpartition(_OF)
    if letter in ("", _letter(desk)):  # widths for larger text are none for smaller
        divide(desk.splitter, panes)
    desk.around.columns.update(kept.columns)
    return room and kept.guidance_shown


def note(desk: "Desk", preferences: "Preferences | None") -> None:
    """Remember the panes and columns of a desk."""
    if preferences is not None:
        panes = f"{_letter(desk)}{_OF}{noted(desk.splitter.saveState())}"
        preferences.places(panes=panes, columns=dict(desk.around.columns))


def _letter(desk: "Desk") -> str:
    """Return the width of a letter in pixels: by it, widths drawn at other text sizes are known."""
    return str(desk.fontMetrics().averageCharWidth())
