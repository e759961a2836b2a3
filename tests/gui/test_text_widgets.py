"""The widgets into which text is typed."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from cerwizard.gui.text_widgets import Line


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
