"""The kinds of value that a dossier can hold, each with a way to be empty."""

import re
from calendar import monthrange
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Self

from pydantic import AfterValidator

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_MOST_DIGITS = 40


class Choice(StrEnum):
    """One of a closed list: a stable code for the file, a label for the writer."""

    label: str

    def __new__(cls, code: str, label: str = "") -> Self:
        """Make a member whose value is `code`."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label or code
        return member


class YesNo(Choice):
    """A question of fact; an untouched one is neither yes nor no."""

    UNSET = "", "Not answered"
    YES = "yes", "Yes"
    NO = "no", "No"


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a text that holds the id of a row in the list at `target`."""

    target: str


class DateMark:
    """Marks a text as a date: 2026, 2026-05 or 2026-05-31."""


def real_date(text: str) -> str:
    """Return `text` if it is empty or a calendar date, whole or partial; else raise ValueError."""
    found = _DATE.fullmatch(text)
    if text == "" or (found and _on_calendar(*found.groups())):
        return text
    raise ValueError("write a date as 2026, 2026-05 or 2026-05-31")


def _on_calendar(year: str, month: str | None, day: str | None) -> bool:
    if int(year) < 1000 or (month and not 1 <= int(month) <= 12):
        return False
    return not (month and day) or 1 <= int(day) <= monthrange(int(year), int(month))[1]


def plain_number(number: Decimal | None) -> Decimal | None:
    """Return `number` unless it is too long to be a measured value; keeps the digits as typed."""
    if number is None:
        return None
    _, digits, exponent = number.as_tuple()
    if not isinstance(exponent, int) or len(digits) + abs(exponent) > _MOST_DIGITS:
        raise ValueError(f"a number has at most {_MOST_DIGITS} digits")
    return number


DateText = Annotated[str, DateMark(), AfterValidator(real_date)]
Number = Annotated[Decimal | None, AfterValidator(plain_number)]
Whole = int | None
