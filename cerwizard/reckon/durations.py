"""Lengths of time in days: from number and unit, and as they are found in a text."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from cerwizard.dossier.choices import LengthUnit
from cerwizard.dossier.numerals import with_noun

_DAYS = {
    LengthUnit.MINUTES: Decimal(1) / 1440,
    LengthUnit.HOURS: Decimal(1) / 24,
    LengthUnit.DAYS: Decimal(1),
    LengthUnit.WEEKS: Decimal(7),
    LengthUnit.MONTHS: Decimal("30.4"),
    LengthUnit.YEARS: Decimal("365.25"),
}
_NEARLY = Decimal("0.9")  # a visit some days early is no shorter follow-up
_YEAR, _MONTH = 365.25, 30.44  # days on average
_LEAST_MONTHS, _MOST_MONTHS = 3, 24  # what is shorter or longer stays in days
_LEAST_WEEKS, _MOST_WEEKS = 4, 52
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


def spoken(length: int) -> str:
    """Return a length in days in the unit that makes it whole: “3 years”, “6 months”, “24 weeks”.

    A length that none of them makes whole stays in days.
    """
    if years := _whole_years(length):
        return with_noun(years, "year")
    months = round(length / _MONTH)
    if _LEAST_MONTHS <= months < _MOST_MONTHS and abs(length - months * _MONTH) < 1:
        return with_noun(months, "month")
    if _LEAST_WEEKS * 7 <= length < _MOST_WEEKS * 7 and length % 7 == 0:
        return with_noun(length // 7, "week")
    return with_noun(length, "day")


def _whole_years(length: int) -> int:
    """Return the years that a length in days makes, 0 if it makes none."""
    years = round(length / _YEAR)
    return years if 365 * years <= length <= 366 * years else 0


def reaches(length: Decimal | int, wanted: Decimal) -> bool:
    """Say whether a length in days is as long as wanted, or nearly so."""
    return length >= wanted * _NEARLY


def too_short(lengths: Iterable[int | None], wanted: Decimal | None) -> int | None:
    """Return the longest of some lengths in days if none reaches `wanted`; None if one does.

    None also if a length, or the wanted one, is not known: then nobody can tell.
    """
    known = list(lengths)
    longest = max((one for one in known if one is not None), default=None)
    if wanted is None or longest is None or None in known or reaches(longest, wanted):
        return None
    return longest


def without(text: str) -> str:
    """Return a text without the lengths of time that it names."""
    return _LENGTH.sub(" ", text)


def _lengths(text: str) -> Iterator[Decimal]:
    for found in _LENGTH.finditer(text):
        first, last, unit = found.groups()
        for number in (first, last):
            if number is not None:
                yield Decimal(number) * _UNITS[unit.lower()]
