"""Proportions with their uncertainty: exact and Wilson intervals, what a sample can detect."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from math import exp, lgamma, log, log1p, sqrt

_TINY = 1e-300
_Z95 = 1.959963984540054  # the two-sided 95 % point of the normal distribution


@dataclass(frozen=True, slots=True)
class Interval:
    """Both bounds of an interval for a proportion, between 0 and 1."""

    low: float
    high: float


@lru_cache(maxsize=8192)
def exact(events: int, number: int, level: float = 0.95) -> Interval:
    """Return the Clopper–Pearson interval for `events` out of `number`.

    Raises:
        ValueError: not 0 <= events <= number, or the number is 0.
    """
    _possible(events, number)
    tail = (1 - level) / 2
    low = 0.0 if events == 0 else _quantile(tail, events, number - events + 1)
    high = 1.0 if events == number else _quantile(1 - tail, events + 1, number - events)
    return Interval(low, high)


def wilson(events: int, number: int) -> Interval:
    """Return the 95 % Wilson score interval for `events` out of `number`; errors as in `exact`."""
    _possible(events, number)
    share, z2 = events / number, _Z95**2
    middle = (share + z2 / (2 * number)) / (1 + z2 / number)
    spread = _Z95 * sqrt(share * (1 - share) / number + z2 / (4 * number**2)) / (1 + z2 / number)
    return Interval(max(0.0, middle - spread), min(1.0, middle + spread))


def upper_if_none_seen(number: int, level: float = 0.95) -> float:
    """Return the greatest rate that fits no event in `number`; near 3/number ("rule of three")."""
    _possible(0, number)
    return float(1 - (1 - level) ** (1 / number))


def detectable(number: int, power: float = 0.8) -> float:
    """Return the smallest rate of which `number` observations show an event with that power."""
    _possible(0, number)
    _between(power)
    return float(1 - (1 - power) ** (1 / number))


def percent(share: float, digits: int = 1) -> str:
    """Return a proportion in per cent, rounded half up, without the sign: 0.576 is “57.6”."""
    step = Decimal(1).scaleb(-digits)
    return str((Decimal(repr(share)) * 100).quantize(step, rounding=ROUND_HALF_UP))


def _possible(events: int, number: int) -> None:
    if number <= 0 or not 0 <= events <= number:
        raise ValueError(f"{events} of {number} is not a proportion")


def _between(share: float) -> None:
    if not 0 < share < 1:
        raise ValueError(f"{share} is not between 0 and 1")


def _quantile(share: float, a: float, b: float) -> float:
    """Return the x below which a beta distribution of `a` and `b` has `share`, by halving."""
    low, high = 0.0, 1.0
    while high - low > 1e-12 * high:
        middle = (low + high) / 2
        if _below(middle, a, b) < share:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _below(x: float, a: float, b: float) -> float:
    """Return the regularised incomplete beta function."""
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(x, a, b) / a
    return 1 - front * _fraction(1 - x, b, a) / b


def _fraction(x: float, a: float, b: float) -> float:
    """Return the continued fraction of the incomplete beta function, by Lentz's method."""
    c, d = 1.0, 1 / _away(1 - (a + b) * x / (a + 1))
    found = d
    for m in range(1, 10_000):
        for term in _terms(m, x, a, b):
            d = 1 / _away(1 + term * d)
            c = _away(1 + term / c)
            found *= c * d
        if abs(c * d - 1) < 1e-14:
            break
    return found


def _terms(m: int, x: float, a: float, b: float) -> tuple[float, float]:
    even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
    odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    return even, odd


def _away(value: float) -> float:
    return value if abs(value) > _TINY else _TINY
