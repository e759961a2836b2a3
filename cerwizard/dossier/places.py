"""Addresses in a writer's words: “Device › Variants › V1 Small › Size”."""

from collections.abc import Iterable, Iterator
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from cerwizard.dossier import paths
from cerwizard.dossier.ask import Row, Section, question, title
from cerwizard.errors import UnknownPathError

_THEN = " › "


def label(kind: type[BaseModel], name: str) -> str:
    """Return the words by which `kind` asks for the field `name`; its name if it doesn't."""
    try:
        return question(kind, name).ask.label
    except KeyError:
        return _step_title(kind, name) or name.replace("_", " ")


def _step_title(kind: type[BaseModel], name: str) -> str:
    below = kind.model_fields[name].annotation if name in kind.model_fields else None
    step = below.STEP if isinstance(below, type) and issubclass(below, Section) else None
    return step.title if step else ""


def field_label(root: type[BaseModel], address: str) -> str:
    """Return the label of the field at `address`, or the noun of the row."""
    last = paths.split(address)[-1]
    if last.row is not None:
        noun: str = paths.model_at(root, address).NOUN
        return noun
    return label(paths.model_at(root, paths.parent(address)), last.name)


def words(root: BaseModel, address: str) -> str:
    """Return the address in words, rows by their titles; what is not there by its bare name."""
    return _THEN.join(_words(root, address))


def _words(root: BaseModel, address: str) -> Iterator[str]:
    holder: Any = root
    for part in paths.split(address) if address else ():
        yield label(type(holder), part.name)
        holder = getattr(holder, part.name, None)
        if part.row is not None:
            holder = _row(holder, part.row)
            yield title(holder) if holder else "a row that is no longer there"
        if not isinstance(holder, BaseModel):
            return


def _row(rows: Any, row: str) -> Row | None:
    try:
        return rows[paths.positions(rows)[row]] if isinstance(rows, tuple) else None
    except (KeyError, UnknownPathError):
        return None


def spot(root: type[BaseModel], trail: Iterable[str | int]) -> str:
    """Return a trail of names and positions, as pydantic's errors have it, in words.

    Rows are counted from 1: “Device › Variants › 3 › Size”.
    """
    return _THEN.join(_spot(root, trail))


def _spot(kind: Any, trail: Iterable[str | int]) -> Iterator[str]:
    for step in trail:
        if isinstance(step, int):
            yield str(step + 1)
        elif isinstance(kind, type) and issubclass(kind, BaseModel):
            yield label(kind, step)
            kind = kind.model_fields[step].annotation if step in kind.model_fields else None
            kind = get_args(kind)[0] if get_origin(kind) is tuple else kind
