"""The matrix shows each determination, says what is open, and begins what is clicked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cerwizard.dossier.analysis import Analysis, Result
from cerwizard.dossier.benefit_risk import BenefitRisk, Determination, Weighing
from cerwizard.dossier.benefits import Benefit, Benefits
from cerwizard.dossier.choices import Verdict
from cerwizard.dossier.dossier import Dossier
from cerwizard.dossier.populations import Population, Populations
from cerwizard.dossier.purpose import Indication, Purpose
from cerwizard.dossier.risks import Risk, Risks
from cerwizard.dossier.state_of_the_art import Criterion, StateOfTheArt
from cerwizard.gui.pages.weighing_lines import benefits, risks
from cerwizard.gui.pages.weighing_matrix import matrix
from tests.gui.pages.bench import Bench, sample

WEIGHED = Weighing(
    id="w",
    code="I1/P1",
    indication_ids=("i1",),
    population_ids=("p1",),
    verdict=Determination.CONDITIONS,
    benefit_ids=("b",),
    risk_ids=("r", "gone"),
)
TWO = Dossier(
    purpose=Purpose(indications=(Indication(id="i1", code="I1"), Indication(id="i2", code="I2"))),
    populations=Populations(
        groups=(
            Population(id="p1", code="P1", indication_ids=("i1",)),
            Population(id="p2", code="P2"),
        )
    ),
    benefits=Benefits(items=(Benefit(id="b", code="B1", statement="Heals"),)),
    risks=Risks(items=(Risk(id="r", code="R1", harm="Itches", rate="2.5", events=3, exposed=118),)),
    state_of_the_art=StateOfTheArt(
        criteria=(Criterion(id="k", code="K1", statement="At least 30 %", benefit_ids=("b",)),)
    ),
    analysis=Analysis(
        results=(
            Result(
                id="x",
                code="X1",
                criterion_id="k",
                estimate="57.6",
                ci_low="48.2",
                ci_high="66.7",
                unit="%",
                verdict=Verdict.MET,
                population_ids=("p1",),
            ),
        )
    ),
    benefit_risk=BenefitRisk(items=(WEIGHED,)),
)


def words(dossier: Dossier) -> list[list[tuple[str, str]]]:
    return [[(cell.mark, cell.text) for cell in line.cells[1:]] for line in matrix(dossier).lines]


def test_each_cell_says_its_determination_or_that_it_is_open():
    assert words(TWO) == [
        [("note", "Favourable with conditions"), ("empty", "Open")],
        [("none", "Not in the purpose"), ("empty", "Open")],
    ]
    assert matrix(TWO).open == 2


def test_the_worst_of_several_determinations_speaks():
    worse = WEIGHED.model_copy(update={"id": "v", "verdict": Determination.UNFAVOURABLE})
    both = TWO.model_copy(update={"benefit_risk": BenefitRisk(items=(WEIGHED, worse))})
    assert words(both)[0][0] == ("blocker", "Not acceptable")


def test_a_determination_that_no_cell_shows_is_named():
    stray = Weighing(id="s", code="all")
    assert matrix(TWO.model_copy(update={"benefit_risk": BenefitRisk(items=(stray,))})).stray == (
        stray,
    )


def test_one_side_is_enough_for_a_matrix():
    assert len(matrix(Dossier(purpose=TWO.purpose)).lines) == 2
    assert len(matrix(Dossier(populations=TWO.populations)).columns) == 3
    assert matrix(Dossier()).lines == ()


@pytest.mark.parametrize("name", ["foam-dressing", "intraocular-lens"])
def test_the_good_samples_leave_nothing_open(name):
    assert (matrix(sample(name)).open, matrix(sample(name)).stray) == (0, ())


def test_benefits_stand_with_criterion_result_and_verdict():
    (line,) = benefits(TWO, WEIGHED)
    assert [cell.text for cell in line.cells] == [
        "Heals",
        "At least 30 %",
        "57.6 % (48.2 to 66.7)",
        "Met",
    ]


def test_a_result_in_another_population_is_not_taken():
    other = WEIGHED.model_copy(update={"population_ids": ("p2",)})
    assert benefits(TWO, other)[0].cells[2].text == "None for this pair"


def test_a_risk_without_a_result_stands_with_its_rate():
    (line,) = risks(TWO, WEIGHED)
    assert [cell.text for cell in line.cells] == ["Itches", "No criterion", "2.5 %", "Not judged"]
    assert line.cells[2].below == "3 of 118"


@pytest.fixture
def bench(qtbot):
    made = Bench(qtbot, "benefit_risk", TWO)
    with qtbot.waitActive(made.page):
        made.page.show()
    return made


def press(bench: Bench, row: int, column: int) -> None:
    sheet = bench.page.sheet
    sheet.setCurrentIndex(sheet.sheet.index(row, column))
    QTest.keyClick(sheet, Qt.Key.Key_Return)


def test_enter_on_an_open_cell_begins_its_determination(bench):
    press(bench, 1, 2)
    new = bench.session.dossier.benefit_risk.items[-1]
    assert (new.code, new.indication_ids, new.population_ids) == ("I2/P2", ("i2",), ("p2",))
    here = bench.page.window().focusWidget().objectName()
    assert here == f"benefit_risk.items[{new.id}].verdict"
    assert words(bench.session.dossier)[1][1] == ("begun", "Not judged")


def test_enter_on_a_determination_leads_to_it(bench):
    press(bench, 0, 1)
    assert bench.page.window().focusWidget().objectName() == "benefit_risk.items[w].verdict"
    assert bench.told == []


def test_a_click_on_a_determination_shows_what_it_weighs(bench):
    sheet = bench.page.sheet
    centre = sheet.visualRect(sheet.sheet.index(0, 1)).center()
    QTest.mouseClick(sheet.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    detail = bench.page._form.determinations.detail
    assert detail.isVisible()
    assert [x.key for x in detail.panel.benefits.sheet.sheet.lines] == ["b/k/0"]
    assert [x.key for x in detail.panel.risks.sheet.sheet.lines] == ["r"]


def test_the_indication_leads_to_its_row(bench):
    bench.page.sheet.setCurrentIndex(bench.page.sheet.sheet.index(0, 0))
    QTest.keyClick(bench.page.sheet, Qt.Key.Key_Return)
    assert bench.told == [("followed", ("purpose.indications[i1]",))]


def test_without_indications_the_page_says_where_they_come_from(qtbot):
    bench = Bench(qtbot, "benefit_risk", Dossier())
    bench.page.show()
    assert not bench.page.sheet.isVisible()
    assert bench.page._where.isVisible()


def test_the_keyboard_comes_to_a_determination_not_to_what_its_line_is_called_by(bench):
    sheet = bench.page.sheet
    sheet.setFocus(Qt.FocusReason.TabFocusReason)  # as Qt does when the page is turned to
    bench.page.focus_first()
    assert sheet.hasFocus()
    assert (sheet.currentIndex().row(), sheet.currentIndex().column()) == (0, 1)
