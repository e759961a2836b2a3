"""A date of which a part is unknown is a span of days."""

from datetime import date

import pytest

from cerwizard.dossier.dates import Span, later, span, surely_before


@pytest.mark.parametrize(
    ("text", "months", "first", "last"),
    [
        ("2026-05-31", 0, date(2026, 5, 31), date(2026, 5, 31)),
        ("2026-05", 0, date(2026, 5, 1), date(2026, 5, 31)),
        ("2024-02", 0, date(2024, 2, 1), date(2024, 2, 29)),
        ("2026", 0, date(2026, 1, 1), date(2026, 12, 31)),
        ("2026-05-31", -3, date(2026, 2, 28), date(2026, 2, 28)),
        ("2026-04", 1, date(2026, 5, 1), date(2026, 5, 31)),
        ("2026", -6, date(2025, 7, 1), date(2026, 6, 30)),
    ],
)
def test_the_days_that_a_date_may_mean(text, months, first, last):
    assert span(text, months) == Span(first, last)


def test_no_date_is_no_span_and_the_last_year_is_no_fault():
    assert span("") is None
    assert span("9999") is not None
    assert later(date(9999, 12, 31), 12) == date(9999, 12, 31)
    assert later(date(2024, 2, 29), 12) == date(2025, 2, 28)


def test_only_what_is_sure_is_before():
    may, year = span("2026-05"), span("2026")
    assert not surely_before(may, year)
    assert not surely_before(year, may)
    assert surely_before(may, span("2026-06"))
