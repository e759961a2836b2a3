"""The annex tells what stands, what was accepted and why, and how each question stands."""

from datetime import date

from cerwizard.dossier.dossier import Dossier
from cerwizard.report.blocks import Table, is_open, text_of
from cerwizard.report.build import build, compose
from cerwizard.rules import catalog
from cerwizard.rules.engine import judge
from cerwizard.rules.waiving import waived

DAY = date(2026, 11, 22)
EMPTY = Dossier()
PACK = catalog.load()
FOUND = judge(EMPTY, PACK, DAY)


def annex(dossier: Dossier) -> dict[str, str]:
    return {block.id: block for block in compose(dossier, "review-annex", DAY).blocks}


def rows(table: Table) -> list[list[str]]:
    return [[text_of(cell) for cell in row.cells] for row in table.rows]


def test_every_finding_stands_with_its_place_its_mend_and_its_clauses():
    lines = [line for line in rows(annex(EMPTY)["review-annex/findings/findings"]) if len(line) > 1]
    assert len(lines) == len(FOUND)
    for line, finding in zip(lines, FOUND, strict=True):
        assert line[0].lower() == finding.severity.value
        assert line[1].startswith(finding.message)
        assert line[2] == finding.fix
        assert line[3].endswith(finding.code)


def test_what_was_accepted_stands_with_reason_name_and_day():
    once = waived(EMPTY, FOUND[0], "It is agreed.", "A. Lehto", DAY, "w1")
    found = annex(once)
    (line,) = rows(found["review-annex/waivers/waivers"])
    assert line[0].startswith(FOUND[0].message)
    assert line[1:] == ["It is agreed.", "A. Lehto\n2026-11-22", "Holds."]
    facts = dict(rows(found["review-annex/result/judgement-facts"]))
    assert facts["Accepted with a reason"] == "1"
    assert FOUND[0].code in text_of(found["review-annex/waivers/waivers"].rows[0].cells[0])


def test_a_waiver_that_has_lapsed_is_told():
    once = waived(EMPTY, FOUND[0], "It is agreed.", "A. Lehto", DAY, "w1")
    row = once.waivers[0].model_copy(update={"about": "something else"})
    lapsed = once.model_copy(update={"waivers": (row,)})
    (line,) = rows(annex(lapsed)["review-annex/waivers/waivers"])
    assert line[3].startswith("Has lapsed")


def test_without_waivers_a_sentence_says_so():
    assert (
        text_of(annex(EMPTY)["review-annex/waivers/none"].spans) == "No finding has been accepted."
    )


def test_every_question_has_its_state():
    lines = rows(annex(EMPTY)["review-annex/questions/questions"])
    assert ["A.1", "Open"] in [[line[0], line[2]] for line in lines if len(line) > 1]


def test_rules_of_the_house_are_told_of(tmp_path):
    none = PACK.__class__("house", "7", DAY, ())
    blocks = {b.id: b for b in compose(EMPTY, "review-annex", DAY, none).blocks}
    assert "house, version 7" in str(rows(blocks["review-annex/result/judgement-facts"]))
    assert "review-annex/findings/none" in blocks


def test_it_lies_beside_the_report_under_its_own_name(tmp_path):
    device = Dossier.model_validate({"document": {"number": "CER-1", "revision": "2"}})
    made = [build(device, tmp_path, name, as_of=DAY).path.name for name in ("cer", "review-annex")]
    assert made == ["CER-1_rev-2.docx", "CER-1_REVIEW-ANNEX_rev-2.docx"]


def test_nothing_in_it_is_still_to_be_written_but_what_the_cover_asks():
    open_ones = [b.id for b in compose(EMPTY, "review-annex", DAY).blocks if is_open(b)]
    assert all("/cover/" in name for name in open_ones)
