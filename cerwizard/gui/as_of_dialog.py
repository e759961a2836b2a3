"""Asks as of which day the dossier is to be judged."""

import re
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from cerwizard.dossier.dates import span
from cerwizard.gui.labels import label
from cerwizard.gui.text_widgets import Line
from cerwizard.gui.typed_editors import iso

_DATE = re.compile(r"\d{4}(-\d{1,2}(-\d{1,2})?)?")
_WIDTH = 460


class AsOfDialog(QDialog):
    """`chosen` is the day that the writer wants, None for that of the report."""

    def __init__(self, parent: QWidget | None, day: date) -> None:
        super().__init__(parent)
        self.setObjectName("as-of")
        self.setWindowTitle("Judge as of a day")
        self.setMinimumWidth(_WIDTH)
        self.chosen: date | None = None
        self.day = Line("YYYY-MM-DD")
        self.day.setText(str(day))
        self.day.selectAll()
        self.day.setAccessibleName("Judge as of this day, year-month-day")
        self.wrong = label("", "held")
        self.wrong.hide()
        self.judge = QPushButton("Judge")
        self.judge.setProperty("role", "main")
        self.judge.setDefault(True)
        self.report = QPushButton("Date of the report")
        self._lay_out()
        self.judge.clicked.connect(self._on_judge)
        self.report.clicked.connect(self.accept)
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(label("Judge under the law of which day?", "label"))
        column.addWidget(self.day)
        column.addWidget(self.wrong)
        column.addWidget(
            label(
                "The dossier is not changed. Otherwise it is judged as of the date of the report, "
                "or of today if it has none.",
                "small",
            )
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self.judge, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.report, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    def _on_judge(self) -> None:
        self.chosen = read_day(self.day.text())
        if self.chosen is not None:
            self.accept()
            return
        self.wrong.setText("This is no date. Write it as 2026-05-31, or leave out the day.")
        self.wrong.show()
        self.adjustSize()
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)


def read_day(text: str) -> date | None:
    """Return the last possible day of a date; None if it is none."""
    written = iso(text)
    if not _DATE.fullmatch(written):
        return None
    try:
        read = span(written)
    except ValueError:
        return None
    return read.last if read else None
