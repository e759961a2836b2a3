"""Paths of conditions lead where they say, or are refused in a sentence."""

from datetime import date

import pytest

from cerwizard.dossier.reach import resolve, scope_at
from cerwizard.dossier.view import View
from cerwizard.dossier.walk import values_of
from cerwizard.errors import UnknownPathError
from tests.rules import small
from tests.rules.small import Benefit, Evidence, Line, Small, Twin

DOSSIER = Small(
    device=small.Device(name="Foam"),
    benefits=small.Benefits(
        items=(Benefit(id="b1", code="B1", evidence_ids=("e1", "e2", "gone")), Benefit(id="b2"))
    ),
    evidence=small.EvidenceBase(
        items=(
            Evidence(id="e1", code="E1", kinds=("trial", "bench"), benefit_ids=("b1", "b2")),
            Evidence(id="e2", code="E2", base_id="e1", benefit_ids=("b1",)),
        )
    ),
    equivalence=small.Equivalence(
        devices=(
            Twin(id="t", name="Twin", rows=(Line(id="l", name="Foam", evidence_ids=("e2",)),)),
        )
    ),
)


@pytest.mark.parametrize(
    ("at", "path", "expected"),
    [
        ("benefits.items[b1]", "device.name", ["Foam"]),
        ("benefits.items[b1]", ".code", ["B1"]),
        ("benefits.items[b1]", ".id", ["b1"]),
        ("benefits.items[b1]", ".evidence_ids->code", ["E1", "E2"]),
        ("benefits.items[b1]", ".evidence_ids->base_id->code", ["E1"]),
        ("benefits.items[b1]", ".evidence_ids->kinds", ["trial", "bench"]),
        ("benefits.items[b2]", "<-evidence.items.benefit_ids->code", ["E1"]),
        ("benefits.items[b1]", ".evidence_ids<-evidence.items.base_id->code", ["E2"]),
        ("evidence.items[e2]", "<-equivalence.devices.rows.evidence_ids->name", ["Foam"]),
        ("evidence.items[e2]", "<-equivalence.devices[*].rows.evidence_ids->name", ["Foam"]),
        ("evidence.items[e1]", "<-evidence.items.base_id<-evidence.items.base_id->code", []),
        ("equivalence.devices[t].rows[l]", "..name", ["Twin"]),
        ("equivalence", ".devices[*].rows[*].name", ["Foam"]),
        ("device", "evidence.items[*].benefit_ids->code", ["B1", ""]),
    ],
)
def test_a_path_reaches_its_values(at, path, expected):
    view = View(DOSSIER, date(2026, 7, 1))
    place = view.place(at)
    from cerwizard.dossier import paths

    route = resolve(Small, scope_at(Small, paths.pattern(at)), path)
    assert list(values_of(route)(view, place)) == expected


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        (".cod", "“.cod”: Benefit has no field “cod”; it has"),
        ("device.nam", "“device.nam”: Device has no field “nam”; it has"),
        (".code.x", "“.code.x” goes below the plain value “code”."),
        ("evidence.items.code", "write “items[*]” for the rows of a list."),
        (".evidence_ids.kind", "write “evidence_ids->” to follow a reference."),
        (".code->kind", "“code” is not a reference."),
        (".evidence_ids->", "name a field after “->”."),
        (
            "<-evidence.items.base_id",
            "“evidence.items.base_id” does not refer to rows of “benefits.items”.",
        ),
        (
            "<-evidence.items.code",
            "“evidence.items.code” does not refer to rows of “benefits.items”.",
        ),
        ("device[*]", "“device” is not a list of rows."),
        ("....x", "there is no record around this one."),
        (".a b", "is not a path"),
        ("..", "names no field."),
        ("waivers", "“waivers” is no part of a step; rules look at the steps."),
        ("waivers[*].reason", "rules look at the steps."),
    ],
)
def test_a_path_that_leads_nowhere_is_refused_in_a_sentence(path, sentence):
    with pytest.raises(UnknownPathError) as caught:
        resolve(Small, scope_at(Small, "benefits.items[*]"), path)
    assert sentence in str(caught.value)
    assert path in str(caught.value)


def test_a_list_without_its_rows_is_no_place_to_look_at():
    with pytest.raises(UnknownPathError, match=r"write “items\[\*\]”"):
        scope_at(Small, "benefits.items")


def test_what_is_no_step_is_no_place_to_look_at():
    with pytest.raises(UnknownPathError, match="rules look at the steps"):
        scope_at(Small, "waivers[*]")


def test_a_view_finds_records_by_address_or_says_that_they_are_gone():
    view = View(DOSSIER, date(2026, 7, 1))
    place = view.place("equivalence.devices[t].rows[l]")
    assert (place.value.name, place.around.value.name) == ("Foam", "Twin")
    assert place.around.around.address == "equivalence"
    assert view.place("equivalence.devices[x].rows[l]") is None
    assert view.place("benefits.items[gone]") is None
    assert [p.address for p in view.places("benefits.items[*]")] == [
        "benefits.items[b1]",
        "benefits.items[b2]",
    ]
