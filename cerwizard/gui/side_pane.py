"""The pane beside the page: what is expected, what the rules found, how it will read."""

from collections.abc import Callable

from pydantic import BaseModel
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QTabWidget, QVBoxLayout

from cerwizard.dossier.ask import Question, Step
from cerwizard.gui.findings import Findings
from cerwizard.gui.guidance import Guidance
from cerwizard.gui.news import Cited
from cerwizard.gui.preview import Preview
from cerwizard.gui.remarks import Remarks


class SidePane(QFrame):
    """Three tabs. Signal `followed`: the address to which the writer wants to be led."""

    followed = Signal(str)

    def __init__(self, cite: Callable[[str], Cited], where: Callable[[str], str]) -> None:
        super().__init__()
        self.setProperty("role", "side")
        self.guidance = Guidance(cite)
        self.findings = Findings(cite, where)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self.guidance, "What is expected")
        self.tabs.addTab(self.findings, "Findings")
        self.preview = Preview(where)
        self.tabs.addTab(self.preview, "Preview")
        self.findings.followed.connect(self.followed)
        self.preview.followed.connect(self.followed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs)
        self._step = ""

    def show_step(self, name: str, section: type[BaseModel], step: Step) -> None:
        """Turn to a step."""
        self._step = name
        self.guidance.show_step(name, section, step)
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
        count = sum(remarks.counts().values())
        self.tabs.setTabText(1, f"Findings ({count:,})" if count else "Findings")

    def show_all_findings(self) -> None:
        """Turn to the findings of all steps."""
        self.tabs.setCurrentWidget(self.findings)
        self.findings.all_steps.setChecked(True)

    def redraw(self) -> None:
        """Draw what is painted by hand in the colours of the theme worn now."""
        self.guidance.draw()
        self.preview.redraw()
        self.findings.redraw()
