"""The list of places where words were found: step, field, and the text around them."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from cerwizard.gui.findings_list import fitting
from cerwizard.reckon.finding_text import Hit

_HEADINGS = ("Where", "What stands there")
_MOST_LINES = 7
_BESIDE = 16  # pixels beside the words of a cell
Index = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole


class HitsModel(QAbstractTableModel):
    """One line a hit."""

    def __init__(self, where: Callable[[str], str]) -> None:
        super().__init__()
        self._where = where
        self.hits: tuple[Hit, ...] = ()

    def show_hits(self, hits: tuple[Hit, ...]) -> None:
        """Show these hits."""
        self.beginResetModel()
        self.hits = hits
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Qt's."""
        return 0 if parent.isValid() else len(self.hits)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Qt's."""
        return 0 if parent.isValid() else len(_HEADINGS)

    def headerData(self, section: int, way: Qt.Orientation, role: int = 0) -> Any:
        """Qt's."""
        shown = way == Qt.Orientation.Horizontal and role == _ROLE.DisplayRole
        return _HEADINGS[section] if shown else None

    def data(self, index: Index, role: int = 0) -> Any:
        """Qt's."""
        hit = self.hits[index.row()]
        if role in (_ROLE.DisplayRole, _ROLE.ToolTipRole):
            return hit.snippet if index.column() else self._where(hit.address)
        if role == _ROLE.AccessibleTextRole:
            return f"{self._where(hit.address)}: {hit.snippet}"
        return None


class _PlaceDelegate(QStyledItemDelegate):
    """Shows as much of a place as there is room for, in whole parts: the last tells most."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt's."""
        super().initStyleOption(option, index)
        option.text = fitting(option.text, option.fontMetrics, option.rect.width() - _BESIDE)


class HitsList(QTableView):
    """Signal `followed`: the address of the hit that was chosen by Enter or a click."""

    followed = Signal(str)

    def __init__(self, where: Callable[[str], str]) -> None:
        super().__init__()
        self._model = HitsModel(where)
        self.setModel(self._model)
        self.setAccessibleName("Places where the words were found")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setItemDelegateForColumn(0, _PlaceDelegate(self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        across = self.horizontalHeader()
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        across.setHighlightSections(False)
        across.setTextElideMode(Qt.TextElideMode.ElideRight)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.clicked.connect(lambda _index: self.follow())

    @property
    def hits(self) -> tuple[Hit, ...]:
        """The hits that are shown."""
        return self._model.hits

    def show_hits(self, hits: tuple[Hit, ...]) -> None:
        """Show these hits; the chosen place stays chosen if it is still among them."""
        chosen = self.hits[self.currentIndex().row()].address if self.chosen >= 0 else ""
        self._model.show_hits(hits)
        line = self.fontMetrics().height() + 10
        self.verticalHeader().setDefaultSectionSize(line)
        shown = min(len(hits), _MOST_LINES)
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(head + shown * line + 2 * self.frameWidth() + 4)
        addresses = [hit.address for hit in hits]
        if chosen in addresses:
            self.choose(addresses.index(chosen))

    @property
    def chosen(self) -> int:
        """The number of the chosen hit, -1 if none is."""
        row = self.currentIndex().row()
        return row if 0 <= row < len(self.hits) else -1

    def choose(self, number: int) -> None:
        """Choose a hit by its number."""
        self.setCurrentIndex(self._model.index(number, 0))

    def follow(self) -> None:
        """Ask to be led to the chosen hit."""
        if self.chosen >= 0:
            self.followed.emit(self.hits[self.chosen].address)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's; Enter leads to the field."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.follow()
        else:
            super().keyPressEvent(event)
