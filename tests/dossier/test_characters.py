import pytest
from hypothesis import given
from hypothesis import strategies as st

from cerwizard.dossier.characters import whole, without_controls
from cerwizard.dossier.values import YesNo


@pytest.mark.parametrize(
    ("typed", "held"),
    [
        ("plain", "plain"),
        ("\ud83d\ude00", "😀"),
        ("a\ud83db", "a�b"),
        (("\ude00", "x"), ("�", "x")),
        (None, None),
        (3, 3),
    ],
)
def test_halves_of_a_character_are_joined_or_replaced(typed, held):
    assert whole(typed) == held


def test_a_choice_stays_a_choice():
    assert whole(YesNo.YES) is YesNo.YES


@given(st.text(st.characters(codec=None)))
def test_every_text_can_be_written_then(text):
    whole(text).encode()


def test_control_characters_go_and_breaks_stay():
    assert without_controls("a\x00b\x1fc\td\ne\x7f\ufeff") == "abc\td\ne"
