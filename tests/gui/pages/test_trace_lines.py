"""The threads show what a claim rests on and what follows from it; what is missing stands out."""

import pytest

from cerwizard.dossier import paths
from cerwizard.dossier.analysis import Analysis, Gap, GapKind, GapRoute, Result
from cerwizard.dossier.benefit_risk import BenefitRisk, Weighing
from cerwizard.dossier.benefits import Benefit, Benefits, Claim
from cerwizard.dossier.choices import Verdict
from cerwizard.dossier.dossier import Dossier
from cerwizard.dossier.evidence import Evidence, EvidenceBase
from cerwizard.dossier.gspr import Conformity, Gspr, Requirement
from cerwizard.dossier.pmcf import Activity, Pmcf
from cerwizard.dossier.risks import Risk, RiskKind, Risks
from cerwizard.dossier.state_of_the_art import Criterion, StateOfTheArt
from cerwizard.dossier.values import YesNo
from cerwizard.gui.pages.sheet import Line
from cerwizard.gui.pages.trace_lines import COLUMNS, woven
from tests.gui.pages.bench import Bench, sample

WHOLE = Dossier(
    benefits=Benefits(
        items=(Benefit(id="b", code="B1", statement="Heals"),),
        claims=(Claim(id="c", code="CL1", text="It heals", benefit_ids=("b",)),),
    ),
    state_of_the_art=StateOfTheArt(criteria=(Criterion(id="k", code="K1", benefit_ids=("b",)),)),
    evidence=EvidenceBase(items=(Evidence(id="e", code="E1", benefit_ids=("b",)),)),
    analysis=Analysis(
        results=(Result(id="r", code="X1", criterion_id="k", verdict=Verdict.MET),),
        gaps=(Gap(id="g", code="G1", kind=GapKind.RESIDUAL, benefit_ids=("b",)),),
    ),
    gspr=Gspr(
        items=(Requirement(id="q", number="1", evidence_ids=("e",), conformity=Conformity.GAP),)
    ),
    risks=Risks(items=(Risk(id="x", code="R1", harm="Itches", kind=RiskKind.SIDE_EFFECT),)),
    benefit_risk=BenefitRisk(items=(Weighing(id="w", benefit_ids=("b",), risk_ids=("x",)),)),
    pmcf=Pmcf(activities=(Activity(id="m", code="M1", benefit_ids=("b",)),)),
)


def line(dossier: Dossier, key: str) -> Line:
    return next(x for x in woven(dossier).lines if x.key == key)


def codes(shown: Line) -> list[list[str]]:
    return [[chip.text for chip in cell.chips] for cell in shown.cells]


def test_a_claim_leads_through_to_pmcf():
    shown = line(WHOLE, "c")
    assert codes(shown) == [["CL1"], ["K1"], ["E1"], ["X1"], ["1"], ["R1"], ["G1"], ["M1"]]
    assert len(shown.cells) == len(COLUMNS)
    assert shown.tone == ""


def test_verdicts_are_marked_and_said():
    cells = line(WHOLE, "c").cells
    assert (cells[3].mark, cells[3].text) == ("done", "Met")
    assert cells[4].mark == "blocker"
    assert (cells[6].mark, cells[6].text) == ("minor", "Open")


def test_a_risk_is_shown_with_the_benefits_against_which_it_is_weighed():
    assert codes(line(WHOLE, "x"))[5] == ["B1"]


def test_what_has_neither_data_nor_a_gap_stands_out():
    shown = line(WHOLE, "x")
    assert shown.tone == "major"
    assert (shown.cells[2].text, shown.cells[2].mark) == ("None", "minor")
    assert shown.cells[2].chips[0].address == "evidence.items"
    assert woven(WHOLE).holes["x"] == ("data", "criterion")


def test_a_gap_that_is_told_is_no_hole():
    gap = Gap(id="h", code="G2", kind=GapKind.CONFORMITY, risk_ids=("x",))
    told = paths.put(WHOLE, "analysis.gaps", (gap,))
    shown = line(told, "x")
    assert woven(told).holes["x"] == ()
    assert (shown.tone, shown.cells[6].mark) == ("", "major")


def test_a_closed_gap_is_done():
    gap = Gap(id="h", code="G2", closed=YesNo.YES, risk_ids=("x",))
    cell = line(paths.put(WHOLE, "analysis.gaps", (gap,)), "x").cells[6]
    assert (cell.mark, cell.text) == ("done", "Closed")


def test_a_gap_left_to_pmcf_needs_an_activity():
    gap = Gap(id="h", code="G2", routes=(GapRoute.PMCF,), risk_ids=("x",))
    found = woven(paths.put(WHOLE, "analysis.gaps", (gap,)))
    assert found.holes["x"] == ("activity",)


def test_a_residual_risk_needs_no_criterion_of_its_own():
    risk = Risk(id="x", code="R1", kind=RiskKind.RESIDUAL)
    assert woven(paths.put(WHOLE, "risks.items", (risk,))).holes["x"] == ("data",)


def test_only_lines_with_holes_are_left_and_no_empty_heading():
    held = woven(WHOLE).holed()
    assert [(x.key, x.heading) for x in held] == [("risks", True), ("x", False)]
    assert woven(Dossier()).holed() == ()


def test_thousands_of_data_sets_are_counted_not_listed():
    many = tuple(Evidence(id=f"e{i}", code=f"E{i}", benefit_ids=("b",)) for i in range(5_000))
    chips = line(paths.put(WHOLE, "evidence.items", many), "c").cells[2].chips
    assert len(chips) == 12
    assert (chips[-1].text, chips[-1].address) == ("+4,989", "evidence.items")


@pytest.mark.parametrize("name", ["foam-dressing", "intraocular-lens", "full"])
def test_every_word_leads_to_what_is_there(name):
    dossier = sample(name)
    chips = [chip for shown in woven(dossier).lines for cell in shown.cells for chip in cell.chips]
    assert chips
    for chip in chips:
        paths.get(dossier, chip.address)


def test_the_page_says_what_is_missing_and_leads_there(qtbot):
    bench = Bench(qtbot, "traceability", WHOLE)
    bench.page.show()
    assert bench.page._said.text().startswith("2 threads. On 1, something is missing")
    bench.page.only_holes.click()
    assert [x.key for x in bench.page.sheet.sheet.lines] == ["risks", "x"]
    bench.page.sheet.followed.emit("evidence.items")
    assert bench.told == [("followed", ("evidence.items",))]
