"""Every editor has the same three words: value, set_value, edited."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cerwizard.dossier.ask import Kind, question, questions
from cerwizard.dossier.values import YesNo
from cerwizard.gui.choice_editors import ChoiceEditor, ChoicesEditor, YesNoEditor
from cerwizard.gui.editors import Editor, LinesEditor
from cerwizard.gui.field import EDITORS, editor_for
from cerwizard.gui.reference_editors import RefsEditor
from cerwizard.gui.typed_editors import read_date
from tests.gui.small import THINGS, Colour, Letter, Small, Thing

FIELDS = [q.name for q in questions(Small) if q.kind is not Kind.ROWS]
VALUES = {
    "line": "B1",
    "prose": "Two\n\nparagraphs",
    "lines": ("one", "two"),
    "number": Decimal("0.50"),
    "whole": 7,
    "date": "2026-05-31",
    "yes": YesNo.NO,
    "colour": Colour.BLUE,
    "letters": (Letter.B,),
    "only_if": "text",
    "thing_id": "t1",
    "thing_ids": ("t1", "t3"),
    "no_things": "none",
}
NASTY = [
    "# heading",
    "a | b",
    "{{ 7*7 }} {% raw %}",
    "<b>bold</b> &amp; & R&D",
    "😀 éàü 中文 مرحبا",
    "no\u00a0break\u200bspace\u2028line",
    "\x00\x07\x1b[31m",
    "x" * 40_000,
    "  kept  ",
    "“quotes” 'and' \"more\" \\ / %s {0} ${x}",
]


def made(qtbot: QtBot, name: str) -> Editor:
    editor = editor_for(question(Small, name))
    qtbot.addWidget(editor)
    if isinstance(editor, RefsEditor):
        editor.show_target(THINGS, "Small › Things")
    with qtbot.waitActive(editor):
        editor.show()
    return editor


def texts_of(editor: Editor) -> str:
    control = editor.control
    return control.toPlainText() if isinstance(control, QPlainTextEdit) else control.text()


def test_there_is_an_editor_for_every_kind_but_rows():
    assert set(EDITORS) == set(Kind) - {Kind.ROWS}


@pytest.mark.parametrize("name", FIELDS)
def test_a_value_that_is_set_comes_back_in_its_own_type(qtbot, name):
    editor = made(qtbot, name)
    assert editor.value() == getattr(Small(), name)
    editor.set_value(VALUES[name])
    assert editor.value() == VALUES[name]
    assert type(editor.value()) is type(VALUES[name])
    editor.set_value(getattr(Small(), name))
    assert editor.value() == getattr(Small(), name)


@pytest.mark.parametrize("name", FIELDS)
def test_setting_a_value_is_silent(qtbot, name):
    editor = made(qtbot, name)
    with qtbot.assertNotEmitted(editor.edited):
        editor.set_value(VALUES[name])
        editor.set_value(VALUES[name])
        editor.set_value(getattr(Small(), name))


def write(editor: Editor, text: str) -> None:
    editor.control.setFocus()
    QTest.keyClicks(editor.control, text)


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("line", "B2", "B2"),
        ("prose", "Some words", "Some words"),
        ("lines", "one", ("one",)),
        ("number", "0.50", Decimal("0.50")),
        ("whole", "12", 12),
        ("date", "2026-05", "2026-05"),
    ],
)
def test_what_is_typed_is_an_edit(qtbot, name, typed, value):
    editor = made(qtbot, name)
    with qtbot.waitSignal(editor.edited):
        write(editor, typed)
    assert editor.value() == value
    assert str(editor.value()) == str(value)


def test_a_choice_is_made_with_the_keyboard(qtbot):
    editor = made(qtbot, "colour")
    assert isinstance(editor, ChoiceEditor)
    with qtbot.waitSignal(editor.edited):
        QTest.keyClick(editor.control, Qt.Key.Key_Down)
    assert editor.value() is Colour.RED


def test_the_wheel_does_not_change_a_choice(qtbot):
    editor = made(qtbot, "colour")
    with qtbot.assertNotEmitted(editor.edited):
        centre = editor.control.rect().center()
        qtbot.wait(1)
        from PySide6.QtCore import QPoint, QPointF
        from PySide6.QtGui import QWheelEvent
        from PySide6.QtWidgets import QApplication

        QApplication.sendEvent(
            editor.control,
            QWheelEvent(
                QPointF(centre),
                editor.control.mapToGlobal(QPointF(centre)),
                QPoint(),
                QPoint(0, -120),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            ),
        )
    assert editor.value() is Colour.UNSET


def test_yes_and_no_are_clicked_or_reached_with_arrows(qtbot):
    editor = made(qtbot, "yes")
    assert isinstance(editor, YesNoEditor)
    with qtbot.waitSignal(editor.edited):
        QTest.mouseClick(editor.button(YesNo.YES), Qt.MouseButton.LeftButton)
    assert editor.value() is YesNo.YES
    QTest.keyClick(editor.button(YesNo.YES), Qt.Key.Key_Right)
    assert editor.value() is YesNo.NO
    QTest.keyClick(editor.button(YesNo.NO), Qt.Key.Key_Right)
    assert editor.value() is YesNo.UNSET


def test_a_letter_answers_yes_or_no_and_delete_takes_it_back(qtbot):
    editor = made(qtbot, "yes")
    assert isinstance(editor, YesNoEditor)
    editor.setFocus()
    for key, answer in ((Qt.Key.Key_Y, YesNo.YES), (Qt.Key.Key_N, YesNo.NO)):
        with qtbot.waitSignal(editor.edited):
            QTest.keyClick(QApplication.focusWidget(), key)
        assert editor.value() is answer
        assert QApplication.focusWidget() is editor.button(answer)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert editor.value() is YesNo.NO
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)
    assert editor.value() is YesNo.UNSET


def test_several_choices_keep_the_order_of_the_list(qtbot):
    editor = made(qtbot, "letters")
    assert isinstance(editor, ChoicesEditor)
    for box in (editor.boxes[2], editor.boxes[0]):
        QTest.keyClick(box, Qt.Key.Key_Space)
    assert editor.value() == (Letter.A, Letter.C)


def test_several_choices_begin_at_the_first_box_in_another_record(qtbot):
    editor = made(qtbot, "letters")
    editor.set_address("small.letters")
    editor.boxes[2].setFocus()
    assert editor.focusProxy() is editor.boxes[2]
    editor.set_address("small.letters")
    assert editor.focusProxy() is editor.boxes[2]
    editor.set_address("other.letters")
    assert editor.focusProxy() is editor.boxes[0]


def test_lines_are_kept_without_blanks_while_the_cursor_stays(qtbot):
    editor = made(qtbot, "lines")
    assert isinstance(editor, LinesEditor)
    write(editor, "one\r\r two ")
    editor.set_value(("one", "two"))
    assert editor.value() == ("one", "two")
    assert texts_of(editor) == "one\n\n two "


@pytest.mark.parametrize("name", ["line", "prose"])
def test_setting_the_value_that_is_there_leaves_the_cursor(qtbot, name):
    editor = made(qtbot, name)
    write(editor, "abc")
    QTest.keyClick(editor.control, Qt.Key.Key_Left)
    editor.set_value("abc")
    QTest.keyClicks(editor.control, "X")
    assert editor.value() == "abXc"


# -- held back ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "typed", "says"),
    [
        ("number", "5 mm", "not a number"),
        ("number", "1,605", "two ways"),
        ("number", "NaN", "not a number"),
        ("number", "some, or many", "not a number"),
        ("number", "1" * 60, "too long"),
        ("whole", "2.5", "not a whole number"),
        ("whole", "48.200", "two ways"),
        ("whole", "48.000", "two ways"),
        ("whole", "many", "not a number"),
        ("date", "05/31/2026", "not a date"),
        ("date", "2026-02-30", "not a date"),
    ],
)
def test_what_is_no_value_is_held_back_with_a_sentence(qtbot, name, typed, says):
    editor = made(qtbot, name)
    editor.set_value(VALUES[name])
    editor.control.clear()
    said: list[str] = []
    editor.held.connect(said.append)
    write(editor, typed)
    editor.control.clearFocus()
    assert says in said[-1]
    assert editor.held_text() == typed
    editor.set_value(editor.value())
    assert texts_of(editor) == typed


def test_a_text_that_is_a_value_again_is_no_longer_held(qtbot):
    editor = made(qtbot, "whole")
    write(editor, "12x")
    assert editor.held_text() == "12x"
    QTest.keyClick(editor.control, Qt.Key.Key_Backspace)
    assert (editor.held_text(), editor.value()) == ("", 12)


@pytest.mark.parametrize(("name", "typed"), [("date", "2022-13-45"), ("whole", "12x")])
def test_what_only_begins_like_a_value_does_not_replace_the_one_before(qtbot, name, typed):
    editor = made(qtbot, name)
    editor.set_value(VALUES[name])
    editor.control.clear()
    write(editor, typed)
    assert (editor.held_text(), editor.value()) == (typed, VALUES[name])


def test_a_count_that_nothing_has_is_held_back(qtbot):
    editor = made(qtbot, "whole")
    write(editor, "9" * 12)
    assert editor.value() == 999_999_999_999
    write(editor, "9")
    assert (editor.value(), len(editor.held_text())) == (None, 13)


def test_undo_replaces_a_text_that_was_held_back(qtbot):
    editor = made(qtbot, "whole")
    write(editor, "12x")
    editor.set_value(3)
    assert (texts_of(editor), editor.held_text()) == ("3", "")


def test_digits_stay_as_typed(qtbot):
    editor = made(qtbot, "number")
    write(editor, "0.50")
    editor.set_value(Decimal("0.5"))
    assert str(editor.value()) == "0.5"
    editor.set_value(Decimal("1E+3"))
    assert texts_of(editor) == "1000"


def test_an_emptied_number_is_no_number(qtbot):
    editor = made(qtbot, "number")
    editor.set_value(Decimal(3))
    QTest.keyClick(editor.control, Qt.Key.Key_Backspace)
    editor.control.selectAll()
    QTest.keyClick(editor.control, Qt.Key.Key_Delete)
    assert editor.value() is None


def test_the_calendar_writes_the_date(qtbot):
    editor = made(qtbot, "date")
    editor.set_value("2026-05-31")
    editor.open_calendar()
    calendar = editor._calendar
    with qtbot.waitSignal(editor.edited):
        QTest.keyClick(calendar.focusWidget() or calendar, Qt.Key.Key_Left)
        QTest.keyClick(calendar.focusWidget() or calendar, Qt.Key.Key_Return)
    assert editor.value() == "2026-05-30"
    assert not calendar.isVisible()


# -- nasty texts ----------------------------------------------------------------------------------


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
@pytest.mark.parametrize("name", ["line", "prose"])
def test_no_text_is_changed_by_being_shown(qtbot, name, text):
    editor = made(qtbot, name)
    editor.set_value(text)
    assert editor.value() == text


@pytest.mark.parametrize("text", [t for t in NASTY if "\x00" not in t], ids=lambda t: t[:8])
def test_a_text_that_is_edited_keeps_all_its_other_characters(qtbot, text):
    editor = made(qtbot, "prose")
    editor.set_value(text)
    editor.control.moveCursor(editor.control.textCursor().MoveOperation.End)
    QTest.keyClicks(editor.control, "!")
    assert editor.value() == text.replace("\u2028", "\n") + "!"


def test_a_line_of_any_length_is_kept_whole(qtbot):
    editor = made(qtbot, "line")
    editor.set_value("x" * 100_000)
    editor.control.end(False)
    QTest.keyClicks(editor.control, "y")
    assert len(editor.value()) == 100_001


# -- references -----------------------------------------------------------------------------------


def opened(editor: RefsEditor) -> QWidget:
    QTest.mouseClick(editor.control, Qt.MouseButton.LeftButton)
    assert editor.picker is not None
    return editor.picker


def test_references_are_searched_and_picked(qtbot):
    editor = made(qtbot, "thing_ids")
    picker = opened(editor)
    QTest.keyClicks(picker.search, "number 2")
    assert picker.model.rowCount() == 1
    QTest.keyClick(picker.search, Qt.Key.Key_Return)
    assert editor.value() == ("t2",)
    assert picker.search.selectedText() == "number 2"
    picker.search.clear()
    QTest.keyClick(picker.search, Qt.Key.Key_Down)
    QTest.keyClick(picker.list, Qt.Key.Key_Up)
    assert QApplication.focusWidget() is picker.search
    QTest.keyClick(picker.search, Qt.Key.Key_Down)
    QTest.keyClick(picker.list, Qt.Key.Key_Space)
    assert editor.value() == ("t2", "t0")
    QTest.keyClick(picker.list, Qt.Key.Key_Space)
    assert editor.value() == ("t2",)
    QTest.keyClick(picker.list, Qt.Key.Key_Escape)
    assert not picker.isVisible()


def test_one_reference_is_replaced_by_the_next(qtbot):
    editor = made(qtbot, "thing_id")
    for needle, row_id in (("T1", "t1"), ("T3", "t3")):
        picker = opened(editor)
        QTest.keyClicks(picker.search, needle)
        QTest.keyClick(picker.search, Qt.Key.Key_Return)
        assert editor.value() == row_id
        assert not picker.isVisible()


def test_a_chip_is_dropped_and_followed(qtbot):
    editor = made(qtbot, "thing_ids")
    editor.set_value(("t1", "gone"))
    chips = editor._chips.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    dropped = [chip for chip in chips if hasattr(chip, "drop")]
    QTest.mouseClick(dropped[1].drop, Qt.MouseButton.LeftButton)
    assert editor.value() == ("t1",)
    with qtbot.waitSignal(editor.followed) as said:
        editor._flow.itemAt(0).widget().followed.emit()
    assert said.args == ["small.things[t1]"]


def test_a_single_reference_has_more_room_for_its_words(qtbot):
    editor = made(qtbot, "thing_ids")
    name = "Sacral pressure injury of category 2 or worse in adults in intensive care"
    editor.show_target((Thing(id="t1", name=name), Thing(id="t2", name=name)), "Things")
    editor.set_value(("t1",))
    assert editor._flow.itemAt(0).widget().findChild(QPushButton).text() == name
    editor.set_value(("t1", "t2"))
    chips = [editor._flow.itemAt(i).widget() for i in range(2)]
    assert {chip.findChild(QPushButton).text() for chip in chips} == {f"{name[:43]}…"}


def test_where_there_is_nothing_to_choose_the_editor_says_where_to_go(qtbot):
    editor = made(qtbot, "thing_ids")
    editor.show_target((), "Small › Things")
    QTest.mouseClick(editor.control, Qt.MouseButton.LeftButton)
    assert editor._nowhere.isVisible()


# -- undo belongs to the window -------------------------------------------------------------------


@pytest.mark.parametrize("name", ["line", "prose", "number"])
def test_the_undo_key_goes_to_the_window(qtbot, name):
    window = QMainWindow()
    qtbot.addWidget(window)
    editor = editor_for(question(Small, name))
    window.setCentralWidget(editor)
    action = QAction("Undo", window)
    action.setShortcut(QKeySequence.StandardKey.Undo)
    window.addAction(action)
    with qtbot.waitActive(window):
        window.show()
    write(editor, "12")
    with qtbot.waitSignal(action.triggered):
        QTest.keyClick(editor.control, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert texts_of(editor) == "12"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("22.11.2026", "2026-11-22"), ("1. 2. 2026", "2026-02-01"), ("2026-05", "2026-05")],
)
def test_a_date_may_be_typed_with_day_and_month_first(typed, kept):
    assert read_date(typed) == kept


@pytest.mark.parametrize("typed", ["31.02.2026", "11/22/2026", "22.11.26"])
def test_a_date_that_is_none_or_can_be_read_in_two_ways_is_refused(typed):
    with pytest.raises(ValueError, match="is not a date"):
        read_date(typed)


@pytest.fixture
def chips(qtbot):
    """Three things, with the cursor on the button behind them."""
    editor = made(qtbot, "thing_ids")
    editor.set_value(("t0", "t1", "t2"))
    qtbot.wait(1)  # new chips are shown with the next round
    editor.setFocus()
    return editor


def named_after(*keys) -> str:
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)
    return QApplication.focusWidget().accessibleName().partition(" T")[0]


def test_chips_are_one_stop_of_tab_and_arrows_lead_through_them(chips):
    back, left = Qt.Key.Key_Backtab, Qt.Key.Key_Left
    assert named_after(back) == "Remove"
    assert named_after(left, left) == "Remove"
    assert QApplication.focusWidget().accessibleName().startswith("Remove T1")
    assert named_after(left) == "Go to"
    assert named_after(left, left, left, left, left) == "Go to"
    assert QApplication.focusWidget().accessibleName().startswith("Go to T0")
    assert named_after(Qt.Key.Key_Tab) == chips.control.accessibleName()


def test_delete_drops_the_chip_with_the_cursor_and_keeps_it_in_the_field(chips):
    named_after(Qt.Key.Key_Backtab, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Delete)
    assert chips.value() == ("t0", "t2")
    assert chips.isAncestorOf(QApplication.focusWidget())


def test_enter_or_space_on_the_words_of_a_chip_leads_there(qtbot, chips):
    named_after(Qt.Key.Key_Backtab, Qt.Key.Key_Left)
    with qtbot.waitSignal(chips.followed) as led:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert led.args == ["small.things[t2]"]
