"""A form made from a record's questions; most of the window is one of these."""

from itertools import groupby

from pydantic import BaseModel
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cerwizard.dossier.ask import Kind, Question, Section, question, questions
from cerwizard.dossier.paths import pattern
from cerwizard.gui.field import Field
from cerwizard.gui.form_grid import FormGrid
from cerwizard.gui.labels import frame, label
from cerwizard.gui.left_out import LeftOut
from cerwizard.gui.list_field import ListField
from cerwizard.gui.news import Surroundings
from cerwizard.gui.relevance import Place
from cerwizard.gui.remarks import Remarks

Item = Field | ListField


class FormPage(QWidget):
    """The questions of one kind of record, in their groups; shows one record at a time.

    What does not apply is hidden, and one quiet line at the end says how much that is, and why.
    """

    def __init__(
        self, record: type[Section], around: Surroundings, within: QWidget | None = None
    ) -> None:
        super().__init__(within)
        self._around = around
        self.fields: dict[str, Item] = {}
        self._groups: list[tuple[QWidget | None, FormGrid, list[Item]]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        for name, asked in _groups(record):
            self._add_group(name, asked, record)
        self.left_out = LeftOut()
        self._column.addWidget(self.left_out)

    def _add_group(self, name: str, asked: list[Question], record: type[Section]) -> None:
        heading = self._heading(name) if name else None
        grid = FormGrid(self)
        self._column.addWidget(grid)
        items = [self._item(q, record, grid) for q in asked]
        grid.take(items)
        self._groups.append((heading, grid, items))

    def _heading(self, name: str) -> QWidget:
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 10 if self._groups else 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label(name, "group"))
        column.addWidget(frame("rule"))
        self._column.addWidget(holder)
        return holder

    def _item(self, asked: Question, record: type[Section], within: QWidget) -> Item:
        if asked.kind is not Kind.ROWS:
            item: Item = Field(asked, self._around, within)
        else:
            reason = question(record, asked.ask.none) if asked.ask.none else None
            field = Field(reason, self._around) if reason else None
            if field:
                self.fields[asked.ask.none] = field
            item = ListField(asked, self._around, field, within)
        self.fields[asked.name] = item
        return item

    def show_record(self, dossier: BaseModel, address: str, record: BaseModel) -> None:
        """Show `record`, which lies at `address` in `dossier`."""
        left_out: list[Question] = []
        for heading, grid, items in self._groups:
            shown = []
            for item in items:
                if self._applies(item.question, dossier, address):
                    item.show_record(dossier, address, record)
                    shown.append(item)
                else:
                    left_out.append(item.question)
            grid.show_fields(shown)
            grid.setVisible(bool(shown))
            if heading is not None:
                heading.setVisible(bool(shown))
        self.left_out.show_questions(left_out, Place(type(dossier), pattern(address)), record)

    def _applies(self, asked: Question, dossier: BaseModel, address: str) -> bool:
        return asked.ask.when is None or self._around.applies(dossier, f"{address}.{asked.name}")

    def show_remarks(self, remarks: Remarks) -> None:
        """Hand each field what the rules say about it."""
        for _, _, items in self._groups:
            for item in items:
                if item.address:
                    item.show_remarks(remarks)

    def reveal(self, address: str) -> bool:
        """Lead to the field at `address` or the one that holds it; say whether it is here."""
        for item in self.fields.values():
            here = item.address
            if here and (address == here or address.startswith((f"{here}.", f"{here}["))):
                return item.body.isVisibleTo(self) and item.reveal(address)
        return False

    def toggle_help(self, address: str) -> None:
        """Unfold or fold the help of the field at `address`, here or in a row that is open."""
        for item in self.fields.values():
            if item.address == address:
                item.toggle_help()
            elif isinstance(item, ListField) and item.detail.form is not None:
                item.detail.form.toggle_help(address)

    def focus_first(self) -> None:
        """Put the cursor into the first field that is shown."""
        for _, _, items in self._groups:
            for item in items:
                if item.body.isVisibleTo(self):
                    item.reveal(item.address)
                    return


def _groups(record: type[Section]) -> list[tuple[str, list[Question]]]:
    """Return the questions in groups; the reason for an empty list comes with the list.

    What a record shares with others stands in its class's bases, and comes after its own.
    """
    asked = questions(record)
    reasons = {q.ask.none for q in asked if q.ask.none}
    group = ""
    named = []
    for q in asked:
        group = q.ask.group or group
        if q.name not in reasons:
            named.append((group, q))
    groups = [(name, [q for _, q in some]) for name, some in groupby(named, key=lambda n: n[0])]
    return sorted(groups, key=lambda group: group[1][0].name not in record.__annotations__)
