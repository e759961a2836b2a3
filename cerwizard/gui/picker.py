"""The list from which a reference is picked: a search field over the rows of another step."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cerwizard.dossier.ask import Row, title

Index = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole
_LINES_SHOWN = 7


class PickModel(QAbstractListModel):
    """The titles of rows, those that match the search, each with a tick if it is chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Row, ...] = ()
        self._titles: list[str] = []
        self._found: list[int] = []
        self._chosen: frozenset[str] = frozenset()
        self._needle = ""

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Offer these rows."""
        if rows is not self._rows:
            self._rows = rows
            self._titles = [title(row) for row in rows]
            self.search(self._needle)

    def show_chosen(self, chosen: tuple[str, ...]) -> None:
        """Tick the rows with these ids."""
        self._chosen = frozenset(chosen)
        if self._found:
            self.dataChanged.emit(self.index(0), self.index(len(self._found) - 1))

    def search(self, needle: str) -> None:
        """Leave the rows whose title holds every word of `needle`."""
        self.beginResetModel()
        self._needle = needle
        words = needle.lower().split()
        lowered = (text.lower() for text in self._titles)
        self._found = [i for i, text in enumerate(lowered) if all(w in text for w in words)]
        self.endResetModel()

    def row_id(self, index: Index) -> str:
        """Return the id of the row at `index`."""
        return self._rows[self._found[index.row()]].id

    def line_of(self, row_id: str) -> int:
        """Return the line in which a row is shown; -1 if the search leaves it out."""
        lines = (i for i, spot in enumerate(self._found) if self._rows[spot].id == row_id)
        return next(lines, -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Qt's."""
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: Index, role: int = 0) -> Any:
        """Qt's."""
        spot = self._found[index.row()]
        if role in (_ROLE.DisplayRole, _ROLE.ToolTipRole):
            return self._titles[spot]
        if role == _ROLE.CheckStateRole:
            ticked = self._rows[spot].id in self._chosen
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return None


class PickList(QListView):
    """The rows; Space or Enter or a click picks one. Signal `topped`: Up from the first one."""

    picked = Signal(QModelIndex)
    escaped = Signal()
    topped = Signal()

    def __init__(self, model: PickModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setProperty("role", "framed")
        self.setUniformItemSizes(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self.picked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self.picked.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.topped.emit()
        else:
            super().keyPressEvent(event)


class Picker(QFrame):
    """Search field and list, folded out below the chips of a reference field.

    Signals: `toggled` with the id of the row picked; `closed` when the writer is done.
    """

    toggled = Signal(str)
    closed = Signal()

    def __init__(self, label: str) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self.model = PickModel()
        self.search = QLineEdit(placeholderText="Type to search", clearButtonEnabled=True)
        self.search.setAccessibleName(f"Search for {label}")
        self.list = PickList(self.model)
        self.list.setAccessibleName(label)
        self._count = QLabel()
        self._count.setProperty("role", "small")
        self._done = QPushButton("Done")
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.addWidget(self.search)
        column.addWidget(self.list)
        column.addWidget(self._foot())
        self.search.textChanged.connect(self._on_searched)
        self.search.returnPressed.connect(self._on_return)
        self.list.picked.connect(self._on_picked)
        self.list.escaped.connect(self.closed)
        self.list.topped.connect(self._on_topped)
        self._done.clicked.connect(self.closed)

    def _foot(self) -> QWidget:
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._count, 1)
        row.addWidget(self._done)
        return foot

    def show_rows(self, rows: tuple[Row, ...], chosen: tuple[str, ...]) -> None:
        """Offer these rows and tick the chosen ones."""
        self.model.show_rows(rows)
        self.model.show_chosen(chosen)
        self._of = len(rows)
        shown = max(2, min(len(rows), _LINES_SHOWN))
        self.list.setFixedHeight(shown * max(self.list.sizeHintForRow(0), 24) + 8)
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's; from the search field, Down goes to the list and Escape closes."""
        if event.key() == Qt.Key.Key_Down:
            self.list.setFocus()
            self.list.setCurrentIndex(self.model.index(0))
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):  # these have picked
            super().keyPressEvent(event)

    def _on_searched(self, text: str) -> None:
        self.model.search(text)
        self._tell()

    def _on_return(self) -> None:
        if self.model.rowCount():
            self._on_picked(self.model.index(0))
            self.search.selectAll()  # what is typed next is another search

    def _on_topped(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _on_picked(self, index: QModelIndex) -> None:
        self.toggled.emit(self.model.row_id(index))

    def _tell(self) -> None:
        found = self.model.rowCount()
        self._count.setText(f"{found} of {self._of}" if found != self._of else f"{found} in all")
