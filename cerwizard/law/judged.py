"""Which rules judge each item that a notified body goes through, or why none does."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import Field

from cerwizard import assets
from cerwizard.law import clauses
from cerwizard.law.clauses import Clause
from cerwizard.law.toml_file import Entry, read

# The parts in the order in which they are read; an item belongs to the first that begins it.
_PARTS = (
    ("MDR, Article 61: clinical evaluation", r"MDR:61\."),
    ("MDR, Annex XIV Part A: clinical evaluation", r"MDR:XIV\.A(?:\.|$)"),
    ("MDR, Annex XIV Part B: post-market clinical follow-up", r"MDR:XIV\.B(?:\.|$)"),
    ("MDR, Annex I: general requirements 1 to 9", r"MDR:I\.[1-9](?:\.|$)"),
    ("MEDDEV 2.7/1 rev. 4, Appendix A10: release checklist", r"MEDDEV-2\.7\.1r4:A10(?:\.|$)"),
    ("MDCG 2020-13: the assessment report of the notified body", r"MDCG-2020-13:"),
)


class Judged(Entry):
    """The table: clause ids with the codes of rules, or with sentences.

    `headings` only hold other items. `not_judged` says why no rule judges an item,
    `left_to_a_reader` what the rules of an item that is judged can't tell.
    """

    headings: tuple[str, ...] = ()
    rules: dict[str, tuple[str, ...]]
    not_judged: dict[str, str]
    left_to_a_reader: dict[str, str] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Part:
    """One list of the law or guidance: its title and its items in their order."""

    title: str
    items: tuple[Clause, ...]


def load(folder: Path | None = None) -> Judged:
    """Return the table; BadClauseError if the file is not well-formed."""
    return _load((folder or assets.resources("codes")) / "judged.toml")


@cache
def _load(path: Path) -> Judged:
    return read(path, Judged)


@cache
def parts() -> tuple[Part, ...]:
    """Return the lists that the table has to account for, with their items."""
    return tuple(Part(title, tuple(_items(begin))) for title, begin in _PARTS)


def items() -> tuple[str, ...]:
    """Return the ids of all clauses that the table has to account for."""
    return tuple(clause.id for part in parts() for clause in part.items)


def _items(begin: str) -> Iterator[Clause]:
    return (clause for clause in clauses.load() if re.match(begin, clause.id))
