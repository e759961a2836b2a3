"""The way without a mouse: Tab, arrows, Space, Enter, Escape and the keys of the menus."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from cerwizard.dossier.ask import Kind
from cerwizard.dossier.values import Choice, YesNo
from cerwizard.gui.choice_editors import ChoicesEditor, YesNoEditor
from cerwizard.gui.desk import Desk
from cerwizard.gui.editors import Editor
from cerwizard.gui.field import Field
from cerwizard.gui.focus import address_of
from cerwizard.gui.list_field import ListField
from cerwizard.gui.pages.equivalence_page import EquivalencePage
from cerwizard.gui.pages.looks import stops
from cerwizard.gui.reference_editors import RefsEditor
from cerwizard.gui.row_detail import RowDetail
from cerwizard.gui.window import Window
from driving import hand
from driving.comparing import Compared
from driving.watch import Stuck
from driving.words import needle, written

_CONTROL = Qt.KeyboardModifier.ControlModifier
_KEY = Qt.Key
_MOST_TABS, _MOST_FINDINGS, _MOST_FORMS = 300, 400, 6
_SEGMENTS = (YesNo.YES, YesNo.NO, YesNo.UNSET)  # from left to right


class ByKeyboard:
    """`pressed` counts keys but for those of texts, `tabs` how many of them went on or back.

    `far` says how many of them it took to get to a field, at most.
    """

    name = "the keyboard alone"

    def __init__(self) -> None:
        self.pressed = self.tabs = 0
        self.far: dict[str, int] = {}

    def new(self, window: Window) -> None:
        """Begin an empty dossier by its key."""
        self.press(_KEY.Key_N, _CONTROL)

    def step(self, desk: Desk, name: str) -> None:
        """Go from step to step."""
        names = [to for to, _, _ in stops()]
        by = names.index(name) - names.index(desk.step)
        for _ in range(abs(by)):
            self.press(_KEY.Key_PageDown if by > 0 else _KEY.Key_PageUp, _CONTROL)

    def answer(self, field: Field, value: Any) -> None:
        """Answer one field that is shown."""
        deeds: dict[Kind, Callable[[Editor, Any], None]] = {
            Kind.CHOICE: self._one,
            Kind.CHOICES: self._several,
            Kind.REF: self._reference,
            Kind.REFS: self._references,
        }
        deeds.get(field.question.kind, self._text)(field.editor, value)

    def add(self, item: ListField) -> None:
        """Press the button of an empty list, or the key of a table."""
        if item.empty.add.isVisible():
            self.go_to(item.empty.add)
            self.press(_KEY.Key_Space)
        else:
            self._to_table(item)
            self.press(_KEY.Key_Insert)

    def choose(self, item: ListField, row_id: str) -> None:
        """Go to a row of the table and open its form."""
        self._to_table(item)
        self.press(_KEY.Key_Home, _CONTROL)
        for _ in range(item.model.line_of(row_id)):
            self.press(_KEY.Key_Down)
        self.press(_KEY.Key_Return)

    def compare(self, page: EquivalencePage, which: Compared) -> None:
        """Go to a line of the comparison, and ask for another one where it is taken."""
        if page.tabs.currentIndex() != which.tab:
            self.go_to(page.tabs)
            by = which.tab - page.tabs.currentIndex()
            for _ in range(abs(by)):
                self.press(_KEY.Key_Right if by > 0 else _KEY.Key_Left)
        sheet = page.comparison.sheet
        self._out_to(sheet)
        by = sheet.sheet.spot(which.line) - sheet.sheet.spot(sheet.key())
        while sheet.key() != which.line:
            before = sheet.key()
            self.press(_KEY.Key_Down if by > 0 else _KEY.Key_Up)
            assert sheet.key() != before, "the arrows do not lead to the line"
        self.press(_KEY.Key_Insert if which.taken else _KEY.Key_Return)

    def show_all_findings(self, desk: Desk) -> None:
        """Go into the pane and its tabs, and turn the switch above the findings."""
        pane = desk.side.findings
        for _ in range(desk.side.tabs.count() + 1):
            self.press(_KEY.Key_F6)
            if desk.side.tabs.currentWidget() is pane:
                break
        switches = (pane.this_step, pane.all_steps, pane.waived)
        self.go_to(next(switch for switch in switches if switch.isChecked()))
        for _ in switches:
            if not pane.all_steps.isChecked():
                self.press(_KEY.Key_Right)

    def follow(self, desk: Desk, path: str) -> None:
        """Go from finding to finding until this one's field has the cursor."""
        for _ in range(_MOST_FINDINGS):
            self.press(_KEY.Key_F8)
            if address_of(hand.focus()) == path:
                return
        raise Stuck(f"F8 never leads to {path}")

    def told(self) -> str:
        """Return in words what it took."""
        longest = sorted(self.far.items(), key=lambda way: -way[1])[:5]
        far = "; ".join(f"{tabs} to “{where}”" for where, tabs in longest)
        return (
            f"beside the texts, {self.pressed:,} keys were pressed, {self.tabs:,} of them Tab or "
            f"Shift+Tab; the longest ways: {far}"
        )

    # -- getting about ------------------------------------------------------------------------

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = hand.NONE) -> None:
        """Press a key where the cursor is, and count it."""
        self.pressed += 1
        hand.press(key, modifiers)

    def go_to(self, widget: QWidget) -> None:
        """Go on with Tab, or back with Shift+Tab, until a widget has the cursor."""
        began = self.tabs
        ahead = _is_ahead(widget)
        for forward in (ahead, not ahead):
            for _ in range(_MOST_TABS):
                if widget.hasFocus():
                    words = _words(widget)
                    self.far[words] = max(self.tabs - began, self.far.get(words, 0))
                    return
                self.tabs += 1
                self.press(_KEY.Key_Tab if forward else _KEY.Key_Backtab)
        raise Stuck(f"the keyboard does not lead to {_words(widget)}")

    def _to_table(self, item: ListField) -> None:
        self._out_to(item.table)

    def _out_to(self, table: QWidget) -> None:
        """Leave the forms that hang below a table with Escape, else go to it."""
        for _ in range(_MOST_FORMS):
            if table.hasFocus() or not _hangs_below(table, hand.focus()):
                break
            self.press(_KEY.Key_Escape)
        self.go_to(table)

    # -- answers ------------------------------------------------------------------------------

    def _text(self, editor: Editor, value: Any) -> None:
        self.go_to(editor.control)
        hand.replace_with(written(value))

    def _one(self, editor: Editor, value: Choice) -> None:
        if isinstance(editor, YesNoEditor):
            self._segment(editor, YesNo(value))
            return
        self.go_to(editor.control)
        self.press(_KEY.Key_Home)
        for _ in range(list(type(value)).index(value)):
            self.press(_KEY.Key_Down)

    def _segment(self, editor: YesNoEditor, value: YesNo) -> None:
        here = _SEGMENTS.index(editor.value())
        self.go_to(editor.button(_SEGMENTS[here]))
        by = _SEGMENTS.index(value) - here
        for _ in range(abs(by)):
            self.press(_KEY.Key_Right if by > 0 else _KEY.Key_Left)

    def _several(self, editor: Editor, value: tuple[Any, ...]) -> None:
        assert isinstance(editor, ChoicesEditor)
        self.go_to(editor.focusProxy() or editor)
        self.press(_KEY.Key_Home)
        for spot, (box, member) in enumerate(zip(editor.boxes, editor.members, strict=True)):
            if spot:
                self.press(_KEY.Key_Down)
            if box.isChecked() != (member in value):
                self.press(_KEY.Key_Space)

    def _reference(self, editor: Editor, value: str) -> None:
        self._references(editor, (value,))

    def _references(self, editor: Editor, value: tuple[str, ...]) -> None:
        assert isinstance(editor, RefsEditor)
        dropped = [row_id for row_id in editor.ids() if row_id not in value]
        wanted = [row_id for row_id in value if row_id not in editor.ids()]
        for row_id in (*dropped, *wanted):
            self._pick(editor, row_id)
        if editor.picker is not None and editor.picker.isVisible():
            self.press(_KEY.Key_Escape)

    def _pick(self, editor: RefsEditor, row_id: str) -> None:
        """Search for a row by its title; take it at once if it is the first one found."""
        if editor.picker is None or not editor.picker.isVisible():
            self.go_to(editor.control)
            self.press(_KEY.Key_Space)
        picker = editor.picker
        assert picker is not None
        self.go_to(picker.search)
        hand.replace_with(needle(editor.title_of(row_id)))
        line = picker.model.line_of(row_id)
        assert line >= 0, f"the picker does not find “{editor.title_of(row_id)}”"
        for _ in range(line + 1 if line else 0):  # the first Down goes into the list
            self.press(_KEY.Key_Down)
        self.press(_KEY.Key_Return)


def _is_ahead(widget: QWidget) -> bool:
    """Say whether Tab or Shift+Tab is the shorter way: a writer sees where a field stands."""
    here, steps, found = hand.focus(), 0, -1
    to = here.nextInFocusChain()
    while to is not None and to is not here:
        steps += 1
        if to is widget:
            found = steps
        to = to.nextInFocusChain()
    return 0 <= found <= steps - found


def _hangs_below(table: QWidget, widget: QWidget) -> bool:
    """Say whether a widget lies in the form of a row of this table."""
    above: QWidget | None = widget
    while above is not None:
        if isinstance(above, RowDetail) and above.table is table:
            return True
        above = above.parentWidget()
    return False


def _words(widget: QWidget) -> str:
    return widget.accessibleName() or widget.objectName() or type(widget).__name__
