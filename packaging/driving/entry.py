"""Enters a dossier through the forms of the window, field by field and row by row."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QPoint, Qt

from cerwizard.dossier import paths
from cerwizard.dossier.ask import Kind, Question, Row, Section, questions
from cerwizard.dossier.dossier import Dossier, steps
from cerwizard.dossier.values import Choice, YesNo
from cerwizard.gui.choice_editors import ChoicesEditor, YesNoEditor
from cerwizard.gui.desk import Desk
from cerwizard.gui.editors import Editor
from cerwizard.gui.field import Field
from cerwizard.gui.form_page import FormPage
from cerwizard.gui.list_field import ListField
from cerwizard.gui.reference_editors import RefsEditor
from driving import hand
from driving.watch import wait

_MOST_ROUNDS = 6  # what an answer brings up, and what refers to later rows, needs another one
_ROW = re.compile(r"\[(\w+)\]")
_CONTROL = Qt.KeyboardModifier.ControlModifier


class Entry:
    """Types a target dossier into an open desk; reads the session only to see what is missing.

    `ids` maps the target's row ids to those that the window gave. `typed` counts answers,
    `characters` those of texts, numbers and dates.
    """

    def __init__(self, desk: Desk, target: Dossier, tell: Callable[[str], None] = print) -> None:
        self.desk, self.target, self.tell = desk, target, tell
        self.ids: dict[str, str] = {}
        self.typed = self.characters = 0

    @property
    def dossier(self) -> Dossier:
        """What has been entered so far."""
        return self.desk.session.dossier

    def enter(self) -> list[str]:
        """Go through all steps until nothing more can be entered; return what is missing."""
        missing = list(self.differences())
        for number in range(_MOST_ROUNDS):
            self._round(number)
            before, missing = missing, list(self.differences())
            if not missing or missing == before:
                break
        return missing

    def here(self, address: str) -> str:
        """Return an address of the target as the open dossier has it."""
        return _ROW.sub(lambda row: f"[{self.ids.get(row[1], row[1])}]", address)

    def answer(self, field: Field, value: Any) -> None:
        """Answer one field that is shown."""
        hand.bring_into_view(field.body)
        _ENTER[field.question.kind](field.editor, value)
        self.typed += 1
        if field.question.kind in _TYPED:
            self.characters += len(_written(value))
        hand.pause()

    def _round(self, number: int) -> None:
        for name, _, step in steps():
            if any(self._differ(name, getattr(self.target, name), getattr(self.dossier, name))):
                self._open(name)
                self._record(self.desk.page.form, getattr(self.target, name))
                self.tell(f"round {number + 1}: {step.title}: {self.typed} answers so far")

    def _open(self, name: str) -> None:
        view, model = self.desk.rail.view, self.desk.rail.model
        index = model.index(model.line_of(name))
        view.scrollTo(index)
        hand.click(view.viewport(), view.visualRect(index).center())
        wait(lambda: self.desk.step == name, f"the step {name} is open")

    # -- forms --------------------------------------------------------------------------------

    def _record(self, form: FormPage, target: Section) -> None:
        for name, item in form.fields.items():
            if not item.body.isVisible():
                continue
            if isinstance(item, ListField):
                self._rows(item, getattr(target, name))
            else:
                self._field(item, getattr(target, name))

    def _field(self, field: Field, wanted: Any) -> None:
        value = self.mine(field.question, wanted)
        there = paths.get(self.dossier, field.address)
        if value is not None and not _same(field.question, value, there):
            self.answer(field, value)

    def _rows(self, item: ListField, wanted: tuple[Row, ...]) -> None:
        for row in wanted:
            if row.id not in self.ids:
                self._add(item, row)
            elif any(self._differ(item.address, row, self._row(item, row))):
                self._choose(item, self.ids[row.id])
                self._record(_form(item), row)

    def _row(self, item: ListField, row: Row) -> Row:
        there: Row = paths.get(self.dossier, f"{item.address}[{self.ids[row.id]}]")
        return there

    def _add(self, item: ListField, row: Row) -> None:
        before = len(paths.get(self.dossier, item.address))
        hand.click(item.bar.add if before else item.empty.add)
        rows = paths.get(self.dossier, item.address)
        assert len(rows) == before + 1, f"no row was added to {item.address}"
        self.ids[row.id] = rows[-1].id
        self._record(_form(item), row)

    def _choose(self, item: ListField, row_id: str) -> None:
        """Go to a row with the keyboard and open its form."""
        hand.bring_into_view(item.table)
        hand.click(item.table.viewport(), QPoint(30, item.table.rowHeight(0) // 2))
        assert item.table.hasFocus(), "a click into the table does not give it the focus"
        hand.press(Qt.Key.Key_Home, _CONTROL)
        for _ in range(item.model.line_of(row_id)):
            hand.press(Qt.Key.Key_Down)
        hand.press(Qt.Key.Key_Return)
        assert (
            _form(item)
            .fields[item.row_type.TITLE[0]]
            .address.startswith(f"{item.address}[{row_id}]")
        ), "the keyboard has opened another row"

    # -- comparing ----------------------------------------------------------------------------

    def differences(self, other: Dossier | None = None) -> Iterator[str]:
        """Yield the addresses at which a dossier, by default the open one, is not the target."""
        there = other or self.dossier
        for name, _, _ in steps():
            yield from self._differ(name, getattr(self.target, name), getattr(there, name))

    def _differ(self, at: str, target: Section, there: Section) -> Iterator[str]:
        for asked in questions(type(target)):
            here = f"{at}.{asked.name}"
            wanted, value = getattr(target, asked.name), getattr(there, asked.name)
            if asked.kind is not Kind.ROWS:
                if not _same(asked, self.mine(asked, wanted), value):
                    yield here
            elif [self.ids.get(row.id) for row in wanted] != [row.id for row in value]:
                yield here
            else:
                for one, other in zip(wanted, value, strict=True):
                    yield from self._differ(f"{here}[{other.id}]", one, other)

    def mine(self, asked: Question, wanted: Any) -> Any:
        """Return a value of the target as the open dossier has it; None if it cannot yet."""
        if asked.kind is Kind.REF:
            return self.ids.get(wanted) if wanted else ""
        if asked.kind is Kind.REFS:
            ids = tuple(self.ids.get(row_id) for row_id in wanted)
            return None if None in ids else ids
        if wanted is None:
            return None
        return wanted


def _same(asked: Question, one: Any, other: Any) -> bool:
    """Say whether two values are the same answer; the order of several choices is none."""
    if asked.kind is Kind.CHOICES:
        return set(one) == set(other)
    return str(one) == str(other)


def _form(item: ListField) -> FormPage:
    wait(item.detail.isVisible, "the form of the row is open")
    assert item.detail.form is not None
    return item.detail.form


def _text(editor: Editor, value: Any) -> None:
    hand.click(editor.control)
    hand.replace_with(_written(value))


def _written(value: Any) -> str:
    if isinstance(value, tuple):
        return "\n".join(value)
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _choice(editor: Editor, value: Choice) -> None:
    hand.tab_to(editor.control)
    hand.press(Qt.Key.Key_Home)
    for _ in range(list(type(value)).index(value)):
        hand.press(Qt.Key.Key_Down)


def _yes_no(editor: Editor, value: YesNo) -> None:
    assert isinstance(editor, YesNoEditor)
    hand.click(editor.button(value))


def _one(editor: Editor, value: Any) -> None:
    (_yes_no if isinstance(editor, YesNoEditor) else _choice)(editor, value)


def _several(editor: Editor, value: tuple[Any, ...]) -> None:
    assert isinstance(editor, ChoicesEditor)
    for box, member in zip(editor.boxes, editor.members, strict=True):
        if box.isChecked() != (member in value):
            hand.click(box)


def _reference(editor: Editor, value: str) -> None:
    _references(editor, (value,))


def _references(editor: Editor, value: tuple[str, ...]) -> None:
    assert isinstance(editor, RefsEditor)
    for dropped in editor.ids():
        if dropped not in value:
            _pick(editor, dropped)
    for row_id in value:
        if row_id not in editor.ids():
            _pick(editor, row_id)
    if editor.picker is not None and editor.picker.isVisible():
        hand.press(Qt.Key.Key_Escape)


def _pick(editor: RefsEditor, row_id: str) -> None:
    """Search for a row by its title and take it with the mouse."""
    if editor.picker is None or not editor.picker.isVisible():
        hand.click(editor.control)
    picker = editor.picker
    assert picker is not None
    hand.click(picker.search)
    hand.replace_with(_needle(editor.title_of(row_id)))
    line = picker.model.line_of(row_id)
    assert line >= 0, f"the picker does not find “{editor.title_of(row_id)}”"
    index = picker.model.index(line)
    picker.list.scrollTo(index)
    hand.click(picker.list.viewport(), picker.list.visualRect(index).center())


def _needle(title: str) -> str:
    return " ".join(title.split()[:4])


_ENTER: dict[Kind, Callable[[Any, Any], None]] = {
    Kind.LINE: _text,
    Kind.PROSE: _text,
    Kind.NUMBER: _text,
    Kind.WHOLE: _text,
    Kind.DATE: _text,
    Kind.LINES: _text,
    Kind.CHOICE: _one,
    Kind.CHOICES: _several,
    Kind.REF: _reference,
    Kind.REFS: _references,
}
_TYPED = frozenset(kind for kind, deed in _ENTER.items() if deed is _text)
