"""The headings of a list: they break over lines, and notice when the writer draws a column."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent
from PySide6.QtWidgets import QHeaderView, QWidget

_BESIDE, _ABOVE = 20, 12  # pixels beside and above the words of a heading, both sides together
_LEAST_BESIDE = 18  # pixels; with these the words still stand as they are drawn
_MOST_LINES = 4


class Headings(QHeaderView):
    """Signal `drawn`: the widths of all columns, after the mouse has changed one of them."""

    drawn = Signal(tuple)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._metrics: QFontMetrics | None = None  # of the font worn now
        bold = QFont()  # as in the style sheet, which is not asked where words are cut
        bold.setBold(True)
        self.setFont(bold)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.height_wanted = self._measure().lineSpacing() + _ABOVE  # pixels
        self._before: tuple[int, ...] = ()

    def narrowest(self, words: str) -> int:
        """Return the width in pixels of the longest word: no heading is broken within one."""
        measure = self._measure().horizontalAdvance
        return max(map(measure, words.split(" ")), default=0) + _BESIDE

    def on_lines(self, words: str, lines: int) -> int:
        """Return the least width in pixels in which the words stand on so many lines."""
        measure = self._measure().horizontalAdvance
        low, high = self.narrowest(words), _BESIDE + sum(measure(f"{w} ") for w in words.split(" "))
        while low < high:
            middle = (low + high) // 2
            if self._lines(words, middle) <= lines:
                high = middle
            else:
                low = middle + 1
        return low

    def fit(self, heads: Sequence[tuple[str, int]]) -> None:
        """Be as high as the highest of these words needs in its width in pixels."""
        most = max((self._lines(words, width) for words, width in heads), default=1)
        height = min(most, _MOST_LINES) * self._measure().lineSpacing() + _ABOVE
        self.height_wanted = height
        if height != self.minimumHeight() or height != self.maximumHeight():
            self.setFixedHeight(height)

    def _lines(self, words: str, width: int) -> int:
        """Return on how many lines the words stand in a width."""
        measure, room = self._measure().horizontalAdvance, width - _LEAST_BESIDE
        lines, line = 1, ""
        for word in words.split(" "):
            longer = f"{line} {word}" if line else word
            if line and measure(longer) > room:
                lines, line = lines + 1, word
            else:
                line = longer
        return lines

    def _measure(self) -> QFontMetrics:
        if self._metrics is None:
            bold = QFont(self.font())
            bold.setBold(True)
            self._metrics = QFontMetrics(bold)
        return self._metrics

    def changeEvent(self, event: QEvent) -> None:
        """Qt's."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._metrics = None

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
