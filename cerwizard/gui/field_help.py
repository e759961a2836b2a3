"""What stands under a field: its help, unfolded on demand, and the findings about it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from cerwizard.dossier.ask import Ask
from cerwizard.gui import finding_menu, waived_words
from cerwizard.gui.labels import frame, label
from cerwizard.gui.marks import Mark
from cerwizard.gui.news import Cited, Surroundings
from cerwizard.rules.finding import Finding


def help_panel(ask: Ask, cite: Callable[[str], Cited]) -> QFrame:
    """Return the help, the example and the clauses of a field, with the gist of each clause."""
    panel = frame("help")
    column = QVBoxLayout(panel)
    column.setContentsMargins(12, 8, 12, 9)
    column.setSpacing(5)
    if ask.help:
        column.addWidget(label(ask.help))
    if ask.example:
        column.addWidget(label(f"For example: {ask.example}"))
    for clause in ask.clauses:
        cited = cite(clause)
        gist = f" – {cited.gist}" if cited.gist else ""
        column.addWidget(label(f"{cited.cite}{gist}", "small"))
    if not (ask.help or ask.example or ask.clauses):
        column.addWidget(label("This field explains itself."))
    return panel


class FindingLine(QFrame):
    """One finding in place: what is wrong and how to mend it; why and the clauses on hovering."""

    def __init__(self, finding: Finding, around: Surroundings) -> None:
        super().__init__()
        severity = waived_words.mark(finding)
        self.setProperty("severity", severity)
        row = QHBoxLayout(self)
        row.setContentsMargins(9, 6, 9, 6)
        row.setSpacing(8)
        row.addWidget(Mark(severity), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(label(finding.message))
        for text in filter(None, (waived_words.told(finding), _mend(finding))):
            column.addWidget(label(text, "small"))
        row.addLayout(column, 1)
        row.addWidget(finding_menu.button(finding, around.news), 0, Qt.AlignmentFlag.AlignTop)
        clauses = "; ".join(around.cite(clause).cite for clause in finding.clauses)
        self.setToolTip("\n".join(filter(None, (finding.why, clauses, finding.code))))
        self.setAccessibleName(f"{severity}: {finding.message}")


def _mend(finding: Finding) -> str:
    return "" if finding.waived else finding.fix


class FindingLines(QWidget):
    """The findings about one address, one below the other."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self._shown: tuple[Finding, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.hide()

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show these findings instead of what was shown."""
        if findings == self._shown:
            return
        self._shown = findings
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for finding in findings:
            self._column.addWidget(FindingLine(finding, self._around))
        self.setVisible(bool(findings))
