"""How a number reads wherever a reader meets it: thousands apart, except in a year."""

import re
from decimal import Decimal

_MINUS = "\u2212"
# The noun that is counted: the first word, or the second of a pair such as “data sets”.
_NOUN = re.compile(r"(?<= )(?:(?:data|percentage) )?([a-z]+s)\b")
_NO_NOUNS = frozenset(("as", "does", "has", "is", "its", "less", "plus", "series", "this", "was"))


def whole(number: int) -> str:
    """Return a count; from 1,000 on with commas."""
    return f"{number:,}".replace("-", _MINUS)


def decimal(number: Decimal) -> str:
    """Return a number with the digits that were typed, never in scientific notation."""
    return f"{number:,f}".replace("-", _MINUS)


def answer(name: str, number: int | Decimal) -> str:
    """Return the number that stands in the field `name`; the digits of a year stay together."""
    if name.endswith("year"):
        return str(number)
    return whole(number) if isinstance(number, int) else decimal(number)


def named(number: str, text: str) -> bool:
    """Say whether a text holds a number as it is shown, with its commas or without them."""
    return number.replace(",", "") in text.replace(",", "")


def with_noun(number: int, one: str, many: str = "") -> str:
    """Return a count with its noun, in figures: “1 day”, “1,095 days”."""
    return f"{whole(number)} {one if number == 1 else many or f'{one}s'}"


def behind_one(words: str) -> str:
    """Return our own words as they go on behind a 1: “ years of age” is “ year of age”."""
    found = _NOUN.match(words, 1) if words.startswith(" ") else None
    if found is None or found[1] in _NO_NOUNS:
        return words
    return f"{words[: found.start(1)]}{_singular(found[1])}{words[found.end() :]}"


def _singular(noun: str) -> str:
    return f"{noun[:-3]}y" if noun.endswith("ies") and noun != "series" else noun[:-1]
