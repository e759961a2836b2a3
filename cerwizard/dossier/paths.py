"""Addresses inside a dossier: `device.name`, `evidence.items[e7f3k2].weight`."""

import re
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Annotated, Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError

from cerwizard.dossier.ask import Row
from cerwizard.errors import BadValueError, UnknownPathError

T = TypeVar("T", bound=BaseModel)
_PIECE = re.compile(r"(\w+)(?:\[([^\[\].]+)\])?")
_REMEMBERED = 64


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of an address: a field and, in a list, the row's id or `*` for every row."""

    name: str
    row: str | None = None


@lru_cache(maxsize=65536)
def split(path: str) -> tuple[Part, ...]:
    """Return the parts of an address or pattern; UnknownPathError if it is neither."""
    parts = []
    for piece in path.split("."):
        found = _PIECE.fullmatch(piece)
        if found is None:
            raise UnknownPathError(f"“{path}” is not an address in a dossier.")
        parts.append(Part(found[1], found[2]))
    return tuple(parts)


def join(parts: tuple[Part, ...]) -> str:
    """Return the text of an address; the inverse of `split`."""
    return ".".join(p.name if p.row is None else f"{p.name}[{p.row}]" for p in parts)


def pattern(address: str) -> str:
    """Return the address with every row id replaced by `*`."""
    return join(tuple(Part(p.name, p.row and "*") for p in split(address)))


def parent(address: str) -> str:
    """Return the address of what holds `address`: a row for its field, a list for its row."""
    *front, last = split(address)
    if last.row is not None:
        return join((*front, Part(last.name)))
    return join(tuple(front))


@cache
def model_at(root: type[BaseModel], path: str) -> type[Any]:
    """Return the class of the section or row at `path`; `""` is the root itself.

    Raises UnknownPathError where no dossier can have such a place or it is a plain value.
    """
    kind: Any = root
    for part in split(path) if path else ():
        kind = _field_type(kind, part.name, path)
        if get_origin(kind) is tuple or part.row is not None:
            kind = _item(kind, path)
    if not (isinstance(kind, type) and issubclass(kind, BaseModel)):
        raise UnknownPathError(f"“{path}” is a value, not a part of a dossier.")
    return kind


def check(root: type[BaseModel], path: str) -> Any:
    """Return the annotation of the field at `path`; UnknownPathError if there is none.

    With a row (`[*]` or an id) at the end, the annotation is the row's class.
    """
    *front, last = split(path)
    holder = model_at(root, join(tuple(front))) if front else root
    kind = _field_type(holder, last.name, path)
    return kind if last.row is None else _item(kind, path)


def _item(kind: Any, path: str) -> Any:
    if get_origin(kind) is not tuple:
        raise UnknownPathError(f"“{path}” looks for a row where there is no list.")
    return get_args(kind)[0]


def _field_type(holder: Any, name: str, path: str) -> Any:
    if not (isinstance(holder, type) and issubclass(holder, BaseModel)):
        raise UnknownPathError(f"“{path}” goes below a plain value.")
    if name not in holder.model_fields:
        raise UnknownPathError(f"“{path}”: {holder.__name__} has no field “{name}”.")
    return holder.model_fields[name].annotation


def find(root: BaseModel, path: str) -> Iterator[tuple[str, Any]]:
    """Yield (exact address, value) for everything that the pattern `path` points at.

    A row id that is not there yields nothing; an unknown field raises UnknownPathError.
    """
    spots: list[tuple[str, Any]] = [("", root)]
    for part in split(path):
        spots = [spot for at, value in spots for spot in _step(at, value, part)]
    return iter(spots)


def _step(at: str, holder: Any, part: Part) -> Iterator[tuple[str, Any]]:
    here = f"{at}.{part.name}" if at else part.name
    child = _child(holder, part.name)
    if part.row is None:
        yield here, child
    elif part.row == "*":
        yield from ((f"{here}[{row.id}]", row) for row in _rows(child, here))
    else:
        spot = positions(_rows(child, here)).get(part.row)
        if spot is not None:
            yield f"{here}[{part.row}]", child[spot]


def get(root: BaseModel, address: str) -> Any:
    """Return the value at an exact address; UnknownPathError if it is not there."""
    value: Any = root
    for part in split(address) if address else ():
        value = _child(value, part.name)
        if part.row is not None:
            value = value[_position(value, part.row, address)]
    return value


def _child(holder: Any, name: str) -> Any:
    if not isinstance(holder, BaseModel) or name not in type(holder).model_fields:
        raise UnknownPathError(f"There is no “{name}” in {type(holder).__name__}.")
    return getattr(holder, name)


def _position(rows: tuple[Row, ...], row: str, address: str) -> int:
    spot = positions(_rows(rows, address)).get(row)
    if spot is None:
        raise UnknownPathError(f"“{address}” points to a row that is no longer there.")
    return spot


def _rows(value: Any, address: str) -> tuple[Row, ...]:
    # a list holds either rows or plain values, so that the first one tells
    if not isinstance(value, tuple) or (value and not isinstance(value[0], Row)):
        raise UnknownPathError(f"“{address}” looks for a row where there is no list of rows.")
    return value


