"""A dossier in which every question is answered, made from the questions themselves."""

from decimal import Decimal
from typing import Any

from cerwizard.dossier.ask import Kind, Question, Row, Section, questions
from cerwizard.dossier.dossier import Dossier, steps

ROWS = 2

_PLAIN: dict[Kind, Any] = {
    Kind.LINE: "A line",
    Kind.PROSE: "One paragraph.\n\nAnd another.",
    Kind.NUMBER: Decimal("0.50"),
    Kind.WHOLE: 12,
    Kind.DATE: "2026-05",
    Kind.LINES: ("one", "two"),
}


def value(question: Question, name: str) -> Any:
    """Return an answer; rows are called after the list, so that references can be made."""
    match question.kind:
        case Kind.CHOICE:
            return list(question.item)[1]
        case Kind.CHOICES:
            return tuple(list(question.item)[:2])
        case Kind.REF:
            return _id(question.item.target, 0)
        case Kind.REFS:
            return tuple(_id(question.item.target, i) for i in range(ROWS))
        case Kind.ROWS:
            return tuple(row(question.item, _id(name, i)) for i in range(ROWS))
        case kind:
            return _PLAIN[kind]


def _id(name: str, number: int) -> str:
    return f"{name.replace('.', '-')}-{number}"


def row(kind: type[Row], row_id: str) -> Row:
    """Return a row with all its fields answered."""
    return kind(id=row_id, **answers(kind, row_id))


def answers(kind: type[Section], name: str) -> dict[str, Any]:
    """Return an answer for each question of a section."""
    return {q.name: value(q, f"{name}.{q.name}") for q in questions(kind)}


def dossier() -> Dossier:
    """Return a dossier without an empty field."""
    return Dossier(**{name: kind(**answers(kind, name)) for name, kind, _ in steps()})
