"""The faults that are planted, as data: `faults/<family>.toml`.

Each is one change to a good dossier, told as a reviewer would see it, with the rule that must
find it, where, and by which clause. A fault that no rule finds stays, and counts as missed.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).with_name("faults")


@dataclass(frozen=True, slots=True)
class Row:
    """A row that a fault puts into the list at `list`; its fields refer to others by code."""

    list: str
    row: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Consequence:
    """Another finding that follows from a fault, and why it does."""

    rule: str
    at: str
    because: str


@dataclass(frozen=True, slots=True)
class Fault:
    """One change to the good dossier `base`; addresses name rows by their code or name.

    `rule` is empty while no rule is known to look for the fault: it counts as missed.
    """

    family: str
    name: str
    base: str
    says: str
    rule: str
    at: str
    clause: str
    add: tuple[Row, ...] = ()
    put: Mapping[str, Any] = field(default_factory=dict)
    remove: Sequence[str] = ()
    also: tuple[Consequence, ...] = ()


@cache
def faults() -> tuple[Fault, ...]:
    """Return every fault, family by family."""
    files = sorted(FOLDER.glob("*.toml"))
    return tuple(_fault(file.stem, table) for file in files for table in _tables(file))


def _tables(file: Path) -> list[dict[str, Any]]:
    tables: list[dict[str, Any]] = tomllib.loads(file.read_text(encoding="utf-8"))["faults"]
    return tables


def _fault(family: str, table: Mapping[str, Any]) -> Fault:
    add = tuple(Row(**row) for row in table.get("add", ()))
    also = tuple(Consequence(**one) for one in table.get("also", ()))
    return Fault(family=family, **{**table, "add": add, "also": also})
