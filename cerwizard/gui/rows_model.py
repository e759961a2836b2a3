"""A table over a list of rows: its columns and headings come from the questions."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from pydantic import BaseModel
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPixmap

from cerwizard.dossier import paths
from cerwizard.dossier.ask import Kind, Question, Row, questions, title
from cerwizard.dossier.numerals import answer
from cerwizard.dossier.values import Choice
from cerwizard.gui.marks import no_pixmap, pixmap
from cerwizard.rules.finding import Severity

Index = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole
_USUAL_COLUMNS = 4
_LONGEST_CELL = 300
_NUMBERS = (Kind.NUMBER, Kind.WHOLE)
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
_LEFT = int(Qt.AlignmentFlag.AlignLeft) | _MIDDLE
_RIGHT = int(Qt.AlignmentFlag.AlignRight) | _MIDDLE


def columns(row_type: type[Row]) -> tuple[Question, ...]:
    """Return the questions that make the columns: those that ask for it, else the first four.

    What a row is called by comes first.
    """
    asked = [q for q in questions(row_type) if q.ask.column]
    plain = [q for q in questions(row_type) if q.kind is not Kind.ROWS]
    chosen = asked or plain[:_USUAL_COLUMNS]
    return tuple(sorted(chosen, key=lambda q: q.name not in row_type.TITLE))


class RowsModel(QAbstractTableModel):
    """Shows rows, never owns them; filters and sorts by a list of the rows that are visible.

    A stock proxy takes 20 times as long for a keystroke over 20,000 rows, and an exception in
    one kills the program.
    """

    def __init__(self, row_type: type[Row]) -> None:
        super().__init__()
        self.row_type = row_type
        self.columns = columns(row_type)
        self._rows: tuple[Row, ...] = ()
        self._visible: list[int] = []
        self.mark_side = 16  # pixels, set by the table as its text grows
        self._dossier: BaseModel | None = None
        self._worst: Mapping[str, Severity] = {}
        self._blobs: dict[str, tuple[Row, str]] = {}
        self._needle = ""
        self._sorted: tuple[int, Qt.SortOrder] | None = None

    # -- data down ----------------------------------------------------------------------------

    def show_rows(self, dossier: BaseModel, rows: tuple[Row, ...]) -> None:
        """Show a new snapshot; only what differs is drawn again."""
        self._dossier = dossier
        old, self._rows = self._rows, rows
        if rows is old:
            return
        changed = _changed(old, rows)
        if changed is None or self.arranged:
            self._arrange()
        else:
            self._tell(changed)

    def show_worst(self, worst: Mapping[str, Severity]) -> None:
        """Mark the rows that have findings with the worst severity of each."""
        if worst != self._worst:
            self._worst = worst
            self._tell(range(len(self._visible)))

    def filter(self, needle: str) -> None:
        """Leave the rows that hold every word of `needle` in one of their columns."""
        self._needle = needle.lower().strip()
        self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Qt's; column -1 is the order of the dossier."""
        self._sorted = None if column < 0 else (column, order)
        self._arrange()

    @property
    def arranged(self) -> bool:
        """Whether the rows stand in another order, or fewer of them, than in the dossier."""
        return bool(self._needle) or self._sorted is not None

    # -- where is what ------------------------------------------------------------------------

    def row_at(self, index: Index) -> Row:
        """Return the row shown at `index`."""
        return self._rows[self._visible[index.row()]]

    def line_of(self, row_id: str) -> int:
        """Return the line in which a row is shown; -1 if it is not."""
        spot = paths.positions(self._rows).get(row_id, -1)
        if not self.arranged:
            return spot
        return self._visible.index(spot) if spot in self._visible else -1

    def shown(self) -> tuple[Row, ...]:
        """Return the rows that are visible, in their order."""
        return tuple(self._rows[spot] for spot in self._visible)

    @property
    def name_column(self) -> int:
        """The column with the words by which one knows a row: the last of its title."""
        spots = (i for i, q in enumerate(self.columns) if q.name in self.row_type.TITLE)
        return max(spots, default=0)

    # -- Qt's questions -----------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Qt's."""
        return 0 if parent.isValid() else len(self._visible)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Qt's."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """Qt's; the heading is the question's label, or the number of the row."""
        if orientation == Qt.Orientation.Vertical:
            return section + 1 if role == _ROLE.DisplayRole else None
        if role in (_ROLE.DisplayRole, _ROLE.ToolTipRole):
            return self.columns[section].ask.label
        if role == _ROLE.TextAlignmentRole:
            return self._side(section)
        return None

    def _side(self, section: int) -> int:
        """Return at which side a column stands: figures below each other at the right."""
        return _RIGHT if self.columns[section].kind in _NUMBERS else _LEFT

    def data(self, index: Index, role: int = 0) -> Any:
        """Qt's."""
        if role == _ROLE.DisplayRole:
            return self._cell(self.row_at(index), self.columns[index.column()])
        if role == _ROLE.TextAlignmentRole:
            return self._side(index.column())
        if role == _ROLE.DecorationRole and index.column() == 0:
            return self._mark(self.row_at(index))
        if role == _ROLE.ToolTipRole:
            return self._cell(self.row_at(index), self.columns[index.column()])
        if role == _ROLE.AccessibleTextRole and index.column() == 0:
            return self._spoken(self.row_at(index), self.columns[0])
        return None

    @property
    def mark_room(self) -> int:
        """The pixels that a mark takes in the first column, 0 where no row has one."""
        return self.mark_side + 6 if self._worst else 0

    def _mark(self, row: Row) -> QPixmap | None:
        """Return the mark of a row; where others have one, its place is kept."""
        worst = self._worst.get(row.id)
        if worst:
            return pixmap(str(worst), self.mark_side)
        return no_pixmap(self.mark_side) if self._worst else None

    def _spoken(self, row: Row, column: Question) -> str:
        worst = self._worst.get(row.id)
        return f"{self._cell(row, column)}, {worst}" if worst else self._cell(row, column)

    def _sought(self, row: Row, column: Question) -> str:
        """Return what a cell is found by: a number as it is shown, and as it is typed."""
        shown = self._cell(row, column)
        return shown.replace(",", "") + f" {shown}" if column.kind in _NUMBERS else shown

    def _cell(self, row: Row, column: Question) -> str:
        return cell(getattr(row, column.name), column, self._dossier)

    # -- arranging ----------------------------------------------------------------------------

    def _arrange(self) -> None:
        self.beginResetModel()
        self._visible = self._found()
        if self._sorted is not None:
            column, order = self._sorted
            asked = self.columns[column]
            self._visible.sort(
                key=lambda i: self._rank(self._rows[i], asked),
                reverse=order == Qt.SortOrder.DescendingOrder,
            )
        self.endResetModel()

    def _found(self) -> list[int]:
        words = self._needle.split()
        if not words:
            return list(range(len(self._rows)))
        blobs = self._written()
        if len(words) == 1:
            needle = words[0]
            return [i for i, blob in enumerate(blobs) if needle in blob]
        return [i for i, blob in enumerate(blobs) if all(word in blob for word in words)]

    def _written(self) -> list[str]:
        """Return what each row says in its columns, lower-cased; made once for each row."""
        known, fresh = self._blobs, {}
        for row in self._rows:
            entry = known.get(row.id)
            if entry is None or entry[0] is not row:
                text = "\x1f".join(self._sought(row, column) for column in self.columns)
                entry = (row, text.lower())
            fresh[row.id] = entry
        self._blobs = fresh
        return [blob for _, blob in fresh.values()]

    def _rank(self, row: Row, column: Question) -> tuple[int, Any]:
        value = getattr(row, column.name)
        if column.kind in _NUMBERS:
            return (0, Decimal(0)) if value is None else (1, value)
        text = self._cell(row, column)
        return (1, text.lower()) if text else (0, "")

    def _tell(self, lines: range | list[int]) -> None:
        if lines:
            last = len(self.columns) - 1
            self.dataChanged.emit(self.index(lines[0], 0), self.index(lines[-1], last))


