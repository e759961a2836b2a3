"""The codes and names by which a dossier calls its rows, and those in a text that mean nothing."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from cerwizard.dossier.dossier import Dossier

_CODE = r"[A-Z]{1,4}-?\d{1,4}[a-z]?"
_CODES = re.compile(_CODE)
_LISTS: dict[str, tuple[str, ...]] = {
    "purpose.indications": ("indication", "indications"),
    "purpose.contraindications": ("contraindication", "contraindications"),
    "purpose.warnings": ("warning", "warnings"),
    "populations.groups": ("population", "populations"),
    "populations.users": ("user", "users"),
    "versions.variants": ("variant", "variants"),
    "benefits.items": ("benefit", "benefits"),
    "benefits.claims": ("claim", "claims"),
    "state_of_the_art.alternatives": ("alternative", "alternatives"),
    "state_of_the_art.benchmarks": ("benchmark", "benchmarks"),
    "state_of_the_art.criteria": ("criterion", "criteria"),
    "literature.searches": ("search", "searches"),
    "literature.references": ("reference", "references", "publication", "publications"),
    "investigations.items": ("investigation", "investigations", "study", "studies"),
    "supporting.items": (),
    "evidence.items": ("data set", "data sets", "trial", "trials"),
    "risks.items": ("risk", "risks"),
    "analysis.results": ("result", "results"),
    "analysis.gaps": ("gap", "gaps"),
    "market.surveys": ("survey", "surveys"),
    "pmcf.activities": ("activity", "activities"),
}
PATTERNS = tuple(f"{rows}[*].code" for rows in _LISTS)


@dataclass(frozen=True, slots=True)
class Codes:
    """The codes in use, and the letters with which those of a kind begin, by the kind's noun."""

    known: frozenset[str]
    letters: Mapping[str, frozenset[str]]

    def unknown(self, text: str) -> Iterator[str]:
        """Yield what `text` calls by a code that no row has: “gap G9”, “(F07 and F99)”."""
        if not self.may_be_unknown(text):
            return
        for found in _named().finditer(text):
            letters = self.letters[found["noun"].casefold()]
            for code in _CODES.findall(found["codes"]):
                if _letters(code) in letters and code not in self.known:
                    yield f"{found['noun']} {code}"
        for found in _BRACKETED.finditer(text):
            codes = _CODES.findall(found[1])
            if any(code in self.known for code in codes):
                yield from (code for code in codes if self._like_one_of_ours(code))

    def may_be_unknown(self, text: str) -> bool:
        """Say whether anything in `text` looks like a code that no row has."""
        return not self.known.issuperset(_CODES.findall(text))

    def names_some(self, text: str) -> bool:
        """Say whether `text` has the code of some row in it."""
        return any(code in self.known for code in re.findall(rf"\b{_CODE}\b", text))

    def _like_one_of_ours(self, code: str) -> bool:
        ours = any(_letters(code) in letters for letters in self.letters.values())
        return ours and code not in self.known


_BRACKETED = re.compile(rf"\(\s*({_CODE}(?:\s*(?:,|;|and|to|–|-|or)\s*{_CODE})*)\s*\)")


@cache
def _named() -> re.Pattern[str]:
    nouns = sorted((noun for some in _LISTS.values() for noun in some), key=len, reverse=True)
    more = rf"(?:\s*(?:,|and|or|,\s*and)\s*{_CODE})*"
    return re.compile(
        rf"\b(?P<noun>{'|'.join(nouns)})\s+(?P<codes>{_CODE}{more})(?![\w.]*\w)", re.IGNORECASE
    )


def codes(dossier: Dossier) -> Codes:
    """Return the codes of all rows."""
    found = {rows: _of(dossier, rows) for rows in _LISTS}
    letters = {
        noun: frozenset(map(_letters, found[rows]))
        for rows, nouns in _LISTS.items()
        for noun in nouns
    }
    return Codes(frozenset(code for some in found.values() for code in some), letters)


def _of(dossier: Dossier, rows: str) -> list[str]:
    section, name = rows.split(".")
    given: Iterable[object] = getattr(getattr(dossier, section), name)
    texts = (getattr(row, "code", "").strip() for row in given)
    return [text for text in texts if re.fullmatch(_CODE, text)]


def _letters(code: str) -> str:
    return code.rstrip("abcdefghijklmnopqrstuvwxyz").rstrip("0123456789").rstrip("-")


_TRADE_MARK = re.compile(r"([A-Z][\w-]*(?:\s+[A-Z\d][\w-]*){0,2})\s?[®™]")


def unknown_trade_marks(text: str, names: Iterable[str]) -> Iterator[str]:
    """Yield the names marked ® or ™ of which no word is in any of `names`."""
    known = {word for name in names for word in _words(name)}
    for found in _TRADE_MARK.finditer(text):
        if not set(_words(found[1])) & known:
            yield found[1]


def misspelt(text: str, name: str) -> Iterator[str]:
    """Yield the words of `text` that are a word of `name` with one letter wrong."""
    wanted = _long_words(name)
    for word in _LONG.findall(text) if may_be_misspelt(text.casefold(), name) else ():
        if word[0].isupper() and any(_one_off(word, other) for other in wanted):
            yield word


_LONG = re.compile(r"[^\W\d_]{5,}")


@lru_cache(maxsize=64)
def _long_words(name: str) -> tuple[str, ...]:
    return tuple(w for w in _LONG.findall(name) if len(w) > 5 and w[0].isupper())


def may_be_misspelt(plain: str, name: str) -> bool:
    """Say whether a text in small letters has half of a word of `name`: one letter is in one half.

    Where this is not so, `misspelt` finds nothing.
    """
    return any(half in plain for half in _halves(name))


@lru_cache(maxsize=64)
def _halves(name: str) -> tuple[str, ...]:
    words = (word.casefold() for word in _long_words(name))
    return tuple({half for w in words for half in (w[: len(w) // 2], w[len(w) // 2 :])})


@lru_cache(maxsize=4096)
def _one_off(word: str, other: str) -> bool:
    """Say whether two words differ by one letter; a plural is the same word."""
    one, two = sorted((word.casefold(), other.casefold()), key=len)
    if one == two or two == f"{one}s" or len(two) - len(one) > 1:
        return False
    front = next((i for i, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), len(one))
    return one[front + (len(one) == len(two)) :] == two[front + 1 :]


def _words(text: str) -> list[str]:
    return [word.casefold() for word in re.findall(r"\w{2,}", text)]
