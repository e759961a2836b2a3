"""The difference between two dossiers as plain data: found, turned round, played again."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import groupby
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from cerwizard.dossier import paths
from cerwizard.dossier.ask import Row
from cerwizard.dossier.row_ids import branches
from cerwizard.errors import BadValueError, UnknownPathError

T = TypeVar("T", bound=BaseModel)
Json = Any


class Deed(StrEnum):
    """What was done: to a field, to a row, or to the order of a list."""

    SET = "set"
    ADD = "add"
    REMOVE = "remove"
    ORDER = "order"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that was done; `old` and `new` are plain JSON.

    SET: the field's values. ADD and REMOVE: the row's address, and `{"at": position, "row": …}`
    as `new` or `old`. ORDER: the list's address, and the ids of the span that was reordered.
    """

    deed: Deed
    address: str
    old: Json
    new: Json


def plain(value: Any) -> Json:
    """Return the JSON form of a field's value, as the dossier file has it."""
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", exclude_defaults=True)
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, Decimal | str):
        return str(value)
    return value


def set_(address: str, old: Any, new: Any) -> Change:
    """Return the change of one field from `old` to `new`."""
    return Change(Deed.SET, address, plain(old), plain(new))


def added(address: str, at: int, row: Row) -> Change:
    """Return the change that puts `row` at position `at` of its list; `address` is the row's."""
    return Change(Deed.ADD, address, None, {"at": at, "row": plain(row)})


def removed(address: str, at: int, row: Row) -> Change:
    """Return the change that takes `row` from position `at`."""
    return Change(Deed.REMOVE, address, {"at": at, "row": plain(row)}, None)


def ordered(address: str, old: Iterable[str], new: Iterable[str]) -> Iterator[Change]:
    """Yield the change that brings the ids `old` of a list into the order `new`, if any."""
    before, after = list(old), list(new)
    while before and before[0] == after[0]:
        del before[0], after[0]
    while before and before[-1] == after[-1]:
        del before[-1], after[-1]
    if before:
        yield Change(Deed.ORDER, address, before, after)


def diff(old: BaseModel, new: BaseModel, at: str = "") -> Iterator[Change]:
    """Yield what leads from `old` to `new`, in an order in which it can be played again.

    What is the same object on both sides is not looked into.
    """
    below = dict(branches(type(new)))
    for name in type(new).model_fields:
        before, after = getattr(old, name), getattr(new, name)
        here = f"{at}.{name}" if at else name
        if before is after:
            continue
        if name not in below:
            yield from _leaf(set_(here, before, after))
        elif below[name]:
            yield from _rows(here, before, after)
        else:
            yield from diff(before, after, here)


def _leaf(change: Change) -> Iterator[Change]:
    # 0.5 and 0.50 are equal numbers, but not the same answer.
    if change.old != change.new:
        yield change


def _rows(at: str, old: tuple[Row, ...], new: tuple[Row, ...]) -> Iterator[Change]:
    was, now = paths.positions(old), paths.positions(new)
    gone = [row for row in old if row.id not in now]
    come = [row for row in new if row.id not in was]
    yield from (removed(f"{at}[{r.id}]", was[r.id], r) for r in reversed(gone))
    yield from (added(f"{at}[{r.id}]", now[r.id], r) for r in come)
    between = [row.id for row in old if row.id in now]
    for row in come:
        between.insert(now[row.id], row.id)
    yield from ordered(at, between, now)
    for row in new:
        if row.id in was and old[was[row.id]] is not row:
            yield from diff(old[was[row.id]], row, f"{at}[{row.id}]")


_OPPOSITE = {Deed.ADD: Deed.REMOVE, Deed.REMOVE: Deed.ADD}


def inverse(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Return the changes that take `changes` back."""
    return tuple(
        Change(_OPPOSITE.get(c.deed, c.deed), c.address, c.new, c.old)
        for c in reversed(tuple(changes))
    )


def replay(root: T, changes: Iterable[Change]) -> T:
    """Return `root` after `changes`; BadValueError or UnknownPathError where they don't fit."""
    for (deed, place), group in groupby(changes, key=_kin):
        if deed is Deed.SET:
            for change in group:
                root = paths.put(root, change.address, change.new)
        else:
            root = paths.put(root, place, _LIST_DEEDS[deed](root, place, tuple(group)))
    return root


def _kin(change: Change) -> tuple[Deed, str]:
    if change.deed in _OPPOSITE:
        return change.deed, paths.parent(change.address)
    return change.deed, change.address


def _with_added(root: BaseModel, place: str, group: tuple[Change, ...]) -> tuple[Row, ...]:
    rows = list(paths.get(root, place))
    kind = paths.model_at(type(root), place)
    for change in group:
        rows.insert(change.new["at"], _row(kind, change))
    if len({row.id for row in rows}) < len(rows):
        raise BadValueError(f"A row was added twice to “{place}”.")
    return tuple(rows)


def _row(kind: type[Row], change: Change) -> Row:
    try:
        return kind.model_validate(change.new["row"])
    except ValidationError as error:
        raise BadValueError(f"“{change.address}” cannot be read as a row.") from error


def _with_removed(root: BaseModel, place: str, group: tuple[Change, ...]) -> tuple[Row, ...]:
    gone = {paths.split(change.address)[-1].row for change in group}
    rows: tuple[Row, ...] = paths.get(root, place)
    left = tuple(row for row in rows if row.id not in gone)
    if len(left) + len(gone) != len(rows):
        raise UnknownPathError(f"A row to be removed from “{place}” is no longer there.")
    return left


def _with_order(root: BaseModel, place: str, group: tuple[Change, ...]) -> tuple[Row, ...]:
    rows: tuple[Row, ...] = paths.get(root, place)
    for change in group:
        rows = _reordered(rows, place, change.new)
    return rows


def _reordered(rows: tuple[Row, ...], place: str, ids: list[str]) -> tuple[Row, ...]:
    named = {row.id: row for row in rows if row.id in set(ids)}
    if len(named) != len(ids):
        raise UnknownPathError(f"A row to be moved in “{place}” is no longer there.")
    turn = iter(ids)
    return tuple(named[next(turn)] if row.id in named else row for row in rows)


_LIST_DEEDS: dict[Deed, Callable[[BaseModel, str, tuple[Change, ...]], tuple[Row, ...]]] = {
    Deed.ADD: _with_added,
    Deed.REMOVE: _with_removed,
    Deed.ORDER: _with_order,
}
