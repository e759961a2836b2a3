"""Words are found in answers and in questions, with the text around them."""

from decimal import Decimal

import pytest

from cerwizard.dossier import paths
from cerwizard.dossier.benefits import Benefit, Benefits
from cerwizard.dossier.device import Device
from cerwizard.dossier.device_choices import DeviceClass
from cerwizard.dossier.dossier import Dossier
from cerwizard.dossier.literature import Literature, Reference
from cerwizard.dossier.market import MarketData
from cerwizard.dossier.market_data import Sales
from cerwizard.reckon.finding_text import Hit, find

FOAM = Dossier(
    device=Device(
        name="Foldaren Border",
        models=("FB-10", "FB-20"),
        device_class=DeviceClass.IIB,
        lifetime=Decimal("7.50"),
        description="A dressing with a silicone border.\n\nThe  border holds it.",
    ),
    benefits=Benefits(items=(Benefit(id="b1", code="B1"), Benefit(id="b2", code="B2"))),
)


def addresses(words: str, dossier: Dossier = FOAM) -> list[str]:
    return [hit.address for hit in find(dossier, words)]


def test_an_answer_is_found_whatever_its_case():
    assert addresses("FOLDAREN") == ["device.name"]


def test_each_field_is_found_once_in_the_order_of_the_steps():
    found = addresses("border")
    assert found == ["device.name", "device.description"]


def test_white_space_does_not_matter():
    assert addresses(" the\tborder  holds ") == ["device.description"]


@pytest.mark.parametrize(
    ("words", "address"),
    [("fb-20", "device.models"), ("class iib", "device.device_class"), ("7.50", "device.lifetime")],
)
def test_lists_choices_and_numbers_are_found_as_they_are_shown(words: str, address: str):
    assert address in addresses(words)


@pytest.mark.parametrize(("words", "at"), [("402,0", 0), ("402000", 0), (",000", 3)])
def test_a_large_number_is_found_as_it_is_shown_and_as_it_is_typed(words: str, at: int):
    sold = Dossier(market=MarketData(sales=(Sales(id="s", units=402_000),)))
    assert list(find(sold, words)) == [Hit("market.sales[s].units", "402,000", at)]


def test_a_row_is_found_by_its_id_free_text():
    assert "benefits.items[b2].code" in addresses("b2")
    assert addresses("b2 ") == addresses("b2")


def test_ids_and_references_are_not_text():
    assert addresses("b2", Dossier(benefits=Benefits(items=(Benefit(id="b2"),)))) == []


def test_a_question_is_found_by_its_label_once_for_all_rows():
    references = tuple(Reference(id=f"r{i}", code=f"F{i}") for i in range(3))
    dossier = Dossier(literature=Literature(references=references))
    hits = [h for h in find(dossier, "abstract") if h.address.startswith("literature.references[")]
    assert [(hit.address, hit.at) for hit in hits] == [("literature.references[r0].abstract", -1)]


def test_the_snippet_shows_where_the_words_are():
    dossier = Dossier(device=Device(description=f"{'a ' * 50}needle{' b' * 200}"))
    (hit,) = find(dossier, "needle")
    assert hit.snippet.startswith("…")
    assert hit.snippet.endswith("…")
    assert hit.snippet[hit.at :].startswith("needle")


def test_a_letter_that_is_two_in_lower_case_does_no_harm():
    (hit,) = find(Dossier(device=Device(name="Straße")), "strasse")
    assert hit == Hit("device.name", "Straße", 0)


@pytest.mark.parametrize("words", ["", "  \n"])
def test_nothing_is_found_for_nothing(words: str):
    assert addresses(words) == []


def test_every_hit_leads_to_a_field():
    hits = list(find(FOAM, "e"))
    assert hits
    for hit in hits:
        paths.get(FOAM, hit.address)


def test_the_snippet_begins_with_a_whole_word():
    dossier = Dossier(device=Device(description="Patients who are immunocompromised patients too"))
    (hit,) = find(dossier, "ised patients")
    assert hit.snippet == "…immunocompromised patients too"
    assert hit.snippet[hit.at :].startswith("ised patients")
    (hit,) = find(Dossier(device=Device(description=f"{'x' * 200}needle")), "needle")
    assert hit.snippet == f"…{'x' * 14}needle"
