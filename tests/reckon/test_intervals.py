from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cerwizard.reckon.intervals import (
    detectable,
    exact,
    percent,
    upper_if_none_seen,
    wilson,
)

counts = st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@pytest.mark.parametrize(
    ("events", "number", "low", "high"),
    [
        (68, 118, "48.2", "66.7"),
        (3, 118, "0.5", "7.3"),
        (9, 118, "3.5", "14.0"),
        (6, 118, "1.9", "10.7"),
        (0, 10, "0.0", "30.8"),
        (10, 10, "69.2", "100.0"),
        (1, 2, "1.3", "98.7"),
    ],
)
def test_exact_intervals_are_those_of_the_tables(events, number, low, high):
    found = exact(events, number)
    assert (percent(found.low), percent(found.high)) == (low, high)


def test_a_very_rare_event_has_an_interval_too():
    found = exact(228, 43_950_000)
    assert percent(found.low, 6) == "0.000454"
    assert percent(found.high, 6) == "0.000591"


def test_wilson_is_the_usual_score_interval():
    found = wilson(15, 50)
    assert (percent(found.low), percent(found.high)) == ("19.1", "43.8")


@given(counts)
def test_an_interval_holds_its_rate(count):
    events, number = count
    for found in (exact(events, number), wilson(events, number)):
        assert 0 <= found.low <= events / number + 1e-12
        assert events / number - 1e-12 <= found.high <= 1


@given(counts)
def test_success_and_failure_mirror_each_other(count):
    events, number = count
    one, other = exact(events, number), exact(number - events, number)
    assert isclose(one.low, 1 - other.high, abs_tol=1e-9)


@pytest.mark.parametrize(("rate", "number"), [(0.10, 16), (0.05, 32), (0.01, 161)])
def test_the_smallest_rate_of_which_so_many_show_an_event(rate, number):
    assert detectable(number, 0.8) <= rate < detectable(number - 1, 0.8)


def test_no_event_in_a_hundred_leaves_room_for_three_per_cent():
    assert percent(upper_if_none_seen(100)) == "3.0"


@pytest.mark.parametrize(("events", "number"), [(-1, 5), (6, 5), (0, 0)])
def test_what_is_no_proportion_is_refused(events, number):
    with pytest.raises(ValueError, match="not a proportion"):
        exact(events, number)


@pytest.mark.parametrize("power", [0, 1, 1.5])
def test_what_is_no_power_is_refused(power):
    with pytest.raises(ValueError, match="not between 0 and 1"):
        detectable(100, power)


def test_percentages_are_rounded_half_up():
    assert percent(0.0025) == "0.3"
    assert percent(0.5) == "50.0"
