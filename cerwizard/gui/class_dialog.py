"""Finds the class of a device by walking Annex VIII with the writer."""

from collections.abc import Iterable, Mapping

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cerwizard.dossier.device import Device
from cerwizard.dossier.device_choices import DeviceClass
from cerwizard.dossier.values import YesNo
from cerwizard.gui.class_pages import PropertyLines, RuleLines
from cerwizard.gui.labels import frame, label
from cerwizard.law import classification
from cerwizard.law.classification import Property
from cerwizard.law.classifying import Proposal, propose

_ASKED = (
    "What is the device like? Tick what is true of it; only rules that can apply are shown next.",
    "Which of these describe the device as it is intended to be used? Tick all that do; the "
    "strictest counts. An exception takes the place of the general rule above it.",
)


class ClassDialog(QDialog):
    """Two pages: properties, then rules. What follows so far stands below them all the time."""

    def __init__(self, parent: QWidget | None, known: Iterable[Property] = ()) -> None:
        super().__init__(parent)
        self.setObjectName("class")
        self.setWindowTitle("Class by Annex VIII")
        self._law = classification.load()
        self.properties = PropertyLines(known)
        self.rules = RuleLines(self._law)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.properties)
        self.pages.addWidget(self.rules)
        self.asked = label("", "intro")
        self.verdict, self.because = label("", "group"), label("")
        self.missing = label("", "held")
        self.back, self.next = QPushButton("Back"), QPushButton("Next")
        self.take = QPushButton("Take over")
        self._lay_out()
        self._connect()
        self._turn(0)
        self.resize(820, 680)

    def _lay_out(self) -> None:
        self.asked.setContentsMargins(20, 16, 20, 10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.asked)
        column.addWidget(self.pages, 1)
        column.addWidget(self._foot())

    def _foot(self) -> QWidget:
        foot = frame("bar")
        column = QVBoxLayout(foot)
        column.setContentsMargins(20, 12, 20, 14)
        column.setSpacing(6)
        for widget in (self.verdict, self.because, self.missing):
            column.addWidget(widget)
        column.addSpacing(6)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        for main in (self.next, self.take):
            main.setProperty("role", "main")
        for button in (self.back, self.next, self.take):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        return foot

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self._turn(0))
        self.next.clicked.connect(lambda: self._turn(1))
        self.take.clicked.connect(self.accept)
        self.rules.ticked.connect(self._tell)

    def _turn(self, page: int) -> None:
        if page == 1:
            self.rules.show_for(self.properties.chosen)
        self.pages.setCurrentIndex(page)
        self.asked.setText(_ASKED[page])
        self.back.setEnabled(page == 1)
        self.next.setVisible(page == 0)
        self.take.setVisible(page == 1)
        (self.next if page == 0 else self.take).setDefault(True)
        shown = self.properties.lines if page == 0 else self.rules.lines
        next(iter(shown.values())).box.setFocus()
        self._tell()

    @property
    def proposal(self) -> Proposal:
        """What follows from what is ticked."""
        return propose(self._law, self.rules.chosen, self.properties.chosen)

    @property
    def answers(self) -> Mapping[str, object]:
        """The answers for the dossier, by address."""
        found = self.proposal
        said = [p for p in self.properties.chosen if p.value in Device.model_fields]
        return {
            "device.device_class": DeviceClass(str(found.result)),
            "device.classification_rules": found.rules,
            **{f"device.{p.value}": YesNo.YES for p in said},
        }

    def _tell(self) -> None:
        found = self.proposal
        self.verdict.setText(f"Class {found.result}" if found.result else "No class yet")
        self.because.setText("\n".join(found.rules) or "No rule is chosen yet.")
        named = [f"Rule {rule} ({self._law.heading[rule]})" for rule in found.unaddressed]
        self.missing.setText(f"Still to be looked at: {'; '.join(named)}.")
        self.missing.setVisible(bool(named) and self.pages.currentIndex() == 1)
        self.take.setEnabled(bool(found.result))
