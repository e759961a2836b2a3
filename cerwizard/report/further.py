"""Answers that no chapter has printed, so that none is ever missing from a document."""

from collections.abc import Container, Iterator, Sequence
from functools import cache, cached_property

from pydantic import BaseModel

from cerwizard.dossier.ask import Kind, Question, empty, questions
from cerwizard.dossier.dossier import steps
from cerwizard.report import answers
from cerwizard.report.blocks import Block, Heading, Span, Spans, Table, TableRow, spans_of
from cerwizard.report.grid import standard
from cerwizard.report.mention import calling, safe
from cerwizard.report.view import Part, Sight, address_of, field_address, held, model_of, record_of

_WIDTHS = (34, 66)
_TOLD_BY_PLACE = {"Reference.screening"}  # by the group of the table in which it stands


class Printed:
    """What stands in a document, by the address that it came from."""

    def __init__(self, blocks: Sequence[Block], sources: Container[str]) -> None:
        self._blocks = blocks
        self._sources = sources

    def __contains__(self, address: object) -> bool:
        return address in self._sources

    def beside(self, record: str, text: str) -> bool:
        """Say whether another answer of the same record says `text` already."""
        return any(text in other for other in self._beside.get(record, ()))

    @cached_property
    def _beside(self) -> dict[str, list[str]]:
        texts: dict[str, list[str]] = {}
        for block in self._blocks:
            for span in spans_of(block):
                texts.setdefault(span.source.rpartition(".")[0], []).append(span.text)
        return texts


def further(sight: Sight, name: str, printed: Printed) -> list[Block]:
    """Return a section with the answers that are not `printed`, or nothing if there are none.

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


def left(sight: Sight, printed: Printed) -> Iterator[tuple[Part, Question]]:
    """Yield what was answered and applies, and is not in the document."""
    for name, _, _ in steps():
        for part, asked in _answered(getattr(sight.root, name)):
            if field_address(part, asked.name) in printed or _empty_list(part, asked):
                continue
            text = _plain(part, asked)
            if text is not None and not (text and printed.beside(address_of(part), text)):
                yield part, asked


def _plain(part: Part, asked: Question) -> str | None:
    """Return a short answer as printed, "" for any other answer, None for no answer."""
    if held(part, asked) is None:
        return None
    if asked.kind is Kind.REF:
        target = getattr(part, asked.name.removesuffix("_id"))
        return calling(target) if target is not None else ""
    return str(getattr(part, asked.name)) if asked.kind in _SHORT else ""


def _answered(part: Part) -> Iterator[tuple[Part, Question]]:
    record = record_of(part)
    for asked in _printed_questions(model_of(part)):
        if empty(getattr(record, asked.name)):
            continue
        if asked.kind is Kind.ROWS:
            for row in getattr(part, asked.name):
                yield from _answered(row)
        else:
            yield part, asked


@cache
def _printed_questions(model: type[BaseModel]) -> tuple[Question, ...]:
    return tuple(
        q
        for q in questions(model)
        if q.ask.printed and f"{model.__name__}.{q.name}" not in _TOLD_BY_PLACE
    )


def _empty_list(part: Part, asked: Question) -> bool:
    """Say whether this is the reason for an empty list that is not empty."""
    model = model_of(part)
    lists = (q for q in questions(model) if q.ask.none == asked.name)
    return any(getattr(record_of(part), q.name) for q in lists)


def _label(part: Part, asked: Question) -> Spans:
    model_of(part)
    name = calling(part)
    return (Span(f"{name}: {answers.label(part, asked.name)}"),)
