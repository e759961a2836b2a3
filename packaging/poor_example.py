"""Spoils a good dossier in the ways that notified bodies find most: the poor example.

The faults stand in `samples/poor-example/faults.toml`, each with the rule that must find it.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

from cerwizard.dossier import paths
from cerwizard.dossier.dossier import Dossier
from trust.planting import real, with_answer, with_row

BASE = "pta-balloon"
FAULTS = Path(__file__).parent / "samples" / "poor-example" / "faults.toml"


@dataclass(frozen=True, slots=True)
class Row:
    """A row that a fault puts into the list at `list`; its fields refer to others by code."""

    id: str
    list: str
    row: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Fault:
    """One typical fault: what is done, which rule must find it, where and by which clause.

    Addresses name rows by their code or name. A fault may do nothing by itself: then it is
    another side of the fault before it.
    """

    name: str
    says: str
    rule: str
    at: str
    clause: str
    add: tuple[Row, ...] = ()
    put: Mapping[str, Any] = field(default_factory=dict)
    remove: Sequence[str] = ()


@cache
def faults() -> tuple[Fault, ...]:
    """Return what is spoiled, in the order in which it is done."""
    number = count(1)
    return tuple(_fault(table, number) for table in _tables()["faults"])


def _tables() -> dict[str, Any]:
    return tomllib.loads(FAULTS.read_text(encoding="utf-8"))


def _fault(table: Mapping[str, Any], number: Iterator[int]) -> Fault:
    rows = tuple(Row(id=f"poor{next(number):02}", **row) for row in table.get("add", ()))
    return Fault(**{**table, "add": rows})


def spoiled(good: Dossier) -> Dossier:
    """Return the poor example made of `good`, with every fault in it."""
    poor = _with_answers(good, _tables()["put"])
    for fault in faults():
        poor = spoil(poor, fault)
    return poor


def spoil(dossier: Dossier, fault: Fault) -> Dossier:
    """Return `dossier` with one fault more."""
    for row in fault.add:
        dossier, _ = with_row(dossier, row.list, row.row, row.id)
    dossier = _with_answers(dossier, fault.put)
    for address in fault.remove:
        dossier = paths.remove(dossier, real(dossier, address))
    return dossier


def _with_answers(dossier: Dossier, answers: Mapping[str, Any]) -> Dossier:
    for address, value in answers.items():
        dossier, _ = with_answer(dossier, address, value)
    return dossier
