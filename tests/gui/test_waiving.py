"""Waiving in the window: with a reason, apart from the rest, and taken back."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from cerwizard.dossier.device import Device
from cerwizard.dossier.device_choices import DeviceClass
from cerwizard.dossier.document import Document
from cerwizard.dossier.dossier import Dossier
from cerwizard.dossier.waivers import Waiver
from cerwizard.gui import finding_menu, waived_words
from cerwizard.gui.desk import Desk
from cerwizard.gui.field_help import FindingLine
from cerwizard.gui.findings_list import fitting
from cerwizard.gui.law_words import cite
from cerwizard.gui.news import News
from cerwizard.gui.remarks import Remarks
from cerwizard.gui.rule_page import RulePage, html, in_force, title
from cerwizard.gui.waive_dialog import WaiveDialog
from cerwizard.rules import catalog
from cerwizard.rules.catalog import Pack
from cerwizard.rules.finding import Finding, Severity
from cerwizard.session import Session
from tests.gui.modal import wait

AT = "device.classification_rationale"
WAIVER = Waiver(id="w1", reason="It is plain.", who="A. Writer", date="2026-05-03")
FINDING = Finding("XX-01", "n", Severity.MAJOR, "device", AT, "Wrong.", "Why.", "Mend.", ())


@pytest.fixture(scope="module")
def pack() -> Pack:
    ours = catalog.load()
    return Pack(ours.id, ours.version, ours.date, (ours.rule("DEV-05"),))


@pytest.fixture
def desk(qtbot, pack):
    device = Device(device_class=DeviceClass.IIB)
    dossier = Dossier(device=device, document=Document(date="2026-05-03"))
    made = Desk(Session(dossier, who="A. Writer"), lambda: pack)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.resize(1280, 800)
        made.show()
    made.show_findings()
    settle(made)
    return made


def settle(desk: Desk) -> None:
    wait(lambda: not desk.judging.busy)


def press(desk: Desk, text: str) -> None:
    """Press a button in the pane, with the only finding chosen."""
    pane = desk.side.findings
    pane.list.setCurrentIndex(pane.list.model().index(0, 0))
    QTest.qWait(20)  # the buttons of the chosen finding come with the next events
    buttons = [b for b in pane.findChildren(QPushButton) if b.text() == text and b.isVisible()]
    QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)


def in_dialog(reason: str, button: str) -> None:
    """Give the reason in the dialog that is about to open, and press a button."""
    dialog = QApplication.activeModalWidget()
    if not isinstance(dialog, WaiveDialog):
        QTimer.singleShot(10, lambda: in_dialog(reason, button))
        return
    QTest.keyClicks(dialog.reason, reason)
    pressed = next(b for b in dialog.findChildren(QPushButton) if b.text() == button)
    QTest.mouseClick(pressed, Qt.MouseButton.LeftButton)
    if dialog.isVisible():
        dialog.reject()


def waive(desk: Desk, reason: str = "It is plain.", button: str = "Waive") -> None:
    QTimer.singleShot(10, lambda: in_dialog(reason, button))
    press(desk, "Waive…")
    settle(desk)


def test_a_waived_finding_stands_apart_and_does_not_count(desk):
    pane = desk.side.findings
    waive(desk)
    assert not desk.remarks.counts()
    assert pane.shown() == ()
    pane.waived.click()
    (found,) = pane.shown()
    assert (found.waived.reason, found.waived.who) == ("It is plain.", "A. Writer")
    assert pane.waived.text() == "Waived (1)"


def test_without_a_reason_nothing_is_waived(desk):
    waive(desk, reason="  ")
    assert desk.session.dossier.waivers == ()


def test_cancel_waives_nothing(desk):
    waive(desk, button="Cancel")
    assert desk.session.dossier.waivers == ()


def test_a_waiver_is_taken_back(desk):
    waive(desk)
    desk.side.findings.waived.click()
    press(desk, "Take back")
    settle(desk)
    assert desk.session.dossier.waivers == ()
    assert sum(desk.remarks.counts().values()) == 1


def test_a_waiver_lapses_when_what_it_was_about_changes(desk):
    waive(desk)
    desk.session.set("device.device_class", DeviceClass.III)
    wait(lambda: any(f.lapsed for f in desk.remarks.all))
    (found,) = desk.side.findings.shown()
    assert "has changed since" in waived_words.told(found)
    press(desk, "Remove")
    settle(desk)
    assert desk.session.dossier.waivers == ()


def test_undo_of_a_waiver_leads_to_no_step_and_harms_nothing(desk):
    waive(desk)
    desk.undo()
    assert desk.session.dossier.waivers == ()


def test_the_rule_of_a_finding_can_be_read(desk):
    press(desk, "Rule DEV-05")
    page = desk.findChild(RulePage)
    assert page.isVisible()
    text = page.text.toPlainText()
    for words in ("Classification not explained", "Minor", "MDR", "Name the rule"):
        assert words in text
    page.reject()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("actor-id-wrong", "Actor ID wrong"),
        ("no-search-behind-article-61-10", "No search behind Article 61(10)"),
        ("no-basic-udi-di", "No Basic UDI-DI"),
        ("annex-xvi-product-without-one", "Annex XVI product without one"),
    ],
)
def test_the_title_of_a_rule_reads_as_words(name, words):
    assert title(name) == words


def test_the_rule_says_from_when_its_law_holds():
    first, last = date(2021, 5, 26), date(2028, 12, 31)
    assert in_force(first, None) == "Since 2021-05-26."
    assert in_force(None, last) == "Until 2028-12-31."
    assert in_force(first, last) == "From 2021-05-26 to 2028-12-31."
    assert in_force(None, None)


def test_the_rule_says_of_which_pack_it_is(pack):
    house = Pack("house", "7", date(2026, 1, 1), pack.rules)
    (rule,) = pack.rules
    assert "the rules that come with CER Wizard" in html(rule, pack, cite)
    assert "a pack that was added: house 7" in html(rule, replace(pack, added=(house,)), cite)


@pytest.mark.parametrize(
    ("finding", "deeds"),
    [
        (FINDING, ["About the rule XX-01", "Waive…"]),
        (replace(FINDING, waived=WAIVER), ["About the rule XX-01", "Take the waiver back"]),
        (
            replace(FINDING, lapsed=WAIVER),
            ["About the rule XX-01", "Waive again…", "Remove the lapsed waiver"],
        ),
    ],
)
def test_a_finding_under_its_field_offers_what_fits(qtbot, finding, deeds):
    menu = QMenu()
    qtbot.addWidget(menu)
    finding_menu.fill(menu, finding, News())
    assert [a.text() for a in menu.actions() if not a.isSeparator()] == deeds


def test_the_menu_under_a_field_tells_the_desk(qtbot):
    news, menu = News(), QMenu()
    qtbot.addWidget(menu)
    finding_menu.fill(menu, FINDING, news)
    with qtbot.waitSignal(news.waive_asked) as heard:
        menu.actions()[-1].trigger()
    assert heard.args == [FINDING]


def test_what_is_said_of_a_waiver():
    assert waived_words.told(FINDING) == ""
    waived = replace(FINDING, waived=WAIVER)
    assert waived_words.told(waived) == "Waived by A. Writer on 2026-05-03: It is plain."
    assert waived_words.message(waived) == "Wrong. (waived)"
    assert waived_words.message(replace(FINDING, lapsed=WAIVER)) == "Wrong. (waiver lapsed)"
    assert waived_words.mark(waived) == "note"


def test_a_waived_finding_under_its_field_says_who_and_why(desk):
    waive(desk)
    desk.open_step("device")
    (line,) = [x for x in desk.page.findChildren(FindingLine) if x.isVisibleTo(desk.page)]
    shown = [w.text() for w in line.findChildren(type(desk.side.findings._nothing))]
    assert any("Waived by A. Writer" in text for text in shown)


def test_the_deeds_of_a_finding_stay_in_sight_however_much_there_is_to_say(desk):
    pane = desk.side.findings
    long = replace(FINDING, why="Why. " * 400)
    pane.show_remarks(Remarks((long,)))
    pane.list.setCurrentIndex(pane.list.model().index(0, 0))
    QTest.qWait(20)
    deeds = [b for b in pane.findChildren(QPushButton) if b.isVisible()]
    assert {b.text() for b in deeds} == {"Rule XX-01", "Waive…"}
    assert all(b.visibleRegion().boundingRect() == b.rect() for b in deeds)


@pytest.mark.parametrize(
    ("letters", "shown"),
    [
        (60, "Benefits › Items › B3 Fewer visits › Unit"),
        (22, "Benefits › … › Unit"),
        (9, "… › Unit"),
    ],
)
def test_a_place_is_cut_in_its_middle_and_keeps_its_step(qapp, letters, shown):
    metrics = QFontMetrics(qapp.font())
    room = letters * metrics.averageCharWidth() + metrics.averageCharWidth() * letters // 8
    assert fitting("Benefits › Items › B3 Fewer visits › Unit", metrics, room) == shown
