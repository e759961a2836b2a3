from datetime import date

import pytest

from cerwizard.dossier.dossier import Dossier
from cerwizard.report import words
from cerwizard.report.blocks import Provenance, text_of
from cerwizard.report.tallies import Tallies
from cerwizard.report.view import Sight

DAY = date(2026, 11, 22)
NAMED = {"name": "Other"}


def sight(**sections) -> Sight:
    return Sight(Dossier.model_validate(sections), DAY)


@pytest.mark.parametrize(
    ("reason", "text"),
    [
        ("One size fits all", "No variants. One size fits all."),
        ("one size fits all.", "No variants: one size fits all."),
    ],
)
def test_an_empty_list_is_told_with_its_reason(reason, text):
    part = sight(versions={"no_variants_because": reason}).root.versions
    assert text_of(words.absent(part, "variants", "No variants")) == text


def test_an_empty_list_without_a_reason_is_still_to_be_written():
    (mark,) = words.absent(sight().root.versions, "variants", "No variants")
    assert mark.provenance is Provenance.OPEN
    assert mark.source == "versions.variants"


def test_a_list_that_is_there_is_not_absent():
    part = sight(versions={"variants": [{"id": "1"}], "no_variants_because": "x"}).root.versions
    assert words.absent(part, "variants", "No variants") == ()


def test_a_list_that_is_not_asked_for_is_not_missed():
    assert words.absent(sight().root.market, "sales", "There are no sales") == ()


@pytest.mark.parametrize(("answer", "text"), [("yes", "It does."), ("no", "It does not.")])
def test_a_decision_becomes_a_sentence_with_its_address(answer, text):
    part = sight(purpose={"matches_ifu": answer}).root.purpose
    (span,) = words.decided(part, "matches_ifu", "It does.", "It does not.")
    assert (span.text, span.source) == (text, "purpose.matches_ifu")
    assert span.provenance is Provenance.COMPUTED


def test_an_open_decision_is_marked():
    (span,) = words.decided(sight().root.purpose, "matches_ifu", "It does.")
    assert span.provenance is Provenance.OPEN


def test_a_missing_answer_names_field_and_clauses():
    (span,) = words.wanting.missing(sight().root.device, "name")
    assert span.text == "To be written: Device name (MDR Annex II, Section 1.1(a))"


def test_a_choice_is_to_be_answered():
    (span,) = words.wanting.missing(sight().root.device, "active", labelled=False)
    assert span.text == "To be answered (MDR Article 2(4))"


def test_an_answer_is_not_wanted_where_another_one_stands_for_it():
    rows = [{"id": "1"}, {"id": "2", "no_rate_because": "Never counted."}]
    first, second = sight(risks={"items": rows}).root.risks.items
    assert words.wanting.wanted(first, "rate")
    assert not words.wanting.wanted(second, "rate")


def test_an_optional_answer_is_not_wanted():
    assert words.wanting.missing(sight().root.device, "gmdn") == ()


def test_a_name_ends_a_sentence_with_one_stop():
    name = sight(device={"name": "Thing."}).root.device.name
    assert text_of(words.ended(name)) == "Thing."
    assert words.bare(name) == "Thing"
    assert words.bare(name).source == "device.name"


def test_choices_are_listed_in_small_letters():
    functions = sight(purpose={"functions": ["treatment", "prevention"]}).root.purpose.functions
    assert text_of(words.listing(functions)) == "treatment and prevention"


def test_choices_with_commas_inside_are_parted_by_semicolons():
    functions = sight(purpose={"functions": ["treatment", "replacement"]}).root.purpose.functions
    said = text_of(words.listing(functions))
    assert said == "treatment; investigation, replacement or modification of the anatomy"


def test_the_plan_in_force_is_the_last_one_approved_by_the_day_of_the_report():
    revisions = [
        {"id": "1", "number": "01", "approved_on": "2025-01-01"},
        {"id": "2", "number": "02", "approved_on": "2026-11-22"},
        {"id": "3", "number": "03", "approved_on": "2026-11-23"},
        {"id": "4", "number": "04"},
    ]
    assert Tallies(sight(plan={"revisions": revisions})).plan.number == "02"
    assert Tallies(sight()).plan is None


MARKETED = {"market_status": "mdr"}


def test_units_of_several_regions_are_not_added_up():
    rows = [{"id": "1", "region": "EEA", "units": 5}, {"id": "2", "region": "world", "units": 9}]
    assert Tallies(sight(device=MARKETED, market={"sales": rows})).units is None
    assert Tallies(sight(device=MARKETED, market={"sales": rows[:1]})).units == 5


def test_only_clinical_data_on_the_device_count_as_such():
    items = [
        {"id": "1", "kind": "rct", "relation": "due"},
        {"id": "2", "kind": "rct", "relation": "similar"},
        {"id": "3", "kind": "bench", "relation": "due"},
        {"id": "4", "kind": "qms", "relation": "due"},
        {"id": "5"},
    ]
    tallies = Tallies(sight(evidence={"items": items}))
    assert [part.id for part in tallies.clinical] == ["1"]
    assert text_of(tallies.kinds) == "one randomised controlled trial"


def test_a_result_is_told_once():
    data = {
        "benefits": {
            "items": [{"id": "b"}],
            "claims": [{"id": "c", "benefit_ids": ["b"]}, {"id": "d"}],
        },
        "state_of_the_art": {
            "criteria": [
                {"id": "k1", "benefit_ids": ["b"], "claim_ids": ["c"]},
                {"id": "k2", "claim_ids": ["c"]},
                {"id": "k3", "risk_ids": ["r"]},
                {"id": "k4"},
            ]
        },
        "analysis": {"results": [{"id": f"a{n}", "criterion_id": f"k{n}"} for n in (1, 2, 3, 4)]},
        "risks": {"items": [{"id": "r"}]},
    }
    tallies = Tallies(sight(**data))
    assert [part.id for part in tallies.judging("benefit", "b")] == ["a1"]
    assert [part.id for part in tallies.of_claim("c")] == ["a2"]
    assert [part.id for part in tallies.of_claim("d")] == []
    assert [part.id for part in tallies.loose_results] == ["a4"]


def test_the_characteristics_that_were_not_compared_are_still_to_be_written():
    rows = [{"id": f"x{n}", "characteristic": code} for n, code in enumerate(("B1", "B3"))]
    data = {"equivalence": {"claimed": "yes", "devices": [{"id": "e", "rows": rows} | NAMED]}}
    device = sight(**data).root.equivalence.devices[0]
    (mark,) = words.uncompared(device, "biological")
    assert mark.text == "To be written: comparison with Other: kind and duration of contact"
    assert mark.source == "equivalence.devices[e].rows"


def test_a_device_without_any_comparison_is_marked_once_elsewhere():
    data = {"equivalence": {"claimed": "yes", "devices": [{"id": "e"} | NAMED]}}
    device = sight(**data).root.equivalence.devices[0]
    assert words.uncompared(device, "technical") == ()
