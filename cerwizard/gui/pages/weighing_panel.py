"""Benefits and risks of one determination, side by side where there is room."""

from pydantic import BaseModel
from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from cerwizard.dossier.benefit_risk import Weighing
from cerwizard.dossier.dossier import Dossier
from cerwizard.gui.labels import label
from cerwizard.gui.pages.sheet import Column, Line
from cerwizard.gui.pages.sheet_view import SheetView
from cerwizard.gui.pages.weighing_lines import BENEFIT_COLUMNS, RISK_COLUMNS, benefits, risks

_CHARACTERS_FOR_TWO = 120


class _Side(QWidget):
    """One of the two sheets under its heading."""

    def __init__(self, words: str, columns: tuple[Column, ...], nothing: str) -> None:
        super().__init__()
        self.sheet = SheetView(columns, words)
        self._nothing = label(nothing, "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        for widget in (label(words, "label"), self._nothing, self.sheet):
            column.addWidget(widget)
        column.addStretch(1)

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Show these lines, or the sentence that there are none."""
        self.sheet.show_lines(lines)
        self.sheet.setVisible(bool(lines))
        self._nothing.setVisible(not lines)


class WeighingPanel(QWidget):
    """Signal `followed`: the address behind a word."""

    followed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.benefits = _Side("Benefits", BENEFIT_COLUMNS, "No benefit is chosen below yet.")
        self.risks = _Side("Risks", RISK_COLUMNS, "No risk is chosen below yet.")
        self._beside = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._beside.setContentsMargins(0, 0, 0, 6)
        self._beside.setSpacing(14)
        for side in (self.benefits, self.risks):
            side.sheet.followed.connect(self.followed)
            self._beside.addWidget(side, 1)

    def show_weighing(self, dossier: BaseModel, weighing: Weighing) -> None:
        """Show what `weighing` weighs."""
        assert isinstance(dossier, Dossier)
        self.benefits.show_lines(benefits(dossier, weighing))
        self.risks.show_lines(risks(dossier, weighing))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's."""
        super().resizeEvent(event)
        wide = self.width() >= _CHARACTERS_FOR_TWO * self.fontMetrics().averageCharWidth()
        ways = QBoxLayout.Direction
        self._beside.setDirection(ways.LeftToRight if wide else ways.TopToBottom)
