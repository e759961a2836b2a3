"""The form of one row of a list, framed below the table."""

from typing import TYPE_CHECKING

from pydantic import BaseModel
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cerwizard.dossier.ask import Row, title
from cerwizard.gui import icons
from cerwizard.gui.field_help import FindingLines
from cerwizard.gui.labels import label
from cerwizard.gui.news import Surroundings
from cerwizard.gui.remarks import Remarks
from cerwizard.gui.tab_order import take_turn

if TYPE_CHECKING:
    from cerwizard.gui.form_page import FormPage

_LONGEST = 110  # characters of a title, which has room for two or three lines


class RowDetail(QFrame):
    """Made when a row of `table` is first opened.

    Signals: `closed`, the writer wants it away; `stepped` with -1 for the row before and 1 for
    the next one, which after the last row is a new one.
    """

    closed = Signal()
    stepped = Signal(int)

    def __init__(self, row_type: type[Row], around: Surroundings, table: QWidget) -> None:
        super().__init__()
        self.table = table
        self.setProperty("role", "detail")
        self._row_type, self._around = row_type, around
        self.form: FormPage | None = None
        self.before, self.next = QPushButton(f"Previous {row_type.NOUN}"), QPushButton()
        self._address = ""
        self._name = label("", "record")
        self._where = label("", "small", wrap=False)
        self._findings = FindingLines(around)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 14, 16)
        self._column.setSpacing(10)
        self._column.addLayout(self._head())
        self._column.addWidget(self._findings)
        self.hide()

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self._where)
        close = QToolButton()
        close.setProperty("role", "mark")
        close.setToolTip("Close (Escape)")
        close.setAccessibleName(f"Close this {self._row_type.NOUN}")
        close.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        icons.put(close, "close", "muted")
        close.clicked.connect(self.closed)
        head.addWidget(close)
        return head

    def show_row(
        self, dossier: BaseModel, address: str, row: Row, spot: int, rows: tuple[Row, ...]
    ) -> None:
        """Show `row`, which is number `spot` of `rows`."""
        form = self.form
        if form is None:
            form = self._made_form()
            self._take_turn()
        self._address = address
        self._name.setText(_short(title(row)))
        self._where.setText(f"{spot + 1:,} of {len(rows):,}")
        form.show_record(dossier, address, row)
        self.show()

    def _made_form(self) -> "FormPage":
        from cerwizard.gui.form_page import FormPage  # a form holds lists, and a list holds a form

        self.form = FormPage(self._row_type, self._around, self)
        self._column.addWidget(self.form)
        self._column.addWidget(self._foot())
        return self.form

    def lead(self, spot: int, rows: int, *, grows: bool) -> None:
        """Offer the way to the neighbours in the table; `grows`: after the last row a new one."""
        last = spot + 1 >= rows
        self.before.setEnabled(spot > 0)
        self.next.setText(f"{'Add' if last and grows else 'Next'} {self._row_type.NOUN}")
        self.next.setEnabled(grows or not last)

    def _foot(self) -> QWidget:
        """Return the way to the neighbours of a row, where its form ends."""
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        for button, by in ((self.before, -1), (self.next, 1)):
            button.setProperty("role", "small")
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # the table has the keys
            button.clicked.connect(lambda _=False, by=by: self.stepped.emit(by))
            row.addWidget(button)
        return foot

    def _take_turn(self) -> None:
        take_turn(self, self.table)

    def show_remarks(self, remarks: Remarks) -> None:
        """Show what the rules say about the row and its fields."""
        self._findings.show_findings(remarks.at(self._address))
        if self.form is not None:
            self.form.show_remarks(remarks)

    def reveal(self, address: str) -> bool:
        """Lead to a field of the row."""
        if address == self._address:
            self.focus_first()
            return True
        return self.form is not None and self.form.reveal(address)

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        if self.form is not None:
            self.form.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's; Escape goes back to the table."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _short(text: str) -> str:
    line = " ".join(text.split())
    line = line[:1].upper() + line[1:]
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rsplit(' ', 1)[0].rstrip(' ,;:')}…"
