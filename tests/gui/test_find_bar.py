"""Finding in the dossier: from the words to the field."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cerwizard.dossier.benefits import Benefit, Benefits
from cerwizard.dossier.device import Device
from cerwizard.dossier.dossier import Dossier
from cerwizard.dossier.literature import Literature, Reference
from cerwizard.gui import searching
from tests.gui.modal import wait
from tests.gui.test_desk import desk_for

FOAM = Dossier(
    device=Device(name="Foldaren Border", description="A dressing.\n\nIts border holds."),
    benefits=Benefits(items=(Benefit(id="b1", code="B1"), Benefit(id="b2", code="border zone"))),
)


@pytest.fixture
def desk(qtbot):
    made = desk_for(qtbot, FOAM)
    made.open_step("document")
    made.page.focus_first()
    return made


def find(desk, words: str) -> None:
    desk.find_bar.begin()
    desk.find_bar.words.clear()
    QTest.keyClicks(desk.find_bar.words, words)
    wait(lambda: not desk.finding_words.searching.busy)


def key(desk, which: Qt.Key) -> None:
    QTest.keyClick(desk.window().focusWidget(), which)


def test_the_bar_is_hidden_until_it_is_asked_for(desk):
    assert not desk.find_bar.isVisible()
    desk.find_bar.begin()
    assert desk.window().focusWidget() is desk.find_bar.words


def test_places_are_listed_with_step_field_and_text(desk):
    find(desk, "border")
    model = desk.find_bar.hits.model()
    shown = [[model.index(r, c).data() for c in (0, 1)] for r in range(model.rowCount())]
    assert shown[0] == ["Device › Device name", "Foldaren Border"]
    assert len(shown) == 3
    assert desk.find_bar.said.text() == "3 places"


def test_enter_leads_to_the_field_and_selects_the_words(desk):
    find(desk, "foldaren")
    key(desk, Qt.Key.Key_Return)
    assert desk.step == "device"
    assert desk.window().focusWidget().selectedText() == "Foldaren"


def test_the_words_are_selected_in_a_long_text(desk):
    find(desk, "its border")
    key(desk, Qt.Key.Key_Return)
    assert desk.window().focusWidget().textCursor().selectedText() == "Its border"


def test_next_and_previous_go_round(desk):
    find(desk, "border")
    steps = []
    for by in (1, 1, 1, 1, -1):
        desk.find_bar.go(by)
        steps.append(desk.step)
    assert steps == ["device", "device", "benefits", "device", "benefits"]


def test_a_click_in_the_list_leads_to_the_field(desk):
    find(desk, "border")
    hits = desk.find_bar.hits
    place = hits.visualRect(hits.model().index(2, 0)).center()
    QTest.mouseClick(hits.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.step == "benefits"


def test_down_goes_to_the_list_and_enter_leads_on(desk):
    find(desk, "border")
    key(desk, Qt.Key.Key_Down)
    assert desk.window().focusWidget() is desk.find_bar.hits
    key(desk, Qt.Key.Key_Return)
    assert desk.step == "device"


def test_escape_closes_and_gives_the_cursor_back(desk):
    before = desk.window().focusWidget()
    find(desk, "border")
    key(desk, Qt.Key.Key_Escape)
    assert not desk.find_bar.isVisible()
    assert desk.window().focusWidget() is before


def test_what_is_edited_is_searched_again(desk):
    find(desk, "novel words")
    assert desk.find_bar.said.text() == "Nothing found"
    desk.session.set("device.novelty", "Novel words")
    wait(lambda: not desk.finding_words.searching.busy)
    assert desk.find_bar.said.text() == "1 place"


def test_nothing_is_listed_for_no_words(desk):
    find(desk, "border")
    desk.find_bar.words.clear()
    assert not desk.find_bar.hits.isVisible()
    assert desk.find_bar.said.text() == ""


def test_very_many_places_are_cut_and_said_to_be(qtbot, monkeypatch):
    monkeypatch.setattr(searching, "MOST", 20)
    monkeypatch.setattr("cerwizard.gui.find_bar.MOST", 20)
    many = tuple(Reference(id=f"r{i}", title=f"Foam {i}") for i in range(200))
    desk = desk_for(qtbot, Dossier(literature=Literature(references=many)))
    find(desk, "foam")
    assert desk.find_bar.said.text() == "The first 20 places"
    assert len(desk.find_bar.hits.hits) == 20


def test_an_edit_while_the_bar_is_hidden_searches_nothing(desk):
    desk.session.set("device.novelty", "Novel")
    assert not desk.finding_words.searching.busy
