from datetime import date

from cerwizard.dossier.dossier import Dossier
from cerwizard.report.blocks import text_of
from cerwizard.report.build import compose
from cerwizard.report.tables.legend import ranges

DAY = date(2026, 1, 1)


def composed(risk: dict[str, str]):
    return compose(Dossier.model_validate({"risks": {"items": [risk]}}), as_of=DAY).blocks


def test_codes_are_told_by_their_beginnings():
    assert ranges(["L01", "L36", "E04", "L02"]) == "L01 to L36, E04"
    assert ranges(["R2", "R10", "R1"]) == "R1 to R10"
    assert ranges(["7"]) == "7"
    assert ranges(["I2", "I1"]) == "I1 and I2"


def test_the_legend_leads_to_the_table_of_the_records():
    blocks = compose(
        Dossier.model_validate({"risks": {"items": [{"id": "r", "code": "R1"}]}}), as_of=DAY
    ).blocks
    [row] = next(block for block in blocks if block.id == "cer/contents/legend").rows
    assert text_of(row.cells[0]) == "Risks and side-effects"
    assert [span.link for span in row.cells[1]] == ["", "cer/analysis/risks"]


def test_a_report_without_codes_has_no_legend():
    blocks = composed({"id": "r"})
    assert not [block for block in blocks if "legend" in block.id]


def test_a_long_legend_stands_in_two_columns():
    rows = {"risks": {"items": [{"id": "r", "code": "R1"}]}, "analysis": {"gaps": [{"code": "G1"}]}}
    blocks = compose(Dossier.model_validate(rows), as_of=DAY).blocks
    [row] = next(block for block in blocks if block.id == "cer/contents/legend").rows
    assert [text_of(cell) for cell in row.cells[::2]] == [
        "Risks and side-effects",
        "Gaps in the evidence",
    ]
    assert [span.link for span in row.cells[3]] == ["", "cer/analysis/gaps"]
