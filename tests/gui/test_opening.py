"""A dossier is opened in turns of the loop; what is asked for in between waits for none."""

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget, QWidget

from cerwizard.dossier.dossier import Dossier
from cerwizard.gui import theme
from cerwizard.gui.book import Book, bound
from cerwizard.gui.desk import Desk
from cerwizard.gui.opening import Opening
from cerwizard.gui.text_widgets import GrowingText
from tests.gui.pages.bench import Bench, sample
from tests.gui.test_desk import NAMES, NO_RULES

_MOST = 640  # widgets; what makes a page slow to open is their number


@pytest.fixture
def shown() -> list[Desk]:
    return []


@pytest.fixture
def opening(qtbot, shown):
    room = QStackedWidget()
    qtbot.addWidget(room, before_close_func=lambda _: [desk.stop() for desk in shown])
    made = Opening(room, lambda _, desk: shown.append(desk))
    made.pack = lambda: NO_RULES
    return made


def book() -> Book:
    return bound(Dossier(), "A name", "A writer", print)


def test_the_window_may_answer_between_desk_page_and_judgement(opening, shown):
    opening.begin(book())
    turns = 0
    while not shown:
        QCoreApplication.processEvents()
        turns += 1
    assert turns >= 3
    assert shown[0].page.name == shown[0].step == NAMES[0]
    shown[0].judging.begin(Dossier())


def test_who_cannot_wait_has_it_at_once(opening, shown):
    opening.begin(book())
    opening.finish()
    assert [desk.step for desk in shown] == [NAMES[0]]
    opening.finish()
    QCoreApplication.processEvents()
    assert len(shown) == 1


def test_of_two_dossiers_the_second_is_on_top(opening, shown):
    first, second = book(), book()
    opening.begin(first)
    opening.begin(second)
    opening.finish()
    assert [desk.session for desk in shown] == [first.session, second.session]


@pytest.mark.parametrize("stop", NAMES)
def test_no_page_is_made_of_too_many_widgets(qtbot, stop):
    page = Bench(qtbot, stop, sample("intraocular-lens")).page
    assert len(page.findChildren(QWidget)) <= _MOST


@pytest.fixture
def dressed(qapp):
    theme.apply(qapp, "light", 100)
    yield
    qapp.setStyleSheet("")


@pytest.mark.parametrize("stop", ["device", "market", "plan"])
def test_what_a_page_is_made_of_is_not_moved_about(qtbot, stop, monkeypatch, dressed):
    told = []
    before = GrowingText.changeEvent
    monkeypatch.setattr(
        GrowingText, "changeEvent", lambda box, event: (told.append(event), before(box, event))[1]
    )
    page = Bench(qtbot, stop, sample("intraocular-lens")).page
    boxes = page.findChildren(GrowingText)
    assert len(told) <= 8 * len(boxes)  # 11 and more where a page is made from the inside outwards
