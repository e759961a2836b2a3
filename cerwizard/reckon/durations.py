"""Lengths of time in days: from number and unit, and as they are found in a text."""

import re
from collections.abc import Iterator
from decimal import Decimal

from cerwizard.dossier.choices import LengthUnit

_DAYS = {
    LengthUnit.MINUTES: Decimal(1) / 1440,
    LengthUnit.HOURS: Decimal(1) / 24,
    LengthUnit.DAYS: Decimal(1),
    LengthUnit.WEEKS: Decimal(7),
    LengthUnit.MONTHS: Decimal("30.4"),
    LengthUnit.YEARS: Decimal("365.25"),
}
_UNITS = {unit.value.removesuffix("s"): days for unit, days in _DAYS.items()}
_LENGTH = re.compile(
    r"(?<![\w.,])(\d+(?:\.\d+)?)(?:\s*(?:–|—|-|to|and|or)\s*(\d+(?:\.\d+)?))?[\s-]*"
    rf"({'|'.join(_UNITS)})s?\b",
    re.IGNORECASE,
)


def days(number: Decimal | None, unit: LengthUnit) -> Decimal | None:
    """Return a length in days; None if it is not known, or counted in uses."""
    if number is None or not number.is_finite() or unit not in _DAYS:
        return None
    return number * _DAYS[unit]


def shortest(text: str) -> Decimal | None:
    """Return the shortest length of time that a text names, in days; None if it names none.

    “12 to 24 weeks” is 84: what is asked for begins there.
    """
    return min(_lengths(text), default=None)


def without(text: str) -> str:
    """Return a text without the lengths of time that it names."""
    return _LENGTH.sub(" ", text)


def _lengths(text: str) -> Iterator[Decimal]:
    for found in _LENGTH.finditer(text):
        first, last, unit = found.groups()
        for number in (first, last):
            if number is not None:
                yield Decimal(number) * _UNITS[unit.lower()]
