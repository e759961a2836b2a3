"""What applies to the device is told with reason, clauses and grounds, and follows the answers."""

import pytest

from cerwizard.dossier import paths
from cerwizard.dossier.device import Device
from cerwizard.dossier.device_choices import DeviceClass
from cerwizard.dossier.dossier import Dossier
from cerwizard.dossier.values import YesNo
from cerwizard.gui.duties_card import DutiesCard, DutyPanel
from cerwizard.gui.law_words import cite
from cerwizard.reckon.duty import Answer
from tests.gui.modal import wait
from tests.gui.pages.bench import Bench

KNOWN = Dossier(device=Device(device_class=DeviceClass.III, implantable=YesNo.YES))


@pytest.fixture
def card(qtbot):
    made = DutiesCard(cite)
    qtbot.addWidget(made)
    made.resize(900, 900)
    made.show()
    return made


def test_an_empty_dossier_leaves_most_open(card):
    card.show_dossier(Dossier())
    answers = [duty.answer for duty in card.shown]
    assert answers.count(Answer.OPEN) > len(answers) / 2
    panel = card.findChildren(DutyPanel)[0]
    assert ": Open. " in panel.accessibleName()


def test_an_answer_changes_what_applies_at_once(card):
    card.show_dossier(Dossier())
    before = {duty.name: duty.answer for duty in card.shown}
    card.show_dossier(KNOWN)
    after = {duty.name: duty.answer for duty in card.shown}
    assert (before["SSCP"], after["SSCP"]) == (Answer.OPEN, Answer.YES)


def test_nothing_is_drawn_again_for_the_same_answers(card):
    card.show_dossier(KNOWN)
    panels = list(card._panels)
    card.show_dossier(KNOWN.model_copy())
    assert card._panels == panels


def test_every_ground_leads_to_a_question(qtbot, card):
    card.show_dossier(KNOWN)
    for duty in card.shown:
        assert duty.because
        assert duty.clauses
        for address in duty.rests_on:
            paths.check(Dossier, address)
    with qtbot.waitSignal(card.followed) as said:
        card._panels[0].followed.emit("device.device_class")
    assert said.args == ["device.device_class"]


def test_the_duties_stand_in_two_columns_where_there_is_room(card):
    card.show_dossier(KNOWN)
    assert card._panels[1].y() == card._panels[0].y()
    card.resize(400, 900)
    wait(lambda: card._panels[1].y() > card._panels[0].y())


def test_the_device_page_shows_them_below_its_form(qtbot):
    bench = Bench(qtbot, "device", Dossier())
    bench.session.set("device.device_class", DeviceClass.III)
    assert {d.name: d.answer for d in bench.page.duties.shown}["SSCP"] is Answer.YES
    bench.page.duties.followed.emit("plan.exemption")
    assert bench.told[-1] == ("followed", ("plan.exemption",))