def _changed(old: tuple[Row, ...], new: tuple[Row, ...]) -> list[int] | None:
    """Return the positions of the rows that differ; None if rows came, went or moved."""
    if len(old) != len(new):
        return None
    spots = [i for i, (a, b) in enumerate(zip(old, new, strict=True)) if a is not b]
    return spots if all(old[i].id == new[i].id for i in spots) else None


def cell(value: Any, column: Question, dossier: BaseModel | None) -> str:
    """Return a value as one short line of text."""
    if column.kind is Kind.REF:
        return _called(value, column, dossier) if value else ""
    if column.kind is Kind.REFS:
        return ", ".join(_called(row_id, column, dossier) for row_id in value)
    if column.kind is Kind.ROWS:
        return str(len(value)) if value else ""
    if isinstance(value, tuple):
        return ", ".join(m.label if isinstance(m, Choice) else m for m in value)
    if isinstance(value, Choice):
        return value.label if value != "" else ""
    if isinstance(value, str):
        return " ".join(value[:_LONGEST_CELL].split())
    return "" if value is None else answer(column.name, value)


def _called(row_id: str, column: Question, dossier: BaseModel | None) -> str:
    """Return the code of the row referred to, or the whole title where it has no code."""
    rows = paths.get(dossier, column.item.target) if dossier is not None else ()
    spot = paths.positions(rows).get(row_id)
    if spot is None:
        return "?"
    row: Row = rows[spot]
    first = str(getattr(row, row.TITLE[0], "")) if row.TITLE else ""
    return first.strip() or title(row)
