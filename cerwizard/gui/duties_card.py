"""The card “What applies to your device”: each duty with its reason, its clauses, its grounds."""

from collections.abc import Callable

from pydantic import BaseModel
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from cerwizard.dossier import places
from cerwizard.dossier.dossier import Dossier
from cerwizard.gui.judging import today
from cerwizard.gui.labels import frame, label
from cerwizard.gui.link_line import LinkLine
from cerwizard.gui.marks import EMPTY, NONE, Mark
from cerwizard.gui.news import Cited
from cerwizard.reckon.as_of import as_of
from cerwizard.reckon.duties import duties
from cerwizard.reckon.duty import Answer, Duty

_ANSWERS = {
    Answer.YES: ("note", "Applies"),
    Answer.NO: (NONE, "Does not apply"),
    Answer.OPEN: (EMPTY, "Open"),
}
_CHARACTERS_FOR_TWO = 88  # narrower than this, one column


class DutyPanel(QFrame):
    """One duty. Signal `followed`: the address of an answer that decides it."""

    followed = Signal(str)

    def __init__(self, duty: Duty, cite: Callable[[str], Cited]) -> None:
        super().__init__()
        mark, word = _ANSWERS[duty.answer]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 8)
        row.setSpacing(10)
        row.addWidget(Mark(mark), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(label(duty.name, "label"))
        if duty.answer is Answer.OPEN:  # the reason says what is missing, and nothing else is known
            column.addWidget(label(f"{word}. {duty.because}"))
        else:
            column.addWidget(label(f"{word}. {duty.says}"))
            column.addWidget(label(f"Because: {_lower(duty.because)}", "small"))
        clauses = label("; ".join(cite(clause).cite for clause in duty.clauses), "small")
        clauses.setToolTip("\n".join(f"{cite(c).cite}: {cite(c).gist}" for c in duty.clauses))
        column.addWidget(clauses)
        grounds = LinkLine("Rests on")
        grounds.show_links([(_asked(address), address) for address in duty.rests_on])
        grounds.followed.connect(self.followed)
        column.addWidget(grounds)
        column.addStretch(1)
        row.addLayout(column, 1)
        self.setAccessibleName(f"{duty.name}: {word}. {duty.says} {duty.because}")


def _asked(address: str) -> str:
    return places.field_label(Dossier, address)


def _lower(text: str) -> str:
    """Return a reason as it goes on after a colon; what is a name keeps its capital."""
    first, _, rest = text.partition(" ")
    return f"{first.lower()} {rest}" if first in ("The", "Every", "Neither") else text


class DutiesCard(QFrame):
    """Works everything out anew for each dossier it is shown; draws only what is new.

    Signal `followed`: the address of an answer on which a duty rests.
    """

    followed = Signal(str)

    def __init__(self, cite: Callable[[str], Cited]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._cite = cite
        self._shown: tuple[Duty, ...] = ()
        self._panels: list[DutyPanel] = []
        self._two = True
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(6)
        column.addWidget(label("What applies to your device", "group"))
        column.addWidget(frame("rule"))
        intro = "Worked out from class and properties; it changes as soon as an answer does."
        column.addWidget(label(intro, "muted"))
        self._holder = QWidget()
        self._grid = QGridLayout(self._holder)
        self._grid.setContentsMargins(0, 6, 0, 0)
        self._grid.setHorizontalSpacing(28)
        self._grid.setVerticalSpacing(4)
        column.addWidget(self._holder)

    def show_dossier(self, dossier: BaseModel) -> None:
        """Show what applies to the device of `dossier`."""
        assert isinstance(dossier, Dossier)
        found = duties(dossier, as_of(dossier, today()))
        if found != self._shown:
            self._shown = found
            self._draw()

    @property
    def shown(self) -> tuple[Duty, ...]:
        """The duties that are shown."""
        return self._shown

    def _draw(self) -> None:
        for panel in self._panels:
            panel.hide()
            panel.deleteLater()
        self._panels = [DutyPanel(duty, self._cite) for duty in self._shown]
        for panel in self._panels:
            panel.followed.connect(self.followed)
        self._place()

    def _place(self) -> None:
        columns = 2 if self._two else 1
        for spot, panel in enumerate(self._panels):
            self._grid.addWidget(panel, spot // columns, spot % columns)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if self._two else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's."""
        super().resizeEvent(event)
        two = self.width() >= _CHARACTERS_FOR_TWO * self.fontMetrics().averageCharWidth()
        if two != self._two:
            self._two = two
            self._place()
