"""The calendar shows its whole month in colours that can be read."""

import pytest
from PySide6.QtCore import QDate, QLocale
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QTableView, QToolButton

from cerwizard.gui import theme
from cerwizard.gui.calendar_popup import CalendarPopup
from cerwizard.gui.text_widgets import Line


@pytest.fixture(params=[("light", 100), ("dark", 100), ("dark", 200)], ids=str)
def calendar(request, qapp, qtbot):
    theme.apply(qapp, *request.param)
    line = Line()
    qtbot.addWidget(line)
    line.show()
    made = CalendarPopup(line)
    made.open_below(line, QDate(2026, 11, 22))
    yield made
    made.hide()
    theme.apply(qapp, "light", 100)


def test_the_whole_month_is_shown(calendar):
    view = calendar.findChild(QTableView)
    assert view.verticalScrollBar().maximum() == 0
    assert view.rowViewportPosition(6) + view.rowHeight(6) <= view.viewport().height() + 1


def test_every_day_of_the_week_has_room_for_its_name(calendar):
    view = calendar.findChild(QTableView)
    locale = calendar.locale()
    names = [locale.dayName(day, QLocale.FormatType.ShortFormat) for day in range(1, 8)]
    widest = max(view.fontMetrics().horizontalAdvance(name) for name in names)
    assert min(view.columnWidth(column) for column in range(7)) > widest


def test_no_day_is_red(calendar):
    view = calendar.findChild(QTableView)
    image = view.viewport().grab().toImage()
    colours = [QColor(pixel) for line in range(7) for pixel in _pixels(image, view, line, 7)]
    assert not [c for c in colours if c.red() > c.blue() + 60]


def test_the_arrows_are_drawings_of_ours(calendar):
    for name in ("qt_calendar_prevmonth", "qt_calendar_nextmonth"):
        assert calendar.findChild(QToolButton, name).property("cerwizard_icon")


def test_it_stays_on_the_screen_wherever_its_line_is(calendar):
    line = calendar.parent()
    room = line.screen().availableGeometry()
    for x, y in ((-300, 0), (room.right() - 40, room.bottom() - 20)):
        line.move(x, y)
        calendar.open_below(line, QDate(2026, 11, 22))
        assert room.contains(calendar.geometry())


def test_the_date_is_told_as_it_is_kept(calendar, qtbot):
    with qtbot.waitSignal(calendar.chosen) as told:
        calendar.clicked.emit(QDate(2026, 11, 3))
    assert told.args == ["2026-11-03"]
    assert not calendar.isVisible()


def test_days_of_the_month_beside_stand_back(calendar):
    view = calendar.findChild(QTableView)
    image = view.viewport().grab().toImage()
    ink = theme.colour("ink").rgb()
    assert ink in _pixels(image, view, 2)  # 2 to 7 November
    assert ink not in _pixels(image, view, 1)  # 26 to 31 October


def _pixels(image, view, line, columns=6):
    right = sum(view.columnWidth(column) for column in range(columns))
    top = view.rowViewportPosition(line)
    down = range(top, top + view.rowHeight(line))
    across = range(min(right, image.width()))
    return {image.pixel(x, y) for x in across for y in down if y < image.height()}
