"""Turns conditions into tests for the records of one model."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from pydantic import BaseModel

from cerwizard.dossier import origin
from cerwizard.dossier.ask import Kind, empty
from cerwizard.dossier.conditions import Condition
from cerwizard.dossier.facts import Fact
from cerwizard.dossier.judged import (
    Fixed,
    Judged,
    Known,
    Tally,
    Test,
    Told,
    all_hold,
    any_holds,
    negated,
)
from cerwizard.dossier.origin import Source
from cerwizard.dossier.reach import Down, Each, Follow, Leaf, Peers, Route, Scope, resolve, rows_of
from cerwizard.dossier.view import Place, View, in_section_list
from cerwizard.dossier.walk import records_of
from cerwizard.dossier.words import WORDS, Word
from cerwizard.errors import UnknownPathError

_ROWS = ("any", "every", "none", "count_at_least", "count_at_most")


class Compiler:
    """Makes tests for one model, with one register of facts; equal parts are made once."""

    def __init__(self, root: type[BaseModel], facts: Mapping[str, Fact]) -> None:
        self.root = root
        self.facts = facts
        self._known: dict[tuple[object, ...], Known] = {}

    def judged(self, condition: Condition, scope: Scope | None) -> Judged:
        """Return the test for a condition; what is the same for all records is found once.

        Raises UnknownPathError, with a sentence, for a path or word that does not fit the model.
        """
        raw = self._raw(condition, scope)
        return self._fixed(condition, raw) if raw.free else raw

    def all_of(self, conditions: Iterable[Condition], scope: Scope | None) -> Judged:
        """Return the test that all of the conditions hold."""
        return all_hold([self.judged(c, scope) for c in conditions])

    def source(self, path: str, scope: Scope | None) -> Source:
        """Return where the values at `path` come from."""
        if path == origin.AS_OF:
            return origin.day_of_judging()
        if path.startswith("="):
            return origin.told(self._told(path[1:]))
        return origin.at_path(resolve(self.root, scope, path))

    def _told(self, name: str) -> Told:
        if name not in self.facts:
            raise origin.unknown_fact(name, list(self.facts))
        fact = self.facts[name]
        known = self._once(("fact", name), lambda: Told(fact, origin.fact_reads(self.root, fact)))
        assert isinstance(known, Told)
        return known

    def _fixed(self, condition: Condition, raw: Judged) -> Judged:
        known = self._once(("fixed", condition), lambda: Fixed(raw.test, raw.reads, raw.needs))
        return Judged(lambda view, place: bool(view.value(known)), (), (known,))

    def _once(self, key: tuple[object, ...], make: Callable[[], Known]) -> Known:
        if key not in self._known:
            self._known[key] = make()
        return self._known[key]

    def _raw(self, condition: Condition, scope: Scope | None) -> Judged:
        match condition.word:
            case "not":
                return negated(self.judged(condition.parts[0], scope))
            case "all_of":
                return self.all_of(condition.parts, scope)
            case "any_of":
                return any_holds([self.judged(c, scope) for c in condition.parts])
        if condition.word in _ROWS or condition.where or self._asks_for_rows(condition, scope):
            return self._rows(condition, scope)
        return self._word(condition, scope)

    def _asks_for_rows(self, condition: Condition, scope: Scope | None) -> bool:
        if condition.word != "filled" or condition.path.startswith("="):
            return False
        return resolve(self.root, scope, condition.path).leaf is None

    # Rows: any, every, none, counts

    def _rows(self, condition: Condition, scope: Scope | None) -> Judged:
        way = resolve(self.root, scope, condition.path)
        if way.leaf and condition.word.startswith("count") and way.leaf.kind not in _ROW_KINDS:
            return _values_counted(condition, way)
        way = rows_of(self.root, way)
        inside = Scope(way.end.pattern, way.end.model, scope)
        where = self.all_of(condition.where, inside)
        inner = self.all_of(condition.parts, inside)
        if _whole_list(way) and not any(r.up for r in (*where.reads, *inner.reads)):
            return self._tallied(condition, way, where, inner)
        reads = [way, *(_lifted(way, route) for route in (*where.reads, *inner.reads))]
        test = _each_row(condition, way, where, inner)
        return Judged(test, tuple(dict.fromkeys(reads)), (*where.needs, *inner.needs))

    def _tallied(self, condition: Condition, way: Route, where: Judged, inner: Judged) -> Judged:
        pattern = way.end.pattern
        key = ("tally", pattern, condition.where, condition.parts)
        known = self._once(key, lambda: Tally(pattern, where, inner))
        verdict = _verdict(condition)
        return Judged(lambda view, place: verdict(*view.value(known).both), (), (known,))

    # Words on values

    def _word(self, condition: Condition, scope: Scope | None, said: str = "") -> Judged:
        word, said = _known_word(condition), said or condition.word
        if word.negates:
            positive = replace(condition, word=word.negates)
            return negated(self._word(positive, scope, said))
        if condition.value is False:
            return negated(self._word(replace(condition, value=True), scope, said))
        if word.name in _SPECIAL:
            return self._special(condition, scope)
        source = self.source(condition.path, scope)
        _fits(word, condition, source, said)
        if word.make is not None and _in_whole_list(source):
            return self._of_some_row(condition, source.reads[0])
        if word.compare is not None:
            return _compared(word, condition, source, self.source(str(condition.value), scope))
        return _tested(word, condition, source)

    def _of_some_row(self, condition: Condition, way: Route) -> Judged:
        """Return the test, kept as a tally, that the word holds in some row of a whole list."""
        assert way.leaf is not None
        inner = replace(condition, path=f".{way.leaf.name}")
        return self._rows(Condition("any", way.end.pattern, parts=(inner,)), None)

    def _special(self, condition: Condition, scope: Scope | None) -> Judged:
        way = resolve(self.root, scope, condition.path)
        _fits(WORDS[condition.word], condition, origin.at_path(way), condition.word)
        if condition.word == "answered":
            return _answered(way)
        return _unique(way) if condition.word == "unique" else _resolves(way)


_ROW_KINDS = (Kind.ROWS, Kind.REF, Kind.REFS)
_SPECIAL = ("answered", "unique", "resolves")


def _whole_list(way: Route) -> bool:
    return way.up is None and all(isinstance(hop, Down | Each) for hop in way.hops)


def _in_whole_list(source: Source) -> bool:
    ways = source.reads
    return bool(ways) and ways[0].leaf is not None and not ways[0].single and _whole_list(ways[0])


def _lifted(way: Route, inner: Route) -> Route:
    """Return the route of a row's test as it is seen from the record that led to the row."""
    if inner.up is None:
        return inner
    if inner.up:
        return replace(inner, up=inner.up - 1)
    return replace(inner, up=way.up, hops=(*way.hops, *inner.hops))


