"""Lengths of time in a text."""

from decimal import Decimal

import pytest

from cerwizard.reckon import durations


@pytest.mark.parametrize(
    ("text", "days"),
    [("2 years", "730.50"), ("12 to 24 weeks", "84"), ("At the end of the infusion", None)],
)
def test_the_shortest_length_that_a_text_names(text, days):
    assert durations.shortest(text) == (days and Decimal(days))


def test_a_text_without_its_lengths_keeps_its_other_figures():
    left = durations.without("At most 4.4 % at 24 months, 8 % at 10 years")
    assert left.split() == ["At", "most", "4.4", "%", "at", ",", "8", "%", "at"]
