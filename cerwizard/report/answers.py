"""One answer as spans: for a cell, for a sentence, or with its label before it."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cache

from pydantic import BaseModel

from cerwizard.dossier.ask import Kind, question
from cerwizard.law import codes
from cerwizard.reckon import durations
from cerwizard.report import mention, wanting, wording
from cerwizard.report.blocks import Span, Spans
from cerwizard.report.quoting import Value
from cerwizard.report.view import Part, model_of, record_of, teller

_LINE = Span("\n")
_PARAGRAPH = Span("\n\n")
_STOPPED = {stop: Span(f"{stop} ") for stop in (".", "")}  # between two sentences
_LISTS = (Kind.REF, Kind.REFS)


def answer(part: Part, name: str) -> Spans:
    """Return the answer as it stands in a cell, nothing if there is none."""
    return _teller(model_of(part), name)(part)


@cache
def _teller(model: type[BaseModel], name: str) -> Callable[[Part], Spans]:
    """Return the function that tells one field; what it is like is looked up once."""
    asks = question(model, name)
    if asks.kind in _LISTS:
        return lambda part: wording.joined(mention.mentions(part, asks), wording.COMMA)
    if asks.kind in _MANY:
        between = _LINE if asks.kind is Kind.LINES and name not in _SHORT_LINES else wording.COMMA
        if asks.kind is Kind.CHOICES:
            return lambda part: _chosen(getattr(part, name))
        return lambda part: wording.joined(
            [(_spelled(name, value),) for value in getattr(part, name)], between
        )

    tell = teller(asks)
    if name in _COUNTRIES:
        return lambda part: tuple(
            _spelled(name, value) for value in (getattr(part, name),) if value
        )
    return lambda part: (span,) if (span := tell(part)) else ()


def _chosen(values: Sequence[Value]) -> Spans:
    """Return labels as one line; those that hold commas themselves are parted by semicolons."""
    spans = [value.span for value in values]
    later = [replace(span, text=wording.small(span.text)) for span in spans[1:]]
    between = _SEMICOLON if any("," in value for value in values) else wording.COMMA
    return wording.joined([(span,) for span in (*spans[:1], *later)], between)


_MANY = (Kind.CHOICES, Kind.LINES)
_SEMICOLON = Span("; ")
_UNIT = re.compile(r", (days|months|years|minutes|hours|%)$")
_COUNTRIES = ("manufacturer_country", "countries")
_SHORT_LINES = ("countries", "mdr_codes", "registrations", "emdn")


def _spelled(name: str, value: Value) -> Span:
    """Return the value; a country given by its code is spelled out."""
    if name in _COUNTRIES:
        country = codes.countries().get(value.strip().upper())
        return replace(value.span, text=country) if country else value.span
    return value.span


def label(part: Part, name: str) -> str:
    """Return how a field is called in a report, without the unit that its answer then bears."""
    return _named(model_of(part), name)[0]


@cache
def _named(model: type[BaseModel], name: str) -> tuple[str, str]:
    """Return the label of a field without its unit, and that unit."""
    whole = wanting.label(model, name)
    unit = _UNIT.search(whole)
    return _UNIT.sub("", whole), unit[1] if unit else ""


def measured(part: Part, name: str) -> Spans:
    """Return the answer with the unit that the label of its field names: “12 months”."""
    found = answer(part, name)
    unit = _named(model_of(part), name)[1]
    if not (found and unit):
        return found
    if unit == "days":
        text = durations.spoken(getattr(record_of(part), name))
        return (replace(found[0], text=text.replace(" ", wording.NO_BREAK)),)
    noun = unit.removesuffix("s") if found[0].text == "1" else unit
    return (*found, Span(f"{wording.NO_BREAK}{noun}"))


def labelled(part: Part, name: str) -> Spans:
    """Return “Label: answer”, nothing if there is no answer."""
    found = measured(part, name)
    return (Span(f"{label(part, name)}: "), *found) if found else ()


def lines(parts: Iterable[Spans]) -> Spans:
    """Return the parts that say something, each on a line of its own."""
    return wording.joined(parts, _LINE)


def run_in(part: Part, names: Sequence[str | tuple[str, ...]]) -> Spans:
    """Return the answers as paragraphs, each after its label in bold.

    A tuple of names makes one paragraph. What is wanted and missing stands as still to be written.
    """
    groups = ((group,) if isinstance(group, str) else group for group in names)
    return wording.joined((_paragraph(part, group) for group in groups), _PARAGRAPH)


def _paragraph(part: Part, group: Sequence[str]) -> Spans:
    said: list[Span] = []
    stop = ""  # the full stop that the last answer lacks
    for name in group:
        if answered := _run_in(part, name):
            if said:
                said.append(_STOPPED[stop])
            said += answered
            stop = wording.ended(answered[-1].text) if name != group[-1] else ""
    return (*said, Span(stop)) if stop else tuple(said)


def _run_in(part: Part, name: str) -> Spans:
    found = measured(part, name) or wanting.missing(part, name, labelled=False)
    if not found:
        return ()
    return (*_led(model_of(part), name), *found)


@cache
def _led(model: type[BaseModel], name: str) -> Spans:
    """Return the label of a field as it stands before its answer."""
    return (Span(_named(model, name)[0], mark="bold"), Span(": "))


def told(part: Part, name: str) -> Spans:
    """Return the answer, or the mark of what is wanted, or nothing."""
    return answer(part, name) or wanting.missing(part, name)
