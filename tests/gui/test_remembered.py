"""What a writer drew is there again on another day: window, panes, columns."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow

from cerwizard import settings
from cerwizard.dossier.benefits import Benefit, Benefits
from cerwizard.dossier.dossier import Dossier
from cerwizard.gui import first_look, remembered
from cerwizard.gui.desk import Desk
from cerwizard.gui.window import Window
from cerwizard.rules.catalog import Pack
from cerwizard.store import dossier_file
from tests.gui.modal import wait

DOSSIER = Dossier(benefits=Benefits(items=(Benefit(id="b1", code="B1", statement="Fewer"),)))


@pytest.fixture(autouse=True)
def no_rules(monkeypatch):
    pack = Pack("none", "0", date(2026, 1, 1), ())
    monkeypatch.setattr("cerwizard.rules.catalog.load", lambda: pack)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "foam.cerw"
    dossier_file.save(path, DOSSIER)
    return path


@pytest.fixture
def start(qtbot, file):
    def started() -> Window:
        made = Window("light")
        qtbot.addWidget(made, before_close_func=lambda w: w._drop())
        remembered.place(made, first_look.window_note())
        with qtbot.waitActive(made):
            made.show()
        made.open_file(file)
        wait(lambda: made.desk is not None and not made.desk.judging.busy)
        made.desk.open_step("benefits")
        QTest.qWait(20)
        return made

    return started


def table(desk: Desk):
    return desk.page.form.fields["items"].table


def draw_column(desk: Desk, by: int) -> int:
    """Draw the edge of the first column with the mouse; return the column's new width."""
    across = table(desk).horizontalHeader()
    before = across.sectionSize(0)
    edge = QPoint(across.sectionViewportPosition(0) + before - 1, 8)
    QTest.mousePress(across.viewport(), Qt.MouseButton.LeftButton, pos=edge)
    for part in (1, 2, 4):
        QTest.mouseMove(across.viewport(), edge + QPoint(by * part // 4, 0))
        QTest.qWait(5)
    end = edge + QPoint(by, 0)
    QTest.mouseRelease(across.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert across.sectionSize(0) > before
    return across.sectionSize(0)


def test_panes_have_the_widths_that_they_had(start):
    window = start()
    window.desk.splitter.setSizes([320, 500, 420])
    sizes = window.desk.splitter.sizes()
    window.acts["close"].trigger()
    again = start()
    assert again.desk.splitter.sizes() == sizes


def test_widths_of_panes_are_not_those_of_another_text_size(start, monkeypatch):
    window = start()
    usual = window.desk.splitter.sizes()
    window.desk.splitter.setSizes([320, 500, 420])
    with monkeypatch.context() as larger:
        larger.setattr(remembered, "_letter", lambda _desk: "14")
        window.acts["close"].trigger()
    assert start().desk.splitter.sizes() == usual


def test_the_pane_beside_the_page_waits_where_the_text_is_too_large_for_both(start, monkeypatch):
    monkeypatch.setattr(remembered, "_letter", lambda _desk: "30")
    window = start()
    assert not window.desk.side.isVisible()
    assert not window.acts["side"].isChecked()
    window.acts["to_side"].trigger()
    assert window.desk.side.isVisible()
    assert window.acts["side"].isChecked()


def test_a_window_has_the_size_that_it_had(start):
    window = start()
    window.resize(window.width(), 610)  # the screen of the tests is small
    window.acts["close"].trigger()
    window.close()
    assert first_look.window_note() == settings.load().window != ""
    assert start().height() == 610


def test_a_column_that_was_drawn_keeps_its_width(start):
    window = start()
    wide = draw_column(window.desk, 40)
    window.acts["close"].trigger()
    again = start()
    assert table(again.desk).columnWidth(0) == wide
    again.acts["columns"].trigger()
    assert again.desk.around.columns == {}
    assert table(again.desk).chosen == ()


def test_widths_that_are_computed_are_not_kept(start):
    window = start()
    window.resize(1000, 700)
    QTest.qWait(20)
    assert window.desk.around.columns == {}


def test_the_list_of_a_record_is_known_by_its_pattern(start):
    window = start()
    table(window.desk).widened.emit((1, 2))
    assert window.desk.around.columns == {"benefits.items": (1, 2)}


@pytest.mark.parametrize("note", ["", "no note", "ä"])
def test_a_note_that_is_none_does_no_harm(qtbot, note):
    window = Window("light")
    qtbot.addWidget(window)
    size = window.size()
    remembered.place(window, note)
    assert window.size() == size


@pytest.mark.parametrize(("width", "all_of_it"), [(2000, True), (300, False)])
def test_a_new_window_has_all_of_a_screen_that_is_too_small_for_it(qtbot, width, all_of_it):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(width, 300)
    remembered.show(window, "")
    assert window.isMaximized() is all_of_it


def test_a_window_with_a_place_of_its_own_keeps_it(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(2000, 300)
    remembered.show(window, remembered.noted(window.saveGeometry()))
    assert window.isVisible()
    assert not window.isMaximized()
