"""The status bar: whether the work is saved, and how many findings there are."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStatusBar, QToolButton, QWidget

from cerwizard.gui.labels import label
from cerwizard.gui.qt_numbers import NO_FOCUS, TEXT_BESIDE_ICON

if TYPE_CHECKING:  # the first page does without them
    from collections.abc import Iterable
    from datetime import date

    from cerwizard.gui.remarks import Remarks
    from cerwizard.rules.finding import Severity


class StandingLine(QStatusBar):
    """Signals: the writer clicked on the counts, `findings_asked`, or on the day, `day_asked`."""

    findings_asked = Signal()
    day_asked = Signal()

    def __init__(self, within: QWidget | None = None) -> None:
        super().__init__(within)
        self.setSizeGripEnabled(False)
        self._saved = label("", "muted", wrap=False, within=self)
        self._saved.setContentsMargins(8, 0, 8, 0)
        self.addWidget(self._saved)
        self.counts: dict[Severity, QToolButton] = {}
        self.day = QToolButton(self)
        self.day.setProperty("role", "quiet")
        self.day.setCheckable(True)  # checked shows that it is another day than the usual one
        self.day.setProperty("focusPolicy", NO_FOCUS)
        self.day.clicked.connect(self._on_day_clicked)
        self.day.hide()
        self.addPermanentWidget(self.day)
        self._holder = QWidget(self)
        self.addPermanentWidget(self._holder)
        self._remarks: Remarks | None = None
        self.show_nothing()

    def show_nothing(self) -> None:
        """No dossier is open."""
        self._saved.setText("")
        self._holder.hide()
        self.day.hide()

    def show_standing(self, *, changed: bool, in_file: bool) -> None:
        """Say whether what is open is saved, and that it is kept all the same."""
        if not in_file:
            self.show_saved("Not saved yet; every step is kept for recovery")
        else:
            self.show_saved("Changed; every step is kept for recovery" if changed else "Saved")

    def show_saved(self, sentence: str) -> None:
        """Say whether the work is saved."""
        self._saved.setText(sentence)

    def show_day(self, day: "date", words: str, other: bool) -> None:
        """Say as of which day is judged, in few words and in more; `other` than the usual one."""
        self.day.setText(f"As of {day}")
        self.day.setToolTip(words)
        self.day.setAccessibleName(words)
        self.day.setChecked(other)
        self.day.show()

    def _on_day_clicked(self) -> None:
        self.day.setChecked(not self.day.isChecked())  # a click alone chooses no other day
        self.day_asked.emit()

    def _add_counts(self, severities: "Iterable[Severity]") -> None:
        """Add a button for each severity; the first page does without them."""
        row = QHBoxLayout(self._holder)
        row.setContentsMargins(0, 0, 6, 0)
        row.setSpacing(2)
        for severity in severities:
            button = self.counts[severity] = QToolButton()
            button.setProperty("role", "quiet")
            button.setProperty("toolButtonStyle", TEXT_BESIDE_ICON)
            button.setProperty("focusPolicy", NO_FOCUS)
            button.clicked.connect(self.findings_asked)
            row.addWidget(button)

    def show_remarks(self, remarks: "Remarks") -> None:
        """Show the number of findings of each severity."""
        from cerwizard.gui.editors import relook  # the first page does without them
        from cerwizard.gui.marks import pixmap
        from cerwizard.gui.severities import PLURALS, SEVERITIES

        self._remarks = remarks
        counts = remarks.counts()
        if not self.counts:
            self._add_counts(SEVERITIES)
        for severity, button in self.counts.items():
            number = counts.get(severity, 0)
            button.setText(f"{number:,}")
            button.setIcon(pixmap(str(severity), faint=not number))
            relook(button, "none", not number)
            words = f"{number:,} {PLURALS[severity][number != 1]}"
            button.setToolTip(words)
            button.setAccessibleName(words)
        self._holder.show()

    def redraw(self) -> None:
        """Paint the marks in the colours of the theme worn now."""
        if self._remarks is not None and self._holder.isVisibleTo(self):
            self.show_remarks(self._remarks)
