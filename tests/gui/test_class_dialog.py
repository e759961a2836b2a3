"""The class by Annex VIII: from properties and rules to two answers, in one step."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cerwizard.dossier.device import Device
from cerwizard.dossier.device_choices import DeviceClass
from cerwizard.dossier.dossier import Dossier
from cerwizard.dossier.values import YesNo
from cerwizard.gui.class_dialog import ClassDialog
from cerwizard.gui.tick_line import TickLine
from cerwizard.law.classification import Property
from tests.gui.test_desk import desk_for


@pytest.fixture
def dialog(qtbot):
    made = ClassDialog(None, [Property.INJURED_SKIN])
    qtbot.addWidget(made)
    made.open()
    return made


def test_what_is_known_is_ticked(dialog):
    assert dialog.properties.chosen == (Property.INJURED_SKIN,)


def test_only_rules_that_can_apply_are_shown(dialog):
    dialog.next.click()
    assert "R4b" in dialog.rules.lines
    assert "R9a" not in dialog.rules.lines


def test_the_class_follows_every_tick(dialog):
    dialog.next.click()
    assert (dialog.verdict.text(), dialog.take.isEnabled()) == ("No class yet", False)
    dialog.rules.lines["R4a"].set_on(True)
    assert dialog.verdict.text() == "Class I"
    dialog.rules.lines["R4b"].set_on(True)
    assert dialog.verdict.text() == "Class IIb"
    assert dialog.because.text().startswith("Annex VIII Rule 4: Meant mainly")
    assert dialog.take.isEnabled()


def test_going_back_keeps_the_ticks_that_still_fit(dialog):
    dialog.next.click()
    dialog.rules.lines["R4b"].set_on(True)
    dialog.back.click()
    dialog.properties.lines[Property.SOFTWARE].set_on(True)
    dialog.next.click()
    assert dialog.rules.chosen == ("R4b",)
    assert "Rule 11" in dialog.missing.text()
    dialog.back.click()
    dialog.properties.lines[Property.INJURED_SKIN].set_on(False)
    dialog.next.click()
    assert dialog.rules.chosen == ()


def test_a_line_is_ticked_by_its_words_and_by_the_space_bar(qtbot):
    line = TickLine("Software", "class I")
    qtbot.addWidget(line)
    line.show()
    QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=line.rect().center())
    assert line.on
    QTest.keyClick(line.box, Qt.Key.Key_Space)
    assert not line.on


def test_every_line_has_a_name_for_screen_readers(dialog):
    dialog.next.click()
    lines = [*dialog.properties.lines.values(), *dialog.rules.lines.values()]
    assert all(line.box.accessibleName() for line in lines)


def answer(accept: bool) -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ClassDialog)
    assert dialog.properties.chosen == (Property.ACTIVE,)
    dialog.next.click()
    dialog.rules.lines["R9a"].set_on(True)
    dialog.take.click() if accept else dialog.reject()


@pytest.fixture
def desk(qtbot):
    made = desk_for(qtbot, Dossier(device=Device(active=YesNo.YES)))
    made.open_step("device")
    return made


def test_class_and_rules_are_taken_over_in_one_step(desk):
    QTimer.singleShot(50, lambda: answer(accept=True))
    desk.page.find_class.click()
    device = desk.session.dossier.device
    assert device.device_class is DeviceClass.IIA
    assert device.classification_rules == (
        "Annex VIII Rule 9: Active therapeutic device that gives or exchanges energy",
    )
    desk.undo()
    assert desk.session.dossier.device == Device(active=YesNo.YES)


def test_cancel_changes_nothing(desk):
    QTimer.singleShot(50, lambda: answer(accept=False))
    desk.page.find_class.click()
    assert not desk.session.changed


def test_what_was_said_of_the_device_is_not_asked_again(qtbot):
    dialog = ClassDialog(None, [Property.IMPLANTABLE, Property.LONG_TERM])
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.next.click()
    dialog.rules.lines["R8a"].set_on(True)
    assert dialog.answers["device.implantable"] is YesNo.YES
    assert "device.long_term" not in dialog.answers  # the dossier has no such question


def test_the_rules_that_the_device_calls_for_come_first(qtbot):
    dialog = ClassDialog(None, [Property.SURGICALLY_INVASIVE, Property.IMPLANTABLE])
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.next.click()
    assert next(iter(dialog.rules.lines)).startswith("R8")
