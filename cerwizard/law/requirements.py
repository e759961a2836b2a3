"""The general safety and performance requirements, as the clinical evaluation sees them."""

from enum import StrEnum
from functools import cache
from pathlib import Path

from cerwizard import assets
from cerwizard.law import clauses
from cerwizard.law.toml_file import Entry, only_once, read


class Need(StrEnum):
    """How often a requirement needs support from clinical data."""

    ALWAYS = "always"
    OFTEN = "often"
    SOMETIMES = "sometimes"
    RARELY = "rarely"
    NONE = "none"


class _Row(Entry):
    number: str
    clinical: Need
    when: str
    report: str
    clause: str


class _Rows(Entry):
    requirement: tuple[_Row, ...]


class Requirement(Entry):
    """One requirement of Annex I.

    `when` says in which case clinical data are needed, empty if whatever the device; `report`
    says what the clinical evaluation report has to tell.
    """

    number: str
    title: str
    gist: str
    clinical: Need
    when: str
    report: str
    clause: str


def load(folder: Path | None = None) -> tuple[Requirement, ...]:
    """Return the requirements in order; BadClauseError if the file is not well-formed."""
    return _load((folder or assets.resources("codes")) / "gspr.toml")


@cache
def _load(path: Path) -> tuple[Requirement, ...]:
    rows = read(path, _Rows).requirement
    only_once(path, [row.number for row in rows])
    return tuple(_introduced(row) for row in rows)


def _introduced(row: _Row) -> Requirement:
    clause = clauses.load().get(row.clause)
    return Requirement(**row.model_dump(), title=clause.title, gist=clause.gist)
