"""Plants a fault in a good dossier."""

import re
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from cerwizard.dossier import paths
from cerwizard.dossier.ask import Kind, Question, question
from cerwizard.dossier.dossier import Dossier
from trust.faults import Fault

_NEW = "new{}"
_PIECE = re.compile(r"(\w+)(?:\[([^\]]+)\])?\.?")


def planted(good: Dossier, fault: Fault) -> tuple[Dossier, frozenset[str]]:
    """Return `good` with the fault in it, and the addresses that differ.

    KeyError or StopIteration if the fault names a row or a field that is not there.
    """
    changed = []
    spoiled = good
    for number, new in enumerate(fault.add, 1):
        spoiled, place = with_row(spoiled, new.list, new.row, _NEW.format(number))
        changed.append(place)
    for address, value in fault.put.items():
        spoiled, place = with_answer(spoiled, address, value)
        changed.append(place)
    for address in fault.remove:
        place = real(spoiled, address)
        spoiled = paths.remove(spoiled, place)
        changed.append(place)
    return spoiled, frozenset(changed)


def real(dossier: Dossier, address: str) -> str:
    """Return the address with row ids in place of codes and names; StopIteration if unknown."""
    found = ""
    for name, key in _PIECE.findall(address):
        found += f".{name}" if found else name
        if key:
            found += f"[{_row(dossier, found, key)}]"
    return found


def _row(dossier: Dossier, rows: str, key: str) -> str:
    found: str = next(
        row.id for row in paths.get(dossier, rows) if key in (getattr(row, t) for t in row.TITLE)
    )
    return found


def with_row(
    dossier: Dossier, rows: str, given: Mapping[str, Any], key: str
) -> tuple[Dossier, str]:
    """Return the dossier with a row of the id `key` more in the list `rows`, and its address."""
    place = real(dossier, rows)
    kind = paths.model_at(Dossier, place)
    row = kind.model_validate({"id": key, **_answers(dossier, kind, given)})
    return paths.insert(dossier, place, row), f"{place}[{key}]"


def with_answer(dossier: Dossier, address: str, value: Any) -> tuple[Dossier, str]:
    """Return the dossier with another answer at `address`, and the address with its row ids."""
    place = real(dossier, address)
    asked = question(paths.model_at(Dossier, paths.parent(place)), place.rpartition(".")[2])
    return paths.put(dossier, place, _answer(dossier, asked, value)), place


def _answers(dossier: Dossier, kind: type[BaseModel], row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _answer(dossier, question(kind, name), value) for name, value in row.items()}


def _answer(dossier: Dossier, asked: Question, value: Any) -> Any:
    if asked.kind is Kind.REFS:
        return tuple(_row(dossier, asked.item.target, code) for code in value)
    if asked.kind is Kind.REF and value:
        return _row(dossier, asked.item.target, value)
    if asked.kind in (Kind.NUMBER, Kind.WHOLE) and value == "":
        return None
    return tuple(value) if isinstance(value, list) else value
