"""The stop Review: the dossier as a notified body reads it, all findings, what applies."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTabBar,
    QWidget,
)

from cerwizard.dossier import places
from cerwizard.dossier.dossier import Dossier, steps
from cerwizard.errors import BadClauseError
from cerwizard.gui import icons
from cerwizard.gui.duties_card import DutiesCard
from cerwizard.gui.flow_layout import FlowLayout
from cerwizard.gui.judging import today
from cerwizard.gui.labels import label
from cerwizard.gui.marks import Mark
from cerwizard.gui.pages import review_lines
from cerwizard.gui.pages.look_page import LookPage
from cerwizard.gui.pages.sheet import Line
from cerwizard.gui.pages.sheet_view import SheetView
from cerwizard.gui.pages.wide_page import card
from cerwizard.gui.remarks import Remarks
from cerwizard.gui.task import Task
from cerwizard.gui.tick_box import TickBox
from cerwizard.law import clauses
from cerwizard.reckon.review import ReviewLine, State, review
from cerwizard.rules.raised import raised

_SHORT_LINE = 48  # characters


class Total(QWidget):
    """How many questions stand in one state: a mark, a number, a word."""

    def __init__(self, state: State) -> None:
        super().__init__()
        mark, self._word = review_lines.STATES[state]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 18, 0)
        row.setSpacing(7)
        row.addWidget(Mark(mark))
        self._number = label("–", "group", wrap=False)
        row.addWidget(self._number)
        row.addWidget(QLabel(self._word))

    def show_number(self, number: int) -> None:
        """Show how many they are."""
        self._number.setText(f"{number:,}")
        self.setAccessibleName(f"{self._word}: {number:,}")


class _Abreast(QWidget):
    """A sentence and a button beside it, or below it where the line is short."""

    def __init__(self) -> None:
        super().__init__()
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 4, 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's."""
        super().resizeEvent(event)
        short = self.width() < _SHORT_LINE * self.fontMetrics().averageCharWidth()
        ways = QBoxLayout.Direction
        self.row.setDirection(ways.TopToBottom if short else ways.LeftToRight)


class _Tabs(QTabBar):
    """Tabs that say how much is behind them where there is room for it."""

    def __init__(self) -> None:
        super().__init__()
        self._words: dict[int, tuple[str, str]] = {}

    def say(self, tab: int, brief: str, full: str) -> None:
        """Let a tab say `full`, or `brief` where that would be cut."""
        self._words[tab] = (brief, full)
        self._write()

    def _write(self) -> None:
        for length in (1, 0):
            for tab, words in self._words.items():
                self.setTabText(tab, words[length])
                self.setTabToolTip(tab, words[1])
            if self.sizeHint().width() <= self.width():
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's."""
        super().resizeEvent(event)
        self._write()


