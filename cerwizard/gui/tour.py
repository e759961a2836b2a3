"""A first look round the window: a few short cards, each beside what it tells of."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from cerwizard.gui import theme
from cerwizard.gui.labels import label

_WIDTH, _ASIDE, _GAP, _RING = 330, 18, 14, 3  # pixels
_PLAIN = Qt.KeyboardModifier.NoModifier
_WITH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


@dataclass(frozen=True, slots=True)
class Stop:
    """What a card says, and the part of the window that it tells of."""

    title: str
    text: str
    target: QWidget


class Ring(QWidget):
    """A frame round the part that a card tells of; keys and mouse go through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("accent"), _RING))
        painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), 8, 8)
        painter.end()


class Card(QFrame):
    """Title, text and buttons. Signals: `turned` with 1 or -1; `ended`; `typed` with a letter."""

    turned = Signal(int)
    typed = Signal(str)
    ended = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tour")
        self.setProperty("role", "tour")
        self._over = False
        self.title, self.text = label("", "group"), label("")
        self.count = label("", "small", wrap=False)
        self.skip, self.back, self.next = (QPushButton(t) for t in ("Skip", "Back", "Next"))
        self.next.setProperty("role", "main")
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.count, 1)
        for button in (self.skip, self.back, self.next):
            self._foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(_ASIDE, 16, _ASIDE, 14)
        column.setSpacing(10)
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addLayout(self._foot)
        self.skip.clicked.connect(self.ended)
        self.back.clicked.connect(lambda: self.turned.emit(-1))
        self.next.clicked.connect(lambda: self.turned.emit(1))

    def show_stop(self, stop: Stop, number: int, of: int) -> None:
        """Say what a stop says."""
        self.title.setText(stop.title)
        self.text.setText(stop.text)
        self.count.setText(f"{number + 1} of {of}")
        self.setAccessibleName(f"Tour, card {number + 1} of {of}: {stop.title}")
        self.setAccessibleDescription(stop.text)
        self.back.setVisible(number > 0)
        last = number + 1 == of
        self.skip.setVisible(not last)
        self.next.setText("Done" if last else "Next")
        width = max(_WIDTH, self._foot.sizeHint().width() + 2 * _ASIDE)  # large text needs more
        self.setFixedWidth(width)
        column = self.layout()
        if column is not None:
            self.resize(width, max(column.totalHeightForWidth(width), 120))

    def leave(self) -> None:
        """Go away and hold the cursor no longer."""
        self._over = True
        self.hide()
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's; Escape skips, Enter presses a button, and whoever begins to write goes to work."""
        focus = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.ended.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            pressed = focus if isinstance(focus, QPushButton) else self.next
            pressed.click()
        elif event.text().isprintable() and event.text() and not event.modifiers() & _WITH:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Qt's; the cursor stays in the card."""
        buttons = [b for b in (self.skip, self.back, self.next) if b.isVisible()]
        focus = self.focusWidget()
        if self._over or not isinstance(focus, QPushButton) or focus not in buttons:
            return super().focusNextPrevChild(forward)
        to = buttons[(buttons.index(focus) + (1 if forward else -1)) % len(buttons)]
        to.setFocus(Qt.FocusReason.TabFocusReason)
        return True


class Tour(QObject):
    """Leads through the stops over a window. Signal `ended`: it was done or skipped."""

    ended = Signal()

    def __init__(self, window: QWidget, stops: Sequence[Stop]) -> None:
        super().__init__(window)
        self._window, self._stops, self.number = window, tuple(stops), 0
        self.ring, self.card = Ring(window), Card(window)
        self._before = window.focusWidget()
        self.card.turned.connect(self._on_turned)
        self.card.ended.connect(self.end)
        self.card.typed.connect(self._on_typed)
        window.installEventFilter(self)
        self._show()

    def end(self) -> None:
        """Take the cards away; the cursor goes back to where it was."""
        self._window.removeEventFilter(self)
        self.ring.hide()
        self.ring.deleteLater()
        self.card.leave()
        back = self._before
        if back is not None and isValid(back) and self._window.isAncestorOf(back):
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ended.emit()

    def _on_typed(self, letter: str) -> None:
        """End, and give the letter to the field for which it was meant."""
        self.end()
        focus = self._window.focusWidget()
        if focus is not None:
            QApplication.sendEvent(focus, QKeyEvent(QEvent.Type.KeyPress, 0, _PLAIN, letter))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's; the card goes along when the window changes its size."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _on_turned(self, by: int) -> None:
        self.number = max(0, self.number + by)
        if self.number == len(self._stops):
            self.end()
        else:
            self._show()

    def _show(self) -> None:
        self.card.show_stop(self._stops[self.number], self.number, len(self._stops))
        self._place()
        for widget in (self.ring, self.card):
            widget.show()
            widget.raise_()
        self.card.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self) -> None:
        target = self._stops[self.number].target
        corner = target.mapTo(self._window, QPoint(0, 0))
        around = QRect(corner, target.size()).adjusted(-_RING, -_RING, _RING, _RING)
        self.ring.setGeometry(around)
        self.card.move(beside(around, self.card.size().width(), self.card.height(), self._window))


def beside(target: QRect, width: int, height: int, window: QWidget) -> QPoint:
    """Return where a card stands: right of the target, left of it, below it, or within it."""
    y = max(_GAP, min(target.top() + 40, window.height() - height - _GAP))
    if target.right() + _GAP + width < window.width():
        return QPoint(target.right() + _GAP, y)
    if target.left() - _GAP - width > 0:
        return QPoint(target.left() - _GAP - width, y)
    x = window.width() - width - 2 * _GAP
    below = target.bottom() + _GAP
    return QPoint(x, below if below + height < window.height() else y)
