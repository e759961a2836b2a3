"""Check boxes are one stop of Tab; arrows lead from one to the next, Space ticks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from cerwizard.gui.tick_group import GroupedBox, TickGroup


@pytest.fixture
def group(qtbot):
    """Six boxes, wide enough for two columns, between two lines of text."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    holder.before, holder.after = QLineEdit(), QLineEdit()
    holder.boxes = [GroupedBox(name) for name in "abcdef"]
    made = TickGroup(holder.boxes)
    for widget in (holder.before, made, holder.after):
        column.addWidget(widget)
    holder.resize(900, 300)
    qtbot.addWidget(holder)
    with qtbot.waitActive(holder):
        holder.show()
    holder.before.setFocus()
    return holder


def pressed(*keys):
    """Return the widget with the cursor after these keys."""
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)
    return QApplication.focusWidget()


def test_tab_enters_the_group_once_and_leaves_it(group):
    assert pressed(Qt.Key.Key_Tab) is group.boxes[0]
    assert pressed(Qt.Key.Key_Tab) is group.after


@pytest.mark.parametrize(
    ("keys", "where"),
    [
        ((Qt.Key.Key_Down,), 1),
        ((Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up), 1),
        ((Qt.Key.Key_Right,), 3),
        ((Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left), 1),
        ((Qt.Key.Key_End,), 5),
        ((Qt.Key.Key_End, Qt.Key.Key_Home), 0),
        ((Qt.Key.Key_Up,), 0),
        ((Qt.Key.Key_End, Qt.Key.Key_Down), 5),
    ],
)
def test_arrows_lead_to_the_box_that_is_seen_there(group, keys, where):
    assert pressed(Qt.Key.Key_Tab, *keys) is group.boxes[where]


def test_space_ticks_the_box_with_the_cursor_and_arrows_tick_none(group):
    pressed(Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Down)
    assert [box.text() for box in group.boxes if box.isChecked()] == ["b"]


def test_tab_comes_back_to_the_box_that_had_the_cursor(group):
    pressed(Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Tab)
    assert pressed(Qt.Key.Key_Backtab) is group.boxes[2]
