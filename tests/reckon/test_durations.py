"""Lengths of time in a text."""

from decimal import Decimal

import pytest

from cerwizard.reckon import durations


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("12 to 24 weeks", 84),
        ("Hospital stay, up to 14 days", 14),
        ("at 6 and 12 months", Decimal("182.4")),
        ("a 2-year visit", Decimal("730.50")),
        ("End of the procedure", None),
        ("2 years", Decimal("730.50")),
        ("1.5 cm", None),
    ],
)
def test_the_shortest_time_that_a_text_names(text, days):
    assert durations.shortest(text) == days


def test_a_number_of_uses_is_no_length_of_time():
    assert durations.days(Decimal(3), durations.LengthUnit.USES) is None
    assert durations.days(None, durations.LengthUnit.DAYS) is None
    assert durations.days(Decimal(2), durations.LengthUnit.WEEKS) == 14


def test_a_text_without_its_lengths_keeps_its_other_figures():
    left = durations.without("At most 4.4 % at 24 months, 8 % at 10 years")
    assert left.split() == ["At", "most", "4.4", "%", "at", ",", "8", "%", "at"]


@pytest.mark.parametrize(
    ("lengths", "wanted", "most"),
    [
        ([30, 80], Decimal(90), 80),
        ([30, 81], Decimal(90), None),  # a visit some days early
        ([30, None], Decimal(90), None),
        ([], Decimal(90), None),
        ([30], None, None),
    ],
)
def test_lengths_of_which_none_is_long_enough(lengths, wanted, most):
    assert durations.too_short(lengths, wanted) == most


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (1, "1 day"),
        (14, "14 days"),
        (30, "30 days"),
        (56, "8 weeks"),
        (91, "3 months"),
        (151, "151 days"),
        (182, "6 months"),
        (365, "1 year"),
        (730, "2 years"),
        (1095, "3 years"),
        (1096, "3 years"),
        (1234, "1,234 days"),
    ],
)
def test_a_length_is_told_in_the_unit_that_makes_it_whole(length, words):
    assert durations.spoken(length) == words
