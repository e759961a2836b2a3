"""Citations and statements of law that are often wrong, and what is right."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from pydantic import field_validator

from cerwizard import assets
from cerwizard.law.toml_file import Entry, only_once, read


class Mistake(Entry):
    """A common mistake; `pattern` finds it in a text whatever the case."""

    id: str
    wrong: str
    right: str
    pattern: str
    clauses: tuple[str, ...]

    @field_validator("pattern")
    @classmethod
    def _compiles(cls, pattern: str) -> str:
        try:
            re.compile(pattern)
        except re.error as error:
            raise ValueError(f"the pattern is no regular expression: {error}") from error
        return pattern

    def find(self, text: str) -> Iterator[str]:
        """Yield the places of `text` that make the mistake."""
        yield from (found[0] for found in _compiled(self.pattern).finditer(text))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_ESCAPED = re.compile(r"\\([^\w\s])")  # a sign that stands for itself
_GROUP = re.compile(r"\(([^()]*)\)(?![?*{])")
_MAYBE = re.compile(r"\([^()]*\)[?*{]")
_LOOSE = re.compile(r"\[[^\]]*\]|\\\w|\.|.(?=[?*{])|[+?*]|\{[^}]*\}")
_HIDDEN = {sign: chr(0xE000 + i) for i, sign in enumerate("()[]{}.*+?|^$")}
_SHOWN = str.maketrans({hidden: sign for sign, hidden in _HIDDEN.items()})


@cache
def needles(pattern: str) -> tuple[str, ...]:
    """Return words, in small letters, of which one is in each text where the pattern finds any.

    They are what stands outside all brackets, or the alternatives of one pair of brackets.
    """
    flat = _MAYBE.sub("[]", _ESCAPED.sub(lambda found: _HIDDEN.get(found[1], found[1]), pattern))
    sets = [tuple(found[1].split("|")) for found in _GROUP.finditer(flat)]
    sets = [some for some in sets if not any(_LOOSE.search(word) for word in some)]
    outside = _GROUP.sub("[]", flat)
    if "(" in outside:  # what is in brackets within brackets need not be there
        sets, outside = [], _MAYBE.sub("[]", _GROUP.sub("[]", outside))
    if "(" in outside or "|" in outside:
        return ("",)
    sets += [(word,) for word in _LOOSE.sub("\n", outside).split("\n")]
    best = max(sets, key=_rarity)
    return tuple(word.translate(_SHOWN).casefold() for word in best)


class _Mistakes(Entry):
    mistake: tuple[Mistake, ...]


def _rarity(words: tuple[str, ...]) -> tuple[bool, int]:
    """Return how rare the most common of some words may be: figures are rarer than letters."""
    shortest = min(words, key=len)
    return bool(re.search(r"\d", shortest)) and len(shortest) > 4, len(shortest)


def may_be_in(plain: str) -> bool:
    """Say whether a text, in small letters, may make any of our mistakes; most make none."""
    return any(found in plain for found in _needles(load()))


@cache
def _needles(mistakes: tuple[Mistake, ...]) -> tuple[str, ...]:
    return tuple({word for mistake in mistakes for word in needles(mistake.pattern)})


def load(folder: Path | None = None) -> tuple[Mistake, ...]:
    """Return the mistakes; BadClauseError if the file is not well-formed."""
    return _load((folder or assets.resources("codes")) / "wrong_citations.toml")


@cache
def _load(path: Path) -> tuple[Mistake, ...]:
    mistakes = read(path, _Mistakes).mistake
    only_once(path, [mistake.id for mistake in mistakes])
    return mistakes


def mistakes_in(text: str, folder: Path | None = None) -> tuple[Mistake, ...]:
    """Return the mistakes that `text` makes."""
    return tuple(mistake for mistake in load(folder) if any(mistake.find(text)))
