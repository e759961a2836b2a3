"""Fills the addresses in a rule's message with what the writer answered there."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from cerwizard.dossier.ask import Kind, Row, Section, empty, title
from cerwizard.dossier.holds import Compiler
from cerwizard.dossier.judged import Known
from cerwizard.dossier.numerals import answer, behind_one
from cerwizard.dossier.origin import Source
from cerwizard.dossier.places import field_label
from cerwizard.dossier.reach import resolve, scope_at
from cerwizard.dossier.routes import Down, Follow, Leaf, Route, Scope
from cerwizard.dossier.view import Place, View
from cerwizard.dossier.walk import values_of
from cerwizard.errors import BadRuleError, UnknownPathError

_HOLE = re.compile(r"\{([^{}]*)\}")
_TWO_STOPS = re.compile(r"(?<!\.)\.(”?)\.(?=\s|$)")
_LONGEST = 80
NO_ANSWER = "not answered"


class Fault(NamedTuple):
    """Where something is wrong and, from a check, a phrase that says what.

    `clauses` are those that this fault is about, if they differ from fault to fault.
    """

    path: str
    detail: str = ""
    clauses: tuple[str, ...] = ()


Fill = Callable[[View, Place, Fault], str]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a message: how it is filled, what that reads, and whether it may be a count."""

    fill: Fill
    reads: tuple[Route, ...] = ()
    needs: tuple[Known, ...] = ()
    counts: bool = False


@dataclass(frozen=True, slots=True)
class Message:
    """A message with holes."""

    pieces: tuple[Piece, ...]

    def text(self, view: View, place: Place, fault: Fault) -> str:
        """Return the message for the record at `place`; a stop that is quoted ends no sentence."""
        said: list[str] = []
        one = False  # whether a count of one stands before
        for piece in self.pieces:
            words = piece.fill(view, place, fault)
            said.append(behind_one(words) if one else words)
            one = piece.counts and words == "1"
        return _TWO_STOPS.sub(r"\1.", "".join(said))

    @property
    def reads(self) -> tuple[Route, ...]:
        """The routes from the record to what is quoted."""
        return tuple(route for piece in self.pieces for route in piece.reads)

    @property
    def needs(self) -> tuple[Known, ...]:
        """The facts that are quoted."""
        return tuple(known for piece in self.pieces for known in piece.needs)


def message(compiler: Compiler, scope: Scope, template: str) -> Message:
    """Return a rule's message, checked against the model; UnknownPathError or BadRuleError."""
    return Message(tuple(_pieces(compiler, scope, template)))


def _pieces(compiler: Compiler, scope: Scope, template: str) -> Iterator[Piece]:
    for i, text in enumerate(_HOLE.split(template)):
        if i % 2:
            yield _hole(compiler, scope, text)
        elif "{" in text or "}" in text:
            raise BadRuleError("A brace in the message is left open.")
        elif text:
            yield _words(text)


def _words(text: str) -> Piece:
    return Piece(lambda view, place, fault: text)


def _hole(compiler: Compiler, scope: Scope, text: str) -> Piece:
    if text == "=field":
        return Piece(lambda view, place, fault: field_label(type(view.root), fault.path))
    if text == "=detail":
        return Piece(lambda view, place, fault: fault.detail, counts=True)
    if text == "=record":
        return _record(scope)
    if text.startswith("="):
        told = _fact(compiler, scope, text)
        return Piece(lambda view, place, fault: str(told.values(view, place)[0]), (), told.needs)
    return _address(resolve(compiler.root, scope, text), compiler)


def _fact(compiler: Compiler, scope: Scope, text: str) -> Source:
    try:
        return compiler.source(text, scope)
    except UnknownPathError as error:
        raise BadRuleError(
            f"“{{{text}}}” in the message is nothing that can be filled in; write {{=record}}, "
            "{=field}, {=detail}, an answer of the row such as {.name}, or a fact."
        ) from error


def _record(scope: Scope) -> Piece:
    if issubclass(scope.model, Row):
        return Piece(
            lambda view, place, fault: _short(title(place.value)),
            tuple(_titles(Route("=record", 0, (), scope), scope)),
        )
    step = scope.model.STEP if issubclass(scope.model, Section) else None
    return _words(step.title if step else scope.pattern)


def _titles(way: Route, scope: Scope) -> Iterator[Route]:
    for name in scope.model.TITLE if issubclass(scope.model, Row) else ():
        yield replace(way, end=scope, leaf=Leaf(name, Kind.LINE))


def _address(way: Route, compiler: Compiler) -> Piece:
    if way.leaf is None:
        raise BadRuleError(f"“{{{way.text}}}” in the message leads to rows; name a field of them.")
    values, leaf = values_of(way), way.leaf
    in_turn = all(isinstance(hop, Down | Follow) for hop in way.hops)
    reads = (way, *_of_titles(way, leaf, compiler))

    def fill(view: View, place: Place, fault: Fault) -> str:
        shown = [_shown(view, leaf, value) for value in values(view, place) if not empty(value)]
        # Rows that are reached backwards come in no order of their own.
        return _short(", ".join(shown if in_turn else sorted(shown))) if shown else NO_ANSWER

    return Piece(fill, reads, counts=leaf.kind in (Kind.WHOLE, Kind.NUMBER))


def _of_titles(way: Route, leaf: Leaf, compiler: Compiler) -> Iterator[Route]:
    if leaf.kind in (Kind.REF, Kind.REFS):
        hop = Follow(way.end.pattern, leaf.name, leaf.item.target)
        rows = scope_at(compiler.root, f"{leaf.item.target}[*]")
        yield from _titles(replace(way, hops=(*way.hops, hop)), rows)


def _shown(view: View, leaf: Leaf, value: Any) -> str:
    match leaf.kind:
        case Kind.CHOICE | Kind.CHOICES:
            return str(value.label)
        case Kind.REF | Kind.REFS:
            row = view.row(leaf.item.target, value)
            return title(row) if row else "a row that is no longer there"
        case Kind.WHOLE | Kind.NUMBER:
            return answer(leaf.name, value)
    return str(value)


def _short(text: str) -> str:
    """Return a text as it is quoted within a sentence: on one line, cut, without its full stop."""
    plain = " ".join(text.split())
    plain = plain if plain.endswith("..") else plain.removesuffix(".")
    if len(plain) <= _LONGEST:
        return plain
    cut = plain[:_LONGEST].rsplit(" ", 1)[0]
    return f"{cut.rstrip(',;:.')}…"
