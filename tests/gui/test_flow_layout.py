"""Widgets flow from line to line, and none is ever wider than the line."""

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from cerwizard.gui.flow_layout import FlowLayout


class Brick(QWidget):
    def __init__(self, wide: int, high: int = 20) -> None:
        super().__init__()
        self._size = QSize(wide, high)

    def sizeHint(self) -> QSize:
        return self._size


def laid(qtbot, room: int, *bricks: Brick, tail: int = 0) -> tuple[QWidget, list[QRect]]:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder, gap=10, tail=tail)
    for brick in bricks:
        flow.addWidget(brick)
    flow.setGeometry(QRect(0, 0, room, 200))
    return holder, [brick.geometry() for brick in bricks]


def test_what_finds_no_room_goes_on_in_the_next_line(qtbot):
    _, places = laid(qtbot, 100, Brick(40), Brick(50), Brick(30))
    assert [(p.x(), p.y()) for p in places] == [(0, 0), (50, 0), (0, 30)]


def test_what_is_wider_than_the_line_is_made_as_narrow(qtbot):
    holder, places = laid(qtbot, 100, Brick(300))
    assert places[0].width() == 100
    assert holder.layout().minimumSize().width() <= 100


def test_each_stands_in_the_middle_of_its_line(qtbot):
    _, places = laid(qtbot, 100, Brick(40, 20), Brick(40, 30))
    assert [p.y() for p in places] == [5, 0]


@pytest.mark.parametrize(("room", "place"), [(200, (170, 0)), (100, (70, 0)), (60, (30, 30))])
def test_the_tail_stands_at_the_end_of_the_line_that_has_room(qtbot, room, place):
    _, places = laid(qtbot, room, Brick(40), Brick(30), tail=1)
    assert (places[1].x(), places[1].y()) == place


def test_what_is_hidden_takes_no_room(qtbot):
    hidden = Brick(40)
    hidden.hide()
    holder, places = laid(qtbot, 100, hidden, Brick(40))
    assert places[1].x() == 0
    assert holder.layout().heightForWidth(100) == 20


def test_a_widget_can_come_between(qtbot):
    holder, _ = laid(qtbot, 100, Brick(40), Brick(30))
    flow = holder.layout()
    assert isinstance(flow, FlowLayout)
    late = Brick(20)
    flow.insert(1, late)
    assert flow.itemAt(1).widget() is late
