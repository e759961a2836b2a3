"""The way with mouse, wheel and keys."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, Qt

from cerwizard.dossier.ask import Kind
from cerwizard.dossier.values import Choice, YesNo
from cerwizard.gui.choice_editors import ChoicesEditor, YesNoEditor
from cerwizard.gui.desk import Desk
from cerwizard.gui.editors import Editor
from cerwizard.gui.field import Field
from cerwizard.gui.list_field import ListField
from cerwizard.gui.pages.equivalence_page import EquivalencePage
from cerwizard.gui.reference_editors import RefsEditor
from cerwizard.gui.window import Window
from driving import hand
from driving.comparing import Compared
from driving.words import needle, written

_CONTROL = Qt.KeyboardModifier.ControlModifier


class ByMouse:
    """What is seen is clicked; what isn't is brought into view with the wheel."""

    name = "keys and mouse"

    def new(self, window: Window) -> None:
        """Begin an empty dossier from the start page."""
        hand.click(window.start.new)

    def step(self, desk: Desk, name: str) -> None:
        """Click on the step in the rail."""
        view, model = desk.rail.view, desk.rail.model
        index = model.index(model.line_of(name))
        view.scrollTo(index)
        hand.click(view.viewport(), view.visualRect(index).center())

    def answer(self, field: Field, value: Any) -> None:
        """Answer one field that is shown."""
        hand.bring_into_view(field.body)
        _ENTER[field.question.kind](field.editor, value)

    def add(self, item: ListField) -> None:
        """Click on the button that adds a row."""
        hand.click(item.bar.add if item.bar.isVisible() else item.empty.add)

    def choose(self, item: ListField, row_id: str) -> None:
        """Click into the table, go to a row with the arrows and open its form."""
        hand.bring_into_view(item.table)
        hand.click(item.table.viewport(), QPoint(30, item.table.rowHeight(0) // 2))
        assert item.table.hasFocus(), "a click into the table does not give it the focus"
        hand.press(Qt.Key.Key_Home, _CONTROL)
        for _ in range(item.model.line_of(row_id)):
            hand.press(Qt.Key.Key_Down)
        hand.press(Qt.Key.Key_Return)

    def compare(self, page: EquivalencePage, which: Compared) -> None:
        """Click on a line of the comparison; on the button above it where the line is taken."""
        if page.tabs.currentIndex() != which.tab:
            hand.click(page.tabs, page.tabs.tabRect(which.tab).center())
        sheet = page.comparison.sheet
        index = sheet.sheet.index(sheet.sheet.spot(which.line), 0)
        hand.bring_into_view(sheet)
        sheet.scrollTo(index)
        hand.click(sheet.viewport(), sheet.visualRect(index).center())
        if which.taken:
            hand.click(page.comparison.bar.add)

    def show_all_findings(self, desk: Desk) -> None:
        """Click on the tab of the findings and on the switch above them."""
        bar = desk.side.tabs.tabBar()
        hand.click(bar, bar.tabRect(desk.side.tabs.indexOf(desk.side.findings)).center())
        hand.click(desk.side.findings.all_steps)

    def follow(self, desk: Desk, path: str) -> None:
        """Click on a finding."""
        shown = desk.side.findings.list
        line = [f.path for f in shown.findings].index(path)
        index = shown.model().index(line, 0)
        shown.scrollTo(index)
        hand.click(shown.viewport(), shown.visualRect(index).center())

    def told(self) -> str:
        """Return in words what it took."""
        return "keys, clicks and turns of the wheel were sent"


def _text(editor: Editor, value: Any) -> None:
    hand.click(editor.control)
    hand.replace_with(written(value))


def _choice(editor: Editor, value: Choice) -> None:
    hand.tab_to(editor.control)
    hand.press(Qt.Key.Key_Home)
    for _ in range(list(type(value)).index(value)):
        hand.press(Qt.Key.Key_Down)


def _one(editor: Editor, value: Any) -> None:
    if isinstance(editor, YesNoEditor):
        hand.click(editor.button(YesNo(value)))
    else:
        _choice(editor, value)


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
    hand.replace_with(needle(editor.title_of(row_id)))
    line = picker.model.line_of(row_id)
    assert line >= 0, f"the picker does not find “{editor.title_of(row_id)}”"
    index = picker.model.index(line)
    picker.list.scrollTo(index)
    hand.click(picker.list.viewport(), picker.list.visualRect(index).center())


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
