"""Percentages and intervals are held against their counts, whatever usual method was taken."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cerwizard.reckon import intervals, proportions
from cerwizard.reckon.proportions import WrongBound


def test_a_percentage_needs_possible_counts():
    assert proportions.per_cent(1, 4) == 25
    for events, number in ((None, 4), (1, None), (5, 4), (-1, 4), (0, 0)):
        assert proportions.per_cent(events, number) is None


@pytest.mark.parametrize(
    ("unit", "is_one"),
    [
        ("%", True),
        ("% of limbs", True),
        ("per cent", True),
        ("Percent", True),
        ("percentage points", False),
        ("% points", False),
        ("RR", False),
        ("", False),
    ],
)
def test_what_means_per_cent(unit, is_one):
    assert proportions.is_per_cent(unit) is is_one


@pytest.mark.parametrize(
    ("counts", "bounds", "wrong"),
    [
        ((68, 118), ("48.2", "66.7"), None),
        ((68, 118), ("48.6", "66.2"), None),
        ((68, 118), ("55.0", "60.2"), WrongBound("lower", Decimal("55.0"), "48.2")),
        ((0, 30), ("0", "1"), WrongBound("upper", Decimal(1), "11.6")),
        ((0, 30), ("0", "11.6"), None),
        ((3, 118), (None, "7.3"), None),
        # Methods differ by the more the wider the widest of their intervals is.
        ((1, 10), ("0.3", "47.5"), None),
        ((1, 10), ("0.3", "49.5"), WrongBound("upper", Decimal("49.5"), "44.5")),
    ],
)
def test_bounds_of_an_interval(counts, bounds, wrong):
    low, high = (None if one is None else Decimal(one) for one in bounds)
    assert proportions.wrong_bound(*counts, low, high) == wrong


@given(events=st.integers(0, 200), more=st.integers(0, 200))
def test_the_exact_and_the_wilson_interval_are_right(events, more):
    number = events + more + 1
    for interval in (intervals.exact(events, number), intervals.wilson(events, number)):
        low, high = (Decimal(f"{100 * one:.1f}") for one in (interval.low, interval.high))
        assert proportions.wrong_bound(events, number, low, high) is None
