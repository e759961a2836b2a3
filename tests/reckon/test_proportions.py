"""Percentages and intervals are held against their counts, whatever usual method was taken."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cerwizard.reckon import durations, intervals, proportions, rounding, units
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


def test_units_are_compared_by_one_name():
    assert units.plain("percentage points") == units.plain("pp") == "pp"
    assert units.plain("Relative  risk") == units.plain("RR") == "rr"
    assert units.plain("% of limbs") == "%"


@pytest.mark.parametrize(
    ("counts", "bounds", "wrong"),
    [
        ((68, 118), ("48.2", "66.7"), None),
        ((68, 118), ("48.6", "66.2"), None),
        ((68, 118), ("55.0", "60.2"), WrongBound("lower", Decimal("55.0"), "48.2")),
        ((0, 30), ("0", "1"), WrongBound("upper", Decimal(1), "11.6")),
        ((0, 30), ("0", "11.6"), None),
        ((3, 118), (None, "7.3"), None),
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


def test_rounding_as_written():
    assert rounding.fits(Decimal("57.6"), Decimal("57.627"))
    assert rounding.fits(Decimal("58"), Decimal("57.627"))
    assert not rounding.fits(Decimal("57.5"), Decimal("57.627"))
    assert not rounding.fits(Decimal("NaN"), Decimal(1))
    assert rounding.shown(Decimal("2.345"), 2) == "2.35"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("12 to 24 weeks", 84),
        ("Hospital stay, up to 14 days", 14),
        ("at 6 and 12 months", Decimal("182.4")),
        ("a 2-year visit", Decimal("730.50")),
        ("End of the procedure", None),
        ("1.5 cm", None),
    ],
)
def test_the_shortest_time_that_a_text_names(text, days):
    assert durations.shortest(text) == days


def test_a_number_of_uses_is_no_length_of_time():
    assert durations.days(Decimal(3), durations.LengthUnit.USES) is None
    assert durations.days(None, durations.LengthUnit.DAYS) is None
    assert durations.days(Decimal(2), durations.LengthUnit.WEEKS) == 14
