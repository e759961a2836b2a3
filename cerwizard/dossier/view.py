"""A dossier as conditions look at it: records within what is around them, references both ways."""

from collections.abc import Callable, Hashable, Iterator, Mapping
from datetime import date
from operator import attrgetter
from typing import Any, NamedTuple, Protocol, TypeVar

from pydantic import BaseModel

from cerwizard.dossier import paths
from cerwizard.dossier.ask import Row
from cerwizard.dossier.index import Index

T = TypeVar("T")
_AT_ONCE = 500


class Place(NamedTuple):
    """A record, its address (empty for a row that was reached by a path), what is around it."""

    value: Any
    address: str = ""
    around: "Place | None" = None


class Computed(Protocol):
    """Something about the whole dossier that a view works out once and then remembers."""

    def compute(self, view: "View") -> Any:
        """Return the value for this view."""


class View:
    """One dossier on one day of judging, with everything remembered that was worked out."""

    def __init__(self, root: BaseModel, as_of: date) -> None:
        self.root: Any = root
        self.as_of = as_of
        self.known: dict[Computed, Any] = {}
        self.asked: set[Computed] = set()  # also those whose working out failed
        self.indexes: dict[tuple[str, str, bool], Index] = {}
        self._tables: dict[str, tuple[tuple[Row, ...], dict[str, int]]] = {}
        self._places: dict[str, list[Place]] = {}
        self._passing: dict[Hashable, Any] = {}

    def value(self, computed: Computed) -> Any:
        """Return what `computed` is in this dossier; worked out at the first call."""
        try:
            return self.known[computed]
        except KeyError:
            self.asked.add(computed)
        self.known[computed] = found = computed.compute(self)
        return found

    def turn(self, root: BaseModel) -> None:
        """Look at another dossier; what is in `known` and `indexes` is for the caller to mend."""
        self.root = root
        self._places.clear()
        self.forget()

    def passing(self, key: Hashable, make: "Callable[[View], T]") -> T:
        """Return what `make` makes of this view; remembered until the next edit."""
        if key not in self._passing:
            self._passing[key] = make(self)
        found: T = self._passing[key]
        return found

    def forget(self) -> None:
        """Give back the room of what is in passing; it is made again when it is asked for."""
        for found in self._passing.values():
            # A few at a time: no other thread can do anything while thousands are let go.
            while isinstance(found, list) and found:
                del found[-_AT_ONCE:]
        self._passing.clear()

    def places(self, pattern: str) -> list[Place]:
        """Return the records at `pattern`, in the dossier's order."""
        known = self._places.get(pattern)
        if known is None:
            self._places[pattern] = known = list(self._find(pattern))
        return known

    def _find(self, pattern: str) -> list[Place]:
        first, *rest = paths.split(pattern)
        found = list(_inside(Place(self.root), first))
        for part in rest:
            found = [place for around in found for place in _inside(around, part)]
        return found

    def size(self, pattern: str) -> int:
        """Return how many records there are at `pattern`."""
        if in_section_list(pattern):
            return len(self.table(pattern[:-3])[0])
        return len(self.places(pattern))

    def place(self, address: str) -> Place | None:
        """Return the record at an exact address, or None if it is not there (any more)."""
        around: Place | None = None
        here = ""
        for part in paths.split(address):
            value = getattr(around.value if around else self.root, part.name)
            name = here = f"{here}.{part.name}" if here else part.name
            if part.row is not None:
                value = self._row(name, value, part.row)
                here = f"{name}[{part.row}]"
            if value is None:
                return None
            around = Place(value, here, around)
        return around

    def _row(self, name: str, rows: Any, row: str) -> Any:
        if name.count(".") == 1 and "[" not in name:
            return self.row(name, row)
        return next((one for one in rows if one.id == row), None)

    def row(self, target: str, row: str) -> Row | None:
        """Return a row by its id, or None; `target` is a section's list, such as `risks.items`."""
        rows, spots = self.table(target)
        spot = spots.get(row)
        return None if spot is None else rows[spot]

    def table(self, target: str) -> tuple[tuple[Row, ...], dict[str, int]]:
        """Return the rows of a section's list, and where each id stands among them."""
        rows = attrgetter(target)(self.root)
        table = self._tables.get(target)
        if table is None or table[0] is not rows:
            self._tables[target] = table = (rows, paths.positions(rows))
        return table

    def referred(self, target: str, ids: str | tuple[str, ...]) -> Iterator[Row]:
        """Yield the rows to which `ids` refer; an id that dangles yields none."""
        for row in (ids,) if isinstance(ids, str) else ids:
            found = self.row(target, row)
            if found is not None:
                yield found

    def holders(self, holder: str, name: str, key: str, *, plain: bool = False) -> Iterator[Any]:
        """Yield the records at `holder` whose field `name` holds `key`, in no order."""
        entries = self.index(holder, name, plain=plain).holders(key)
        if in_section_list(holder):
            rows, spots = self.table(holder[:-3])
            return (rows[spots[one]] for one in entries)
        places = (self.place(one) for one in entries)
        return (place.value for place in places if place is not None)

    def index(self, holder: str, name: str, *, plain: bool) -> Index:
        """Return the index of a field, built at the first call."""
        known = self.indexes.get((holder, name, plain))
        if known is None:
            self.indexes[holder, name, plain] = known = Index(name, plain=plain)
            for place in self.places(holder):
                known.add(entry(holder, place.address, place.value), place.value)
        return known


def sections(root: BaseModel) -> Iterator[str]:
    """Yield the names of a dossier's sections; rules look at nothing else."""
    for name in type(root).model_fields:
        if isinstance(getattr(root, name), BaseModel):
            yield name


def section_rows(root: BaseModel, slot: tuple[str, str]) -> Mapping[str, int]:
    """Return where the rows of a section's list stand by id; nothing for any other field."""
    rows = getattr(getattr(root, slot[0]), slot[1], ()) if slot[1] else ()
    if isinstance(rows, tuple) and rows and isinstance(rows[0], Row):
        return paths.positions(rows)
    return {}


def in_section_list(pattern: str) -> bool:
    """Say whether `pattern` means the rows of a list that a section holds."""
    return pattern.endswith("[*]") and pattern.count(".") == 1 and pattern.count("[") == 1


def entry(pattern: str, address: str, record: Any) -> str:
    """Return the text by which indexes know a record: its id if that is enough to find it."""
    return str(record.id) if in_section_list(pattern) else address


def _inside(around: Place, part: paths.Part) -> Iterator[Place]:
    value = getattr(around.value, part.name)
    address = f"{around.address}.{part.name}" if around.address else part.name
    outer = around if around.address else None
    if part.row is None:
        yield Place(value, address, outer)
    else:
        yield from (Place(row, f"{address}[{row.id}]", outer) for row in value)