class ReviewPage(LookPage):
    """Reads the dossier on a worker: with 20,000 data sets it takes seconds."""

    def _cards(self) -> Iterator[QWidget]:
        self._dossier: BaseModel | None = None
        self._remarks = Remarks()
        self._found: tuple[ReviewLine, ...] = ()
        self._reading = False
        self._asked: tuple[BaseModel | None, Remarks] = (None, self._remarks)
        self._due = QTimer(self, interval=50, singleShot=True)  # the page is painted first
        self._due.timeout.connect(self._read)
        yield card(self._totals_line(), self._verdict_line())
        yield self._made_tabs()
        self.questions = SheetView(review_lines.COLUMNS, "Questions of the reviewer")
        self.only_open = TickBox("Only what is left to do")
        self.only_open.toggled.connect(self._draw_questions)
        self.question_card = card(self.only_open, self.questions)
        self.findings = SheetView(review_lines.FINDING_COLUMNS, "All findings by step")
        self.no_findings = label("No findings.", "muted")
        self.finding_card = card(self.no_findings, self.findings)
        self.duties = DutiesCard(self._around.cite)
        for teller in (self.questions, self.findings, self.duties):
            teller.followed.connect(self._around.news.followed)
        self._sheets = (self.question_card, self.finding_card, self.duties)
        yield from self._sheets
        self._on_tab_changed(0)

    def _totals_line(self) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder)
        self.totals = {state: Total(state) for state in review_lines.STATES}
        for total in self.totals.values():
            flow.addWidget(total)
        return holder

    def _verdict_line(self) -> QWidget:
        holder = _Abreast()
        self.said = label("", "muted")
        holder.row.addWidget(self.said, 1)
        self.write = QPushButton("Write the report…")
        self.write.setProperty("role", "main")
        icons.put(self.write, "report", "fill_ink")
        self.write.clicked.connect(self._around.news.report_asked)
        holder.row.addWidget(self.write)
        return holder

    def _made_tabs(self) -> QWidget:
        self.tabs = _Tabs()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self.tabs.setAccessibleName("What to look at")
        for words in ("Questions", "Findings", "What applies"):
            self.tabs.addTab(words)
        self.tabs.currentChanged.connect(self._on_tab_changed)
        return self.tabs

    # -- data down ----------------------------------------------------------------------------

    def show_dossier(self, dossier: BaseModel) -> None:
        """Show the dossier as it stands."""
        self._dossier = dossier
        self.duties.show_dossier(dossier)
        self._due.start()

    def show_remarks(self, remarks: Remarks) -> None:
        """Show a new judgement."""
        self._remarks = remarks
        counts = remarks.counts()
        self.said.setText(review_lines.sentence(counts))
        number = sum(counts.values())
        self.tabs.say(1, "Findings", f"Findings ({number:,})" if number else "Findings")
        self._draw_findings()
        self._due.start()

    def _read(self) -> None:
        """Read on a worker, one at a time; what has changed meanwhile is read after that."""
        dossier = self._dossier
        if self._reading or not isinstance(dossier, Dossier):
            return
        self._reading = True
        faulted, day = raised(self._remarks.all), today()
        self._asked = (dossier, self._remarks)
        task = Task(lambda _: review(dossier, faulted, day))
        task.done.connect(self._on_read)
        task.failed.connect(self._on_failed)
        task.start()

    @property
    def busy(self) -> bool:
        """Whether what is shown is out of date."""
        return self._reading or self._due.isActive()

    def _on_read(self, found: tuple[ReviewLine, ...]) -> None:
        self._reading = False
        if self._asked[0] is self._dossier and self._asked[1] is self._remarks:
            self._found = found
            self._draw_questions()
        else:
            self._due.start()

    def _on_failed(self, error: Exception) -> None:
        self._reading = False
        raise error

    def _draw_questions(self) -> None:
        counts: Counter[Any] = review_lines.totals(self._found)
        for state, total in self.totals.items():
            total.show_number(counts.get(state, 0))
        left = sum(counts.get(state, 0) for state in review_lines.TO_DO)
        self.tabs.say(0, "Questions", f"Questions ({left:,} to do)" if left else "Questions")
        wanted = self._found
        if self.only_open.isChecked():
            wanted = tuple(line for line in wanted if line.state in review_lines.TO_DO)
        if self._dossier is not None:
            self.questions.show_lines(self._lines(wanted, self._dossier))

    def _lines(self, wanted: tuple[ReviewLine, ...], dossier: BaseModel) -> tuple[Line, ...]:
        cite = self._around.cite
        return review_lines.lines(wanted, dossier, self._remarks, cite, _subject)

    def _draw_findings(self) -> None:
        titles = [(name, step.title) for name, _, step in steps()]
        found = review_lines.findings(self._remarks, titles, self._where)
        self.findings.show_lines(found)
        self.findings.setVisible(bool(found))
        self.no_findings.setVisible(not found)

    def _where(self, address: str) -> str:
        return places.words(self._dossier, address) if self._dossier is not None else address

    # -- going about --------------------------------------------------------------------------

    def _on_tab_changed(self, chosen: int) -> None:
        for spot, sheet in enumerate(self._sheets):
            sheet.setVisible(spot == chosen)

    def focus_first(self) -> None:
        """Put the cursor into the row of tabs."""
        self.tabs.setFocus(Qt.FocusReason.OtherFocusReason)


def _subject(clause: str) -> str:
    try:
        return clauses.load().get(clause).title
    except BadClauseError:
        return clause
