"""Whether a reference is there already: by DOI, by PubMed number, or by its title."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from cerwizard.dossier import identifiers
from cerwizard.dossier.literature import Reference

_ALIKE = 90.0
_HARDLY_ALIKE = 50.0
_ENDS = 12
_LONG_ENOUGH = 30
_Key = tuple[str, str, tuple[str, ...], frozenset[str]]
_NOT_WORD = re.compile(r"[\W_]+")
_NUMBER = re.compile(r"\b(?:\d+|[ivx]+)\b")
# A title with one of these before it is another publication than the title without.
_OTHER_KIND = re.compile(
    r"\b(?:errat\w+|corrigend\w+|correction|retract\w+|comment\w*|reply|response|letter"
    r"|protocol|editorial)\b"
)


@dataclass(frozen=True, slots=True)
class Known:
    """What of a reference is compared; `row` is the reference itself."""

    row: Reference
    doi: str
    pmid: str
    title: str
    numbers: tuple[str, ...]
    kinds: frozenset[str]
    author: str
    start: str


@dataclass(frozen=True, slots=True)
class Match:
    """The reference that another one repeats, and by what that is known."""

    row: Reference
    why: str


class Shelf:
    """The references that are there; looking one up does not go through all of them."""

    def __init__(self, rows: Iterable[Reference] = ()) -> None:
        self._dois: dict[str, Known] = {}
        self._pmids: dict[str, Known] = {}
        self._words: dict[tuple[object, ...], Known] = {}
        self._blocks: dict[_Key, tuple[list[Known], list[str]]] = {}
        for row in rows:
            self.add(row)

    def add(self, row: Reference) -> None:
        """Put a reference on the shelf."""
        known = _known(row)
        if known.doi:
            self._dois.setdefault(known.doi, known)
        if known.pmid:
            self._pmids.setdefault(known.pmid, known)
        self._words.setdefault(_all_words(known), known)
        for key in _keys(known):
            knowns, titles = self._blocks.setdefault(key, ([], []))
            knowns.append(known)
            titles.append(known.title)

    def match(self, row: Reference) -> Match | None:
        """Return the reference that `row` repeats, None if it is new."""
        new = _known(row)
        same_doi = self._dois.get(new.doi)
        if same_doi and not _quite_another_title(new, same_doi):
            return Match(same_doi.row, "same DOI")
        same_pmid = self._pmids.get(new.pmid)
        if same_pmid and not _quite_another_title(new, same_pmid):
            return Match(same_pmid.row, "same PubMed number")
        same_words = self._words.get(_all_words(new))
        if new.title and same_words:
            return Match(same_words.row, "same in every word")
        for other in self._alike(new):
            if _agree(new, other):
                return Match(other.row, "same title, and nothing that speaks against it")
        return None

    def _alike(self, new: Known) -> Iterator[Known]:
        for key in _keys(new) if new.title else ():
            knowns, titles = self._blocks.get(key, ([], []))
            for _, _, spot in process.extract(
                new.title, titles, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=None
            ):
                yield knowns[spot]


def _all_words(known: Known) -> tuple[object, ...]:
    row = known.row
    numbers = (row.year, row.volume, row.issue, row.pages)
    return (known.title, known.doi, known.pmid, row.authors, row.journal, *numbers)


def _known(row: Reference) -> Known:
    title = plain_title(row.title)
    return Known(
        row=row,
        doi=identifiers.doi_of(row.doi),
        pmid=identifiers.pmid_of(row.pmid),
        title=title,
        numbers=tuple(sorted(_NUMBER.findall(title))),
        kinds=frozenset(found[:5] for found in _OTHER_KIND.findall(title)),
        author=_family_name(row),
        start=re.split(r"[-–]", row.pages, maxsplit=1)[0].strip().casefold(),
    )


def plain_title(title: str) -> str:
    """Return a title without case, accents and punctuation."""
    bare = title.casefold()
    if not bare.isascii():
        letters = unicodedata.normalize("NFKD", bare)
        bare = "".join(c for c in letters if not unicodedata.combining(c))
    return _NOT_WORD.sub(" ", bare).strip()


def _family_name(row: Reference) -> str:
    """Return the first author's family name: before the comma, else without the initials."""
    first = row.authors[0] if row.authors else ""
    family = first.partition(",")[0] if "," in first else _INITIALS.sub("", first)
    return plain_title(family)


_INITIALS = re.compile(r"(?:\s+[A-Z]{1,4}\.?|\s+(?:[A-Z]\.\s*)+)+$")


def _keys(known: Known) -> tuple[_Key, ...]:
    # Never the year: what appeared online first has another one in print.
    letters = known.title.replace(" ", "")
    must_agree = (known.numbers, known.kinds)
    return ((letters[:_ENDS], "", *must_agree), ("", letters[-_ENDS:], *must_agree))


def _quite_another_title(one: Known, other: Known) -> bool:
    """Say whether an identifier is shared by two works, as by the abstracts of a supplement."""
    if not (one.title and other.title):
        return False
    return fuzz.token_set_ratio(one.title, other.title) < _HARDLY_ALIKE


def _agree(one: Known, other: Known) -> bool:
    """Say whether two records of like titles are of one work: nothing may speak against it."""
    if _differ(one.doi, other.doi) or _differ(one.pmid, other.pmid):
        return False
    if one.row.year and other.row.year and abs(one.row.year - other.row.year) > 1:
        return False
    return _something_speaks_for_it(one, other)


def _differ(one: str, other: str) -> bool:
    return bool(one and other and one != other)


def _something_speaks_for_it(one: Known, other: Known) -> bool:
    if one.start and one.start == other.start:
        return True
    if one.author and other.author:
        return fuzz.ratio(one.author, other.author) >= _ALIKE
    return len(one.title) >= _LONG_ENOUGH


def without_duplicates(references: Iterable[Reference]) -> tuple[Reference, ...]:
    """Return the references without those that repeat an earlier one."""
    shelf = Shelf()
    kept: list[Reference] = []
    for row in references:
        if shelf.match(row) is None:
            shelf.add(row)
            kept.append(row)
    return tuple(kept)
