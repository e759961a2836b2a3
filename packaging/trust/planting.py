"""Plants a fault in a good dossier."""

import re
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from cerwizard.dossier import paths
from cerwizard.dossier.ask import Kind, Question, question
from cerwizard.dossier.dossier import Dossier
from trust.faults import Fault, Row

_NEW = "new{}"
_PIECE = re.compile(r"(\w+)(?:\[([^\]]+)\])?\.?")


def planted(good: Dossier, fault: Fault) -> tuple[Dossier, frozenset[str]]:
    """Return `good` with the fault in it, and the addresses that differ.

    KeyError or StopIteration if the fault names a row or a field that is not there.
    """
    changed = []
    spoiled = good
    for number, new in enumerate(fault.add, 1):
        spoiled, address = _with_row(spoiled, new, _NEW.format(number))
        changed.append(address)
    for address, value in fault.put.items():
        place = real(spoiled, address)
        spoiled = paths.put(spoiled, place, _answer(spoiled, _asked(place), value))
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


def _asked(place: str) -> Question:
    return question(paths.model_at(Dossier, paths.parent(place)), place.rpartition(".")[2])


def _with_row(dossier: Dossier, new: Row, key: str) -> tuple[Dossier, str]:
    place = real(dossier, new.list)
    kind = paths.model_at(Dossier, place)
    row = kind.model_validate({"id": key, **_answers(dossier, kind, new.row)})
    return paths.insert(dossier, place, row), f"{place}[{key}]"


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
