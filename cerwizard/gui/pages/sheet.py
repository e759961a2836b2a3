"""A sheet: a table of few lines and full cells, as the hand-written pages lay them out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class Chip:
    """A short word that leads to an address; `words` say whither, in full."""

    text: str
    address: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one place: a mark, a text, a quieter one below it, words that lead on."""

    text: str = ""
    below: str = ""
    mark: str = ""
    chips: tuple[Chip, ...] = ()
    quiet: bool = False

    @property
    def words(self) -> str:
        """All of it as one line, for screen readers and tool tips."""
        parts = (self.text, self.below, ", ".join(chip.words or chip.text for chip in self.chips))
        return ". ".join(filter(None, parts))


@dataclass(frozen=True, slots=True)
class Line:
    """A line by its key; `tone` is the severity whose colour lies behind it.

    A heading has one cell, which goes across the sheet; it cannot be chosen.
    """

    key: str
    cells: tuple[Cell, ...]
    tone: str = ""
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A heading, the share of the spare width, and the least width in characters.

    `brief` is the heading where a word of the full one is too long for the column.
    """

    head: str
    share: int = 1
    least: int = 8
    words: str = ""
    brief: str = ""


def heading(key: str, text: str, below: str = "") -> Line:
    """Return a line that heads those after it."""
    return Line(key, (Cell(text, below),), heading=True)


class SheetModel(QAbstractTableModel):
    """Shows lines, never owns what they tell."""

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.lines: tuple[Line, ...] = ()
        self.brief = False  # whether long texts are cut sooner, to show more lines at once
        self.heads: dict[int, str] = {}  # the headings as they fit, where they are cut
        self._spots: dict[str, int] = {}

    def show_columns(self, columns: Sequence[Column]) -> None:
        """Change the columns; the lines that fit them must follow."""
        self.beginResetModel()
        self.columns, self.lines, self._spots = tuple(columns), (), {}
        self.endResetModel()

    def show_lines(self, lines: Iterable[Line]) -> bool:
        """Show these lines; say whether any of them is new or gone."""
        old, new = self.lines, tuple(lines)
        if [(x.key, x.heading) for x in old] != [(x.key, x.heading) for x in new]:
            self.beginResetModel()
            self.lines = new
            self._spots = {line.key: i for i, line in enumerate(new)}
            self.endResetModel()
            return True
        self.lines = new
        for i, (one, other) in enumerate(zip(old, new, strict=True)):
            if one != other:
                self.dataChanged.emit(self.index(i, 0), self.index(i, len(self.columns) - 1))
        return False

    def spot(self, key: str) -> int:
        """Return the position of the line with this key, -1 if there is none."""
        return self._spots.get(key, -1)

    def cell(self, index: Index) -> Cell:
        """Return the cell at `index`; what a heading covers is empty."""
        cells = self.lines[index.row()].cells
        return cells[index.column()] if index.column() < len(cells) else Cell()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Qt's."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Qt's."""
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt's; headings cannot be chosen."""
        heads = self.lines[index.row()].heading
        return Qt.ItemFlag.NoItemFlags if heads else super().flags(index)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """Qt's."""
        if orientation == Qt.Orientation.Vertical:
            return None
        column = self.columns[section]
        if role == _ROLE.DisplayRole:
            return self.heads.get(section, column.head)
        if role == _ROLE.ToolTipRole:
            return column.words or column.head
        if role == _ROLE.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter) | int(
                Qt.TextFlag.TextWordWrap
            )
        return None

    def data(self, index: Index, role: int = 0) -> Any:
        """Qt's."""
        if role == _ROLE.DisplayRole:
            return self.cell(index).text
        if role in (_ROLE.ToolTipRole, _ROLE.AccessibleTextRole):
            return self.cell(index).words or None
        return None
