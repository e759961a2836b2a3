"""Judging as of another day, and by rules of the house."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cerwizard.dossier.device import Device
from cerwizard.dossier.device_choices import DeviceClass
from cerwizard.dossier.document import Document
from cerwizard.dossier.dossier import Dossier
from cerwizard.gui.as_of_dialog import AsOfDialog, read_day
from cerwizard.gui.house_dialog import HouseDialog
from cerwizard.gui.house_preview import told
from cerwizard.gui.house_rules import HouseRules
from cerwizard.gui.standing_line import StandingLine
from cerwizard.rules import catalog
from cerwizard.rules.catalog import Pack
from cerwizard.settings import Settings
from tests import ROOT
from tests.gui.modal import answered, wait
from tests.gui.test_desk import desk_for

DATED = Dossier(document=Document(date="2026-05"), device=Device(device_class=DeviceClass.IIB))
DAY = date(2026, 5, 31)
EMPTY_PACK = Pack("none", "0", date(2026, 1, 1), ())
RULE = (ROOT / "resources" / "rules" / "device" / "DEV-05.toml").read_text("utf-8")


@pytest.fixture
def house(tmp_path):
    """A pack of the house: a rule of ours under another code, name and severity."""
    folder = tmp_path / "house"
    folder.mkdir()
    (folder / "pack.toml").write_text('id = "house"\nversion = "7"\ndate = 2026-01-01\n', "utf-8")
    text = RULE.replace("DEV-05", "HSE-01").replace("classification-not", "class-not")
    (folder / "HSE-01.toml").write_text(text, "utf-8")
    return folder


class Kept:
    """Preferences that are kept nowhere."""

    def __init__(self, *folders) -> None:
        self.settings = Settings(rule_folders=tuple(str(folder) for folder in folders))

    def rules_of(self, folders) -> None:
        self.settings = self.settings.model_copy(update={"rule_folders": folders})


# -- the day --------------------------------------------------------------------------------------


def test_the_day_is_that_of_the_report_until_another_is_chosen(qtbot):
    desk = desk_for(qtbot, DATED)
    assert desk.judging.day == DAY
    assert desk.judging.day_words() == "Judged as of 2026-05-31, the date of the report"
    desk.judging.judge_as_of(date(2020, 1, 1))
    wait(lambda: not desk.judging.busy)
    assert desk.judging.other_day
    assert desk.side.findings._day.text() == "Judged as of 2020-01-01, the day you chose"
    desk.judging.judge_as_of(None)
    wait(lambda: not desk.judging.busy)
    assert (desk.judging.day, desk.judging.other_day) == (DAY, False)


def test_an_edit_keeps_the_day_that_was_chosen(qtbot):
    desk = desk_for(qtbot, DATED)
    desk.judging.judge_as_of(date(2020, 1, 1))
    wait(lambda: not desk.judging.busy)
    desk.session.set("document.date", "2027-01-01")
    wait(lambda: not desk.judging.busy)
    assert desk.judging.day == date(2020, 1, 1)


def test_without_a_date_it_is_today(qtbot):
    desk = desk_for(qtbot, Dossier())
    assert "today: the report has no date yet" in desk.judging.day_words()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-05-31", DAY),
        (" 2026-05 ", DAY),
        ("2026", date(2026, 12, 31)),
        ("2026-02-30", None),
        ("0000", None),
        ("31.05.2026", date(2026, 5, 31)),
        ("05/31/2026", None),
        ("", None),
    ],
)
def test_a_day_is_read_or_refused(text, day):
    assert read_day(text) == day


@pytest.fixture
def dialog(qtbot):
    made = AsOfDialog(None, DAY)
    qtbot.addWidget(made)
    made.open()
    return made


def test_the_dialog_gives_the_day(dialog):
    dialog.day.setText("2021-05-26")
    QTest.mouseClick(dialog.judge, Qt.MouseButton.LeftButton)
    assert (dialog.result(), dialog.chosen) == (1, date(2021, 5, 26))


def test_the_dialog_says_what_is_no_date(dialog):
    dialog.day.setText("soon")
    QTest.mouseClick(dialog.judge, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert dialog.wrong.isVisible()


def test_the_dialog_leads_back_to_the_date_of_the_report(dialog):
    QTest.mouseClick(dialog.report, Qt.MouseButton.LeftButton)
    assert (dialog.result(), dialog.chosen) == (1, None)


def test_the_status_line_shows_the_day_and_a_click_alone_changes_nothing(qtbot):
    line = StandingLine()
    qtbot.addWidget(line)
    line.show_day(DAY, "Judged as of 2026-05-31, the day you chose", other=True)
    line.show()
    with qtbot.waitSignal(line.day_asked):
        QTest.mouseClick(line.day, Qt.MouseButton.LeftButton)
    assert (line.day.text(), line.day.isChecked()) == ("As of 2026-05-31", True)


# -- rules of the house ---------------------------------------------------------------------------


def test_rules_of_the_house_are_read_beside_ours(qtbot, house):
    rules = HouseRules(None, Kept(house))
    pack = rules.read()
    assert pack.rule("HSE-01").code == "HSE-01"
    assert pack.title.endswith("house 7")


def test_rules_that_cannot_be_used_are_left_out_and_said_to_be(qtbot, house):
    (house / "HSE-01.toml").write_text("code = 1", "utf-8")
    rules = HouseRules(None, Kept(house))
    with answered("OK", "tell") as said:
        assert rules.read().added == ()
    assert "judged without them" in said[0]
    assert "HSE-01.toml" in said[0]


def test_the_preview_names_what_would_come(house):
    text = told([str(house)], EMPTY_PACK, DATED, DAY, lambda address: f"at {address}")
    assert "Would come" in text
    assert "minor HSE-01: " in text
    assert "at device.classification_rationale" in text


def test_the_preview_says_why_rules_cannot_be_used(tmp_path):
    text = told([str(tmp_path / "nowhere")], EMPTY_PACK, DATED, DAY, str)
    assert text.startswith("These rules cannot be used.")


@pytest.fixture
def chooser(qtbot):
    made = HouseDialog(None, ["/one", "/two"], lambda folders: f"Tried {len(folders)}.")
    qtbot.addWidget(made)
    made.open()
    return made


def test_a_folder_is_added_and_removed(chooser, monkeypatch):
    monkeypatch.setattr(
        "cerwizard.gui.house_dialog.QFileDialog.getExistingDirectory", lambda *_: "/three"
    )
    chooser.add.click()
    assert chooser.folders == ("/one", "/two", "/three")
    chooser.list.setCurrentRow(0)
    chooser.remove.click()
    assert chooser.folders == ("/two", "/three")


def test_what_would_change_is_told_by_a_worker(chooser):
    chooser.what.click()
    wait(lambda: chooser.said.toPlainText() == "Tried 2.")
    assert chooser.what.isEnabled()


def test_without_a_dossier_nothing_is_compared(qtbot):
    made = HouseDialog(None, [], None)
    qtbot.addWidget(made)
    assert not made.what.isEnabled()


def test_an_empty_list_of_folders_says_so(chooser):
    assert not chooser.nothing.isVisible()
    for _ in range(2):
        chooser.list.setCurrentRow(0)
        QTest.mouseClick(chooser.remove, Qt.MouseButton.LeftButton)
    assert chooser.nothing.isVisible()


def test_the_folders_are_kept_and_judged_by(qtbot, house, monkeypatch):
    monkeypatch.setattr(
        "cerwizard.rules.packs.load", lambda *named: catalog.load(*map(Path, named))
    )
    desk = desk_for(qtbot, DATED)
    kept = Kept()
    rules = HouseRules(desk, kept)

    def agree() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, HouseDialog)
        dialog.list.addItem(str(house))
        dialog.accept()

    QTimer.singleShot(50, agree)
    rules.ask(desk)
    wait(lambda: not desk.judging.busy)
    assert kept.settings.rule_folders == (str(house),)
    assert any(f.code == "HSE-01" for f in desk.remarks.all)
