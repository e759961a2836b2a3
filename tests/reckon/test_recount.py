"""Figures that follow from others beside them are worked out again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cerwizard.reckon import recount


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("68/118, 57.6 % (48.2–66.7)", []),
        ("68/118, 67.6 %", ["57.6"]),
        ("Healed 8/18 (44 %) against 10/20 (50 %)", []),
        ("3 of 118 patients (5.2 %)", ["2.5"]),
        ("1,954 of 43,950,000 (0.0044 %)", []),
        ("1,954 of 43,950,000 (0.0054 %)", ["0.0044"]),
        ("3 of 118 (95 % CI 0.5 to 7.3)", []),
        ("12 of 40 sites, 5 % of all patients", []),
        ("50/75 against 50/81, RR 1.08", []),
        ("A 4/3 ratio, 90 %", []),
    ],
)
def test_shares_in_a_text(text, right):
    assert [one for _, one in recount.wrong_shares(text)] == right


@pytest.mark.parametrize(
    ("text", "sample", "right"),
    [
        ("140 patients: half-width 8 percentage points at 40 % healed", 140, None),
        ("Half-width of 2.3 percentage points at 94 %.", 412, None),
        ("Half-width 1 percentage points at 40 %", 140, ("1", "8.1")),
        ("Power of 80 %", 140, None),
        ("Half-width 1 percentage points at 40 %", 0, None),
    ],
)
def test_half_widths(text, sample, right):
    assert recount.wrong_half_width(text, sample) == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("With 118 patients an event of 2.5 % or more is seen with a probability of 95 %.", None),
        (
            "With 118 patients an event of 0.5 % is seen with a probability of 95 %.",
            ("0.5", "2.51"),
        ),
        ("Rare events could have been missed.", None),
    ],
)
def test_detectable_rates(text, right):
    assert recount.wrong_detection(text) == right


@given(events=st.integers(0, 500), more=st.integers(0, 500), digits=st.integers(0, 3))
def test_a_share_that_was_rounded_rightly_is_right(events, more, digits):
    number = events + more + 1
    share = f"{100 * events / number:.{digits}f}"
    wrong = list(recount.wrong_shares(f"{events}/{number} ({share} %)"))
    # Halves are rounded to even by Python and up by others: both fit.
    assert wrong == []


@given(text=st.text(alphabet="0123456789/%().,– ofpatientshalf-width", max_size=80))
def test_no_text_breaks_the_arithmetic(text):
    list(recount.wrong_shares(text))
    recount.wrong_half_width(text, 10)
    recount.wrong_detection(text)
