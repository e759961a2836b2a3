"""Texts are compared by the words that carry meaning, figures by their value."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cerwizard.reckon import source_texts as texts


def test_words_are_known_by_their_beginnings():
    assert texts.stems("Venous leg ulcers in patients") == {"venou", "ulcer"}
    assert texts.stems("macerated") & texts.stems("Maceration of the skin")


def test_a_list_in_words_is_taken_apart():
    assert texts.parts("Dry necrosis. Silicone allergy; exposed bone.") == (
        "Dry necrosis",
        "Silicone allergy",
        "exposed bone",
    )
    assert texts.parts("Leakage, residue", fine=True) == ("Leakage", "residue")
    assert texts.parts("Stage 2–4, e.g. 1.5 cm") == ("Stage 2–4, e.g", "1.5 cm")[:1]


def test_an_item_is_foreign_if_most_of_its_words_are_unknown():
    known = texts.stems("Known allergy to silicone; dry necrotic wounds")
    items = ("Allergy against silicone", "Uncontrolled arterial bleeding")
    assert texts.foreign(items, known) == ["Uncontrolled arterial bleeding"]


def test_an_item_is_untold_if_none_of_its_words_is_there():
    told = texts.stems("Allergy, leakage")
    items = [("R1", "Maceration of the skin"), ("R2", "Contact allergy"), ("R3", "")]
    assert texts.untold(items, told) == ["R1"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("57.6 % (48.2–66.7)", {"57.6", "48.2", "66.7"}),
        ("213,250 user-years", {"213250"}),
        ("0,5 of 1.0", {"0.5", "1"}),
        ("F07 and EN ISO 13485:2016", {"13485", "2016"}),
        ("none", set()),
    ],
)
def test_figures_in_a_text(text, found):
    assert texts.numbers(text) == {Decimal(one).normalize() for one in found}


def test_the_level_of_an_interval_is_no_value():
    found = texts.values("57.6 % (95 % CI 48.2 to 66.7)")
    assert texts.listed(found) == "48.2, 57.6, 66.7"
    assert texts.listed(found, most=2) == "48.2, 57.6"


def test_percentages_and_ages():
    assert texts.per_cents("2.5 % of 118, 40% in all") == {Decimal("2.5"), Decimal("4E+1")}
    assert texts.ages("Age below 18 years; persons aged 65 and over; 30 days") == {18, 65}


@given(text=st.text(max_size=200))
def test_no_text_breaks_the_comparison(text):
    known = texts.stems(text)
    assert texts.foreign(texts.parts(text), known) == []
    texts.numbers(text)
    texts.ages(text)


def test_half_of_the_words_are_foreign_enough_if_the_first_is_among_them():
    known = texts.stems("Failure of the frame, falls")
    assert texts.foreign(["burns by a hot frame"], known) == ["burns by a hot frame"]
    assert texts.foreign(["frame that burns"], known) == []


def test_a_list_that_tells_the_others_apart_has_to_tell_each():
    items = [("I1", "femoral stenosis"), ("I2", "renal stenosis"), ("I3", "iliac stenosis")]
    listed = texts.stems("Femoral and renal stenosis")
    assert texts.untold(items, listed, listed) == ["I3"]
    assert texts.untold(items, listed) == []


def test_the_first_word_of_a_text_may_be_short():
    assert texts.head("Air in the line") == "air"
    assert texts.head(" 12 %") == ""
