"""The bar in which a writer looks for words in the whole dossier."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from cerwizard.gui import icons
from cerwizard.gui.hits_list import HitsList
from cerwizard.gui.labels import label
from cerwizard.gui.searching import MOST
from cerwizard.reckon.finding_text import Hit


class FindBar(QFrame):
    """Hidden until it is asked for; Escape hides it again.

    Signals: `wanted` with the words whenever they change; `followed` with the address to which
    the writer wants to be led; `closed`.
    """

    wanted = Signal(str)
    followed = Signal(str)
    closed = Signal()

    def __init__(self, where: Callable[[str], str]) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        self._came_from: QWidget | None = None
        self.words = QLineEdit(placeholderText="Find in the dossier", clearButtonEnabled=True)
        self.words.setAccessibleName("Find in the dossier")
        self.said = label("", "muted", wrap=False)
        self.hits = HitsList(where)
        self.hits.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 8)
        column.setSpacing(8)
        column.addWidget(self._line())
        column.addWidget(self.hits)
        self.words.textChanged.connect(self._on_changed)
        self.words.returnPressed.connect(self._on_return)
        self.hits.followed.connect(self.followed)
        self.hide()

    def _line(self) -> QWidget:
        self.previous = _button("up", "Previous place (Shift+F3)", lambda: self.go(-1))
        self.next = _button("down", "Next place (F3)", lambda: self.go(1))
        self.close_ = _button("close", "Close (Escape)", self.leave)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.words, 1)
        for widget in (self.said, self.previous, self.next, self.close_):
            row.addWidget(widget)
        self._allow()
        return line

    def begin(self) -> None:
        """Show the bar, with the cursor in the words and all of them selected."""
        if not self.isVisible():
            self._came_from = QApplication.focusWidget()
        self.show()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()
        self.wanted.emit(self.words.text())

    def leave(self) -> None:
        """Hide the bar; the cursor goes back to where it was, if it is still in the bar."""
        back, inside = self._came_from, self.isAncestorOf(QApplication.focusWidget() or self)
        self.hide()
        if back is not None and isValid(back) and inside:
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def show_hits(self, hits: tuple[Hit, ...]) -> None:
        """Show what was found for the words."""
        self.hits.show_hits(hits[:MOST])
        self.hits.setVisible(bool(hits))
        self.said.setText(_count(len(hits)) if self.words.text().strip() else "")
        self._allow()

    def go(self, by: int) -> None:
        """Lead to the next place or, with -1, to the one before, round the whole list."""
        if not self.isVisible():
            self.begin()
            return
        count = len(self.hits.hits)
        if count:
            start = self.hits.chosen if self.hits.chosen >= 0 else (-1 if by > 0 else 0)
            self.hits.choose((start + by) % count)
            self.hits.follow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's; Escape closes, Down goes from the words to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() == Qt.Key.Key_Down and self.hits.hits:
            self.hits.setFocus()
            self.hits.choose(max(0, self.hits.chosen))
        else:
            super().keyPressEvent(event)

    def _on_changed(self, words: str) -> None:
        self.wanted.emit(words)
        if not words.strip():
            self.show_hits(())
        elif not self.hits.hits:
            self.said.setText("Searching…")  # what was not found before may be found now

    def _on_return(self) -> None:
        if self.hits.chosen >= 0:
            self.hits.follow()
        else:
            self.go(1)

    def _allow(self) -> None:
        for button in (self.previous, self.next):
            button.setEnabled(bool(self.hits.hits))


def _count(number: int) -> str:
    if number > MOST:
        return f"The first {MOST} places"
    return {0: "Nothing found", 1: "1 place"}.get(number, f"{number} places")


def _button(icon: str, tip: str, deed: Callable[[], None]) -> QToolButton:
    button = QToolButton()
    icons.put(button, icon)
    button.setToolTip(tip)
    button.setAccessibleName(tip.partition(" (")[0])
    button.setProperty("role", "mark")
    button.clicked.connect(deed)
    return button
