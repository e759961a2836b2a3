"""Where a condition takes its values from: a path into the dossier, or a named fact."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pydantic import BaseModel

from cerwizard.dossier.ask import Kind
from cerwizard.dossier.facts import Fact
from cerwizard.dossier.judged import Known, Told
from cerwizard.dossier.reach import resolve
from cerwizard.dossier.routes import Leaf, Route, Scope
from cerwizard.dossier.view import Place, View
from cerwizard.dossier.walk import value_of, values_of
from cerwizard.errors import UnknownPathError

AS_OF = "=as_of"


@dataclass(frozen=True, slots=True)
class Source:
    """The values at a path: all of them by `values`, the one and only by `one` where there is one.

    `codes` are the answers that are possible at all, if these are a closed list.
    """

    text: str
    kind: Kind
    values: Callable[[View, Place], Sequence[Any]]
    one: Callable[[View, Place], Any] | None = None
    codes: tuple[str, ...] = ()
    reads: tuple[Route, ...] = ()
    needs: tuple[Known, ...] = ()


def at_path(route: Route) -> Source:
    """Return the values at the end of a route."""
    leaf = route.leaf
    kind = leaf.kind if leaf else Kind.ROWS
    one = value_of(route) if leaf and route.single and kind not in _MANY else None
    codes = tuple(c for c in leaf.item if c) if leaf and kind in _CHOICES else ()
    return Source(route.text, kind, values_of(route), one, codes, (route,))


_MANY = (Kind.CHOICES, Kind.LINES, Kind.REFS, Kind.ROWS)
_CHOICES = (Kind.CHOICE, Kind.CHOICES)


def reason(route: Route) -> Route | None:
    """Return the route to the “none, because …” beside a list, if it has one."""
    if route.leaf is None or not route.leaf.none:
        return None
    return replace(route, leaf=Leaf(route.leaf.none, Kind.LINE))


def day_of_judging() -> Source:
    """Return the date as of which is judged."""
    return Source(AS_OF, Kind.DATE, lambda view, _: (view.as_of.isoformat(),))


def told(known: Told) -> Source:
    """Return what a named fact is."""
    fact = known.fact
    return Source(
        f"={fact.name}",
        Kind.CHOICE if fact.codes else Kind.DATE,
        lambda view, _: (view.value(known),),
        lambda view, _: view.value(known),
        fact.codes,
        (),
        (known,),
    )


def fact_reads(root: type[BaseModel], fact: Fact) -> tuple[Route, ...]:
    """Return the routes of what a fact says that it reads."""
    nowhere: Scope | None = None
    return tuple(resolve(root, nowhere, path) for path in fact.reads)


def unknown_fact(name: str, facts: Sequence[str]) -> UnknownPathError:
    """Return the sentence for a fact that does not exist."""
    return UnknownPathError(f"There is no fact “{name}”; there are {', '.join(sorted(facts))}.")
