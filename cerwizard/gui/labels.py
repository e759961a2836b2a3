"""Labels that show text as it is: no markup, no mnemonics, lines broken where needed."""

from PySide6.QtWidgets import QFrame, QLabel, QWidget

from cerwizard.gui.qt_numbers import PLAIN_TEXT


def label(text: str, role: str = "", wrap: bool = True, within: QWidget | None = None) -> QLabel:
    """Return a label in one of the roles of the style sheet."""
    made = QLabel(text, within) if within else QLabel(text)
    made.setProperty("textFormat", PLAIN_TEXT)
    made.setWordWrap(wrap)
    if wrap:
        # Without a least size of its own, a label asks for the height that it would have if it
        # were one word wide, and pages grow by as much.
        made.setMinimumSize(40, 1)
    if role:
        made.setProperty("role", role)
    return made


def frame(role: str, within: QWidget | None = None) -> QFrame:
    """Return a frame in one of the roles of the style sheet."""
    made = QFrame(within)
    made.setProperty("role", role)
    return made
