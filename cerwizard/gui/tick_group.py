"""Check boxes as one stop of Tab: arrow keys lead from box to box, Space ticks."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from cerwizard.gui.in_view import show_whole
from cerwizard.gui.tick_box import TickBox

_TWO_COLUMNS_FROM = 5  # boxes
_CHARACTERS_FOR_TWO = 56  # narrower than this, one column
_KEYS = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)
_PLAIN, _PAD = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier


class GroupedBox(TickBox):
    """Signals: `asked_on` with the key that leads to another box; `reached` by the focus."""

    asked_on = Signal(int)
    reached = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's."""
        if event.key() in _KEYS and event.modifiers() in (_PLAIN, _PAD):
            self.asked_on.emit(event.key())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt's."""
        super().focusInEvent(event)
        self.reached.emit()


class TickGroup(QWidget):
    """Check boxes below each other, in two columns if they are many and there is room.

    Signal `led`: the box to which Tab leads now, which is the one that had the focus last.
    """

    led = Signal(QWidget)

    def __init__(self, boxes: list[GroupedBox]) -> None:
        super().__init__()
        self._boxes = boxes
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(2, 1)
        self._place()
        for box in boxes:
            box.asked_on.connect(lambda key, box=box: self._go(box, key))
            box.reached.connect(lambda box=box: self.lead_to(box))
        self.lead_to(boxes[0])

    def lead_to(self, stop: QWidget) -> None:
        """Let Tab come to this box, and to no other."""
        for box in self._boxes:
            policy = Qt.FocusPolicy.StrongFocus if box is stop else Qt.FocusPolicy.ClickFocus
            if box.focusPolicy() != policy:
                box.setFocusPolicy(policy)
        self.led.emit(stop)

    def _go(self, box: GroupedBox, key: int) -> None:
        here, last = self._boxes.index(box), len(self._boxes) - 1
        lines = -(-len(self._boxes) // self._columns)
        to = {
            Qt.Key.Key_Up: here - 1,
            Qt.Key.Key_Down: here + 1,
            Qt.Key.Key_Left: here - lines,
            Qt.Key.Key_Right: here + lines,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }[Qt.Key(key)]
        if 0 <= to <= last:
            self._boxes[to].setFocus(Qt.FocusReason.OtherFocusReason)
            show_whole(self._boxes[to])

    def _place(self) -> None:
        room = self.width() >= _CHARACTERS_FOR_TWO * self.fontMetrics().averageCharWidth()
        columns = 2 if room and len(self._boxes) >= _TWO_COLUMNS_FROM else 1
        if columns != self._columns:
            self._columns = columns
            rows = -(-len(self._boxes) // columns)
            for number, box in enumerate(self._boxes):
                self._grid.addWidget(box, number % rows, number // rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's."""
        super().resizeEvent(event)
        self._place()
