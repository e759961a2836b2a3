"""A table of rows that can be narrowed by their answers, with columns made of several fields."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import Qt

from cerwizard.dossier.ask import Ask, Kind, Question, Row, question
from cerwizard.gui.rows_model import Index, RowsModel
from cerwizard.rules.finding import Severity

_ROLE = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class Told:
    """A column that a field does not make: its heading, what it shows and says of a row."""

    head: str
    show: Callable[[Any], str]
    say: Callable[[Any], str]
    words: str = ""
    rank: Callable[[Any], Any] | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a table in their order, by the names of fields and of `told`.

    `least` has the least width of a column in characters; `filters` are the choices by which the
    table can be narrowed; `spare` are columns that go first where there is no room for all.
    """

    columns: tuple[str, ...]
    filters: tuple[str, ...] = ()
    told: Mapping[str, Told] = field(default_factory=dict)
    least: Mapping[str, int] = field(default_factory=dict)
    spare: tuple[str, ...] = ()


class FilteredModel(RowsModel):
    """Keeps the rows that have the chosen answers, and the words that were typed."""

    def __init__(self, row_type: type[Row], layout: Layout) -> None:
        super().__init__(row_type)
        self._told = layout.told
        self.columns = tuple(_column(row_type, name, layout) for name in layout.columns)
        self._kept: dict[str, str] = {}
        self._faulted = False

    def keep(self, chosen: Mapping[str, str], *, faulted: bool) -> None:
        """Leave the rows with these answers by field; `faulted`: those with findings only."""
        if (self._kept, self._faulted) != (dict(chosen), faulted):
            self._kept, self._faulted = dict(chosen), faulted
            self._arrange()

    def show_worst(self, worst: Mapping[str, Severity]) -> None:
        """Mark the rows that have findings with the worst severity of each."""
        differs = worst.keys() != self._worst.keys()
        super().show_worst(worst)
        if differs and self._faulted:
            self._arrange()

    @property
    def arranged(self) -> bool:
        """Whether the rows stand in another order, or fewer of them, than in the dossier."""
        return super().arranged or self._narrowed

    @property
    def _narrowed(self) -> bool:
        return bool(self._kept) or self._faulted

    def _found(self) -> list[int]:
        found = super()._found()
        for name, code in self._kept.items():
            found = [i for i in found if str(getattr(self._rows[i], name)) == code]
        return [i for i in found if self._rows[i].id in self._worst] if self._faulted else found

    def _cell(self, row: Row, column: Question) -> str:
        told = self._told.get(column.name)
        return told.show(row) if told else super()._cell(row, column)

    def _rank(self, row: Row, column: Question) -> tuple[int, Any]:
        told = self._told.get(column.name)
        if told is None:
            return super()._rank(row, column)
        text = told.show(row)
        return (1, told.rank(row) if told.rank else text) if text else (0, "")

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """Qt's."""
        if orientation == Qt.Orientation.Horizontal and role == _ROLE.ToolTipRole:
            return self.columns[section].ask.help or self.columns[section].ask.label
        return super().headerData(section, orientation, role)

    def data(self, index: Index, role: int = 0) -> Any:
        """Qt's; a column that is told says in full what it shows in short."""
        if role in (_ROLE.ToolTipRole, _ROLE.AccessibleTextRole):
            told = self._told.get(self.columns[index.column()].name)
            if told is not None:
                return told.say(self.row_at(index))
        return super().data(index, role)


def _column(row_type: type[Row], name: str, layout: Layout) -> Question:
    if name not in layout.told:
        return question(row_type, name)
    told = layout.told[name]
    return Question(name, Ask(label=told.head, help=told.words), Kind.LINE)
