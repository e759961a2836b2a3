"""Ids of rows: how they are made, which are taken, and how a copied row gets new ones."""

import secrets
from collections.abc import Callable, Iterator
from functools import cache
from typing import TypeVar, get_args, get_origin

from pydantic import BaseModel

from cerwizard.dossier.ask import Row, Section

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # no i, l, o, 0 or 1: they are mistaken for each other
LENGTH = 6
R = TypeVar("R", bound=Row)


def random_id() -> str:
    """Return an id by chance; whether it is free is for the caller to see."""
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


@cache
def branches(kind: type[BaseModel]) -> tuple[tuple[str, bool], ...]:
    """Return the fields of `kind` that hold more fields: (name, whether it is a list of rows)."""
    return tuple(
        (name, get_origin(info.annotation) is tuple)
        for name, info in kind.model_fields.items()
        if _holds_fields(info.annotation)
    )


def _holds_fields(annotation: object) -> bool:
    if get_origin(annotation) is tuple:
        annotation = get_args(annotation)[0]
    return isinstance(annotation, type) and issubclass(annotation, Section)


def taken(root: BaseModel) -> Iterator[str]:
    """Yield the id of every row below `root`, and of `root` itself if it is a row."""
    if isinstance(root, Row) and root.id:
        yield root.id
    for name, many in branches(type(root)):
        held = getattr(root, name)
        for part in held if many else (held,):
            yield from taken(part)


def renewed(row: R, new_id: Callable[[], str]) -> R:
    """Return a copy of `row` in which it and every row below it has a new id."""
    lists = {
        name: tuple(renewed(below, new_id) for below in getattr(row, name))
        for name, many in branches(type(row))
        if many
    }
    return row.model_copy(update={"id": new_id(), **lists})
