"""A list of rows in a form: a table, what can be done with its rows, the form of one of them."""

from pydantic import BaseModel
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cerwizard.dossier import paths
from cerwizard.dossier.ask import Question, Row
from cerwizard.gui.empty_list import EmptyList
from cerwizard.gui.field import Field, FieldBody, FieldHead
from cerwizard.gui.field_help import FindingLines, help_panel
from cerwizard.gui.in_view import show_soon
from cerwizard.gui.kept_cursor import kept_within
from cerwizard.gui.labels import label
from cerwizard.gui.news import Surroundings
from cerwizard.gui.pasted_rows import read_rows
from cerwizard.gui.remarks import Remarks
from cerwizard.gui.row_detail import RowDetail
from cerwizard.gui.rows_bar import RowsBar
from cerwizard.gui.rows_model import RowsModel
from cerwizard.gui.rows_table import RowsTable

_PAUSE = 120  # milliseconds on a row before its form follows the arrow keys


class ListField(QObject):
    """One list of a record, in two widgets that the form puts where it likes.

    `reason` is the field in which the writer says why the list is rightly empty.
    """

    short = False

    def __init__(
        self,
        question: Question,
        around: Surroundings,
        reason: Field | None,
        within: QWidget | None = None,
    ) -> None:
        super().__init__()
        self.question = question
        self.row_type: type[Row] = question.item
        self.head = FieldHead(question, within)
        self.body = FieldBody(within)
        self.setParent(self.body)  # they end together
        self._around = around
        self._open = ""  # the id of the row whose form is shown
        self._dossier: BaseModel | None = None
        self._rows: tuple[Row, ...] = ()
        self._remarks = Remarks()
        self._help: QWidget | None = None
        self.model = RowsModel(self.row_type)
        self.table = RowsTable(self.model)
        self.table.setAccessibleName(question.ask.label)
        self.bar = RowsBar(self.row_type.NOUN, question.ask.label)
        self.unseen = label("", "small")
        self.unseen.hide()
        self.empty = EmptyList(self.row_type.NOUN, reason)
        self.detail = RowDetail(self.row_type, around, self.table)
        self._findings = FindingLines(around)
        self._pause = QTimer(self, interval=_PAUSE, singleShot=True)
        for widget in (self._findings, self.empty, self._full_part()):
            self.body.column.addWidget(widget)
        self._connect()

    def _full_part(self) -> QWidget:
        self._full = QWidget(self.body)
        column = QVBoxLayout(self._full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self.bar, self.table, self.unseen, self.detail):
            column.addWidget(widget)
        return self._full

    def _connect(self) -> None:
        self.head.help.toggled.connect(self._on_help_toggled)
        self.empty.add_asked.connect(self._on_add_asked)
        self.bar.add_asked.connect(self._on_add_asked)
        self.empty.paste_asked.connect(self._on_paste_asked)
        self.bar.paste_asked.connect(self._on_paste_asked)
        self.bar.copy_asked.connect(self._on_copy_asked)
        self.bar.delete_asked.connect(self._on_delete_asked)
        self.bar.move_asked.connect(self._on_move_asked)
        self.bar.filtered.connect(self._on_filtered)
        self.table.add_asked.connect(self._on_add_asked)
        self.table.paste_asked.connect(self._on_paste_asked)
        self.table.copy_asked.connect(self._on_copy_asked)
        self.table.delete_asked.connect(self._on_delete_asked)
        self.table.move_asked.connect(self._on_move_asked)
        self.table.clicked.connect(self._on_clicked)
        self.table.entered.connect(self._on_entered)
        self.table.widened.connect(self._on_widened)
        self.table.left_out.connect(self._on_left_out)
        self.table.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self.model.modelReset.connect(self._on_reset)
        self.detail.closed.connect(self._on_closed)
        self.detail.stepped.connect(self._on_stepped)
        self._pause.timeout.connect(self._follow)

    @property
    def address(self) -> str:
        """Where in the dossier the list is now."""
        return self.body.address

    # -- data down ----------------------------------------------------------------------------

    def show_record(self, dossier: BaseModel, address: str, record: BaseModel) -> None:
        """Show the list of `record`, which lies at `address`."""
        with kept_within(self.body, lambda: self.table if self._rows else self.empty):
            self._show_list(dossier, address, record)

    def _show_list(self, dossier: BaseModel, address: str, record: BaseModel) -> None:
        here = f"{address}.{self.question.name}"
        if here != self.address:
            self._close()
        self.body.address = here
        self.table.setObjectName(here)
        self.table.chosen = self._around.columns.get(paths.pattern(here), ())
        self._dossier, self._rows = dossier, getattr(record, self.question.name)
        self.empty.show_record(dossier, address, record)
        self.empty.setVisible(not self._rows)
        self._full.setVisible(bool(self._rows))
        self.model.show_rows(dossier, self._rows)
        self.bar.show_count(len(self._rows))
        self._show_detail()
        self._allow()

    def show_remarks(self, remarks: Remarks) -> None:
        """Show what the rules say about the list, its rows and the row that is open."""
        self._remarks = remarks
        self._findings.show_findings(remarks.at(self.address))
        self.model.show_worst(remarks.of_rows(self.address))
        self.empty.show_remarks(remarks)
        if self._open:
            self.detail.show_remarks(remarks)

    def _on_widened(self, widths: tuple[int, ...]) -> None:
        if self.address:  # a list that was never shown has no place yet
            self._around.columns[paths.pattern(self.address)] = widths

    def _on_left_out(self, labels: tuple[str, ...]) -> None:
        told = f"No room here for: {', '.join(labels)}. The form of each row has them."
        self.unseen.setText(told if labels else "")
        self.unseen.setVisible(bool(labels))

    def _show_detail(self) -> None:
        spot = paths.positions(self._rows).get(self._open)
        if spot is None:
            self._close()
        elif self._dossier is not None:
            row = self._rows[spot]
            self.detail.show_row(self._dossier, f"{self.address}[{row.id}]", row, spot, self._rows)
            line, lines = self.model.line_of(row.id), self.model.rowCount()
            self.detail.lead(line, lines, grows=not self.model.arranged)

    def reveal(self, address: str) -> bool:
        """Lead to the list, to one of its rows, or to a field of a row."""
        depth = len(paths.split(self.address))
        parts = paths.split(address)
        row_id = parts[depth - 1].row if len(parts) >= depth else None
        if row_id is None:
            (self.table if self._rows else self.empty).setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if row_id not in paths.positions(self._rows):
            return False
        self._open_row(row_id)
        return self.detail.reveal(address)

    def toggle_help(self) -> None:
        """Unfold the help, or fold it."""
        self.head.help.toggle()

    def _open_row(self, row_id: str) -> None:
        if self.model.line_of(row_id) < 0:
            self.bar.clear_filter()
        self._open = row_id
        self.table.make_room(for_form=True)
        self.table.select(row_id)
        self._pause.stop()
        self._show_detail()
        self.detail.show_remarks(self._remarks)
        self._allow()

    def _close(self) -> None:
        self._open = ""
        self.detail.hide()
        self.table.make_room(for_form=False)

    def _allow(self) -> None:
        line = self.table.currentIndex().row()
        still = not self.model.arranged
        self.bar.allow(line >= 0, still and line > 0, still and 0 <= line < len(self._rows) - 1)

    # -- news ---------------------------------------------------------------------------------

    def _current(self) -> str:
        return self.table.row_address(self.address)

    def _on_add_asked(self) -> None:
        self._around.news.added.emit(self.address)

    def _on_paste_asked(self) -> None:
        if self._dossier is not None:
            text = QGuiApplication.clipboard().text()
            seen = [
                column
                for number, column in enumerate(self.model.columns)
                if not self.table.isColumnHidden(number)
            ]
            read = read_rows(text, self.row_type, seen, self._dossier)
            self._around.news.pasted.emit(self.address, read)

    def _on_copy_asked(self) -> None:
        if self._current():
            self._around.news.copied.emit(self._current())

    def _on_delete_asked(self) -> None:
        if self._current():
            self._around.news.removed.emit(self._current())

    def _on_move_asked(self, by: int) -> None:
        to = self.table.currentIndex().row() + by
        if self._current() and not self.model.arranged and 0 <= to < len(self._rows):
            self._around.news.moved.emit(self._current(), to)

    def _on_filtered(self, needle: str) -> None:
        self.model.filter(needle)
        self.bar.show_found(self.model.rowCount(), len(self._rows))

    def _on_clicked(self) -> None:
        self._open_row(self.model.row_at(self.table.currentIndex()).id)

    def _on_entered(self) -> None:
        if self._current():
            self._on_clicked()
            self.detail.focus_first()

    def _on_current_changed(self) -> None:
        self._allow()
        if self._open:
            self._pause.start()

    def _follow(self) -> None:
        index = self.table.currentIndex()
        if self._open and index.isValid():
            self._open_row(self.model.row_at(index).id)

    def _on_reset(self) -> None:
        if self._open:
            self.table.select(self._open)
        self._allow()

    def _on_closed(self) -> None:
        self._close()
        self.table.setFocus()
        show_soon(self.table)

    def _on_stepped(self, by: int) -> None:
        """Go to the neighbour as the table shows it; after the last row, to a new one."""
        line = self.model.line_of(self._open) + by
        if 0 <= line < self.model.rowCount():
            self._open_row(self.model.row_at(self.model.index(line, 0)).id)
            self.detail.focus_first()
        elif by > 0 and not self.model.arranged:
            self._on_add_asked()

    def _on_help_toggled(self, shown: bool) -> None:
        if self._help is None:
            self._help = help_panel(self.question.ask, self._around.cite)
            self.body.column.insertWidget(0, self._help)
        self._help.setVisible(shown)
