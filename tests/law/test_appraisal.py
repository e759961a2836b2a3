from pathlib import Path

import pytest

from cerwizard import assets
from cerwizard.dossier.evidence import EvidenceKind
from cerwizard.errors import BadClauseError
from cerwizard.law import appraisal
from cerwizard.law.appraisal import Better, Total


@pytest.mark.parametrize("tool", appraisal.load(), ids=lambda tool: tool.id)
def test_a_tool_is_complete(tool: appraisal.Tool):
    codes_of_items = [item.code for item in tool.items]
    assert len(set(codes_of_items)) == len(codes_of_items)
    assert {item.scale for item in tool.items} == set(tool.scales)
    assert set(tool.designs) <= set(map(str, EvidenceKind))
    numeric = all(code.isdecimal() for item in tool.items for code, _ in tool.answers(item))
    assert numeric is (tool.better is not Better.NEITHER) is (tool.total is Total.SUM)


@pytest.mark.parametrize(
    ("name", "least", "most"),
    [("MINORS", 0, 24), ("NOS-COHORT", 0, 9), ("NOS-CASE-CONTROL", 0, 9), ("IMDRF-N56-F", 9, 22)],
)
def test_a_tool_with_numbers_has_the_known_range(name: str, least: int, most: int):
    tool = next(tool for tool in appraisal.load() if tool.id == name)
    scores = [[int(code) for code, _ in tool.answers(item)] for item in tool.items]
    assert (sum(map(min, scores)), sum(map(max, scores))) == (least, most)


@pytest.mark.parametrize(
    ("design", "tools"),
    [
        ("rct", {"ROB-2"}),
        ("accuracy", {"QUADAS-2"}),
        ("review", {"AMSTAR-2"}),
        ("single_arm", {"MINORS"}),
    ],
)
def test_a_tool_suits_its_designs(design: str, tools: set[str]):
    specific = [tool for tool in appraisal.load() if tool.designs]
    assert {tool.id for tool in specific if tool.suits(design)} == tools


def test_a_tool_without_a_scale_is_refused(tmp_path: Path):
    text = (assets.resources("codes") / "appraisal_tools.toml").read_text("utf-8")
    spoiled = text.replace('scale = "device"', 'scale = "devise"')
    (tmp_path / "appraisal_tools.toml").write_text(spoiled, "utf-8")
    with pytest.raises(BadClauseError, match="no scale for the item D of IMDRF-N56-F"):
        appraisal.load(tmp_path)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("RoB 2", ["ROB-2"]),
        ("MINORS, eight items; QUADAS-2", ["QUADAS-2", "MINORS"]),
        ("Checklist of the PMCF plan", []),
        ("", []),
    ],
)
def test_tools_are_found_by_the_names_that_a_text_gives(text: str, ids: list[str]):
    assert [tool.id for tool in appraisal.named(text)] == ids
