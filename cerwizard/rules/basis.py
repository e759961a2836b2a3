"""What a finding rests on: the answers that its rule reads there, as a fingerprint."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from cerwizard.dossier import paths
from cerwizard.dossier.ask import Row
from cerwizard.dossier.judged import Counts, Fixed, Known
from cerwizard.dossier.routes import Route
from cerwizard.dossier.view import Place, View
from cerwizard.dossier.walk import Values, values_of
from cerwizard.rules.messages import Fault

if TYPE_CHECKING:
    from cerwizard.rules.units import Unit

_Sources = tuple[tuple[Route, Values], ...]
_SIZE = 8  # bytes


def within(needs: Iterable[Known]) -> Iterator[Known]:
    """Yield shared values, each after those on which it rests; some come more than once."""
    for known in needs:
        yield from within(known.needs)
        yield known


def once_only(pattern: str) -> bool:
    """Say whether a dossier has just one record at `pattern`, a section."""
    return "[*]" not in pattern


def behind(needs: Iterable[Known], *, lists: bool) -> Iterator[Route]:
    """Yield the routes from the root on which shared conditions rest; with `lists` all of them."""
    for known in within(needs):
        for route in known.reads if isinstance(known, Fixed) else ():
            if lists or route.single:
                yield route


class Basis:
    """Takes the fingerprints of what a unit finds.

    It covers the severity and the answers that the rule reads at the record. What a check puts
    into words stands for what it reads; beside it only the answer at the fault itself counts, so
    that a remark on one of many texts does not rest on the others.
    """

    def __init__(self, unit: "Unit") -> None:
        self._unit = unit

    def mark(self, view: View, place: Place, fault: Fault) -> str:
        """Return the fingerprint of a finding; any change of what it covers makes it another."""
        text = "\x1e".join(self._parts(view, place, fault))
        return blake2b(text.encode("utf-8", "replace"), digest_size=_SIZE).hexdigest()

    def _parts(self, view: View, place: Place, fault: Fault) -> Iterator[str]:
        yield str(self._unit.rule.severity)
        yield fault.detail
        sources = self._at(fault.path) if fault.detail else self._everything
        for route, values in sources:
            yield f"{route.text}\x1f{_plain(values(view, place))}"
        needs = self._unit.message.needs if fault.detail else self._unit.needs
        yield from (_told(view, known) for known in needs)

    @cached_property
    def _everything(self) -> _Sources:
        return _sources(self._unit.reads)

    @cached_property
    def _said(self) -> _Sources:
        return _sources(self._unit.message.reads)

    def _at(self, path: str) -> _Sources:
        """Return what the message quotes, and what the check reads at the address itself."""
        *_, last = paths.split(path)
        holder = paths.pattern(paths.parent(path))
        here = [
            route
            for route in self._unit.looks
            if route.up == 0 and not route.hops and route.end.pattern == holder
            if route.leaf is not None and route.leaf.name == last.name
        ]
        return (*self._said, *_sources(here))


def _sources(routes: Iterable[Route]) -> _Sources:
    return tuple((route, values_of(route)) for route in dict.fromkeys(routes))


def _plain(values: Iterable[Any]) -> str:
    # What is reached backwards comes in no order of its own.
    return "\x1f".join(sorted(_text(value) for value in values))


def _text(value: Any) -> str:
    if isinstance(value, Row):
        return value.id
    return "" if isinstance(value, BaseModel) else str(value)


def _told(view: View, known: Known) -> str:
    try:
        value = view.value(known)
    except Exception:  # noqa: BLE001 - the rules that ask for it will say so
        return "failed"
    return "{} of {}".format(*value.both) if isinstance(value, Counts) else str(value)
