"""The widgets into which text is typed."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from cerwizard.dossier.ask import Kind, questions
from cerwizard.dossier.device import Device
from cerwizard.dossier.dossier import Dossier
from cerwizard.gui.field import Field
from cerwizard.gui.news import Surroundings
from cerwizard.gui.text_widgets import GrowingText, Line, measure

LONG = "Prevention rests on randomised trials of the present generation of the device. " * 6


def test_a_line_that_is_left_shows_its_beginning(qtbot: QtBot):
    holder, line, next_one = QWidget(), Line(), Line()
    column = QVBoxLayout(holder)
    column.addWidget(line)
    column.addWidget(next_one)
    qtbot.addWidget(holder)
    with qtbot.waitActive(holder):
        holder.show()
    line.setFocus()
    QTest.keyClicks(line, "A long title")
    assert line.cursorPosition() == 12
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert next_one.hasFocus()
    assert line.cursorPosition() == 0


@pytest.mark.parametrize("shown_first", [True, False])
def test_lines_of_prose_stay_short_however_wide_the_box_is(qtbot: QtBot, shown_first: bool):
    pages = QStackedWidget()
    qtbot.addWidget(pages)
    box = GrowingText(3, 12)
    for page in (QWidget(), box):
        pages.addWidget(page)
    pages.setCurrentIndex(int(shown_first))
    pages.resize(600, 300)
    pages.show()
    box.setPlainText(LONG)
    pages.resize(1400, 300)
    pages.setCurrentWidget(box)
    qtbot.waitUntil(lambda: box.width() == 1400)
    measure = 96 * box.fontMetrics().averageCharWidth()
    qtbot.waitUntil(lambda: box.horizontalScrollBar().maximum() == 0)
    assert int(box.document().size().width()) <= box.viewport().width() <= measure
    pages.resize(600, 300)
    assert box.viewport().width() > 560


def test_a_click_beside_the_lines_goes_to_the_end_of_the_nearest(qtbot: QtBot):
    box = GrowingText(3, 12)
    qtbot.addWidget(box)
    box.resize(1400, 100)
    box.setPlainText("First line\nSecond")
    with qtbot.waitActive(box):
        box.show()
    beside = QPoint(1300, 10)
    assert not box.viewport().geometry().contains(beside)
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=beside)
    assert box.textCursor().position() == len("First line")
    assert box.hasFocus()


def test_a_text_that_is_longer_than_its_line_says_so_until_it_is_worked_on(qtbot: QtBot):
    line = Line()
    qtbot.addWidget(line)
    line.resize(120, 30)
    line.setText("Short")
    assert not line.is_cut
    line.setText(LONG)
    line.setCursorPosition(0)
    assert line.is_cut
    left, line_as_qt = line.grab().toImage(), Line()
    qtbot.addWidget(line_as_qt)
    line_as_qt.resize(4000, 30)
    line_as_qt.setText(LONG)
    line_as_qt.setCursorPosition(0)
    assert not line_as_qt.is_cut
    assert line_as_qt.grab().toImage().copy(left.rect()) != left


def test_a_box_for_prose_is_as_wide_as_its_lines(qtbot: QtBot):
    asked = next(a for a in questions(Device) if a.kind is Kind.PROSE)
    field = Field(asked, Surroundings(Dossier))
    for part in (field.head, field.body):
        qtbot.addWidget(part)
        part.resize(1400, 100)
        part.show()
    box = field.editor.control
    qtbot.waitUntil(lambda: box.width() == measure(box))
    right = field.head.help.geometry().right()
    assert measure(box) - 12 <= right < measure(box)
    field.body.resize(400, 100)
    qtbot.waitUntil(lambda: box.width() == 400)
