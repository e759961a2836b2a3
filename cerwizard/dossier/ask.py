"""The words in which a dossier's fields introduce themselves to a writer."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Annotated, Any, ClassVar, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict

from cerwizard.dossier.conditions import Condition
from cerwizard.dossier.values import Choice, DateMark, Ref


class Kind(StrEnum):
    """What a field holds; editors, printing and rules are chosen by it."""

    LINE = "line"
    PROSE = "prose"
    NUMBER = "number"
    WHOLE = "whole"
    DATE = "date"
    CHOICE = "choice"
    CHOICES = "choices"
    REF = "ref"
    REFS = "refs"
    LINES = "lines"
    ROWS = "rows"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """How one field is asked for; the only place its label, help and clauses are written.

    `group` opens a group of fields that lasts until the next field with one. `column` puts the
    field into the list's table. `none` names the sibling in which the writer says why a list is
    rightly empty. `when` says under which condition the question applies; paths in it start at
    the root, or with a dot for a field of the same row.
    """

    label: str
    help: str = ""
    example: str = ""
    clauses: tuple[str, ...] = ()
    prose: bool = False
    unit: str = ""
    when: Condition | None = None
    printed: bool = True
    group: str = ""
    column: bool = False
    none: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One stop of the wizard; the order of the stops is the order of Dossier's fields."""

    title: str
    intro: str = ""
    phase: str = ""  # the heading in the rail under which the step stands
    page: str = "form"  # a name in gui/pages for the hand-written ones
    clauses: tuple[str, ...] = ()


class Section(BaseModel):
    """A frozen part of the dossier: always savable, never by itself adequate."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    STEP: ClassVar[Step | None] = None


class Row(Section):
    """One record of a list; its id is opaque, given once by the session and never shown.

    `TITLE` names the fields by which a picker, a finding or a heading calls the row.
    """

    TITLE: ClassVar[tuple[str, ...]] = ()
    NOUN: ClassVar[str] = "row"
    id: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A field together with the way it is asked for and what it can hold.

    `item` is the Row class of ROWS, the Choice class of CHOICE and CHOICES, the Ref of REF and
    REFS, and None for the other kinds.
    """

    name: str
    ask: Ask
    kind: Kind
    item: Any = None


@cache
def questions(section: type[BaseModel]) -> tuple[Question, ...]:
    """Return the section's questions in the order in which they are declared."""
    return tuple(_questions(section))


def _questions(section: type[BaseModel]) -> Iterator[Question]:
    for name, info in section.model_fields.items():
        ask = next((m for m in info.metadata if isinstance(m, Ask)), None)
        if ask is not None:
            kind, item = _kind(info.annotation, info.metadata, ask)
            yield Question(name, ask, kind, item)


def question(section: type[BaseModel], name: str) -> Question:
    """Return the question for one field; KeyError if the section asks no such thing."""
    return _by_name(section)[name]


@cache
def _by_name(section: type[BaseModel]) -> dict[str, Question]:
    return {q.name: q for q in questions(section)}


def _kind(annotation: Any, metadata: list[Any], ask: Ask) -> tuple[Kind, Any]:
    if get_origin(annotation) is tuple:
        return _many(get_args(annotation)[0])
    bare = _without_none(annotation)
    if isinstance(bare, type) and issubclass(bare, Choice):
        return Kind.CHOICE, bare
    if bare in (Decimal, int):
        return (Kind.NUMBER if bare is Decimal else Kind.WHOLE), None
    for mark in metadata:
        if isinstance(mark, Ref):
            return Kind.REF, mark
        if isinstance(mark, DateMark):
            return Kind.DATE, None
    return (Kind.PROSE if ask.prose else Kind.LINE), None


def _many(inner: Any) -> tuple[Kind, Any]:
    if get_origin(inner) is Annotated:
        marks = [m for m in inner.__metadata__ if isinstance(m, Ref)]
        return (Kind.REFS, marks[0]) if marks else (Kind.LINES, None)
    if issubclass(inner, Row):
        return Kind.ROWS, inner
    return (Kind.CHOICES, inner) if issubclass(inner, Choice) else (Kind.LINES, None)


def _without_none(annotation: Any) -> Any:
    if get_origin(annotation) in (Union, UnionType):
        return next(a for a in get_args(annotation) if a is not type(None))
    return annotation


def empty(value: object) -> bool:
    """Say whether `value` is no answer: blank text, None, an unset choice, an empty list."""
    if isinstance(value, str):
        return not value.strip()
    return value is None or value == ()


def title(row: Row) -> str:
    """Return the words by which a row is called, e.g. “B1 Fewer injuries”; never its id."""
    words = (str(getattr(row, name)).strip() for name in row.TITLE)
    return " ".join(filter(None, words)) or f"unnamed {row.NOUN}"
