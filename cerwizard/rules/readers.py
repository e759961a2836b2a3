"""Who looks at what: from a field that changed to the records that must be judged again."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from cerwizard.dossier import paths
from cerwizard.dossier.judged import Known, Tally
from cerwizard.dossier.routes import Back, Down, Each, Follow, Hop, Peers, Route
from cerwizard.dossier.view import View, in_section_list
from cerwizard.rules.touched import EXISTENCE, Touched
from cerwizard.rules.units import Unit

Reader = Unit | Known
Addresses = set[str] | None  # None: every record


@dataclass(frozen=True, slots=True)
class Look:
    """How a reader came from its record to a field: `up` times out, then along `hops`.

    `up` is None if it came from the root, and thus looks at the field for every record.
    """

    reader: Reader
    pattern: str
    up: int | None
    hops: tuple[Hop, ...] = ()

    def links(self) -> Iterator[tuple[str, str, bool]]:
        """Yield (pattern, field, plain) of the indexes that are needed to go back."""
        for hop in self.hops if self.up is not None else ():
            if isinstance(hop, Follow | Back | Peers):
                yield hop.holder, hop.name, isinstance(hop, Peers)


def looks(reader: Reader) -> Iterator[tuple[tuple[str, str], Look]]:
    """Yield ((pattern of a record, field), how it is looked at) for all that `reader` reads."""
    pattern = reader.pattern if isinstance(reader, Unit | Tally) else ""
    if pattern:
        yield (pattern, EXISTENCE), Look(reader, pattern, 0)
    for rows in _lists_looked_through(reader):
        yield rows, Look(reader, pattern, None)
    for route in reader.reads:
        start = _around(pattern, route.up)
        for place, hops in fields_on(route, start):
            yield place, Look(reader, pattern, route.up, hops)


def _lists_looked_through(reader: Reader) -> Iterator[tuple[str, str]]:
    """Yield the lists whose order a check may see, since it gets their rows in turn."""
    for route in reader.looks if isinstance(reader, Unit) else ():
        for hop in route.hops:
            if isinstance(hop, Back) and in_section_list(hop.holder):
                section, name = hop.holder[:-3].split(".")
                yield section, name


def _around(pattern: str, up: int | None) -> str:
    parts = paths.split(pattern)[: -up or None] if pattern and up is not None else ()
    return paths.join(parts)


def fields_on(route: Route, start: str) -> Iterator[tuple[tuple[str, str], tuple[Hop, ...]]]:
    """Yield ((pattern, field), the hops that lead there) for each field that a route reads."""
    here = start
    for i, hop in enumerate(route.hops):
        before, behind = route.hops[:i], route.hops[: i + 1]
        match hop:
            case Down(name):
                here = f"{here}.{name}" if here else name
            case Each(name):
                yield (here, name), before  # for the order of the rows
                here = f"{here}.{name}[*]"
                yield (here, EXISTENCE), behind
            case Follow(holder, name, target):
                yield (holder, name), before
                here = f"{target}[*]"
                yield (here, EXISTENCE), behind
            case Back(holder, name, _) | Peers(holder, name):
                here = holder
                yield (holder, name), behind
    if route.leaf is not None:
        yield (here, route.leaf.name), route.hops


class Backwards:
    """Goes routes the other way round, with what changed records held before in mind."""

    def __init__(self, view: View, touched: Iterable[Touched]) -> None:
        self._view = view
        self._touched = {one.address: one for one in touched}

    def records(self, look: Look, address: str) -> Addresses:
        """Return the addresses of the records from which a look leads to `address`."""
        if look.up is None:
            return None
        found = {address}
        for hop in reversed(look.hops):
            found = {one for there in found for one in self._before(hop, there)}
        return self._inside(look, found) if look.up else found

    def _before(self, hop: Hop, there: str) -> Iterator[str]:
        match hop:
            case Down():
                yield paths.parent(there)
            case Each():
                yield paths.parent(paths.parent(there))
            case Follow(holder, name, _):
                row = paths.split(there)[-1].row or ""
                index = self._view.index(holder, name, plain=False)
                yield from (_full(holder, entry) for entry in index.holders(row))
            case Back(holder, name, target):
                index = self._view.index(holder, name, plain=False)
                yield from (f"{target}[{row}]" for row in self._keys(index.keys, there))
            case Peers(holder, name):
                index = self._view.index(holder, name, plain=True)
                for key in self._keys(index.keys, there):
                    yield from (_full(holder, entry) for entry in index.holders(key))

    def _keys(self, keys: Callable[[Any], tuple[str, ...]], there: str) -> Iterator[str]:
        for record in self._versions(there):
            yield from keys(record)

    def _versions(self, address: str) -> Iterator[Any]:
        touched = self._touched.get(address)
        if touched is not None:
            yield from (one for one in (touched.old, touched.new) if one is not None)
            return
        place = self._view.place(address)
        if place is not None:
            yield place.value

    def _inside(self, look: Look, around: set[str]) -> set[str]:
        found = set()
        for place in self._view.places(look.pattern):
            out = place
            for _ in range(look.up or 0):
                assert out.around is not None
                out = out.around
            if out.address in around:
                found.add(place.address)
        return found


def _full(holder: str, entry: str) -> str:
    return f"{holder[:-3]}[{entry}]" if in_section_list(holder) else entry
