"""Finds out what the path of a condition means in a model, or says why it means nothing."""

import re
from dataclasses import replace
from functools import lru_cache

from pydantic import BaseModel

from cerwizard.dossier import paths
from cerwizard.dossier.ask import Kind, Row, question, questions
from cerwizard.dossier.routes import Back, Down, Each, Follow, Leaf, Route, Scope
from cerwizard.dossier.values import Ref
from cerwizard.errors import UnknownPathError

_ARROW = re.compile(r"(->|<-)")
_NAME = re.compile(r"(\w+)(\[\*\])?")
REFERENCES = (Kind.REF, Kind.REFS)


def scope_at(root: type[BaseModel], pattern: str) -> Scope:
    """Return the scope of the records at `pattern`, each within what holds it."""
    scope: Scope | None = None
    parts = paths.split(pattern)
    for i, part in enumerate(parts):
        here = paths.join(parts[: i + 1])
        model = paths.model_at(root, here)
        if scope is None and issubclass(model, Row):
            raise UnknownPathError(f"“{pattern}” is no part of a step; rules look at the steps.")
        if issubclass(model, Row) and part.row != "*":
            raise UnknownPathError(f"“{pattern}”: write “{part.name}[*]” for the rows of a list.")
        scope = Scope(here, model, scope)
    assert scope is not None
    return scope


@lru_cache(maxsize=32768)
def resolve(root: type[BaseModel], scope: Scope | None, text: str) -> Route:
    """Return the route that `text` means for a record of `scope`.

    Raises UnknownPathError, with a sentence, where there is no such field or no such way.
    """
    first, *rest = _ARROW.split(text)
    way = _start(root, scope, text, first)
    for arrow, names in zip(rest[::2], rest[1::2], strict=True):
        way = _follow(root, way, names) if arrow == "->" else _back(root, way, names)
    if way.leaf is None and not way.hops:
        raise UnknownPathError(f"“{text}” names no field.")
    return way


def _start(root: type[BaseModel], scope: Scope | None, text: str, first: str) -> Route:
    names = first.lstrip(".")
    up = len(first) - len(names) - 1
    if not first:
        up = 0
    if up < 0:
        return _walk(Route(text, None, (), Scope("", root)), names)
    for _ in range(up):
        scope = scope.around if scope else None
    if scope is None:
        raise UnknownPathError(f"“{text}”: there is no record around this one.")
    way = Route(text, up, (), scope)
    return _walk(way, names) if names else way


def _walk(way: Route, names: str) -> Route:
    for piece in names.split("."):
        found = _NAME.fullmatch(piece)
        if found is None:
            raise UnknownPathError(f"“{way.text}” is not a path; “{piece}” is no field.")
        if way.leaf is not None:
            raise UnknownPathError(_below(way))
        way = _piece(way, found[1], bool(found[2]))
    return way


def _below(way: Route) -> str:
    name = way.leaf.name if way.leaf else ""
    if way.leaf and way.leaf.kind is Kind.ROWS:
        return f"“{way.text}”: write “{name}[*]” for the rows of a list."
    if way.leaf and way.leaf.kind in REFERENCES:
        return f"“{way.text}”: write “{name}->” to follow a reference."
    return f"“{way.text}” goes below the plain value “{name}”."


def _piece(way: Route, name: str, every: bool) -> Route:
    leaf = _leaf(way, name)
    if every:
        if not (isinstance(leaf, Leaf) and leaf.kind is Kind.ROWS):
            raise UnknownPathError(f"“{way.text}”: “{name}” is not a list of rows.")
        return _each(way, leaf)
    if isinstance(leaf, Leaf):
        return replace(way, leaf=leaf)
    end = Scope(_inside(way.end.pattern, name), leaf, way.end)
    return replace(way, hops=(*way.hops, Down(name)), end=end)


def _leaf(way: Route, name: str) -> Leaf | type[BaseModel]:
    model = way.end.model
    if name not in model.model_fields:
        known = ", ".join(model.model_fields)
        raise UnknownPathError(
            f"“{way.text}”: {model.__name__} has no field “{name}”; it has {known}."
        )
    annotation = model.model_fields[name].annotation
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if not way.end.pattern:
        raise UnknownPathError(f"“{way.text}” is no part of a step; rules look at the steps.")
    if name not in {q.name for q in questions(model)}:
        return Leaf(name, Kind.LINE)
    asked = question(model, name)
    return Leaf(name, asked.kind, asked.item, asked.ask.none)


def _each(way: Route, leaf: Leaf) -> Route:
    end = Scope(f"{_inside(way.end.pattern, leaf.name)}[*]", leaf.item, way.end)
    return replace(way, hops=(*way.hops, Each(leaf.name)), end=end, leaf=None)


def _inside(pattern: str, name: str) -> str:
    return f"{pattern}.{name}" if pattern else name


def rows_of(root: type[BaseModel], way: Route) -> Route:
    """Return the route to the rows that a list or a reference field at the end stands for."""
    leaf = way.leaf
    if leaf is None:
        return way
    if leaf.kind is Kind.ROWS:
        return _each(way, leaf)
    if leaf.kind not in REFERENCES:
        raise UnknownPathError(f"“{way.text}” leads to a value; rows or references are needed.")
    return _followed(root, way, leaf.item)


def _followed(root: type[BaseModel], way: Route, ref: Ref) -> Route:
    assert way.leaf is not None
    hop = Follow(way.end.pattern, way.leaf.name, ref.target)
    end = scope_at(root, f"{ref.target}[*]")
    return replace(way, hops=(*way.hops, hop), end=end, leaf=None)


def _follow(root: type[BaseModel], way: Route, names: str) -> Route:
    if way.leaf is not None:
        if way.leaf.kind not in REFERENCES:
            raise UnknownPathError(f"“{way.text}”: “{way.leaf.name}” is not a reference.")
        way = _followed(root, way, way.leaf.item)
    if not names:
        raise UnknownPathError(f"“{way.text}”: name a field after “->”.")
    return _walk(way, names)


def _back(root: type[BaseModel], way: Route, names: str) -> Route:
    if way.leaf is not None:
        way = rows_of(root, way)
    source = _source(root, way.text, names)
    leaf = source.leaf
    here = way.end.pattern.removesuffix("[*]")
    if leaf is None or leaf.kind not in REFERENCES or leaf.item.target != here:
        raise UnknownPathError(f"“{way.text}”: “{names}” does not refer to rows of “{here}”.")
    hop = Back(source.end.pattern, leaf.name, here)
    return replace(way, hops=(*way.hops, hop), end=source.end)


def _source(root: type[BaseModel], text: str, names: str) -> Route:
    way = Route(text, None, (), Scope("", root))
    for name in names.replace("[*]", "").split("."):
        way = _walk(rows_of(root, way) if way.leaf else way, name)
    return way
