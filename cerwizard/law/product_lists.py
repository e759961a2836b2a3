"""Product types that the law lists by word, with the days on which each list holds."""

import re
from datetime import date
from functools import cache
from pathlib import Path

from pydantic import Field

from cerwizard import assets
from cerwizard.law.toml_file import Entry, only_once, read


class ProductList(Entry):
    """A dated list; `serves` are the clauses for which it holds.

    `oj_verified` is False until each word has been compared with the Official Journal.
    """

    id: str
    title: str
    serves: tuple[str, ...] = Field(alias="for")
    valid_from: date
    valid_to: date | None = None
    source: str
    oj_verified: bool
    members: tuple[str, ...]

    def valid(self, day: date) -> bool:
        """Say whether the list holds on `day`."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


class _Lists(Entry):
    list: tuple[ProductList, ...]


def load(folder: Path | None = None) -> tuple[ProductList, ...]:
    """Return all lists, past and present; BadClauseError if the file is not well-formed."""
    return _load((folder or assets.resources("codes")) / "product_lists.toml")


@cache
def _load(path: Path) -> tuple[ProductList, ...]:
    lists = read(path, _Lists).list
    only_once(path, [entry.id for entry in lists])
    return lists


def on(clause: str, day: date, folder: Path | None = None) -> tuple[ProductList, ...]:
    """Return the lists that hold for a clause on `day`, e.g. for `MDR:61.6.b`."""
    return tuple(entry for entry in load(folder) if clause in entry.serves and entry.valid(day))


def members(clause: str, day: date, folder: Path | None = None) -> tuple[str, ...]:
    """Return the product words that a clause lists on `day`."""
    return tuple(word for entry in on(clause, day, folder) for word in entry.members)


def names(clause: str, text: str, day: date) -> bool:
    """Say whether a text calls a product by a word that a clause lists on `day`.

    “Bone screw” is one of the screws, and “stylet” one of the “stylets and stylet guides”.
    """
    said = text.casefold()
    words = (word for entry in members(clause, day) for word in entry.casefold().split(" and "))
    return any(re.search(rf"\b{re.escape(word.rstrip('s'))}", said) for word in words)
