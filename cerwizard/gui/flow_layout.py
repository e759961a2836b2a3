"""A layout that puts widgets side by side and goes on in the next line, as words do."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

_LEAST = 60  # pixels; no item asks for more, as each can be made as narrow as the line
_Line = list[tuple[QLayoutItem, QSize]]


class FlowLayout(QLayout):
    """Left to right, then down; every item has the width it wants, as far as the line is wide.

    The last `tail` items stand at the right edge, if the first of them finds room in its line.
    """

    def __init__(self, parent: QWidget, gap: int = 6, tail: int = 0) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap, self._tail = gap, tail
        self._heights: dict[int, int] = {}  # by width, while nothing changes
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Qt's."""
        self._items.append(item)

    def insert(self, index: int, widget: QWidget) -> None:
        """Put a widget before the one at `index`."""
        self.addWidget(widget)
        self._items.insert(index, self._items.pop())

    def count(self) -> int:
        """Qt's."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Qt's."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Qt's."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Qt's."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Qt's."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Qt's."""
        if width not in self._heights:
            self._heights[width] = self._lay(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Qt's; what is inside has changed."""
        super().invalidate()
        self._heights.clear()

    def setGeometry(self, rect: QRect) -> None:
        """Qt's."""
        super().setGeometry(rect)
        self._lay(rect, move=True)

    def sizeHint(self) -> QSize:
        """Qt's."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Qt's."""
        sizes = [item.minimumSize() for item in self._shown()]
        wide = max((size.width() for size in sizes), default=0)
        return QSize(min(wide, _LEAST), max((size.height() for size in sizes), default=0))

    def _shown(self) -> Iterator[QLayoutItem]:
        return (item for item in self._items if not item.isEmpty())

    def _lay(self, rect: QRect, move: bool) -> int:
        y = rect.y()
        for line in self._lines(rect.width()):
            height = max(size.height() for _, size in line)
            if move:
                self._move(line, QRect(rect.x(), y, rect.width(), height))
            y += height + self._gap
        return max(0, y - self._gap - rect.y())

    def _lines(self, width: int) -> list[_Line]:
        lines: list[_Line] = []
        used = 0
        for item in self._shown():
            size = _size(item, width)
            if not lines or used + size.width() > width:
                lines.append([])
                used = 0
            lines[-1].append((item, size))
            used += size.width() + self._gap
        return lines

    def _move(self, line: _Line, rect: QRect) -> None:
        """Put the items of one line into `rect`, each in the middle of its height."""
        taken = sum(size.width() for _, size in line) + self._gap * (len(line) - 1)
        end = self._items[-self._tail] if self._tail else None
        x = rect.x()
        for item, size in line:
            if item is end:
                x += rect.width() - taken
            y = rect.y() + (rect.height() - size.height()) // 2
            item.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + self._gap


def _size(item: QLayoutItem, width: int) -> QSize:
    """Return the size that an item gets in lines of a width."""
    size = item.sizeHint()
    if size.width() > width:
        height = item.heightForWidth(width) if item.hasHeightForWidth() else size.height()
        return QSize(width, height)
    return size
