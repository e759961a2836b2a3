"""Who refers to a row: by a typed reference, or by a citation in prose."""

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel

from cerwizard.dossier import paths
from cerwizard.dossier.row_ids import branches
from cerwizard.dossier.values import Ref


def referrers(root: BaseModel, row_address: str) -> Iterator[str]:
    """Yield the address of every field that refers to the row at `row_address`."""
    row = paths.split(row_address)[-1].row or ""
    place = paths.pattern(paths.parent(row_address))
    yield from _within(root, "", row, place)


def _within(holder: BaseModel, at: str, row: str, place: str) -> Iterator[str]:
    for name, target in _texts(type(holder)):
        if _refers(getattr(holder, name), target, row, place):
            yield f"{at}.{name}" if at else name
    for name, many in branches(type(holder)):
        here = f"{at}.{name}" if at else name
        held = getattr(holder, name)
        for part in held if many else (held,):
            yield from _within(part, f"{here}[{part.id}]" if many else here, row, place)


def _refers(value: Any, target: str, row: str, place: str) -> bool:
    if not target:
        return isinstance(value, str) and f"[@{row}]" in value
    if target != place:
        return False
    return row in value if isinstance(value, tuple) else value == row


@cache
def _texts(kind: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    below = {name for name, _ in branches(kind)} | {"id"}
    return tuple(
        (name, _target(info.annotation, info.metadata))
        for name, info in kind.model_fields.items()
        if name not in below
    )


def _target(annotation: Any, metadata: list[Any]) -> str:
    if get_origin(annotation) is tuple:
        inner = get_args(annotation)[0]
        metadata = list(inner.__metadata__) if get_origin(inner) is Annotated else []
    return next((mark.target for mark in metadata if isinstance(mark, Ref)), "")
