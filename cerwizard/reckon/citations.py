"""How publications are cited: numbered by first use, and written out in the Vancouver style."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from cerwizard.dossier.literature import Reference

MOST_AUTHORS = 6
_WORD = re.compile(r"[^\s.\-]+")
_ENDED = (".", "?", "!")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a reference: the words of a field, or what stands between (`field` empty)."""

    text: str
    field: str = ""


def numbered(uses: Iterable[str]) -> dict[str, int]:
    """Return the number of each reference id in the order of first use, from 1."""
    numbers: dict[str, int] = {}
    for use in uses:
        numbers.setdefault(use, len(numbers) + 1)
    return numbers


def vancouver(reference: Reference) -> tuple[Piece, ...]:
    """Return the reference as it stands in a bibliography; what is not known is left out."""
    return tuple(_spaced(_sentences(reference)))


def short(reference: Reference) -> tuple[Piece, ...]:
    """Return authors and year, for tables: “Beeckman et al. 2021”; the title if neither."""
    names = [surname(author) for author in reference.authors if author.strip()]
    pieces = [Piece(_few(names), "authors")] if names else []
    if reference.year is not None:
        pieces += [Piece(" ")] if pieces else []
        pieces.append(Piece(str(reference.year), "year"))
    title = reference.title.strip()
    return tuple(pieces) if names or not title else (Piece(title, "title"), *_year(reference))


def _year(reference: Reference) -> Iterator[Piece]:
    if reference.year is not None:
        yield Piece(f", {reference.year}", "year")


def _few(names: list[str]) -> str:
    if len(names) > 2:
        return f"{names[0]} et al."
    return " and ".join(names)


@lru_cache(maxsize=65536)
def author(name: str) -> str:
    """Return a name as Vancouver writes it: “Beeckman, Dimitri” is “Beeckman D”.

    A name without a comma, such as that of a group, is left as it is.
    """
    last, comma, given = name.strip().partition(",")
    if not comma:
        return last
    initials = "".join(_initials(word) for word in _WORD.findall(given.partition(",")[0]))
    return " ".join(filter(None, (last.strip(), initials)))


def _initials(word: str) -> str:
    # “JP” are two initials already, “Jean” is one name
    return word if word.isupper() and len(word) <= 3 else word[0].upper()


def surname(name: str) -> str:
    """Return the family name, or the whole name of a group."""
    return name.partition(",")[0].strip()


def _sentences(r: Reference) -> Iterator[list[Piece]]:
    names = [author(name) for name in r.authors if name.strip()]
    if names:
        more = ", et al." if len(names) > MOST_AUTHORS else ""
        yield [Piece(", ".join(names[:MOST_AUTHORS]), "authors"), Piece(more)]
    for field in ("title", "journal"):
        if text := getattr(r, field).strip():
            yield [Piece(text, field)]
    yield _where(r)
    for label, field in _IDS:
        if text := getattr(r, field).strip():
            yield [Piece(label), Piece(text, field)]


_IDS = (
    ("doi: ", "doi"),
    ("PMID: ", "pmid"),
    ("Registration: ", "registration"),
    ("Available from: ", "url"),
)


def _where(r: Reference) -> list[Piece]:
    """Return year, volume, issue and pages: “2021;28(3):112–20”."""
    given = (
        ("", "" if r.year is None else str(r.year), "year", ""),
        (";", r.volume.strip(), "volume", ""),
        ("(", r.issue.strip(), "issue", ")"),
        (":", r.pages.strip(), "pages", ""),
    )
    pieces: list[Piece] = []
    for before, text, field, after in given:
        if text:
            sign = before if pieces or before == "(" else ""
            pieces += [Piece(sign), Piece(text, field), Piece(after)]
    return pieces


def _spaced(sentences: Iterable[list[Piece]]) -> Iterator[Piece]:
    first = True
    for sentence in sentences:
        pieces = [piece for piece in sentence if piece.text]
        if not pieces:
            continue
        if not first:
            yield Piece(" ")
        first = False
        yield from pieces
        if not pieces[-1].text.endswith(_ENDED):
            yield Piece(".")
