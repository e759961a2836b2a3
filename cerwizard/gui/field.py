"""A field of a form: label, editor, help on demand, what is held back, findings in place."""

from typing import Any

from pydantic import BaseModel
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from cerwizard.dossier import paths, places
from cerwizard.dossier.ask import Kind, Question
from cerwizard.gui import icons
from cerwizard.gui.choice_editors import ChoicesEditor, choice_editor
from cerwizard.gui.editors import Editor, EditorMaker, LineEditor, LinesEditor, ProseEditor
from cerwizard.gui.field_help import FindingLines, help_panel
from cerwizard.gui.labels import label
from cerwizard.gui.news import Surroundings
from cerwizard.gui.reference_editors import RefEditor, RefsEditor
from cerwizard.gui.remarks import Remarks
from cerwizard.gui.text_widgets import measure
from cerwizard.gui.typed_editors import DateEditor, NumberEditor, WholeEditor

EDITORS: dict[Kind, EditorMaker] = {
    Kind.LINE: LineEditor,
    Kind.PROSE: ProseEditor,
    Kind.NUMBER: NumberEditor,
    Kind.WHOLE: WholeEditor,
    Kind.DATE: DateEditor,
    Kind.CHOICE: choice_editor,
    Kind.CHOICES: ChoicesEditor,
    Kind.REF: RefEditor,
    Kind.REFS: RefsEditor,
    Kind.LINES: LinesEditor,
}
_SHORT = (Kind.LINE, Kind.LINES, Kind.NUMBER, Kind.WHOLE, Kind.DATE, Kind.CHOICE)
_LONGEST_ANSWER = 40  # characters that find room in half the width


def _has_long_answers(question: Question) -> bool:
    if question.kind is not Kind.CHOICE:
        return False
    return any(len(member.label) > _LONGEST_ANSWER for member in question.item)


def editor_for(question: Question) -> Editor:
    """Return a new editor for the question's kind of value."""
    return EDITORS[question.kind](question)


class FieldHead(QWidget):
    """The label of a field, with the button that unfolds its help."""

    def __init__(self, question: Question, within: QWidget | None, role: str = "label") -> None:
        super().__init__(within)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.label = label(question.ask.label, role)
        self.label.setContentsMargins(0, 4, 0, 4)  # the last lines of neighbours are level
        row.addWidget(self.label, 1, Qt.AlignmentFlag.AlignBottom)
        self.help = QToolButton()
        self.help.setCheckable(True)
        self.help.setProperty("role", "mark")
        self.help.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.help.setToolTip("What is asked here (Shift+F1)")
        self.help.setAccessibleName(f"Help on {question.ask.label}")
        icons.put(self.help, "help", "muted")
        row.addWidget(self.help, 0, Qt.AlignmentFlag.AlignBottom)
        self._over_prose = question.kind is Kind.PROSE
        if self._over_prose:  # it ends where the box below it ends
            row.setStretch(0, 10_000)
            row.addStretch(1)
            self._keep_measure()

    def _keep_measure(self) -> None:
        self.label.setMaximumWidth(measure(self) - self.help.sizeHint().width() - 4)

    def changeEvent(self, event: QEvent) -> None:
        """Qt's."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and getattr(self, "_over_prose", False):
            self._keep_measure()


class FieldBody(QWidget):
    """What stands below the label; named after its address, so that the focus can be placed."""

    def __init__(self, within: QWidget | None) -> None:
        super().__init__(within)
        self.address = ""
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(6)


class Field(QObject):
    """One question of a record, in two widgets that the form puts where it likes.

    They are made `within` a widget of the form's: to move them later costs more than to make them.
    """

    def __init__(
        self, question: Question, around: Surroundings, within: QWidget | None = None
    ) -> None:
        super().__init__()
        self.question = question
        self.short = question.kind in _SHORT and not _has_long_answers(question)
        self.head = FieldHead(question, within)
        self.body = FieldBody(within)
        self.setParent(self.body)  # they end together
        self.editor = editor_for(question)
        self._around = around
        # What most fields never show is made when it is first needed: pages open faster so.
        self._help: QWidget | None = None
        self._held: QLabel | None = None
        self._findings: FindingLines | None = None
        self.body.column.addWidget(self.editor)
        self.editor.set_name(question.ask.label, question.ask.help)
        self._connect()

    def _connect(self) -> None:
        self.head.help.toggled.connect(self._on_help_toggled)
        self.editor.edited.connect(self._on_edited)
        self.editor.held.connect(self._on_held)
        if isinstance(self.editor, RefsEditor):
            self.editor.followed.connect(self._around.news.followed)

    @property
    def address(self) -> str:
        """Where in the dossier the field is now."""
        return self.body.address

    def show_record(self, dossier: BaseModel, address: str, record: BaseModel) -> None:
        """Show the field of `record`, which lies at `address`."""
        here = f"{address}.{self.question.name}"
        moved = here != self.body.address
        if moved:
            self._let_go()
        self.body.address = here
        self.editor.set_address(here)
        if isinstance(self.editor, RefsEditor):
            self._offer(dossier, self.editor)
        self.editor.set_value(getattr(record, self.question.name))
        held = self._around.news.held_texts.get(here, "") if moved else ""
        if held:
            self.editor.show_held(held)

    def _let_go(self) -> None:
        """Leave a text that is held back to the record to which it belongs."""
        if self.body.address:
            self.editor.forget_held()
            if self._held is not None:
                self._held.hide()

    def _offer(self, dossier: BaseModel, editor: RefsEditor) -> None:
        target = self.question.item.target
        editor.show_target(paths.get(dossier, target), places.words(dossier, target))

    def show_remarks(self, remarks: Remarks) -> None:
        """Show what the rules say about the field."""
        findings = remarks.at(self.address)
        if findings and self._findings is None:
            self._findings = FindingLines(self._around)
            self.body.column.addWidget(self._findings)
        if self._findings is not None:
            self._findings.show_findings(findings)

    def reveal(self, _address: str) -> bool:
        """Take the focus."""
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def toggle_help(self) -> None:
        """Unfold the help, or fold it."""
        self.head.help.toggle()

    def value(self) -> Any:
        """Return what the editor holds."""
        return self.editor.value()

    def _on_help_toggled(self, shown: bool) -> None:
        if self._help is None:
            self._help = help_panel(self.question.ask, self._around.cite)
            self.body.column.insertWidget(1, self._help)
        self._help.setVisible(shown)

    def _on_edited(self) -> None:
        self._around.news.edited.emit(self.address, self.editor.value())

    def _on_held(self, sentence: str) -> None:
        if sentence and self._held is None:
            self._held = label("", "held")
            self.body.column.insertWidget(1, self._held)
        if self._held is not None:
            self._held.setText(sentence)
            self._held.setVisible(bool(sentence))
        self._around.news.hold(self.address, self.editor.held_text())
