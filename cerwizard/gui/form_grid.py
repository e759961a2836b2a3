"""Puts fields on a page: short ones side by side where there is room, long ones across."""

from collections.abc import Iterable
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

_CHARACTERS_FOR_TWO = 66  # narrower than this, one column


class Placed(Protocol):
    """What the grid asks of a field."""

    @property
    def head(self) -> QWidget:
        """The label."""

    @property
    def body(self) -> QWidget:
        """What stands below the label."""

    @property
    def short(self) -> bool:
        """Whether half the width is enough."""


class FormGrid(QWidget):
    """Heads stand on one line with their neighbour's, bodies hang below them."""

    def __init__(self, within: QWidget) -> None:
        super().__init__(within)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(4)
        self._fields: tuple[Placed, ...] = ()
        self._two = True
        self._nobody = QWidget(self)  # in the second column, where nothing else is
        self._nobody.setFixedHeight(0)
        self._grid.addWidget(self._nobody, 0, 1)

    def take(self, fields: Iterable[Placed]) -> None:
        """Keep these fields; none is shown yet."""
        for field in fields:
            for part in (field.head, field.body):
                part.setParent(self)
                part.hide()

    def show_fields(self, fields: Iterable[Placed]) -> None:
        """Show these fields in this order; others that were shown are hidden."""
        chosen = tuple(fields)
        if chosen != self._fields:
            for field in self._fields:
                if field not in chosen:
                    field.head.hide()
                    field.body.hide()
            self._fields = chosen
            self._place()

    def _place(self) -> None:
        for line, column, span, field in _spots(self._fields, 2 if self._two else 1):
            bottom = Qt.AlignmentFlag.AlignBottom
            self._grid.addWidget(field.head, 3 * line, column, 1, span, bottom)
            top = Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(field.body, 3 * line + 1, column, 1, span, top)
            self._grid.setRowMinimumHeight(3 * line + 2, 10)
            field.head.show()
            field.body.show()
        self._nobody.setVisible(self._two)
        for column in (0, 1):
            used = column == 0 or self._two
            self._grid.setColumnStretch(column, 1 if used else 0)
            self._grid.setColumnMinimumWidth(column, 1 if used else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's."""
        super().resizeEvent(event)
        two = self.width() >= _CHARACTERS_FOR_TWO * self.fontMetrics().averageCharWidth()
        if two != self._two:
            self._two = two
            self._place()


def _spots(fields: Iterable[Placed], columns: int) -> Iterable[tuple[int, int, int, Placed]]:
    """Yield (line, column, columns taken, field)."""
    line, column = 0, 0
    for field in fields:
        if not field.short or columns == 1:
            line, column = line + (column > 0), 0
            yield line, 0, columns, field
            line += 1
        else:
            yield line, column, 1, field
            line, column = (line, 1) if column == 0 else (line + 1, 0)
