"""A sheet shows lines, leads on by mouse and keyboard, and cuts what does not fit."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from cerwizard.gui.pages.laid import PAD, broken, fonts, lay
from cerwizard.gui.pages.sheet import Cell, Chip, Column, Line, SheetModel, heading
from cerwizard.gui.pages.sheet_view import SheetView

COLUMNS = (Column("What", 2, 10), Column("Where", 1, 8), Column("More", 1, 8))
ONE = Line("one", (Cell("First"), Cell(chips=(Chip("A", "a.b", "To A"),)), Cell()))
TWO = Line("two", (Cell("Second"), Cell(chips=(Chip("A", "a.b"), Chip("B", "b.c"))), Cell()))
PLAIN = Line("plain", (Cell("Third"), Cell(), Cell()))
LINES = (heading("top", "Top"), ONE, TWO, heading("more", "More"), PLAIN)


@pytest.fixture
def view(qtbot):
    made = SheetView(COLUMNS, "A sheet")
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show_lines(LINES)
    with qtbot.waitActive(made):
        made.show()
    return made


def test_a_line_that_differs_is_drawn_again_and_no_other(qtbot):
    model = SheetModel(COLUMNS)
    assert model.show_lines(LINES)
    changed = Line("one", (Cell("Else"), *ONE.cells[1:]))
    drawn = []
    model.dataChanged.connect(lambda first, last: drawn.append((first.row(), last.row())))
    with qtbot.assertNotEmitted(model.modelReset):
        assert not model.show_lines((LINES[0], changed, *LINES[2:]))
    assert drawn == [(1, 1)]


def test_the_current_line_stays_when_others_come(view):
    view.select("plain")
    view.show_lines((LINES[0], Line("new", PLAIN.cells), *LINES[1:]))
    assert view.key() == "plain"


def test_choosing_a_line_by_program_is_silent(qtbot, view):
    with qtbot.assertNotEmitted(view.chosen):
        assert view.select("two")
        assert not view.select("nowhere")


def test_the_arrow_keys_pass_over_headings(view):
    view.select("two")
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.key() == "plain"


def test_enter_follows_the_only_word_of_a_line(qtbot, view):
    view.select("one")
    with qtbot.waitSignal(view.followed) as said:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert said.args == ["a.b"]


def test_enter_offers_the_words_where_there_are_several(qtbot, view):
    view.select("two")
    QTest.keyClick(view, Qt.Key.Key_Return)
    menu = view.findChild(QMenu)
    with qtbot.waitSignal(view.followed) as said:
        menu.actions()[1].trigger()
    assert said.args == ["b.c"]
    menu.close()


def test_enter_enters_a_line_without_words(qtbot, view):
    view.select("plain")
    with qtbot.waitSignal(view.entered) as said:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert said.args == ["plain"]


def spot_of(view: SheetView, row: int, column: int) -> QPoint:
    index = view.sheet.index(row, column)
    rect = view.visualRect(index)
    laid = lay(view.sheet.cell(index), rect.width(), fonts(view.font()))
    inside = laid.chips[-1][0].center() if laid.chips else QPoint(4, 4)
    return rect.topLeft() + inside


def test_a_click_on_a_word_follows_it(qtbot, view):
    with qtbot.waitSignal(view.followed) as said:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot_of(view, 2, 1))
    assert said.args == ["b.c"]


def test_a_click_beside_the_words_opens_the_line(qtbot, view):
    with qtbot.waitSignal(view.opened) as said, qtbot.assertNotEmitted(view.followed):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot_of(view, 1, 0))
    assert said.args == ["one"]


def test_by_cell_enter_follows_the_words_of_the_cell_alone(qtbot):
    view = SheetView(COLUMNS, "A sheet", by_cell=True)
    qtbot.addWidget(view)
    view.show_lines((Line("x", (Cell(chips=(Chip("A", "a"),)), Cell(chips=(Chip("B", "b"),)))),))
    view.select("x", 1)
    with qtbot.waitSignal(view.followed) as said:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert said.args == ["b"]


def test_a_sheet_is_as_high_as_its_lines_and_lower_above_a_form(view):
    whole = view.height()
    view.show_lines((*LINES, *(Line(f"n{i}", PLAIN.cells) for i in range(40))))
    assert view.height() > whole
    view.make_room(for_form=True)
    assert view.height() < 30 * view.fontMetrics().height()


def test_above_a_form_long_texts_are_cut_sooner_so_that_more_lines_are_seen(view):
    long = Line("long", (Cell("word " * 90), *PLAIN.cells[1:]))
    view.show_lines((*LINES, long))
    at = len(LINES)
    whole = view.rowHeight(at)
    view.make_room(for_form=True)
    assert view.rowHeight(at) < whole
    view.make_room(for_form=False)
    assert view.rowHeight(at) == whole


def test_screen_readers_are_told_all_of_a_cell(view):
    cell = Cell("Met", "of 5", "done", (Chip("K1", "a", "K1 Healing"),))
    assert cell.words == "Met. of 5. K1 Healing"


@pytest.mark.parametrize(
    "text", ["a " * 400, "x" * 400, "😀" * 300, "a\nb\n\nc\nd", "é\u0301 中文 مرحبا"]
)
def test_a_text_is_broken_into_no_more_lines_than_wanted(qapp, text):
    lines = broken(text, QFont(), 80, 3)
    assert 1 <= len(lines) <= 3
    assert all("\ufffd" not in line for line in lines)


def test_what_fits_is_not_cut(qapp):
    assert broken("one two", QFont(), 500, 3) == ("one two",)
    assert broken("", QFont(), 500, 3) == ()


@pytest.mark.parametrize("width", [50, 57, 65, 90, 200])
@pytest.mark.parametrize("mark", ["", "minor"])
def test_nothing_stands_outside_of_its_cell(qapp, width, mark):
    chips = (Chip("1", "a"), Chip("23", "b"), Chip("E-B1a", "c"))
    for cell in (Cell("1 open", "small", mark, chips), Cell(mark=mark, chips=chips)):
        laid = lay(cell, width, fonts(QFont()))
        assert all(rect.right() <= width for rect, _ in laid.chips)
        assert all(rect.bottom() <= laid.height for rect, _ in laid.chips)
        assert all(written.rect.right() <= width for written in laid.lines)


def test_more_words_than_fit_are_counted(qapp):
    chips = tuple(Chip(f"E{i}", f"e[{i}]") for i in range(40))
    laid = lay(Cell(chips=chips), 300, fonts(QFont()))
    assert [chip.text for _, chip in laid.chips][-1] == "+29"
    assert len(laid.chips) == 12


def test_no_word_is_broken_as_long_as_there_is_room_for_all(qtbot, view):
    long = Line("long", (Cell("Short"), Cell("uninterrupted"), Cell("x")))
    view.show_lines((*LINES, long))
    needed = view.fontMetrics().horizontalAdvance("uninterrupted")
    view.resize(320, 400)
    qtbot.waitUntil(lambda: view.columnWidth(1) >= needed + 2 * PAD)


def test_a_narrow_sheet_breaks_words_sooner_than_it_scrolls_sideways(qtbot, view):
    long = Line("long", (Cell("Incomprehensibilities"), Cell("Where"), Cell("More")))
    view.show_lines((*LINES, long))
    tight, _ = view._unbroken([c.least for c in COLUMNS])
    view.resize(sum(tight) + 20, 400)
    qtbot.waitUntil(lambda: view.width() < 600 and view.horizontalScrollBar().maximum() == 0)
    assert view.horizontalHeader().length() == view.viewport().width()
