"""The comparison is edited below its sheet; a line that is typed into becomes a row."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cerwizard.dossier.dossier import Dossier
from cerwizard.dossier.equivalence import (
    Characteristic,
    Comparison,
    Equivalence,
    Equivalent,
    Likeness,
)
from cerwizard.dossier.values import YesNo
from cerwizard.gui.pages.comparison import NEW
from cerwizard.gui.pages.pending import HANDED_ON
from tests.gui.pages.bench import Bench, finding

ROWS = (
    Comparison(
        id="b1", characteristic=Characteristic.B1, likeness=Likeness.SIMILAR, ours="Silicone"
    ),
    Comparison(id="c1", characteristic=Characteristic.C1, likeness=Likeness.SAME),
)
TWO = Dossier(
    equivalence=Equivalence(
        claimed=YesNo.YES,
        devices=(
            Equivalent(id="d1", name="One", rows=ROWS),
            Equivalent(id="d2", name="Two & more"),
        ),
    )
)
ONE = "equivalence.devices[d1]"


@pytest.fixture
def bench(qtbot):
    made = Bench(qtbot, "equivalence", TWO)
    with qtbot.waitActive(made.page):
        made.page.show()
    return made


def rows(bench: Bench, spot: int = 0) -> tuple[Comparison, ...]:
    return bench.session.dossier.equivalence.devices[spot].rows


def focus(bench: Bench):
    return bench.page.window().focusWidget()


def enter(bench: Bench, key: str, field: str) -> None:
    bench.page.comparison.sheet.select(key)
    QTest.keyClick(bench.page.comparison.sheet, Qt.Key.Key_Return)
    bench.page.comparison.detail.form.fields[field].reveal("")


def test_a_line_that_is_typed_into_becomes_a_row_and_the_cursor_stays(bench):
    enter(bench, f"{NEW}T4", "ours")
    QTest.keyClicks(focus(bench), "Glued")
    made = next(row for row in rows(bench) if row.characteristic is Characteristic.T4)
    assert made.ours == "Glued"
    assert [row.characteristic for row in rows(bench)] == ["T4", "B1", "C1"]
    assert bench.names() == ["begun", *["edited"] * 4]


def test_a_new_row_can_begin_with_a_choice(bench):
    enter(bench, f"{NEW}T1", "likeness")
    QTest.keyClick(focus(bench), Qt.Key.Key_Down)
    assert rows(bench)[0].likeness is Likeness.SAME
    assert rows(bench)[0].characteristic is Characteristic.T1


def test_undo_makes_the_row_a_bare_line_again(bench):
    enter(bench, f"{NEW}T1", "ours")
    QTest.keyClicks(focus(bench), "G")
    bench.session.undo()
    assert bench.page.comparison.sheet.key() == f"{NEW}T1"
    assert bench.page.comparison.detail.form.fields["ours"].value() == ""
    QTest.keyClicks(focus(bench), "H")
    assert rows(bench)[0].ours == "H"


def test_looking_at_a_missing_line_makes_no_row(bench):
    for key in (f"{NEW}T1", f"{NEW}T2", "b1"):
        enter(bench, key, "ours")
    assert bench.told == []


def test_a_real_row_is_edited_in_place(bench):
    enter(bench, "b1", "ours")
    QTest.keyClicks(focus(bench), "X")
    assert bench.told[-1] == ("edited", (f"{ONE}.rows[b1].ours", "XSilicone"))


def test_escape_goes_back_to_the_sheet(bench):
    enter(bench, "b1", "ours")
    QTest.keyClick(focus(bench), Qt.Key.Key_Escape)
    assert not bench.page.comparison.detail.isVisible()
    assert focus(bench) is bench.page.comparison.sheet


def test_each_device_has_a_tab_and_a_comparison_of_its_own(bench):
    assert [bench.page.tabs.tabText(i) for i in range(2)] == ["One", "Two && more"]
    bench.page.tabs.setCurrentIndex(1)
    enter(bench, f"{NEW}C5", "theirs")
    QTest.keyClicks(focus(bench), "x")
    assert rows(bench, 1)[0].theirs == "x"
    assert len(rows(bench)) == 2


def test_an_address_leads_into_the_comparison_of_its_device(bench):
    bench.page.tabs.setCurrentIndex(1)
    assert bench.page.reveal(f"{ONE}.rows[c1].justification")
    assert bench.page.tabs.currentIndex() == 0
    assert focus(bench).objectName() == f"{ONE}.rows[c1].justification"
    assert bench.page.reveal(f"{ONE}.rows")
    assert focus(bench) is bench.page.comparison.sheet
    assert not bench.page.reveal(f"{ONE}.rows[gone].ours")
    assert not bench.page.reveal("equivalence.devices[gone].rows[c1].ours")


def test_the_fields_of_a_device_stay_in_the_form(bench):
    assert bench.page.reveal(f"{ONE}.conclusion")
    assert focus(bench).objectName() == f"{ONE}.conclusion"


def test_a_second_aspect_is_added_beside_the_first(bench):
    enter(bench, "b1", "ours")
    bench.page.comparison.bar.add.click()
    assert [row.characteristic for row in rows(bench)] == ["B1", "B1", "C1"]
    assert bench.page.comparison.sheet.key() == rows(bench)[1].id


def test_a_row_is_deleted_and_its_line_stays(bench):
    enter(bench, "b1", "ours")
    bench.page.comparison.bar.delete.click()
    assert [row.id for row in rows(bench)] == ["c1"]
    assert f"{NEW}B1" in {line.key for line in bench.page.comparison.sheet.sheet.lines}


def test_findings_stand_at_the_comparison_and_at_its_rows(bench):
    bench.remark(finding(f"{ONE}.rows"), finding(f"{ONE}.rows[c1].likeness"))
    lines = {line.key: line for line in bench.page.comparison.sheet.sheet.lines}
    assert lines["c1"].cells[0].mark == "major"
    assert bench.page.comparison._findings.isVisible()


def test_without_a_claim_there_is_no_comparison(qtbot):
    bench = Bench(qtbot, "equivalence", Dossier())
    bench.page.show()
    assert not bench.page.below.isVisible()


def test_the_form_of_a_line_hands_on_all_other_news(bench):
    assert {"removed", "followed", "waive_asked", "held"} <= set(HANDED_ON)
    assert "edited" not in HANDED_ON
    enter(bench, "b1", "ours")
    bench.page.comparison.detail.form.fields["reference_ids"].editor.followed.emit("x.y")
    assert bench.told[-1] == ("followed", ("x.y",))


def test_the_form_of_a_line_is_called_by_its_characteristic(bench):
    enter(bench, "b1", "ours")
    name = bench.page.comparison.detail._name.text()
    assert name == "Materials in contact with the same tissues or fluids"


def test_the_keys_of_a_list_act_in_the_sheet(bench):
    sheet = bench.page.comparison.sheet
    sheet.select("c1")
    sheet.setFocus()
    QTest.keyClick(sheet, Qt.Key.Key_Insert)
    assert [row.characteristic for row in rows(bench)] == ["B1", "C1", "C1"]
    assert bench.page.comparison.detail.isAncestorOf(focus(bench))
    sheet.setFocus()
    QTest.keyClick(sheet, Qt.Key.Key_Delete)
    assert [row.id for row in rows(bench)] == ["b1", "c1"]
    sheet.select("b1")
    QTest.keyClick(sheet, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert [row.ours for row in rows(bench)] == ["Silicone", "Silicone", ""]


def test_a_row_that_is_taken_back_leaves_the_cursor_in_the_sheet(bench):
    sheet = bench.page.comparison.sheet
    sheet.select("c1")
    sheet.setFocus()
    QTest.keyClick(sheet, Qt.Key.Key_Insert)
    bench.session.undo()
    assert focus(bench) is sheet


def test_a_sheet_that_tab_enters_allows_what_can_be_done_with_its_first_line(bench):
    sheet, bar = bench.page.comparison.sheet, bench.page.comparison.bar
    sheet.setFocus(Qt.FocusReason.TabFocusReason)
    assert sheet.key()
    assert bar.add.isEnabled()


def test_a_key_that_the_form_below_leaves_unused_does_not_reach_the_sheet(bench):
    enter(bench, "b1", "likeness")
    QTest.keyClick(focus(bench), Qt.Key.Key_Insert)
    QTest.keyClick(focus(bench), Qt.Key.Key_Delete)
    assert [row.id for row in rows(bench)] == ["b1", "c1"]


def test_the_form_of_a_line_leads_to_the_next_characteristic_and_none_after_the_last(bench):
    enter(bench, f"{NEW}C4", "ours")
    card = bench.page.comparison
    QTest.mouseClick(card.detail.next, Qt.MouseButton.LeftButton)
    assert card._open.key == f"{NEW}C5"
    assert card.detail.form.fields["characteristic"].editor.control.hasFocus()
    assert not card.detail.next.isEnabled()
    QTest.mouseClick(card.detail.before, Qt.MouseButton.LeftButton)
    assert card._open.key == f"{NEW}C4"
    assert [row.characteristic for row in rows(bench)] == ["B1", "C1"]
