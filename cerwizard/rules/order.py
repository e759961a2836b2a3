"""The order of findings: that of their addresses in the dossier, then gravity, then code."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel

from cerwizard.dossier import paths
from cerwizard.dossier.ask import Row
from cerwizard.rules.finding import Finding

_NOWHERE = 1 << 40
_SHORT = 32
Key = tuple[Any, ...]


def in_order(root: BaseModel, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings as they are shown: step, place in the step, gravity, code."""
    return tuple(sorted(findings, key=lambda finding: key_of(root, finding)))


def key_of(root: BaseModel, finding: Finding) -> Key:
    """Return what a finding is sorted by: section, field, row, what is below, gravity, code."""
    section, _, *rest = _numbers(root, finding.path)
    name, row, *below = rest or (-1, -1)
    return (section, name, row, below, finding.severity.rank, finding.code, finding.message)


def _numbers(root: BaseModel, path: str) -> Iterator[int]:
    """Yield, for each piece of an address, the place of the field and that of the row or -1."""
    holder: Any = root
    for part in paths.split(path):
        yield _place(holder, part.name)
        holder = getattr(holder, part.name, None)
        spot = -1 if part.row is None else _spot(holder, part.row)
        yield spot
        if part.row is not None:
            holder = None if spot == _NOWHERE else holder[spot]


def _place(holder: Any, name: str) -> int:
    model: type[BaseModel] = type(holder)
    return _places(model).get(name, _NOWHERE) if isinstance(holder, BaseModel) else _NOWHERE


@cache
def _places(model: type[BaseModel]) -> dict[str, int]:
    return {name: i for i, name in enumerate(model.model_fields)}


def _spot(rows: tuple[Row, ...] | None, row: str) -> int:
    if not rows or len(rows) > _SHORT:
        return paths.positions(rows or ()).get(row, _NOWHERE)
    return next((i for i, one in enumerate(rows) if one.id == row), _NOWHERE)
