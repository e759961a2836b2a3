"""Findings stand in the order of the dossier, whatever came first and whatever is lost."""

import pytest

from cerwizard.rules.finding import Finding, Severity
from cerwizard.rules.shelves import Shelves
from tests.rules.small import Benefit, Benefits, Small

DOSSIER = Small(benefits=Benefits(items=(Benefit(id="2"), Benefit(id="1"))))


def remark(path: str, code: str = "TST-01") -> Finding:
    section = path.partition(".")[0]
    return Finding(code, "t", Severity.MINOR, section, path, "Wrong.", "It is.", "Mend it.", ())


def at(row: str) -> Finding:
    return remark(f"benefits.items[{row}].code")


def paths_of(shelves: Shelves) -> list[str]:
    return [finding.path for finding in shelves.findings]


ORDER = [at("2"), at("1"), at("b"), at("c")]  # the last two are of rows that are not there


@pytest.mark.parametrize("come", [ORDER, ORDER[::-1]])
def test_what_is_said_of_lost_rows_stands_last_in_one_order(come):
    assert list(Shelves(DOSSIER, come).findings) == ORDER


def test_what_is_said_of_a_section_and_of_a_list_stands_before_its_rows():
    some = [at("1"), remark("benefits.items"), remark("benefits"), remark("device.name")]
    assert paths_of(Shelves(DOSSIER, some)) == [
        "device.name",
        "benefits",
        "benefits.items",
        "benefits.items[1].code",
    ]


def test_findings_are_exchanged_where_they_stand():
    shelves = Shelves(DOSSIER, ORDER[:2])
    other = remark("benefits.items[2].text")
    shelves.exchange([at("2")], [other])
    assert list(shelves.findings) == [other, at("1")]
    shelves.exchange([other], [])
    assert list(shelves.findings) == [at("1")]


def test_rows_that_moved_take_their_findings_along():
    shelves = Shelves(DOSSIER, ORDER[:2])
    moved = Small(benefits=Benefits(items=DOSSIER.benefits.items[::-1]))
    shelves.turn(moved, ["benefits.items"])
    assert list(shelves.findings) == [at("1"), at("2")]
