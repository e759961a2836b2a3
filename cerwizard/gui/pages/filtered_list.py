"""A list of rows with choices above its table, by which it can be narrowed."""

from collections.abc import Container
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from cerwizard.dossier import paths
from cerwizard.dossier.ask import Question, Row, question
from cerwizard.dossier.numerals import with_noun
from cerwizard.gui.answer_all_dialog import ask_for_all
from cerwizard.gui.editors import QuietCombo
from cerwizard.gui.field import Field
from cerwizard.gui.flow_layout import FlowLayout
from cerwizard.gui.list_field import ListField
from cerwizard.gui.news import Surroundings
from cerwizard.gui.pages.filtered_model import FilteredModel, Layout
from cerwizard.gui.rows_table import RowsTable
from cerwizard.gui.tab_order import come_before


class FilterBar(QWidget):
    """One box for each choice, and one for what has findings.

    Signals: `changed`; `answer_asked` for one answer for all rows that are left.
    """

    changed = Signal()
    answer_asked = Signal()

    def __init__(self, row_type: type[Row], names: tuple[str, ...]) -> None:
        super().__init__()
        self.boxes: dict[str, QuietCombo] = {}
        flow = FlowLayout(self)
        for name in names:
            self.boxes[name] = box = _box(question(row_type, name))
            box.currentIndexChanged.connect(self.changed)
            flow.addWidget(box)
        self.faulted = QCheckBox("With findings")
        self.faulted.toggled.connect(self.changed)
        self.faulted.setMinimumHeight(self._line_height())
        flow.addWidget(self.faulted)
        self.answer = QPushButton("Answer for all shown…")
        self.answer.setProperty("role", "small")
        self.answer.setToolTip("Give one answer to every row that the filter leaves")
        self.answer.clicked.connect(self.answer_asked)
        flow.addWidget(self.answer)

    def _line_height(self) -> int:
        return max((box.sizeHint().height() for box in self.boxes.values()), default=0)

    def chosen(self) -> dict[str, str]:
        """Return the answers that are wanted, by field."""
        return {
            name: str(box.currentData())
            for name, box in self.boxes.items()
            if box.currentData() is not None
        }

    def clear(self) -> None:
        """Want every row again."""
        for box in self.boxes.values():
            box.setCurrentIndex(0)
        self.faulted.setChecked(False)


def _box(asked: Question) -> QuietCombo:
    box = QuietCombo()
    box.setAccessibleName(f"Show only: {asked.ask.label}")
    box.addItem(f"{asked.ask.label}: any", None)
    for member in asked.item:
        box.addItem(member.label, str(member.value))
    box.setMinimumContentsLength(len(asked.ask.label) + 6)
    return box


class _Table(RowsTable):
    def __init__(self, model: FilteredModel, layout: Layout) -> None:
        super().__init__(model)
        self._leasts = layout.least
        self.spare = layout.spare

    def _least(self, column: Question) -> int:
        if column.name not in self._leasts:
            return super()._least(column)
        return self._leasts[column.name] * self.fontMetrics().averageCharWidth() + 18


class FilteredList(ListField):
    """A ListField whose table has columns of its own and can be narrowed by choices."""

    def __init__(
        self,
        asked: Question,
        around: Surroundings,
        reason: Field | None,
        layout: Layout,
        within: QWidget | None = None,
    ) -> None:
        self._layout = layout
        super().__init__(asked, around, reason, within)
        self.filters.changed.connect(self._on_narrowed)
        self.filters.answer_asked.connect(self._on_answer_asked)

    def _full_part(self) -> QWidget:
        self.table.deleteLater()
        self.model.deleteLater()
        self.narrowed = FilteredModel(self.row_type, self._layout)
        self.model, self.table = self.narrowed, _Table(self.narrowed, self._layout)
        self.table.setAccessibleName(self.question.ask.label)
        self.detail.table = self.table
        self.filters = FilterBar(self.row_type, self._layout.filters)
        full = super()._full_part()
        column = full.layout()
        assert column is not None
        below: tuple[QWidget, ...] = (self.table, self.unseen, self.detail)
        for widget in below:
            column.removeWidget(widget)
        for widget in (self.filters, *below):
            column.addWidget(widget)
        come_before(
            [*self.filters.boxes.values(), self.filters.faulted, self.filters.answer], self.table
        )
        return full

    def _on_narrowed(self) -> None:
        self.narrowed.keep(self.filters.chosen(), faulted=self.filters.faulted.isChecked())
        self.bar.show_found(self.model.rowCount(), len(self._rows))

    def _on_answer_asked(self) -> None:
        rows = self.narrowed.shown()
        if not rows or self._dossier is None:
            return
        given = ask_for_all(self.body, self._dossier, rows, self._layout.filters[0], self._is_asked)
        if given:
            self._answer({row.id for row in rows}, *given)

    def _answer(self, ids: Container[str], name: str, value: Any) -> None:
        """Give these rows an answer, as one new list: thousands of addresses would take seconds."""
        wanted = {r.id for r in self._rows if r.id in ids and self._is_asked(r, name)}
        rows = (paths.put(row, name, value) if row.id in wanted else row for row in self._rows)
        reason = f"Answer for {with_noun(len(wanted), 'row')}"
        self._around.news.answered.emit({self.address: tuple(rows)}, reason)

    def _is_asked(self, row: Row, name: str) -> bool:
        at = f"{self.address}[{row.id}].{name}"
        return self._dossier is not None and self._around.applies(self._dossier, at)

    def _open_row(self, row_id: str) -> None:
        if self.model.line_of(row_id) < 0:
            self.filters.clear()
        super()._open_row(row_id)
