"""What the words of conditions say of values: tests for one word, and which words fit a field."""

from dataclasses import replace

from cerwizard.dossier import origin
from cerwizard.dossier.ask import Kind, empty
from cerwizard.dossier.conditions import Condition
from cerwizard.dossier.judged import Judged
from cerwizard.dossier.origin import Source
from cerwizard.dossier.routes import Follow, Leaf, Peers, Route
from cerwizard.dossier.view import Place, View, in_section_list
from cerwizard.dossier.walk import own_value_of
from cerwizard.dossier.words import WORDS, Word
from cerwizard.errors import UnknownPathError


def known_word(condition: Condition) -> Word:
    """Return the word of a condition; UnknownPathError if there is none."""
    if condition.word not in WORDS:
        raise UnknownPathError(f"There is no word “{condition.word}” for conditions.")
    return WORDS[condition.word]


def fits(word: Word, condition: Condition, source: Source, said: str) -> None:
    """Raise UnknownPathError, with a sentence, for a word or code that the field cannot have."""
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


def tested(word: Word, condition: Condition, source: Source) -> Judged:
    """Return the test that the word holds of a value at the path."""
    assert word.make is not None
    holds = word.make(condition.value)
    own = own_value_of(source.reads[0]) if source.one and source.reads else None
    if own is not None:  # most conditions are on a field of the record itself
        return Judged(lambda view, place: holds(own(place[0])), source.reads, source.needs)
    if source.one is not None:
        one = source.one
        return Judged(lambda view, place: holds(one(view, place)), source.reads, source.needs)
    values = source.values
    return Judged(lambda v, p: any(map(holds, values(v, p))), source.reads, source.needs)


def compared(word: Word, condition: Condition, left: Source, right: Source) -> Judged:
    """Return the test that the word holds between the values at two paths."""
    assert word.compare is not None
    if right.kind not in word.kinds:
        raise UnknownPathError(f"“{word.name}” cannot be said with “{right.text}”.")
    compare, one, other, months = word.compare, left.values, right.values, condition.months
    return Judged(
        lambda view, place: compare(one(view, place), other(view, place), months),
        (*left.reads, *right.reads),
        (*left.needs, *right.needs),
    )


def answered(way: Route) -> Judged:
    """Return the test that there is an answer, or a reason for an empty list."""
    routes = [r for r in (way, origin.reason(way)) if r is not None]
    every = [origin.at_path(route).values for route in routes]
    return Judged(
        lambda v, p: any(not empty(value) for values in every for value in values(v, p)),
        tuple(routes),
    )


def resolves(way: Route) -> Judged:
    """Return the test that no reference at the path dangles."""
    assert way.leaf is not None
    target, values = way.leaf.item.target, origin.at_path(way).values
    hop = Follow(way.end.pattern, way.leaf.name, target)
    there = replace(way, hops=(*way.hops, hop), leaf=Leaf("id", Kind.LINE))
    return Judged(
        lambda v, p: all(v.row(target, row) is not None for row in values(v, p) if row),
        (way, there),
    )


def unique(way: Route) -> Judged:
    """Return the test that no other row of the list has the same answer."""
    if way.up != 0 or way.hops or way.leaf is None or not in_section_list(way.end.pattern):
        raise UnknownPathError(f"“unique” needs a field of a section's list, not “{way.text}”.")
    holder, name = way.end.pattern, way.leaf.name
    peers = replace(way, hops=(Peers(holder, name),))

    def test(view: View, place: Place) -> bool:
        index = view.index(holder, name, plain=True)
        return all(len(index.holders(key)) < 2 for key in index.keys(place.value))

    return Judged(test, (way, peers))
