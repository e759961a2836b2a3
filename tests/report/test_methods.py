"""The annex on method names the tools, ranks and kinds of data that a report uses, no others."""

from datetime import date

from cerwizard.dossier.dossier import Dossier
from cerwizard.report.blocks import Table, text_of
from cerwizard.report.build import compose

TODAY = date(2026, 11, 22)


def tables(*items):
    dossier = Dossier.model_validate({"evidence": {"items": list(items)}})
    blocks = compose(dossier, as_of=TODAY).blocks
    found = {b.id.rpartition("/")[2]: b for b in blocks if isinstance(b, Table)}
    return [found.get(name) for name in ("appraisal-tools", "evidence-ranks", "data-kinds")]


def first(table):
    return [text_of(row.cells[0]).partition("\n")[0] for row in table.rows]


def test_only_what_is_used_is_explained():
    row = {"id": "e1", "kind": "single_arm", "tool": "MINORS", "level": "4"}
    tools, ranks, kinds = tables(row)
    assert (first(tools), first(ranks), first(kinds)) == (["MINORS"], ["4"], ["Single-arm study"])
    assert "0 not reported; 1 reported but inadequate" in text_of(tools.rows[0].cells[2])


def test_the_suitability_grades_bring_their_own_tool():
    tools, ranks, kinds = tables({"id": "e1", "suitability_device": "1"})
    assert first(tools) == ["IMDRF MDCE WG/N56, Appendix F"]
    assert (ranks, kinds) == (None, None)


def test_a_tool_of_the_house_is_not_explained():
    tools, _, _ = tables({"id": "e1", "tool": "Checklist of the plan"})
    assert tools is None
