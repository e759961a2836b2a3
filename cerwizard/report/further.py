"""Answers that no chapter has printed, so that none is ever missing from a document."""

from collections.abc import Container, Iterator
from functools import cache

from pydantic import BaseModel

from cerwizard.dossier.ask import Kind, Question, empty, questions
from cerwizard.dossier.dossier import steps
from cerwizard.report import answers
from cerwizard.report.beat import beating
from cerwizard.report.blocks import Block, Heading, Span, Spans, Table, TableRow
from cerwizard.report.grid import standard
from cerwizard.report.mention import calling, safe
from cerwizard.report.view import (
    Part,
    Sight,
    address_of,
    field_address,
    held,
    model_of,
    record_of,
    sight_of,
)

_WIDTHS = (34, 66)
_TOLD_BY_PLACE = {"Reference.screening"}  # by the group of the table in which it stands


def further(sight: Sight, name: str, printed: Container[str]) -> list[Block]:
    """Return a section with the answers that stand at no `printed` address, or nothing.

    `name` begins the ids of its blocks.
    """
    rows = tuple(
        TableRow(f"{name}/{safe(field_address(part, asked.name))}", (_label(part, asked), said))
        for part, asked in left(sight, printed)
        if (said := answers.answer(part, asked.name))
    )
    if not rows:
        return []
    heading = Heading(f"{name}-heading", 2, standard("Further particulars"))
    caption = standard("Answers that stand in no other section")
    return [heading, Table(name, caption, ("Subject", "Answer"), rows, _WIDTHS)]


_SHORT = (Kind.NUMBER, Kind.WHOLE, Kind.LINE, Kind.REF, Kind.DATE)


def left(sight: Sight, printed: Container[str]) -> Iterator[tuple[Part, Question]]:
    """Yield what was answered and applies, and is not in the document."""
    for name, _, _ in steps():
        for part, asked in _unprinted(getattr(sight.root, name), printed):
            text = None if _empty_list(part, asked) else _plain(part, asked)
            if text is not None and not (text and _beside(part, text, printed)):
                yield part, asked


def _beside(part: Part, text: str, printed: Container[str]) -> bool:
    """Say whether another answer of the same record says `text` already."""
    at = address_of(part)
    fields, _ = _printed_questions(model_of(part))
    names = (q.name for q in fields if f"{at}.{q.name}" in printed)
    return any(text in str(getattr(part, name)) for name in names)


def _plain(part: Part, asked: Question) -> str | None:
    """Return a short answer as printed, "" for any other answer, None for no answer."""
    if held(part, asked) is None:
        return None
    if asked.kind is Kind.REF:
        target = getattr(part, asked.name.removesuffix("_id"))
        return calling(target) if target is not None else ""
    return str(getattr(part, asked.name)) if asked.kind in _SHORT else ""


def _unprinted(part: Part, printed: Container[str]) -> Iterator[tuple[Part, Question]]:
    record, at = record_of(part), address_of(part)
    fields, lists = _printed_questions(model_of(part))
    for asked in fields:
        # an answer that is printed need not be looked at, and most are
        if f"{at}.{asked.name}" not in printed and not empty(getattr(record, asked.name)):
            yield part, asked
    for asked in lists:
        for row in beating(getattr(part, asked.name), sight_of(part).beat):
            yield from _unprinted(row, printed)


@cache
def _printed_questions(
    model: type[BaseModel],
) -> tuple[tuple[Question, ...], tuple[Question, ...]]:
    """Return the questions whose answers are printed, and those for lists of rows."""
    wanted = [
        q
        for q in questions(model)
        if q.ask.printed and f"{model.__name__}.{q.name}" not in _TOLD_BY_PLACE
    ]
    lists = tuple(q for q in wanted if q.kind is Kind.ROWS)
    return tuple(q for q in wanted if q.kind is not Kind.ROWS), lists


def _empty_list(part: Part, asked: Question) -> bool:
    """Say whether this is the reason for an empty list that is not empty."""
    model = model_of(part)
    lists = (q for q in questions(model) if q.ask.none == asked.name)
    return any(getattr(record_of(part), q.name) for q in lists)


def _label(part: Part, asked: Question) -> Spans:
    name = calling(part)
    return (Span(f"{name}: {answers.label(part, asked.name)}"),)
