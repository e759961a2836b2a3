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


NASTY = (
    "{{ 7*7 }} {% x %} <b>bold</b> &amp; R&D | # head\n\n"
    "* a\t“q” %s {0} ${x} \\ 😀 مرحبا \u00a0\u200b " + "long " * 60
)


def nasty(dossier: Dossier) -> Dossier:
    """Return the same dossier with an unpleasant text in every field that holds one."""
    return Dossier(**{name: _nasty(getattr(dossier, name)) for name, _, _ in steps()})


def _nasty(section: Section) -> Section:
    new: dict[str, Any] = {}
    for q in questions(type(section)):
        held = getattr(section, q.name)
        if q.kind in (Kind.LINE, Kind.PROSE):
            new[q.name] = NASTY
        elif q.kind is Kind.LINES:
            new[q.name] = tuple(NASTY.split("\n\n"))
        elif q.kind is Kind.ROWS:
            new[q.name] = tuple(_nasty(row) for row in held)
    return section.model_copy(update=new)


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
