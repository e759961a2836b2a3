"""Going a route in a dossier: from a record to the records and the values that it reaches."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from operator import attrgetter
from typing import Any

from cerwizard.dossier.routes import Back, Down, Each, Follow, Hop, Peers, Route
from cerwizard.dossier.view import Place, View

Values = Callable[[View, Place], Sequence[Any]]
Records = Callable[[View, Place], Iterable[Any]]
_Step = Callable[[View, Iterable[Any]], Iterator[Any]]


def value_of(route: Route) -> Callable[[View, Place], Any]:
    """Return a function that gives the one value of a route without spreading hops."""
    get = _reaching(route)
    if route.up is None:
        return lambda view, place: get(view.root)
    if route.up == 0:
        return lambda view, place: get(place[0])
    return lambda view, place: get(outer(place, route.up or 0).value)


def own_value_of(route: Route) -> Callable[[Any], Any] | None:
    """Return a function that gives the value of a route from the record itself, if it is that."""
    return _reaching(route) if route.up == 0 and route.single and route.leaf else None


def _reaching(route: Route) -> Callable[[Any], Any]:
    assert route.leaf is not None
    return attrgetter(".".join([*(hop.name for hop in route.hops), route.leaf.name]))


def values_of(route: Route) -> Values:
    """Return a function that gives every answer a route reaches, lists taken apart."""
    if route.leaf is None:
        reached = records_of(route)
        return lambda view, place: tuple(reached(view, place))
    if route.single:
        one = value_of(route)
        return lambda view, place: _spread(one(view, place))
    records, get = records_of(route), attrgetter(route.leaf.name)
    return lambda view, place: [v for r in records(view, place) for v in _spread(get(r))]


def _spread(value: Any) -> Sequence[Any]:
    return value if isinstance(value, tuple) else (value,)


def records_of(route: Route) -> Records:
    """Return a function that gives the records a route reaches, each of them once."""
    start = _start(route.up)
    steps = [_step(hop) for hop in route.hops]
    # Only by several ways can one come to the same record twice, or by a reference given twice.
    once = sum(not isinstance(hop, Down) for hop in route.hops) < 2
    once = once and not any(isinstance(hop, Follow) for hop in route.hops)

    def records(view: View, place: Place) -> Iterable[Any]:
        found: Iterable[Any] = (start(view, place),)
        for step in steps:
            found = step(view, found)
        return found if once else {id(record): record for record in found}.values()

    return records


def _start(up: int | None) -> Callable[[View, Place], Any]:
    if up is None:
        return lambda view, place: view.root
    return lambda view, place: outer(place, up).value


def outer(place: Place, up: int) -> Place:
    """Return what is around `place`, `up` times over."""
    for _ in range(up):
        assert place.around is not None
        place = place.around
    return place


def _step(hop: Hop) -> _Step:
    match hop:
        case Down(name):
            return partial(_down, name)
        case Each(name):
            return partial(_each, name)
        case Follow(_, name, target):
            return partial(_follow, name, target)
        case Back(holder, name, _):
            return partial(_back, holder, name)
        case Peers(holder, name):
            return partial(_peers, holder, name)


def _down(name: str, _view: View, records: Iterable[Any]) -> Iterator[Any]:
    return (getattr(record, name) for record in records)


def _each(name: str, _view: View, records: Iterable[Any]) -> Iterator[Any]:
    return (row for record in records for row in getattr(record, name))


def _follow(name: str, target: str, view: View, records: Iterable[Any]) -> Iterator[Any]:
    return (row for record in records for row in view.referred(target, getattr(record, name)))


def _back(holder: str, name: str, view: View, records: Iterable[Any]) -> Iterator[Any]:
    return (found for record in records for found in view.holders(holder, name, record.id))


def _peers(holder: str, name: str, view: View, records: Iterable[Any]) -> Iterator[Any]:
    index = view.index(holder, name, plain=True)
    for record in records:
        for key in index.keys(record):
            yield from view.holders(holder, name, key, plain=True)
