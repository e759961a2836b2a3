"""Finds words in a dossier: in what the writer answered, and in what is asked."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from cerwizard.dossier import numerals
from cerwizard.dossier.ask import Kind, Question, empty, questions
from cerwizard.dossier.dossier import Dossier, steps
from cerwizard.dossier.values import Choice

_BEFORE, _AFTER = 14, 140  # characters of a text shown beside the words
_REFERENCES = (Kind.REF, Kind.REFS)  # what they point at is found where it stands


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where the words stand: the field's address and the text around them.

    `at` is where the words begin in `snippet`; -1 if they stand in the question, not the answer.
    """

    address: str
    snippet: str
    at: int


def find(dossier: Dossier, words: str) -> Iterator[Hit]:
    """Yield each field whose answer or label holds the words, in the order of the steps.

    Upper and lower case are the same, and so is all white space. A label is found once, however
    many rows ask it, and only where no answer below it was found for the same field.
    """
    wanted = _plain(words)
    if not wanted:
        return
    asked: set[tuple[type[BaseModel], str]] = set()
    for name, _, _ in steps():
        yield from _in_record(getattr(dossier, name), name, wanted, asked)


def _in_record(
    record: BaseModel, at: str, wanted: str, asked: set[tuple[type[BaseModel], str]]
) -> Iterator[Hit]:
    for question in questions(type(record)):
        address = f"{at}.{question.name}"
        value = getattr(record, question.name)
        hit = _in_answer(question, value, address, wanted)
        here = (type(record), question.name)
        if hit is None and here not in asked and wanted in _plain(question.ask.label):
            hit = Hit(address, question.ask.label, -1)
        if hit is not None:
            asked.add(here)
            yield hit
        if question.kind is Kind.ROWS:
            for row in value:
                yield from _in_record(row, f"{address}[{row.id}]", wanted, asked)


def _beginning(text: str, spot: int) -> int:
    """Return where the word begins in which a spot lies; the spot itself in a very long one."""
    start = text.rfind(" ", 0, spot + 1) + 1
    return start if spot - start <= _AFTER // 4 else spot


def _in_answer(question: Question, value: Any, address: str, wanted: str) -> Hit | None:
    if empty(value) or question.kind is Kind.ROWS or question.kind in _REFERENCES:
        return None
    if isinstance(value, int | Decimal):
        return _in_number(question.name, value, address, wanted)
    text = answer_text(value)
    if wanted not in (plain := _plain(text)):
        return None
    at = plain.index(wanted)
    flat = " ".join(text.split())
    if len(flat) != len(plain):  # a letter that is two in lower case: show where it begins
        return Hit(address, flat[: _BEFORE + _AFTER], 0)
    start = _beginning(flat, max(0, at - _BEFORE))
    end = at + len(wanted) + _AFTER
    before, after = "…" if start else "", "…" if end < len(flat) else ""
    return Hit(address, f"{before}{flat[start:end]}{after}", at - start + len(before))


def _in_number(name: str, value: int | Decimal, address: str, wanted: str) -> Hit | None:
    """Find a number as it is shown, and as it is typed."""
    shown = numerals.answer(name, value)
    if wanted in shown:
        return Hit(address, shown, shown.index(wanted))
    return Hit(address, shown, 0) if wanted in str(value) else None


def answer_text(value: Any) -> str:
    """Return an answer as the window shows it; several of them with semicolons between."""
    if isinstance(value, tuple):
        return "; ".join(answer_text(one) for one in value)
    label: str = value.label if isinstance(value, Choice) else value
    return label


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