_Index = dict[str, int]
_indexes: OrderedDict[int, tuple[tuple[Row, ...], _Index]] = OrderedDict()


def positions(rows: tuple[Row, ...]) -> _Index:
    """Return where each id stands in `rows`; remembered for the lists seen last."""
    known = _indexes.get(id(rows))
    if known is not None and known[0] is rows:
        return known[1]
    index = {row.id: i for i, row in enumerate(rows)}
    _remember(rows, index)
    return index


def _remember(rows: tuple[Row, ...], index: _Index) -> None:
    _indexes[id(rows)] = (rows, index)
    # A worker may be looking at its snapshot at the same moment.
    while len(_indexes) > _REMEMBERED:
        with suppress(KeyError):
            _indexes.popitem(last=False)


def put(root: T, address: str, value: Any) -> T:
    """Return a copy of `root` with `value` at `address`; what is not on the way is shared.

    The leaf is validated against its field's type: BadValueError names the address.
    """
    return _put(root, split(address), value, address)


def _put(holder: T, parts: tuple[Part, ...], value: Any, address: str) -> T:
    part, rest = parts[0], parts[1:]
    child = _child(holder, part.name)
    new: Any
    if part.row is not None:
        new = _with_row(child, part.row, rest, value, address)
    elif rest:
        new = _put(child, rest, value, address)
    else:
        new = _valid(type(holder), part.name, value, address)
    # model_copy does not validate: the new leaf has been, the rest was before.
    return holder if new is child else holder.model_copy(update={part.name: new})


def _with_row(rows: Any, row: str, rest: tuple[Part, ...], value: Any, address: str) -> Any:
    spot = _position(rows, row, address)
    if rest:
        new = _put(rows[spot], rest, value, address)
    elif isinstance(value, type(rows[spot])) and value.id == row:
        new = value
    else:
        raise BadValueError(f"“{address}” can only be replaced by a row of the same id.")
    if new is rows[spot]:
        return rows
    items = (*rows[:spot], new, *rows[spot + 1 :])
    _remember(items, positions(rows))
    return items


def _valid(kind: type[BaseModel], name: str, value: Any, address: str) -> Any:
    try:
        _writable(value)
        return _adapter(kind, name).validate_python(value)
    except UnicodeEncodeError as error:
        raise BadValueError(f"“{address}” cannot hold half a character.") from error
    except ValidationError as error:
        reason = error.errors()[0]["msg"].removeprefix("Value error, ")
        raise BadValueError(f"“{address}” cannot hold this: {reason}.") from error


def _writable(value: Any) -> None:
    # pydantic takes a lone surrogate from Python, but no file can hold it.
    for text in value if isinstance(value, tuple) else (value,):
        if isinstance(text, str):
            text.encode()


@cache
def _adapter(kind: type[BaseModel], name: str) -> TypeAdapter[Any]:
    info = kind.model_fields[name]
    # pydantic takes Annotated apart; the validators among the metadata must come along.
    whole: Any = Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation
    return TypeAdapter(whole)


def insert(root: T, address: str, row: Row, at: int | None = None) -> T:
    """Return a copy with `row` in the list at `address`, before position `at` or at the end."""
    rows = get(root, address)
    if not row.id or row.id in positions(rows):
        raise BadValueError(f"A row in “{address}” needs an id of its own.")
    spot = len(rows) if at is None else max(0, min(at, len(rows)))
    ids = [*positions(rows)]
    ids.insert(spot, row.id)
    return _relisted(root, address, (*rows[:spot], row, *rows[spot:]), ids)


def remove(root: T, address: str) -> T:
    """Return a copy without the row at `address`."""
    rows, spot = _list_of(root, address)
    ids = [*positions(rows)]
    del ids[spot : spot + 1]
    return _relisted(root, parent(address), (*rows[:spot], *rows[spot + 1 :]), ids)


def _relisted(root: T, address: str, rows: tuple[Row, ...], ids: list[str]) -> T:
    """Return a copy with other rows in a list; their ids are at hand, which saves a walk."""
    new = put(root, address, rows)
    if len(ids) == len(rows):  # else two rows have one id, and the walk has to tell
        _remember(get(new, address), dict(zip(ids, range(len(ids)), strict=True)))
    return new


def move(root: T, address: str, to: int) -> T:
    """Return a copy with the row at `address` moved to position `to` (0 is first)."""
    rows, spot = _list_of(root, address)
    rest = (*rows[:spot], *rows[spot + 1 :])
    to = max(0, min(to, len(rest)))
    return put(root, parent(address), (*rest[:to], rows[spot], *rest[to:]))


def _list_of(root: BaseModel, address: str) -> tuple[tuple[Row, ...], int]:
    rows = get(root, parent(address))
    row = split(address)[-1].row
    if row is None:
        raise UnknownPathError(f"“{address}” is not a row.")
    return rows, _position(rows, row, address)
