"""Holds a given proportion and its interval against the counts that it comes from."""

import re
from dataclasses import dataclass
from decimal import Decimal
from math import sqrt

from cerwizard.reckon import intervals, rounding
from cerwizard.reckon.intervals import Interval

_PER_CENT = re.compile(r"%(?!\s*points?)|per ?cent\b", re.IGNORECASE)
_Z95 = 1.959963984540054
_SLACK = 0.08  # of the interval's width: methods differ, and counts are sometimes adjusted


def per_cent(events: int | None, number: int | None) -> Decimal | None:
    """Return the exact percentage; None if the counts are not known or can't be."""
    if events is None or number is None or number <= 0 or not 0 <= events <= number:
        return None
    return Decimal(100 * events) / number


@dataclass(frozen=True, slots=True)
class Recounted:
    """What counts give, in per cent: the share with its exact interval."""

    estimate: Decimal
    ci_low: Decimal
    ci_high: Decimal


def recounted(events: int | None, number: int | None) -> Recounted | None:
    """Return what the counts give; None if they are not known or can't be."""
    share = per_cent(events, number)
    if share is None or events is None or number is None:
        return None
    found = intervals.exact(events, number)
    return Recounted(share, Decimal(repr(100 * found.low)), Decimal(repr(100 * found.high)))


def is_per_cent(unit: str) -> bool:
    """Say whether a unit means per cent."""
    return _PER_CENT.match(unit.strip()) is not None


@dataclass(frozen=True, slots=True)
class WrongBound:
    """A bound that no usual method gives; `right` is the exact one, as it would be printed."""

    bound: str
    given: Decimal
    right: str


def wrong_bound(
    events: int, number: int, low: Decimal | None, high: Decimal | None
) -> WrongBound | None:
    """Return the first bound of an interval in per cent that can't come from the counts.

    Exact, Wilson, normal and Agresti–Coull intervals are all taken as right.
    """
    usual = _usual(events, number)
    slack = _SLACK * max(one.high - one.low for one in usual)
    for name, given, bounds in (
        ("lower", low, [one.low for one in usual]),
        ("upper", high, [one.high for one in usual]),
    ):
        if given is not None and given.is_finite() and _outside(given, bounds, slack):
            return WrongBound(name, given, intervals.percent(bounds[0]))
    return None


def _outside(given: Decimal, bounds: list[float], slack: float) -> bool:
    share, step = float(given) / 100, float(rounding.half_a_step(given)) / 100
    return not min(bounds) - slack - step <= share <= max(bounds) + slack + step


def _usual(events: int, number: int) -> tuple[Interval, ...]:
    found = (
        intervals.exact(events, number),
        intervals.wilson(events, number),
        _normal(events + 2, number + 4),
    )
    # At either end the normal interval has no width at all, and nobody means it.
    return (*found, _normal(events, number)) if 0 < events < number else found


def _normal(events: int, number: int) -> Interval:
    share = events / number
    spread = _Z95 * sqrt(share * (1 - share) / number)
    return Interval(max(0.0, share - spread), min(1.0, share + spread))
