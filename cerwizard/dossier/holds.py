"""Turns conditions into tests for the records of one model."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from pydantic import BaseModel

from cerwizard.dossier import origin, quantities, saying
from cerwizard.dossier.ask import Kind
from cerwizard.dossier.conditions import Condition
from cerwizard.dossier.facts import Fact
from cerwizard.dossier.judged import (
    Fixed,
    Judged,
    Known,
    Tally,
    Told,
    all_hold,
    any_holds,
    negated,
)
from cerwizard.dossier.origin import Source
from cerwizard.dossier.reach import resolve, rows_of
from cerwizard.dossier.routes import Down, Each, Route, Scope
from cerwizard.dossier.words import WORDS

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
            return quantities.values_counted(condition, way)
        way = rows_of(self.root, way)
        inside = Scope(way.end.pattern, way.end.model, scope)
        where = self.all_of(condition.where, inside)
        inner = self.all_of(condition.parts, inside)
        if _whole_list(way) and not any(r.up for r in (*where.reads, *inner.reads)):
            return self._tallied(condition, way, where, inner)
        reads = [way, *(quantities.lifted(way, route) for route in (*where.reads, *inner.reads))]
        test = quantities.each_row(condition, way, where, inner)
        return Judged(test, tuple(dict.fromkeys(reads)), (*where.needs, *inner.needs))

    def _tallied(self, condition: Condition, way: Route, where: Judged, inner: Judged) -> Judged:
        pattern = way.end.pattern
        key = ("tally", pattern, condition.where, condition.parts)
        known = self._once(key, lambda: Tally(pattern, where, inner))
        verdict = quantities.verdict(condition)
        return Judged(lambda view, place: verdict(*view.value(known).both), (), (known,))

    # Words on values

    def _word(self, condition: Condition, scope: Scope | None, said: str = "") -> Judged:
        word, said = saying.known_word(condition), said or condition.word
        if word.negates:
            positive = replace(condition, word=word.negates)
            return negated(self._word(positive, scope, said))
        if condition.value is False:
            return negated(self._word(replace(condition, value=True), scope, said))
        if word.name in _SPECIAL:
            return self._special(condition, scope)
        source = self.source(condition.path, scope)
        saying.fits(word, condition, source, said)
        if word.make is not None and _in_whole_list(source):
            return self._of_some_row(condition, source.reads[0])
        if word.compare is not None:
            return saying.compared(
                word, condition, source, self.source(str(condition.value), scope)
            )
        return saying.tested(word, condition, source)

    def _of_some_row(self, condition: Condition, way: Route) -> Judged:
        """Return the test, kept as a tally, that the word holds in some row of a whole list."""
        assert way.leaf is not None
        inner = replace(condition, path=f".{way.leaf.name}")
        return self._rows(Condition("any", way.end.pattern, parts=(inner,)), None)

    def _special(self, condition: Condition, scope: Scope | None) -> Judged:
        way = resolve(self.root, scope, condition.path)
        saying.fits(WORDS[condition.word], condition, origin.at_path(way), condition.word)
        return _SPECIAL[condition.word](way)


_ROW_KINDS = (Kind.ROWS, Kind.REF, Kind.REFS)
_SPECIAL = {
    "answered": saying.answered,
    "unique": saying.unique,
    "resolves": saying.resolves,
}


def _whole_list(way: Route) -> bool:
    return way.up is None and all(isinstance(hop, Down | Each) for hop in way.hops)


def _in_whole_list(source: Source) -> bool:
    ways = source.reads
    return bool(ways) and ways[0].leaf is not None and not ways[0].single and _whole_list(ways[0])
