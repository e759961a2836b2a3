"""What differs between two dossiers, record by record; what is the same object is not looked at."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from pydantic import BaseModel

from cerwizard.dossier import paths
from cerwizard.dossier.ask import Kind, Row, questions
from cerwizard.dossier.view import sections

EXISTENCE = "id"
Rows = tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Touched:
    """A record that differs: the fields in which it does, and what it was and is (None: absent).

    A list counts among the fields only if its rows are other ones or in another order.
    """

    pattern: str
    address: str
    old: Any
    new: Any
    fields: frozenset[str]


@dataclass(slots=True)
class Difference:
    """All records that differ, and the lists whose rows are other ones or in another order."""

    records: list[Touched] = field(default_factory=list)
    lists: list[str] = field(default_factory=list)


def difference(old: BaseModel, new: BaseModel, changed: Iterable[str]) -> Difference:
    """Return how `new` differs from `old`.

    `changed` are the addresses of fields, rows, lists or sections within which every difference
    lies. A long list is searched through only if it is named itself, or its rows were moved.
    """
    found = _Finder(_Hints(changed))
    for name in sections(new):
        found.holder(name, name, getattr(old, name), getattr(new, name))
    return found.difference


class _Hints:
    """Which rows of a list may differ, as far as it is known."""

    def __init__(self, changed: Iterable[str]) -> None:
        self._all = set(changed)
        self._rows: dict[str, set[str]] = {}
        for address in self._all:
            parts = paths.split(address) if address else ()
            for i, part in enumerate(parts):
                if part.row is not None:
                    rows = paths.join((*parts[:i], paths.Part(part.name)))
                    self._rows.setdefault(rows, set()).add(part.row)

    def rows(self, address: str) -> set[str] | None:
        """Return the ids of the rows that may differ; None if each of them may."""
        if "" in self._all or any(above in self._all for above in _upwards(address)):
            return None
        return self._rows.get(address)


def _upwards(address: str) -> Iterator[str]:
    while address:
        yield address
        address = paths.parent(address)


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, bool], ...]:
    """Return each field of a model, and whether it is a list of rows."""
    lists = {asked.name for asked in questions(model) if asked.kind is Kind.ROWS}
    return tuple((name, name in lists) for name in model.model_fields)


class _Finder:
    def __init__(self, hints: _Hints) -> None:
        self.difference = Difference()
        self._hints = hints

    def holder(self, pattern: str, address: str, old: Any, new: Any) -> None:
        """Note how one section or row differs, with all that is in it."""
        if old is new:
            return
        model: type[BaseModel] = type(new if old is None else old)
        fields = {
            name
            for name, is_list in _fields(model)
            if (
                self._list(pattern, address, name, old, new)
                if is_list
                else _differs(name, old, new)
            )
        }
        if fields:
            self.difference.records.append(Touched(pattern, address, old, new, frozenset(fields)))

    def _list(self, pattern: str, address: str, name: str, old: Any, new: Any) -> bool:
        was: tuple[Row, ...] = () if old is None else getattr(old, name)
        now: tuple[Row, ...] = () if new is None else getattr(new, name)
        if was is now:
            return False
        here = f"{address}.{name}"
        moved = not _same_rows(was, now)
        if moved:
            self.difference.lists.append(here)
        for row, before, after in self._pairs(here, was, now, moved):
            self.holder(f"{pattern}.{name}[*]", f"{here}[{row}]", before, after)
        return moved

    def _pairs(
        self, here: str, was: tuple[Row, ...], now: tuple[Row, ...], moved: bool
    ) -> Iterator[tuple[str, Row | None, Row | None]]:
        named = None if moved else self._hints.rows(here)
        if moved:
            was, now = _between(was, now)
            before, after = {r.id: r for r in was}, {r.id: r for r in now}
            for row in before | after:
                yield row, before.get(row), after.get(row)
        elif named is None:
            yield from ((one.id, one, two) for one, two in zip(was, now, strict=True))
        else:
            spots = paths.positions(now)
            for row in sorted(named & spots.keys()):
                yield row, was[spots[row]], now[spots[row]]


def _same_rows(was: tuple[Row, ...], now: tuple[Row, ...]) -> bool:
    if len(was) != len(now):
        return False
    if len(was) > 64 and paths.positions(was) is paths.positions(now):
        return True  # paths.put hands the index on when no row came, went or moved
    return all(one.id == two.id for one, two in zip(was, now, strict=True))


def _between(was: Rows, now: Rows) -> tuple[Rows, Rows]:
    """Return two lists without the very same rows at their beginning and at their end."""
    first = _alike(was, now)
    was, now = was[first:], now[first:]
    last = _alike(reversed(was), reversed(now))
    return was[: len(was) - last], now[: len(now) - last]


def _alike(was: Iterable[Row], now: Iterable[Row]) -> int:
    """Return how many rows at the beginning are the same objects."""
    count = 0
    for one, two in zip(was, now, strict=False):
        if one is not two:
            break
        count += 1
    return count


def _differs(name: str, old: Any, new: Any) -> bool:
    return old is None or new is None or getattr(old, name) is not getattr(new, name)
