"""A table of rows with the keys that a list answers to."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QTableView

from cerwizard.gui import theme

_KEYPAD = Qt.KeyboardModifier.KeypadModifier.value
_MIDDLE_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_BESIDE = 9  # pixels on either side of words


class KeyedTable(QTableView):
    """One row is current; keys act on it.

    Signals: `entered` (Enter) goes to the row's form; `add_asked`, `copy_asked`,
    `paste_asked`, `delete_asked`; `move_asked` with -1 for up and 1 for down.
    """

    entered = Signal()
    add_asked = Signal()
    copy_asked = Signal()
    paste_asked = Signal()
    delete_asked = Signal()
    move_asked = Signal(int)

    def paste(self) -> None:
        """Take rows from the clipboard; the menu asks for it, and its key."""
        self.paste_asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's."""
        pressed = event.keyCombination().toCombined() & ~_KEYPAD  # there are two keys of a kind
        act = self._keys().get(pressed)
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def _keys(self) -> dict[int, Callable[[], None]]:
        alt, control = Qt.Modifier.ALT, Qt.Modifier.CTRL
        key = Qt.Key
        return {
            int(key.Key_Return): self.entered.emit,
            int(key.Key_Enter): self.entered.emit,
            int(key.Key_Insert): self.add_asked.emit,
            int(key.Key_Delete): self.delete_asked.emit,
            (control | key.Key_D).toCombined(): self.copy_asked.emit,
            (alt | key.Key_Up).toCombined(): lambda: self.move_asked.emit(-1),
            (alt | key.Key_Down).toCombined(): lambda: self.move_asked.emit(1),
        }

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt's; the row on which the keys act is seen."""
        super().focusInEvent(event)
        here = self.currentIndex()
        if here.isValid() and not self.selectionModel().isSelected(here):
            self.selectRow(here.row())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Qt's; a table that is shown whole leaves the wheel to the page."""
        if self.verticalScrollBar().maximum() > 0 or event.angleDelta().x():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's; a table of which the filter leaves nothing says so."""
        super().paintEvent(event)
        if self.model().rowCount() == 0:
            painter = QPainter(self.viewport())
            painter.setPen(theme.colour("muted"))
            place = self.viewport().rect().adjusted(_BESIDE, 0, -_BESIDE, 0)
            painter.drawText(place, _MIDDLE_LEFT, "No row fits the filter.")
            painter.end()
