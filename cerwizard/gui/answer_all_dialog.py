"""Asks for one answer that many rows of a list are to get at once."""

from collections.abc import Callable, Sequence
from typing import Any

from pydantic import BaseModel
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from cerwizard.dossier import paths, places
from cerwizard.dossier.ask import Kind, Question, Row, questions
from cerwizard.dossier.numerals import whole, with_noun
from cerwizard.gui.editors import Editor, QuietCombo
from cerwizard.gui.field import editor_for
from cerwizard.gui.labels import label
from cerwizard.gui.reference_editors import RefsEditor

_KINDS = (Kind.CHOICE, Kind.CHOICES, Kind.REF, Kind.REFS)
_WIDTH = 560
Applies = Callable[[Row, str], bool]  # whether a question is asked of a row


def can_be_given(row_type: type[Row]) -> list[Question]:
    """Return the questions whose answers are chosen, so that several rows may share one."""
    return [asked for asked in questions(row_type) if asked.kind in _KINDS]


class AnswerAllDialog(QDialog):
    """One question, one answer, and how many rows get it; those that have another lose it.

    A row gets no answer to a question that is not asked of it.
    """

    def __init__(
        self,
        parent: QWidget | None,
        dossier: BaseModel,
        rows: Sequence[Row],
        first: str,
        applies: Applies,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("answer_all")
        self.setWindowTitle("Answer for all shown")
        self.setMinimumWidth(_WIDTH)
        self._dossier, self._rows, self._applies = dossier, rows, applies
        self._asked = can_be_given(type(rows[0]))
        self.which = QuietCombo()
        self.which.setAccessibleName("Question")
        self.which.addItems([asked.ask.label for asked in self._asked])
        self.which.setCurrentIndex([asked.name for asked in self._asked].index(first))
        self.editor = self._made_editor()
        self._told = label("", "small")
        self.give = QPushButton()
        self.give.setProperty("role", "main")
        self._lay_out()
        self.which.currentIndexChanged.connect(self._ask)
        self._look()

    def _lay_out(self) -> None:
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(6)
        column.addWidget(label("Question", "label"))
        column.addWidget(self.which)
        column.addSpacing(8)
        column.addWidget(label("Answer", "label"))
        column.addWidget(self.editor)
        column.addWidget(self._told)
        column.addSpacing(8)
        column.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self.give, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    @property
    def question(self) -> Question:
        """The question that is answered."""
        return self._asked[self.which.currentIndex()]

    @property
    def answers(self) -> tuple[str, Any]:
        """The name of the field, and what it is to hold in each row."""
        return self.question.name, self.editor.value()

    def _made_editor(self) -> Editor:
        editor = editor_for(self.question)
        editor.set_name(self.question.ask.label, self.question.ask.help)
        if isinstance(editor, RefsEditor):
            target = self.question.item.target
            editor.show_target(
                paths.get(self._dossier, target), places.words(self._dossier, target)
            )
        editor.edited.connect(self._tell)
        return editor

    def _ask(self) -> None:
        old, self.editor = self.editor, self._made_editor()
        self._column.replaceWidget(old, self.editor)
        old.hide()
        old.deleteLater()
        self._look()

    def _look(self) -> None:
        """See of which rows the question is asked."""
        name = self.question.name
        self._asked_of = [row for row in self._rows if self._applies(row, name)]
        rows = with_noun(len(self._asked_of), self._rows[0].NOUN)
        self.give.setText(f"Give this answer to {rows}")
        self._tell()

    def _tell(self) -> None:
        """Say whose answers would be lost."""
        name, value = self.answers
        empty = value in ("", ())
        lost = sum(getattr(row, name) not in (value, "", ()) for row in self._asked_of)
        has = "has" if lost == 1 else "have"
        self._told.setText(
            "Choose the answer."
            if empty
            else f"{whole(lost)} of them {has} another answer, which is replaced."
            if lost
            else "None of them has another answer."
        )
        self.give.setEnabled(
            not empty and any(getattr(row, name) != value for row in self._asked_of)
        )


def ask_for_all(
    parent: QWidget | None, dossier: BaseModel, rows: Sequence[Row], first: str, applies: Applies
) -> tuple[str, Any] | None:
    """Return the field and the answer that `rows` are to get; None if the writer does not."""
    dialog = AnswerAllDialog(parent, dossier, rows, first, applies)
    agreed = dialog.exec() == QDialog.DialogCode.Accepted
    answers = dialog.answers
    dialog.deleteLater()
    return answers if agreed else None
