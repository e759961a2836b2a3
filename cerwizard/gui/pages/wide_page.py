"""Pages whose contents are cards, one below the other; some with more room, for tables."""

from collections.abc import Iterator

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cerwizard.gui.labels import frame
from cerwizard.gui.step_page import StepPage

_ABOVE = 44  # pixels


class CardsPage(StepPage):
    """Made of the cards that `_cards` yields; the form is the first one."""

    def _card(self, within: QWidget) -> QWidget:
        self._holder = holder = QWidget(within)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for part in self._cards():
            column.addWidget(part)
        return holder

    def _cards(self) -> Iterator[QWidget]:
        yield super()._card(self._holder)

    def _went(self) -> bool:
        """Bring what has the focus into sight, once all has its place."""
        QTimer.singleShot(0, self._go_to_focus)
        return True

    def show_both(self, above: QWidget, below: QWidget) -> None:
        """Bring a sheet and what hangs below it into sight, once both have their place."""
        QTimer.singleShot(0, lambda: self._show_both(above, below))

    def _show_both(self, above: QWidget, below: QWidget) -> None:
        ground, bar = self.widget(), self.verticalScrollBar()
        if ground is None or not below.isVisible():
            return
        top = above.mapTo(ground, above.rect().topLeft()).y()
        bottom = below.mapTo(ground, below.rect().bottomLeft()).y()
        if top < bar.value() or bottom > bar.value() + self.viewport().height():
            bar.setValue(top - _ABOVE)


class WidePage(CardsPage):
    """A page whose tables may be wider than text should be."""

    WIDEST = 190


def card(*widgets: QWidget, beside: int = 22) -> QWidget:
    """Return a card with these widgets, one below the other, and so much room beside them."""
    made = frame("card")
    column = QVBoxLayout(made)
    column.setContentsMargins(beside, 18, beside, 20)
    column.setSpacing(8)
    for widget in widgets:
        column.addWidget(widget)
    return made
