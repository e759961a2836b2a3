"""Dates of which a part may be unknown: which of two is surely the earlier one."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Span:
    """The days on which a date may fall, both ends included; one day if it is whole."""

    first: date
    last: date


def span(text: str, months: int = 0) -> Span | None:
    """Return the days that a DateText may mean, moved by `months`; None if it is empty."""
    if not text:
        return None
    numbers = [int(piece) for piece in text.split("-")]
    first = date(*[*numbers, 1, 1][:3])
    if len(numbers) == 3:
        return Span(later(first, months), later(first, months))
    following = later(first, 12 if len(numbers) == 1 else 1)
    return Span(later(first, months), later(following, months) - timedelta(days=1))


def later(day: date, months: int) -> date:
    """Return the same day `months` later, or the last day of that month if it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    year = min(max(year, date.min.year), date.max.year)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def surely_before(one: Span, other: Span) -> bool:
    """Say whether `one` is earlier than `other` whatever the unknown parts are."""
    return one.last < other.first
