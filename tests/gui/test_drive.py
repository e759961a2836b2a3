"""The driver enters a small dossier with keys and mouse only, and proves that it arrived."""

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton

import drive
from cerwizard.dossier.benefits import Benefit, Benefits, Claim, ClaimKind
from cerwizard.dossier.device import Device
from cerwizard.dossier.document import Document
from cerwizard.dossier.dossier import Dossier
from cerwizard.dossier.equivalence import (
    Characteristic,
    Comparison,
    Equivalence,
    Equivalent,
    Likeness,
)
from cerwizard.dossier.purpose import Function, Indication, Purpose
from cerwizard.dossier.values import YesNo
from cerwizard.gui import dialogs
from cerwizard.store import dossier_file
from driving.by_keyboard import ByKeyboard
from driving.by_mouse import ByMouse
from driving.meeting import Meeting
from driving.no_mouse import NoMouse
from driving.slips import Slip
from driving.watch import Stuck, Watch

TARGET = Dossier(
    document=Document(
        title="Report – “R&D” ≥ 50 % 😀",
        date="2026-11-22",
        first_ce_year=2003,
        outside_union=YesNo.YES,
        representative="Somebody in Ulm",
        mdr_codes=("MDN 1204", "MDS 1005"),
    ),
    device=Device(name="Foldaren Border", software=YesNo.NO),
    purpose=Purpose(
        functions=(Function.PREVENTION, Function.TREATMENT),
        indications=(
            Indication(id="i1", code="I1", condition="Ulcers\n\n# of the leg | {{x}}"),
            Indication(id="i2", code="I2", condition="Prevention"),
        ),
        no_contraindications_because="None is known.",
    ),
    benefits=Benefits(
        items=(
            Benefit(id="b1", code="B1", mcid=Decimal("0.80"), indication_ids=("i2",)),
            Benefit(id="b2", code="B2", indication_ids=("i1", "i2")),
        ),
        claims=(
            Claim(id="c1", kind=ClaimKind.COMPARATIVE, benefit_ids=("b2",), comparator="Foam"),
        ),
    ),
    equivalence=Equivalence(
        claimed=YesNo.YES,
        devices=(
            Equivalent(
                id="d1",
                name="Foamel",
                rows=(
                    Comparison(id="m1", characteristic=Characteristic.T1, likeness=Likeness.SAME),
                    Comparison(id="m2", characteristic=Characteristic.T1, aspect="Edge"),
                    Comparison(id="m3", characteristic=Characteristic.C2, ours="Skin"),
                ),
            ),
        ),
    ),
)


BRIEF = Dossier(  # every kind of field that has keys of its own, within the first six steps
    document=TARGET.document,
    purpose=TARGET.purpose,
    benefits=Benefits(items=TARGET.benefits.items[1:]),
)


def test_a_dialog_that_nobody_answers_is_closed_and_told_of(qtbot):
    parent = QObject()
    watch = Watch(parent, patience=0.1)
    dialogs.tell(None, "The rules cannot be read.")
    assert "The rules cannot be read." in str(watch.trouble)


def test_another_dialog_than_the_one_meant_is_not_taken_for_it(qtbot):
    done = []
    with (
        pytest.raises(Stuck, match="The rules cannot be read"),
        Meeting(QFileDialog, "Save the dossier", done.append),
    ):
        dialogs.tell(None, "The rules cannot be read.")
    assert not done


def test_a_drive_without_a_mouse_tells_of_every_click(qtbot):
    button = QPushButton()
    qtbot.addWidget(button)
    watch = NoMouse(drive.app.application())
    QTest.keyClick(button, Qt.Key.Key_Tab)
    assert "not one event" in watch.proof()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    watch.stop()
    with pytest.raises(AssertionError, match="MouseButtonPress to QPushButton"):
        watch.proof()


SLIPS = (Slip("document.date", ""), Slip("document.representative", ""))


@pytest.mark.timeout(240)  # seconds on a machine that is busy with much else
@pytest.mark.parametrize(
    ("way", "target", "slipped"),
    [(ByMouse(), TARGET, SLIPS), (ByKeyboard(), BRIEF, ())],
    ids=["keys and mouse", "the keyboard alone"],
)
def test_a_dossier_is_entered_and_comes_back(qtbot, tmp_path: Path, way, target, slipped):
    native = Qt.ApplicationAttribute.AA_DontUseNativeDialogs
    before = QCoreApplication.testAttribute(native)
    file = tmp_path / "target.cerw"
    dossier_file.save(file, target, ())
    window = drive.opened()
    qtbot.addWidget(window, before_close_func=lambda w: w._drop())
    watch = Watch(window, patience=10)
    try:
        said = list(drive.drive(window, file, tmp_path, slipped, way=way, tell=lambda _: None))
    finally:
        QCoreApplication.setAttribute(native, before)
        assert watch.trouble is None, watch.trouble
    assert any("everything is there" in line for line in said)
    assert ("not one event of a mouse" in said[-1]) == isinstance(way, ByKeyboard)
