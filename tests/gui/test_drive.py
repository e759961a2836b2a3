"""The driver enters a small dossier with keys and mouse only, and proves that it arrived."""

import os
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt

import drive
from cerwizard.dossier.benefits import Benefit, Benefits, Claim, ClaimKind
from cerwizard.dossier.device import Device
from cerwizard.dossier.document import Document
from cerwizard.dossier.dossier import Dossier
from cerwizard.dossier.purpose import Function, Indication, Purpose
from cerwizard.dossier.values import YesNo

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
)


@pytest.mark.skipif("CERWIZARD_DRIVE" not in os.environ, reason="NOT TESTED: needs a screen")
@pytest.mark.timeout(240)
def test_a_dossier_is_entered_with_keys_and_mouse_and_comes_back(qtbot, tmp_path: Path):
    native = Qt.ApplicationAttribute.AA_DontUseNativeDialogs
    before = QCoreApplication.testAttribute(native)
    window = drive.opened()
    qtbot.addWidget(window, before_close_func=lambda w: w._drop())
    try:
        said = drive.drive(window, TARGET, tmp_path, lambda _: None)
    finally:
        QCoreApplication.setAttribute(native, before)
    assert "everything is there" in said[-1]
