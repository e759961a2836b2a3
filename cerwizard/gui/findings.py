"""The pane of findings: of this step or of all, by severity; a click leads to the field."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cerwizard.gui import waived_words
from cerwizard.gui.findings_list import FindingsList
from cerwizard.gui.flow_layout import FlowLayout
from cerwizard.gui.labels import frame, label
from cerwizard.gui.marks import pixmap
from cerwizard.gui.news import Cited
from cerwizard.gui.remarks import Remarks
from cerwizard.gui.severities import PLURALS, SEVERITIES
from cerwizard.gui.tab_order import take_turn
from cerwizard.rules.finding import Finding, Severity

_MOST_SHARE = 42  # per cent of the pane's height that the chosen finding takes


class _Scroll(QScrollArea):
    """As high as what it holds needs, up to a limit."""

    def __init__(self, held: QWidget) -> None:
        super().__init__()
        self.setProperty("role", "bare")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setWidget(held)
        held.setAutoFillBackground(False)  # a scroll area has it filled

    def fit(self, most: int) -> None:
        """Take the height that is needed, at most so many pixels."""
        held = self.widget()
        needed = held.heightForWidth(self.width()) if held is not None else 0
        self.setFixedHeight(max(1, min(needed, most)))


class Findings(QWidget):
    """Filters above, the list in the middle, below it what the chosen finding is about.

    Signals: `followed` with the address to which the writer wants to be led; `waive_asked`,
    `unwaive_asked` and `rule_asked` with the chosen finding.
    """

    followed = Signal(str)
    waive_asked = Signal(object)
    unwaive_asked = Signal(object)
    rule_asked = Signal(object)

    def __init__(self, cite: Callable[[str], Cited], where: Callable[[str], str]) -> None:
        super().__init__()
        self._cite, self._where = cite, where
        self._remarks, self._step = Remarks(), ""
        self.list = FindingsList(where)
        self._detail = self._below()
        self._detail.hide()
        self._grown = QTimer(self, interval=0, singleShot=True)
        self._grown.timeout.connect(self._fit)
        self._nothing = label("", "muted")
        self._nothing.setContentsMargins(14, 6, 14, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._scope_bar())
        column.addWidget(self._severity_bar())
        self._day = label("", "small")
        self._day.setContentsMargins(14, 0, 14, 2)
        column.addWidget(self._day)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)
        column.addWidget(self._detail)
        self.list.clicked.connect(self._on_chosen)
        self.list.activated.connect(self._on_chosen)
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)
        self.setFocusProxy(self.list)

    def _below(self) -> QWidget:
        """Return the place below the list: words that scroll, and deeds that stay in sight."""
        below, told = frame("below"), QWidget()
        self._lines = QVBoxLayout(told)
        self._lines.setContentsMargins(14, 10, 14, 4)
        self._lines.setSpacing(6)
        self._about = _Scroll(told)
        self._foot = QVBoxLayout()
        self._foot.setContentsMargins(14, 4, 14, 10)
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._about)
        column.addLayout(self._foot)
        return below

    def _scope_bar(self) -> QWidget:
        self.this_step, self.all_steps = _switch("This step"), _switch("All steps")
        self.waived = _switch("Waived")
        self.waived.setToolTip("Findings of all steps that somebody accepted with a reason")
        self.this_step.setChecked(True)
        self._scopes = QButtonGroup(self)
        for button in (self.this_step, self.all_steps, self.waived):
            self._scopes.addButton(button)
        self._scopes.buttonToggled.connect(self._refresh)
        return _bar(self.this_step, self.all_steps, self.waived)

    def _severity_bar(self) -> QWidget:
        self.severities = {severity: _switch("") for severity in SEVERITIES}
        for severity, button in self.severities.items():
            button.setChecked(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setToolTip(f"Show or hide: {PLURALS[severity][1]}")
            button.toggled.connect(self._refresh)
        return _bar(*self.severities.values())

    def show_step(self, step: str) -> None:
        """Show the findings of this step, unless those of all steps are wanted."""
        self._step = step
        self._refresh()

    def show_remarks(self, remarks: Remarks) -> None:
        """Show a new judgement."""
        self._remarks = remarks
        self._refresh()

    def show_day(self, words: str) -> None:
        """Say as of which day was judged."""
        self._day.setText(words)

    def redraw(self) -> None:
        """Paint the marks in the colours of the theme worn now."""
        self._refresh()

    def shown(self) -> tuple[Finding, ...]:
        """Return the findings in the list, in their order."""
        return self.list.findings

    @property
    def chosen(self) -> Finding | None:
        """The finding that is chosen in the list."""
        index = self.list.currentIndex()
        there = index.isValid() and index.row() < len(self.list.findings)
        return self.list.findings[index.row()] if there else None

    def _refresh(self) -> None:
        waived = sum(finding.waived is not None for finding in self._remarks.all)
        self.waived.setText(f"Waived ({waived:,})" if waived else "Waived")
        whole = not self.this_step.isChecked()
        counts = self._remarks.counts("" if whole else self._step)
        for severity, button in self.severities.items():
            button.setText(f"{counts.get(severity, 0):,}")
            button.setIcon(pixmap(str(severity)))
            button.setAccessibleName(f"{counts.get(severity, 0)} {PLURALS[severity][1]}")
        chosen = self._chosen()
        shown = tuple(f for f in chosen if self.severities[f.severity].isChecked())
        self.list.show_findings(shown)
        self._nothing.setVisible(not shown)
        self._lead_in()
        self._nothing.setText(self._why_nothing(bool(chosen)))
        self._on_current_changed()

    def _lead_in(self) -> None:
        """Let the cursor come to the list, or to the switches where nobody would see it there."""
        switch = self._scopes.checkedButton()
        if self.list.findings:
            self.setFocusProxy(self.list)
        elif switch is not None:
            self.setFocusProxy(switch)
            if self.list.hasFocus():
                switch.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self) -> tuple[Finding, ...]:
        """Return the findings of the scope; what is waived stands apart from the rest."""
        apart = self.waived.isChecked()
        whole = not self.this_step.isChecked()
        some = self._remarks.all if whole else self._remarks.of_step(self._step)
        return tuple(f for f in some if (f.waived is not None) == apart)

    def _why_nothing(self, hidden: bool) -> str:
        if hidden:
            return "All findings are of a kind that is hidden above."
        if self.waived.isChecked():
            return "No finding is waived."
        return "No findings in this step." if self.this_step.isChecked() else "No findings."

    def _on_chosen(self, index: QModelIndex) -> None:
        self.followed.emit(self.list.findings[index.row()].path)

    def _on_current_changed(self) -> None:
        finding, focus = self.chosen, self.window().focusWidget()
        if focus is not None and self._detail.isAncestorOf(focus):
            self.list.setFocus()  # its button goes with the finding that was waived
        self._detail.setVisible(finding is not None)
        if finding is not None:
            self._explain(finding)
            self._grown.start()  # what is new has a height once it is shown

    def _fit(self) -> None:
        """Leave the list more than half of the height, however much there is to say."""
        deeds = self._foot.sizeHint().height()
        self._about.fit(self.height() * _MOST_SHARE // 100 - deeds)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's."""
        super().resizeEvent(event)
        self._fit()

    def _explain(self, finding: Finding) -> None:
        _empty(self._lines)
        _empty(self._foot)
        texts = [(waived_words.told(finding), ""), (finding.why, ""), (finding.fix, "")]
        texts += [(self._cited(clause), "small") for clause in finding.clauses]
        for text, role in texts:
            if text:
                self._lines.addWidget(label(text, role))
        self._foot.addWidget(self._deeds(finding))
        take_turn(self._detail, self.list)

    def _deeds(self, finding: Finding) -> QWidget:
        deeds = [(f"Rule {finding.code}", f"About the rule {finding.code}", self.rule_asked)]
        if not finding.waived:
            again = "Waive again…" if finding.lapsed else "Waive…"
            deeds.append((again, "Accept this finding with a reason", self.waive_asked))
        if finding.waived or finding.lapsed:
            drop = "Take back" if finding.waived else "Remove"
            deeds.append((drop, "Take the waiver back", self.unwaive_asked))
        return _bar(*(_deed(text, name, signal, finding) for text, name, signal in deeds), aside=0)

    def _cited(self, clause: str) -> str:
        cited = self._cite(clause)
        return f"{cited.cite} – {cited.gist}" if cited.gist else cited.cite


def _empty(column: QVBoxLayout) -> None:
    while (item := column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def _deed(text: str, name: str, signal: SignalInstance, finding: Finding) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("role", "small")
    button.setToolTip(name)
    button.setAccessibleName(name)
    button.clicked.connect(lambda: signal.emit(finding))
    return button


def _switch(text: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setCheckable(True)
    button.setProperty("role", "quiet")
    return button


def _bar(*buttons: QWidget, aside: int = 10) -> QWidget:
    bar, held = QWidget(), QWidget()
    row = QHBoxLayout(bar)
    row.setContentsMargins(aside, 0, aside, 0)
    row.addWidget(held)
    flow = FlowLayout(held, gap=4)
    for button in buttons:
        flow.addWidget(button)
    return bar


def worst(findings: tuple[Finding, ...]) -> Severity | None:
    """Return the worst severity among findings that are not waived."""
    counted = [f.severity for f in findings if f.waived is None]
    return min(counted, key=lambda s: s.rank) if counted else None
