"""A check box breaks its words where there is no room for them on one line."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from cerwizard.gui.tick_box import TickBox

WORDS = "Investigation, replacement or modification of the anatomy"


def shown(qtbot, width: int = 0) -> TickBox:
    box = TickBox(WORDS)
    qtbot.addWidget(box)
    wide = width or box.sizeHint().width()
    box.resize(wide, box.heightForWidth(wide))
    box.show()
    return box


def test_one_line_is_enough_where_there_is_room(qtbot):
    box = shown(qtbot)
    assert box.height() < 2 * box.fontMetrics().height()


def test_a_narrow_box_is_higher_and_asks_for_less_than_its_words(qtbot):
    wide, narrow = shown(qtbot), shown(qtbot, 150)
    assert narrow.height() > 2 * wide.fontMetrics().height()
    assert narrow.minimumSizeHint().width() < wide.sizeHint().width() // 2


def test_all_words_are_painted(qtbot):
    box = shown(qtbot, 150)
    image = box.grab().toImage()
    ground = image.pixel(image.width() - 1, 0)
    low = range(image.height() * 3 // 4, image.height())
    assert any(image.pixel(x, y) != ground for y in low for x in range(40, image.width()))


def test_a_click_and_the_space_bar_tick_it(qtbot):
    box = shown(qtbot, 150)
    QTest.mouseClick(box, Qt.MouseButton.LeftButton)
    assert box.isChecked()
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert not box.isChecked()


def test_all_of_it_can_be_clicked(qtbot):
    box = TickBox("Yes")
    qtbot.addWidget(box)
    box.resize(400, 30)
    for x in (5, 200, 395):
        before = box.isChecked()
        qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(x, 15))
        assert box.isChecked() is not before
