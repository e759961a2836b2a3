"""What a text states of the device in passing: its class, its lifetime, editions, versions."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from cerwizard.dossier.choices import LengthUnit
from cerwizard.reckon import durations

_CLASS = re.compile(
    r"\b(?:(?:the|this|our) (?:device|product|software|implant|system)|it) (?:is|belongs to)"
    r"(?: (?:a|an|in|of|device|medical|classified as|classified in|placed in))*"
    r"\s+class (III|IIb|IIa|I)\b"
    r"|\b(?:this|our) class (III|IIb|IIa|I)(?: \w+)? (?:device|product|software|implant|system)\b",
    re.IGNORECASE,
)
_NOT_NOW = re.compile(
    r"\b(?:directive|MDD|AIMDD|93/42|90/385|formerly|earlier|would|if)\b", re.IGNORECASE
)
_LIFETIME = re.compile(
    r"\b(?:expected |intended |service |design )?lifetime (?:of the device )?"
    r"(?:is|of)(?: about| up to| at least)? (\d+(?:\.\d+)?)[\s-]"
    r"(minute|hour|day|week|month|year)s?\b",
    re.IGNORECASE,
)
_EDITION = re.compile(
    r"\b(?:(?:EN|ISO|IEC|DIN)[\s/]+)+(?:T[RS]\s+)?(\d{4,5}(?:-\d+){0,2}):((?:19|20)\d\d)\b"
)
_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
_SENTENCE = re.compile(r"(?<=[.;!?])\s+|\n+")
_CLASSES = {"i": "I", "iia": "IIa", "iib": "IIb", "iii": "III"}


def classes(text: str) -> Iterator[tuple[str, str]]:
    """Yield (words, class) where a text says of which class the device is now."""
    for sentence in _SENTENCE.split(text):
        if not _NOT_NOW.search(sentence):
            for found in _CLASS.finditer(sentence):
                yield found[0], _CLASSES[(found[1] or found[2]).casefold()]


def lifetimes(text: str) -> Iterator[tuple[str, Decimal]]:
    """Yield (words, days) where a text states the lifetime of the device."""
    for found in _LIFETIME.finditer(text):
        length = durations.days(Decimal(found[1]), LengthUnit(f"{found[2].lower()}s"))
        if length is not None:
            yield found[0], length


def editions(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield (words, number, year) of the standards that a text cites with their edition."""
    for found in _EDITION.finditer(text):
        yield found[0], found[1], found[2]


def years(text: str) -> frozenset[str]:
    """Return the years that stand in a text."""
    return frozenset(_YEAR.findall(text))


def versions(text: str, numbers: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """Yield (words, number, version) where a text cites a document by number with its version."""
    for number in numbers:
        if number not in text:
            continue
        pattern = (
            rf"(?<![\w-]){re.escape(number)}[,;\s(]{{1,3}}"
            r"(?:version|vers\.|v\.?|revision|rev\.?|issue)\s?(\d[\w.-]*)"
        )
        for found in re.finditer(pattern, text, re.IGNORECASE):
            yield found[0], number, found[1].rstrip(".-")


_CITED = re.compile(
    r"\[@[^\]]+\]|\b(?:19|20)\d\d[a-z]?\b|\bet al\b|\b(?:NICE|WHO|AWMF|ESC|KDIGO)\b"
)
_FIGURE = re.compile(r"\d+(?:[.,]\d+)?\s?%|\b\d+(?:[.,]\d+)? (?:in|of|per) \d+[\d,.]*")


def cites(text: str) -> bool:
    """Say whether a text cites something: a reference, an author with a year, a known body."""
    return _CITED.search(text) is not None


_HEARSAY = re.compile(
    r"\b(?:it is|as is|as) (?:well|widely|generally|commonly|universally) "
    r"(?:known|accepted|agreed)\b"
    r"|\b(?:is|are) (?:generally|universally|commonly) (?:accepted|agreed|known|recognised)\b"
    r"|\b(?:all|most) (?:experts|physicians|doctors|surgeons|clinicians|specialists) "
    r"(?:agree|know)\b"
    r"|\beverybody knows\b|\bneedless to say\b|\bundisputed(?:ly)?\b",
    re.IGNORECASE,
)


def hearsay(text: str) -> Iterator[str]:
    """Yield where a text appeals to what everybody knows."""
    yield from (found[0] for found in _HEARSAY.finditer(text))


def figures(text: str) -> Iterator[str]:
    """Yield the shares that a text gives."""
    yield from (found[0] for found in _FIGURE.finditer(text))
