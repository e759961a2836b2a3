"""How a number reads wherever a reader meets it: thousands apart, except in a year."""

import re
from decimal import Decimal

_MINUS = "\u2212"
# The noun that is counted: the first word, or the second of a pair such as “data sets”.
_NOUN = re.compile(r"(?<= )(?:(?:data|percentage) )?([a-z]+(?<![isu])s)\b")
_COMMA = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")  # between thousands
_HISSING = ("ches", "shes", "sses", "xes", "lenses")  # one of them lacks two letters
_NO_NOUNS = frozenset(("as", "does", "has", "its", "series", "was"))


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
    """Say whether a text holds a number that is shown, as a whole, however it is written there.

    Commas, a plain minus and zeros at its end make no other number: 1200.50 is named by “1,200.5”.
    """
    bare = _bare(number)
    if "." in bare:
        bare = bare.rstrip("0").rstrip(".")
    zeros = "0*" if "." in bare else r"(?:\.0+)?"
    found = re.search(rf"(?<![\d.]){re.escape(bare)}{zeros}(?!\.?\d)", _bare(text))
    return found is not None


def _bare(text: str) -> str:
    return _COMMA.sub("", text).replace(_MINUS, "-")


def with_noun(number: int, one: str, many: str = "") -> str:
    """Return a count with its noun, in figures: “1 day”, “1,095 days”."""
    return f"{whole(number)} {one if number == 1 else many or f'{one}s'}"


def behind_one(words: str) -> str:
    """Return our own words as they go on behind a 1: “ years of age” is “ year of age”."""
    found = _NOUN.match(words, 1)
    if found is None or found[1] in _NO_NOUNS:
        return words
    return f"{words[: found.start(1)]}{_singular(found[1])}{words[found.end() :]}"


def _singular(noun: str) -> str:
    if noun.endswith("ies"):
        return f"{noun[:-3]}y"
    return noun[:-2] if noun.endswith(_HISSING) else noun[:-1]
