"""Compares the texts of other documents with the dossier, by the words that carry meaning."""

import re
from collections.abc import Iterable
from decimal import Decimal

from cerwizard.dossier.numerals import decimal

_WORD = re.compile(r"[^\W\d_]{4,}")
_PART = re.compile(r"[.;\n•]+(?=\s|$)|\n")
_FINE_PART = re.compile(r"[.;,\n•]+(?=\s|$)|\n")
_PER_CENT = re.compile(r"(?<![\w.,])(\d+(?:[.,]\d+)?)\s*%")
_NUMBER = re.compile(r"(?<![\w.,])(\d{1,3}(?:,\d{3})+|\d+(?:[.,]\d+)?)(?!\w|[.,]\d)")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
_AGE = re.compile(
    r"(?:(?<![\w.,])(\d{1,3})\s*(?:years?\b|y\b)|\b(?:age|aged|below|under|over)\s+(\d{1,3})\b)",
    re.IGNORECASE,
)
_FIRST = re.compile(r"[^\W\d_]+")
_STEM = 5
_LEVEL = Decimal(95)  # per cent: stands beside nearly every interval, and is no result
# Words that stand in any such text and tell nothing of its subject.
_EMPTY = frozenset(
    "about above after against aged ages also appropriate because been before being below between "
    "cause caused conditions could device devices does done during each either especially further "
    "have having including indicated intended into known like listed make many medical might more "
    "most must need needed needs nothing only other others over patient patients persons person "
    "possible product purpose related risk risks same serious several severe shall should signs "
    "some such than that their them there these they this those through time treat treated "
    "treating treatment under until used user users uses using when where which while with within "
    "without year years".split()
)


def stems(text: str) -> frozenset[str]:
    """Return the beginnings of the words that carry meaning, in small letters."""
    words = (word.casefold() for word in _WORD.findall(text))
    return frozenset(word[:_STEM] for word in words if word not in _EMPTY)


def parts(text: str, *, fine: bool = False) -> tuple[str, ...]:
    """Return the items of a list that is written as a text; `fine` parts at commas too."""
    pieces = (piece.strip(" –—-:\t") for piece in (_FINE_PART if fine else _PART).split(text))
    return tuple(piece for piece in pieces if stems(piece))


def head(text: str) -> str:
    """Return the first word of a text in small letters, however short; empty if there is none."""
    found = _FIRST.search(text)
    return found[0].casefold() if found else ""


def foreign(items: Iterable[str], known: frozenset[str]) -> list[str]:
    """Return the items of which more than half of the words are unknown.

    Half is enough if the first word is among them: “burns by a hot frame” are burns.
    """
    return [item for item in items if _unknown(item, known)]


def _unknown(item: str, known: frozenset[str]) -> bool:
    words = stems(item)
    unknown = len(words - known) * 2
    return unknown > len(words) or (unknown == len(words) and head(item)[:_STEM] in words - known)


def untold(
    items: Iterable[tuple[str, str]], told: frozenset[str], listed: frozenset[str] = frozenset()
) -> list[str]:
    """Return the names of the items (name, text) of which no word at all is told.

    Where the list in the document (`listed`) has a word of its own of each other item, it must
    have one of this, too: “stenosis” does not tell the iliac one beside the femoral one.
    """
    named = [(name, words) for name, text in items if (words := stems(text))]
    own = [words - _all_but(named, i) for i, (_, words) in enumerate(named)]
    by_own = sum(bool(words & listed) for words in own) >= max(2, len(named) - 1)
    return [
        name
        for (name, words), mine in zip(named, own, strict=True)
        if not words & told or (by_own and mine and not mine & listed)
    ]


def _all_but(named: list[tuple[str, frozenset[str]]], spot: int) -> frozenset[str]:
    return frozenset().union(*(words for i, (_, words) in enumerate(named) if i != spot))


def per_cents(text: str) -> set[Decimal]:
    """Return the percentages in a text."""
    return {_decimal(found) for found in _PER_CENT.findall(text)}


def numbers(text: str) -> set[Decimal]:
    """Return all figures in a text, without signs."""
    return {_decimal(found) for found in _NUMBER.findall(text)}


def values(text: str) -> set[Decimal]:
    """Return the figures in a text that may be values: not the level of its intervals, 95 %."""
    return numbers(text) - {_LEVEL}


def listed(figures: Iterable[Decimal], *, most: int | None = None) -> str:
    """Return figures in words, the least first, and no more than `most`."""
    return ", ".join(decimal(one) for one in sorted(figures)[:most])


def ages(text: str) -> set[int]:
    """Return the ages in years that a text names."""
    return {int(one or other) for one, other in _AGE.findall(text)}


def _decimal(text: str) -> Decimal:
    if _THOUSANDS.fullmatch(text):
        return Decimal(text.replace(",", "")).normalize()
    return Decimal(text.replace(",", ".")).normalize()
