from datetime import date

import pytest

from cerwizard.dossier.dossier import Dossier
from cerwizard.report.blocks import Provenance
from cerwizard.report.view import Sight, followed

DATA = {
    "document": {"date": "2026-11-22", "first_ce_year": 2003},
    "device": {
        "name": "Foldaren",
        "device_class": "IIb",
        "implantable": "no",
        "lifetime": "0.50",
        "software_version": "kept from before",
        "models": ["one", " ", "two"],
    },
    "purpose": {
        "indications": [{"id": "i1", "code": "I1", "function": ["treatment", "prevention"]}],
        "warnings": [{"id": "w1", "origin": "standard", "risk_ids": ["r1"]}],
    },
    "benefits": {"items": [{"id": "b1", "indication_ids": ["i1", "gone"]}]},
    "market": {"sales": [{"id": "s1", "units": 0}]},
    "plan": {"revisions": [{"id": "p4", "number": "04"}]},
    "state_of_the_art": {"criteria": [{"id": "k1", "plan_revision_id": "p4"}]},
    "equivalence": {
        "claimed": "yes",
        "devices": [{"id": "e1", "rows": [{"id": "x", "aspect": "Foam"}]}],
    },
}


@pytest.fixture
def d():
    return Sight(Dossier.model_validate(DATA), date(2026, 11, 22)).root


def test_a_text_knows_its_address_and_origin(d):
    assert d.device.name == "Foldaren"
    assert d.device.name.source == "device.name"
    assert d.device.name.provenance is Provenance.GIVEN


def test_what_is_not_answered_is_false(d):
    for answer in (d.device.description, d.device.active, d.device.max_cycles, d.device.emdn):
        assert not answer


def test_a_number_is_printed_as_typed(d):
    assert d.device.lifetime == "0.50"
    assert d.document.first_ce_year == "2003"


def test_nought_is_an_answer(d):
    assert d.market.sales == ()  # not on the market: not asked
    on_market = Dossier.model_validate(DATA | {"device": {"market_status": "mdr"}})
    units = Sight(on_market, date(2026, 11, 22)).root.market.sales[0].units
    assert units
    assert units == "0"


def test_a_date_is_printed_in_words(d):
    assert d.document.date == "22 November 2026"


def test_a_choice_prints_its_label_and_keeps_its_code(d):
    assert d.device.device_class == "Class IIb"
    assert d.device.device_class.code == "IIb"
    assert d.device.implantable.no
    assert not d.device.implantable.yes


def test_an_unanswered_question_is_neither_yes_nor_no(d):
    assert not (d.device.active.yes)
    assert not (d.device.active.no)


def test_several_choices_are_a_tuple(d):
    assert d.purpose.indications[0].function == ("Treatment", "Prevention")


def test_blank_lines_are_left_out(d):
    assert d.device.models == ("one", "two")


def test_a_question_that_does_not_apply_is_empty(d):
    assert d.device.software_version == ""
    assert d.purpose.warnings[0].risk_ids == ()


def test_references_are_followed(d):
    assert [row.code for row in d.benefits.items[0].indications] == ["I1"]
    assert d.state_of_the_art.criteria[0].plan_revision.number == "04"


def test_a_row_in_a_row_has_the_whole_address(d):
    row = d.equivalence.devices[0].rows[0]
    assert row.aspect.source == "equivalence.devices[e1].rows[x].aspect"


def test_references_are_found_from_behind():
    sight = Sight(Dossier.model_validate(DATA), date(2026, 11, 22))
    assert [row.id for row in sight.holders("benefits.items", "indication_ids", "i1")] == ["b1"]
    assert sight.holders("benefits.items", "indication_ids", "nobody") == ()


def test_a_row_is_the_same_part_each_time():
    sight = Sight(Dossier.model_validate(DATA), date(2026, 11, 22))
    (first,) = sight.root.benefits.items
    assert sight.row("benefits.items", "b1") is first
    assert sight.rows("benefits.items", ["b1", "gone"]) == (first,)


def test_an_unknown_field_is_an_error(d):
    with pytest.raises(AttributeError, match="no field “colour”"):
        _ = d.device.colour


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ("benefit_ids", "benefits"),
        ("activity_ids", "activities"),
        ("criterion_ids", "criteria"),
        ("evidence_ids", "evidence"),
        ("search_ids", "searches"),
        ("criterion_id", "criterion"),
    ],
)
def test_followed_references_have_their_plural(field, name):
    assert followed(field) == name
