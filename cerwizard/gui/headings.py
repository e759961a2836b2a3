"""The headings of a list: they notice when the writer draws a column wider or narrower."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent
from PySide6.QtWidgets import QHeaderView, QWidget


class Headings(QHeaderView):
    """Signal `drawn`: the widths of all columns, after the mouse has changed one of them."""

    drawn = Signal(tuple)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        bold = QFont()  # as in the style sheet, which is not asked where words are cut
        bold.setBold(True)
        self.setFont(bold)
        self._before: tuple[int, ...] = ()

    @property
    def widths(self) -> tuple[int, ...]:
        """The widths of all columns in pixels."""
        return tuple(self.sectionSize(i) for i in range(self.count()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt's."""
        self._before = self.widths
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt's."""
        super().mouseReleaseEvent(event)
        before, self._before = self._before, ()
        if before and self.widths != before:  # a release without a press drew nothing
            self.drawn.emit(self.widths)
