"""The tour: four cards at most, shown once, by keys or mouse."""

from datetime import date

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from cerwizard import settings
from cerwizard.gui.tour import Card, Stop, Tour, beside
from cerwizard.gui.tour_stops import stops
from cerwizard.gui.window import Window
from cerwizard.rules.catalog import Pack
from tests.gui.modal import wait


@pytest.fixture(autouse=True)
def no_rules(monkeypatch):
    pack = Pack("none", "0", date(2026, 1, 1), ())
    monkeypatch.setattr("cerwizard.rules.catalog.load", lambda: pack)


def opened(qtbot, tour_wanted: bool) -> Window:
    made = Window("light")
    made.tour_wanted = tour_wanted
    qtbot.addWidget(made, before_close_func=lambda w: w._drop())
    with qtbot.waitActive(made):
        made.show()
    wait(lambda: made.filing is not None)
    made.acts["new"].trigger()
    wait(lambda: made.desk is not None and not made.desk.judging.busy)
    QTest.qWait(20)
    return made


@pytest.fixture
def window(qtbot):
    return opened(qtbot, tour_wanted=True)


def card(window: Window) -> Card | None:
    cards = [c for c in window.findChildren(Card) if c.isVisible()]
    return cards[0] if cards else None


def key(window: Window, which: Qt.Key) -> None:
    QTest.keyClick(window.focusWidget(), which)


def test_there_are_four_cards_at_most_and_each_is_short(qtbot):
    target = QWidget()
    qtbot.addWidget(target)
    told = stops(target, target, target, None)
    assert len(told) <= 4
    assert all(len(stop.text.split()) <= 50 for stop in told)


def test_it_comes_with_the_first_dossier_and_only_once(window):
    assert card(window).count.text() == "1 of 4"
    key(window, Qt.Key.Key_Escape)
    assert card(window) is None
    assert settings.load().tour_seen
    window.acts["new"].trigger()
    QTest.qWait(50)
    assert card(window) is None


def test_tab_stays_among_the_buttons_of_the_card(window):
    for _ in range(5):
        key(window, Qt.Key.Key_Tab)
        assert card(window).isAncestorOf(window.focusWidget())


def test_it_is_asked_for_again_from_the_menu(window):
    key(window, Qt.Key.Key_Escape)
    QTest.qWait(20)
    window.acts["tour"].trigger()
    assert card(window).title.text() == "The steps"


def test_enter_leads_on_and_back(window):
    before = window.desk.page
    key(window, Qt.Key.Key_Return)
    key(window, Qt.Key.Key_Return)
    assert card(window).count.text() == "3 of 4"
    key(window, Qt.Key.Key_Left)
    assert window.focusWidget() is card(window).back
    key(window, Qt.Key.Key_Return)
    assert card(window).count.text() == "2 of 4"
    for _ in range(3):
        key(window, Qt.Key.Key_Return)
    assert card(window) is None
    assert before.isAncestorOf(window.focusWidget())


def test_the_mouse_leads_through_it(window):
    for count in ("1 of 4", "2 of 4", "3 of 4", "4 of 4"):
        assert card(window).count.text() == count
        QTest.mouseClick(card(window).next, Qt.MouseButton.LeftButton)
    assert card(window) is None


def test_closing_the_dossier_ends_it(window):
    window.acts["close"].trigger()
    assert card(window) is None


def test_a_window_that_nobody_started_shows_none(qtbot):
    assert card(opened(qtbot, tour_wanted=False)) is None


def test_the_card_stands_within_the_window(window):
    for _ in range(4):
        shown = card(window)
        assert window.rect().contains(shown.geometry())
        shown.next.click()


@pytest.mark.parametrize(
    "target", [QRect(0, 0, 250, 700), QRect(950, 0, 330, 700), QRect(0, 0, 1280, 60)]
)
def test_the_card_stands_beside_its_target(qtbot, target):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 800)
    assert not QRect(beside(target, 330, 180, window), QRect(0, 0, 330, 180).size()).intersects(
        target
    )


def test_the_cursor_goes_back_to_where_it_was(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 600)
    target = QLabel("x", window)
    window.show()
    tour = Tour(window, [Stop("T", "Text", target)])
    with qtbot.waitSignal(tour.ended):
        tour.card.next.click()


def test_whoever_begins_to_write_goes_to_the_field_with_the_first_letter(window):
    QTest.keyClicks(window.focusWidget(), "Ce")
    assert card(window) is None
    QTest.keyClicks(window.focusWidget(), "R")
    assert window.desk.page.form.fields["title"].editor.value() in ("CR", "CeR")
