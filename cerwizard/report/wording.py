"""How dates, numbers and lists read in a British report."""

import re
from collections.abc import Iterable, Sequence

from cerwizard.dossier.numerals import whole
from cerwizard.report.blocks import Span, Spans

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
AND = Span(" and ")
COMMA = Span(", ")
_ENDED = (".", "!", "?", "…", ":")
_UNIT = re.compile(r" (?<=\d )(?=(?:%|°C|[cmµn]m|[kmµ]?g|ml|pp|cm²|Hz)(?!\w))")
NO_BREAK = "\u00a0"


def day(text: str) -> str:
    """Return a DateText in words: “2026-11-22” is “22 November 2026”, “2026-11” “November 2026”."""
    pieces = text.split("-")
    if len(pieces) == 1:
        return text
    words = [_MONTHS[int(pieces[1]) - 1], pieces[0]]
    return " ".join([str(int(pieces[2])), *words] if len(pieces) > 2 else words)


def bound(text: str) -> str:
    """Return `text` with its figures bound to their units: no line ends between 92.5 and %."""
    return _UNIT.sub(NO_BREAK, text)


def counted(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: “no gaps”, “one gap”, “12 gaps”; small numbers in words."""
    return f"{spoken(number)} {one if number == 1 else many or f'{one}s'}"


def spoken(number: int) -> str:
    """Return a number as it reads in a sentence: “nine”, “10”."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else whole(number)


def capital(text: str) -> str:
    """Return `text` with a capital letter at its beginning, for our own words only."""
    return text[:1].upper() + text[1:]


def begun(text: str) -> str:
    """Return `text` as the beginning of a sentence: “Nine gaps”, “In all, 12 gaps”."""
    return f"In all, {text}" if text[:1].isdigit() else capital(text)


def small(text: str) -> str:
    """Return one of our own labels as it reads inside a sentence: “Class IIa” is “class IIa”.

    An abbreviation such as “PMCF study” keeps its capitals.
    """
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def ended(text: str) -> str:
    """Return the full stop that `text` lacks, or nothing."""
    return "" if not text or text.rstrip().endswith(_ENDED) else "."


def bare(text: str) -> str:
    """Return `text` without the full stop at its end, to go on with the sentence."""
    stripped = text.rstrip()
    return stripped[:-1] if stripped.endswith(".") and not stripped.endswith("..") else stripped


def listed(parts: Sequence[Spans], last: Span = AND, between: Span = COMMA) -> Spans:
    """Return the parts as “a, b and c”."""
    if len(parts) < 2:
        return parts[0] if parts else ()
    *front, end = parts
    return (*joined(front, between), last, *end)


def joined(parts: Iterable[Spans], between: Span) -> Spans:
    """Return the parts that say something with `between` between them."""
    found: list[Span] = []
    for part in parts:
        if not part:
            continue
        if found:
            found.append(between)
        found.extend(part)
    return tuple(found)
