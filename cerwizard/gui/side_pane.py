"""The pane beside the page: what is expected, what the rules found, how it will read."""

from collections.abc import Callable

from pydantic import BaseModel
from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QTabWidget, QVBoxLayout

from cerwizard.dossier.ask import Question, Step
from cerwizard.gui.findings import Findings
from cerwizard.gui.guidance import Guidance
from cerwizard.gui.news import Cited
from cerwizard.gui.preview import Preview
from cerwizard.gui.remarks import Remarks

FULL = ("What is expected", "Findings", "Preview")
BRIEF = ("Expected", "Findings", "Preview")


class SidePane(QFrame):
    """Three tabs. Signals: `followed` with the address to which the writer wants to be led.

    `opened`: it is shown, whoever asked for that.
    """

    followed = Signal(str)
    opened = Signal()

    def __init__(self, cite: Callable[[str], Cited], where: Callable[[str], str]) -> None:
        super().__init__()
        self.setProperty("role", "side")
        self.guidance = Guidance(cite)
        self.findings = Findings(cite, where)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.preview = Preview(where)
        for page, words in zip((self.guidance, self.findings, self.preview), FULL, strict=True):
            self.tabs.addTab(page, words)
        self.findings.followed.connect(self.followed)
        self.preview.followed.connect(self.followed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs)
        self._step, self._count = "", 0

    def show_step(
        self, name: str, section: type[BaseModel], step: Step, asked: Question | None = None
    ) -> None:
        """Turn to a step, and to the field at hand."""
        self._step = name
        self.guidance.show_step(name, section, step, asked)
        self.findings.show_step(name)
        self.preview.show_step(name)

    def show_dossier(self, dossier: BaseModel) -> None:
        """Let the preview follow the dossier."""
        self.preview.show_dossier(dossier)

    def show_field(self, asked: Question | None) -> None:
        """Say what is asked in the field in which the writer is."""
        self.guidance.show_field(asked)

    def show_remarks(self, remarks: Remarks) -> None:
        """Show a new judgement."""
        self.findings.show_remarks(remarks)
        self._count = sum(remarks.counts().values())
        self._name_tabs()

    def _name_tabs(self) -> None:
        """Say in full what the tabs are, or in brief where that would be cut off."""
        self.setMinimumWidth(self._named(BRIEF, 0))
        for names, count in ((FULL, self._count), (BRIEF, self._count), (BRIEF, 0)):
            if self._named(names, count) <= self.width():
                return

    def _named(self, names: tuple[str, ...], count: int) -> int:
        """Name the tabs so, and return the width in pixels that they need."""
        for spot, words in enumerate(names):
            counted = f"{words} ({count:,})" if count and spot == 1 else words
            self.tabs.setTabText(spot, counted)
            self.tabs.setTabToolTip(spot, FULL[spot])
        plain, bold = self.tabs.font(), self.tabs.font()
        bold.setBold(True)  # as the style sheet has the chosen tab, which the hint leaves out
        words = "".join(names)
        more = QFontMetrics(bold).horizontalAdvance(words)
        more -= QFontMetrics(plain).horizontalAdvance(words)
        return self.tabs.tabBar().sizeHint().width() + more

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's."""
        super().resizeEvent(event)
        self._name_tabs()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt's."""
        super().showEvent(event)
        self.opened.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Qt's; larger text needs more room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._name_tabs()

    def show_all_findings(self) -> None:
        """Turn to the findings of all steps."""
        self.tabs.setCurrentWidget(self.findings)
        self.findings.all_steps.setChecked(True)

    def redraw(self) -> None:
        """Draw what is painted by hand in the colours of the theme worn now."""
        self.guidance.draw()
        self.preview.redraw()
        self.findings.redraw()
