"""Conditions on rows: how many of those reached decide, and what looking at them reads."""

from collections.abc import Callable
from dataclasses import replace

from cerwizard.dossier import origin
from cerwizard.dossier.ask import empty
from cerwizard.dossier.conditions import Condition
from cerwizard.dossier.judged import Judged, Test
from cerwizard.dossier.routes import Route
from cerwizard.dossier.view import Place, View
from cerwizard.dossier.walk import records_of
from cerwizard.errors import UnknownPathError


def verdict(condition: Condition) -> Callable[[int, int], bool]:
    """Return what a condition makes of the rows that satisfy it, of all that are looked at."""
    limit = condition.value if isinstance(condition.value, int) else 0
    match condition.word:
        case "every":
            return lambda holding, of: holding == of and (of > 0 or condition.or_none)
        case "none":
            return lambda holding, _of: holding == 0
        case "count_at_least":
            return lambda holding, _of: holding >= limit
        case "count_at_most":
            return lambda holding, _of: holding <= limit
        case "filled" if condition.value is False:
            return lambda holding, _of: holding == 0
    return lambda holding, _of: holding > 0


def each_row(condition: Condition, way: Route, where: Judged, inner: Judged) -> Test:
    """Return the test that looks at each row on the way until the verdict is clear."""
    records, goes_on = records_of(way), _open(condition)
    decide, looked_at, holds = verdict(condition), where.test, inner.test

    def test(view: View, place: Place) -> bool:
        holding = of = 0
        for record in records(view, place):
            row = Place(record, "", place)
            if looked_at(view, row):
                of += 1
                holding += holds(view, row)
                if not goes_on(holding, of):
                    break
        return decide(holding, of)

    return test


def _open(condition: Condition) -> Callable[[int, int], bool]:
    """Return the question whether more rows could change the verdict."""
    limit = condition.value if isinstance(condition.value, int) else 0
    match condition.word:
        case "every":
            return lambda holding, of: holding == of
        case "count_at_least":
            return lambda holding, _of: holding < limit
        case "count_at_most":
            return lambda holding, _of: holding <= limit
    return lambda holding, _of: holding == 0


def values_counted(condition: Condition, way: Route) -> Judged:
    """Return the test of a count on a path that ends at values."""
    if condition.where or condition.parts:
        raise UnknownPathError(f"“{way.text}” leads to values; only rows can be looked into.")
    values, decide = origin.at_path(way).values, verdict(condition)

    def test(view: View, place: Place) -> bool:
        count = sum(not empty(value) for value in values(view, place))
        return decide(count, count)

    return Judged(test, (way,))


def lifted(way: Route, inner: Route) -> Route:
    """Return the route of a row's test as it is seen from the record that led to the row."""
    if inner.up is None:
        return inner
    if inner.up:
        return replace(inner, up=inner.up - 1)
    return replace(inner, up=way.up, hops=(*way.hops, *inner.hops))
