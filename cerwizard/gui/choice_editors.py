"""Editors of choices: yes or no as segments, one of a list as a box, several as check boxes."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QWidget

from cerwizard.dossier.ask import Question
from cerwizard.dossier.values import Choice, YesNo
from cerwizard.gui.editors import Editor, QuietCombo, relook
from cerwizard.gui.tick_group import GroupedBox, TickGroup

_LETTERS = {
    Qt.Key.Key_Y: YesNo.YES,
    Qt.Key.Key_N: YesNo.NO,
    Qt.Key.Key_Delete: YesNo.UNSET,
    Qt.Key.Key_Backspace: YesNo.UNSET,
}


class ChoiceEditor(Editor):
    """One of a closed list."""

    def __init__(self, question: Question) -> None:
        # Members are kept here, not as item data: Qt hands a StrEnum back as a plain str.
        self._members: list[Choice] = list(question.item)
        self._box = QuietCombo()
        self._box.addItems([member.label for member in self._members])
        self._box.setCurrentIndex(0)
        super().__init__(self._box, self._members[0])
        self._box.activated.connect(self._on_activated)
        self._mark_unset()

    def _show(self, value: Choice) -> None:
        self._box.setCurrentIndex(self._members.index(value))
        self._mark_unset()

    def _on_activated(self, index: int) -> None:
        self._take(self._members[index])
        self._mark_unset()

    def _mark_unset(self) -> None:
        relook(self._box, "unset", self._value == "")


class YesNoEditor(Editor):
    """Yes, no, or not answered, side by side."""

    _ORDER = (YesNo.YES, YesNo.NO, YesNo.UNSET)

    def __init__(self, question: Question) -> None:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._group = QButtonGroup(holder)
        for number, member in enumerate(self._ORDER):
            row.addWidget(self._segment(number, member))
        row.addStretch(1)
        super().__init__(holder, YesNo.UNSET)
        self._group.button(2).setChecked(True)
        self._lead_to(YesNo.UNSET)
        self._group.idToggled.connect(self._on_toggled)

    def _segment(self, number: int, member: YesNo) -> QRadioButton:
        button = QRadioButton(member.label)
        button.setProperty("role", "segment")
        button.setProperty("unset", member is YesNo.UNSET)
        self._group.addButton(button, number)
        return button

    def button(self, member: YesNo) -> QRadioButton:
        """Return the segment of one answer."""
        found = self._group.button(self._ORDER.index(member))
        assert isinstance(found, QRadioButton)
        return found

    def set_name(self, label: str, description: str) -> None:
        """Tell screen readers what is asked here."""
        super().set_name(label, description)
        for button, member in zip(self._group.buttons(), self._ORDER, strict=True):
            button.setAccessibleName(f"{label}: {member.label}")
            button.setAccessibleDescription(description)

    def _show(self, value: YesNo) -> None:
        self._group.blockSignals(True)
        self.button(value).setChecked(True)
        self._group.blockSignals(False)
        self._lead_to(value)

    def _on_toggled(self, number: int, checked: bool) -> None:
        if checked:
            self._take(self._ORDER[number])
            self._lead_to(self._ORDER[number])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's; a letter answers at once, Delete takes the answer back."""
        answer = _LETTERS.get(Qt.Key(event.key()))
        if answer is None or event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            super().keyPressEvent(event)
            return
        self.button(answer).setFocus(Qt.FocusReason.OtherFocusReason)
        self.button(answer).setChecked(True)

    def _lead_to(self, chosen: YesNo) -> None:
        """Let Tab always come to the segment that is chosen; arrows go on from there."""
        for member in self._ORDER:
            policy = Qt.FocusPolicy.StrongFocus if member is chosen else Qt.FocusPolicy.ClickFocus
            self.button(member).setFocusPolicy(policy)
        self.setFocusProxy(self.button(chosen))


class ChoicesEditor(Editor):
    """Several of a closed list."""

    def __init__(self, question: Question) -> None:
        self.members: list[Choice] = list(question.item)
        self.boxes = [GroupedBox(member.label) for member in self.members]
        for box in self.boxes:
            box.clicked.connect(self._on_clicked)
        self._group = TickGroup(self.boxes)
        super().__init__(self._group, ())
        self.setFocusProxy(self.boxes[0])
        self._group.led.connect(self.setFocusProxy)

    def set_name(self, label: str, description: str) -> None:
        """Tell screen readers what is asked here."""
        super().set_name(label, description)
        for box, member in zip(self.boxes, self.members, strict=True):
            box.setAccessibleName(f"{label}: {member.label}")

    def set_address(self, address: str) -> None:
        """Name the control after the field; in another record, Tab leads to the first box."""
        if self.control.objectName() != address:
            self._group.lead_to(self.boxes[0])
        super().set_address(address)

    def _show(self, value: tuple[Any, ...]) -> None:
        for box, member in zip(self.boxes, self.members, strict=True):
            box.setChecked(member in value)

    def _on_clicked(self) -> None:
        chosen = zip(self.boxes, self.members, strict=True)
        self._take(tuple(member for box, member in chosen if box.isChecked()))


def choice_editor(question: Question) -> Editor:
    """Return segments for yes and no, else a box."""
    return YesNoEditor(question) if question.item is YesNo else ChoiceEditor(question)
