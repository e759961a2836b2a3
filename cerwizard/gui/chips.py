"""Chips: the rows that a field refers to, all of them one stop of Tab."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QToolButton,
    QWidget,
)

from cerwizard.gui import icons

_KEY = Qt.Key
_BY = {_KEY.Key_Left: -1, _KEY.Key_Up: -1, _KEY.Key_Right: 1, _KEY.Key_Down: 1}
_DROPS = (_KEY.Key_Delete, _KEY.Key_Backspace)


class _Name(QPushButton):
    """A button that cuts its words with an ellipsis where there is no room for them."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self)
        words = option.fontMetrics.elidedText(
            option.text, Qt.TextElideMode.ElideRight, room.width(), Qt.TextFlag.TextShowMnemonic
        )
        option.text = words
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)


class Chip(QFrame):
    """A row that is referred to. Signals: `followed` to go there, `dropped` to refer no more.

    And `asked_on`, with -1 or 1, for the part before or after the one that has the cursor, which
    is told by `reached`.
    """

    followed = Signal()
    dropped = Signal()
    asked_on = Signal(int)
    reached = Signal(QWidget)

    def __init__(self, text: str, lost: bool, most: int) -> None:
        super().__init__()
        self.setProperty("role", "chip")
        self.setProperty("lost", lost)
        self.setToolTip(text)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 1, 1, 1)
        row.setSpacing(0)
        self.name = _Name(_short(text, most).replace("&", "&&"))
        self.name.setProperty("role", "quiet")
        self.name.setMinimumWidth(1)
        self.name.setAccessibleName(f"Go to {text}")
        self.name.setEnabled(not lost)
        self.name.clicked.connect(self.followed)
        self.drop = QToolButton()
        self.drop.setProperty("role", "mark")
        self.drop.setAccessibleName(f"Remove {text}")
        self.drop.setToolTip("Remove (Delete)")
        icons.put(self.drop, "close", "muted")
        self.drop.clicked.connect(self.dropped)
        for part in (self.name, self.drop):
            part.installEventFilter(self)
            row.addWidget(part)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's; the parts leave arrows to the chip, and it tells which of them has the cursor."""
        arrow = _is_arrow(event)
        if arrow:
            event.ignore()
        elif isinstance(event, QFocusEvent) and event.gotFocus():
            self.reached.emit(watched)
        return arrow or super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's; what the buttons leave to the chip."""
        key = Qt.Key(event.key())
        if key in _BY:
            self.asked_on.emit(_BY[key])
        elif key in _DROPS:
            self.dropped.emit()
        else:
            super().keyPressEvent(event)


def _is_arrow(event: QEvent) -> bool:
    pressed = event.type() == QEvent.Type.KeyPress
    return pressed and isinstance(event, QKeyEvent) and event.key() in _BY


def _short(text: str, most: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


class ChipStops(QObject):
    """Lets Tab come to one part of these chips; arrows lead from part to part."""

    def __init__(self, parent: QObject, chips: Sequence[Chip]) -> None:
        super().__init__(parent)
        self.parts = [part for chip in chips for part in (chip.name, chip.drop)]
        for chip in chips:
            chip.reached.connect(self._lead_to)
            chip.asked_on.connect(self._go)
        if self.parts:
            self._lead_to(self.parts[-1])

    def _lead_to(self, stop: QWidget) -> None:
        for part in self.parts:
            here = part is stop
            part.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)

    def _go(self, by: int) -> None:
        there = [part for part in self.parts if part.isEnabled()]
        here = next((i for i, part in enumerate(there) if part.hasFocus()), -1)
        if here >= 0 and 0 <= here + by < len(there):
            there[here + by].setFocus(Qt.FocusReason.OtherFocusReason)