def _verdict(condition: Condition) -> Callable[[int, int], bool]:
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


def _each_row(condition: Condition, way: Route, where: Judged, inner: Judged) -> Test:
    records, goes_on = records_of(way), _open(condition)
    verdict, looked_at, holds = _verdict(condition), where.test, inner.test

    def test(view: View, place: Place) -> bool:
        holding = of = 0
        for record in records(view, place):
            row = Place(record, "", place)
            if looked_at(view, row):
                of += 1
                holding += holds(view, row)
                if not goes_on(holding, of):
                    break
        return verdict(holding, of)

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


def _values_counted(condition: Condition, way: Route) -> Judged:
    if condition.where or condition.parts:
        raise UnknownPathError(f"“{way.text}” leads to values; only rows can be looked into.")
    values, verdict = origin.at_path(way).values, _verdict(condition)

    def test(view: View, place: Place) -> bool:
        count = sum(not empty(value) for value in values(view, place))
        return verdict(count, count)

    return Judged(test, (way,))


def _known_word(condition: Condition) -> Word:
    if condition.word not in WORDS:
        raise UnknownPathError(f"There is no word “{condition.word}” for conditions.")
    return WORDS[condition.word]


def _fits(word: Word, condition: Condition, source: Source, said: str) -> None:
    if source.kind not in word.kinds:
        raise UnknownPathError(f"“{said}” cannot be said of “{source.text}”.")
    if word.name in ("is", "one_of") and source.codes:
        _codes_fit(condition, source)


def _codes_fit(condition: Condition, source: Source) -> None:
    value = condition.value
    for code in value if isinstance(value, tuple) else (value,):
        if str(code) not in source.codes:
            known = ", ".join(source.codes)
            raise UnknownPathError(f"“{source.text}” is never “{code}”; it can be {known}.")


def _tested(word: Word, condition: Condition, source: Source) -> Judged:
    assert word.make is not None
    holds = word.make(condition.value)
    if source.one is not None:
        one = source.one
        return Judged(lambda view, place: holds(one(view, place)), source.reads, source.needs)
    values = source.values
    return Judged(lambda v, p: any(map(holds, values(v, p))), source.reads, source.needs)


def _compared(word: Word, condition: Condition, left: Source, right: Source) -> Judged:
    assert word.compare is not None
    if right.kind not in word.kinds:
        raise UnknownPathError(f"“{word.name}” cannot be said with “{right.text}”.")
    compare, one, other, months = word.compare, left.values, right.values, condition.months
    return Judged(
        lambda view, place: compare(one(view, place), other(view, place), months),
        (*left.reads, *right.reads),
        (*left.needs, *right.needs),
    )


def _answered(way: Route) -> Judged:
    routes = [r for r in (way, origin.reason(way)) if r is not None]
    every = [origin.at_path(route).values for route in routes]
    return Judged(
        lambda v, p: any(not empty(value) for values in every for value in values(v, p)),
        tuple(routes),
    )


def _resolves(way: Route) -> Judged:
    assert way.leaf is not None
    target, values = way.leaf.item.target, origin.at_path(way).values
    hop = Follow(way.end.pattern, way.leaf.name, target)
    there = replace(way, hops=(*way.hops, hop), leaf=Leaf("id", Kind.LINE))
    return Judged(
        lambda v, p: all(v.row(target, row) is not None for row in values(v, p) if row),
        (way, there),
    )


def _unique(way: Route) -> Judged:
    if way.up != 0 or way.hops or way.leaf is None or not in_section_list(way.end.pattern):
        raise UnknownPathError(f"“unique” needs a field of a section's list, not “{way.text}”.")
    holder, name = way.end.pattern, way.leaf.name
    peers = replace(way, hops=(Peers(holder, name),))

    def test(view: View, place: Place) -> bool:
        index = view.index(holder, name, plain=True)
        return all(len(index.holders(key)) < 2 for key in index.keys(place.value))

    return Judged(test, (way, peers))
