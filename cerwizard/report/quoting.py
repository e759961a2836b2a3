"""Wraps what a template prints, so that none of it is read as markup and its origin is kept."""

import re
from collections.abc import Iterable
from typing import Self, cast

from cerwizard.report.blocks import Mark, Provenance, Span

# A quoted span travels through a template as hexadecimal digits between private-use characters:
# whatever was typed, these characters included, is inside the digits.
_BEGIN, _END, _NEXT, _PLACE = "\ue010", "\ue011", "\ue012", "\ue013"
TOKEN = re.compile(f"{_BEGIN}([0-9a-f{_NEXT}]*){_END}")
PLACE = re.compile(f"{_PLACE}([0-9a-f]*){_END}")
TO_BE_WRITTEN = "to be written"


class Quoted(str):
    """Text that is safe in a template's output: markup of ours or quoted values."""

    __slots__ = ()

    def __html__(self) -> str:
        """Return the text itself, so that jinja leaves it alone."""
        return self


class Value(str):
    """A text of the dossier that knows its address and who is answerable for it.

    Templates compare and test it as the plain text that it is; printed, it is literal.
    """

    __slots__ = ("link", "mark", "provenance", "source")

    source: str
    provenance: Provenance
    mark: Mark
    link: str

    def __new__(
        cls,
        text: str,
        source: str = "",
        provenance: Provenance = Provenance.GIVEN,
        mark: Mark = "",
        link: str = "",
    ) -> Self:
        """Make a value; the arguments are those of Span."""
        value = super().__new__(cls, text)
        value.source, value.provenance, value.mark, value.link = source, provenance, mark, link
        return value

    @property
    def span(self) -> Span:
        """The same text as a span, for cells that are built without a template."""
        return Span(str(self), self.source, self.provenance, self.mark, self.link)

    def __html__(self) -> str:
        """Return the quoted text, for jinja."""
        return quote_span(self.span)


def quote(value: object) -> str:
    """Return what a template prints for `value`; the `finalize` of the jinja environment.

    A Value, a Span or a sequence of Spans keeps its origin. What was rendered before is let
    through. None is something still to be written. All else is text that was computed.
    """
    if isinstance(value, Value):
        return quote_span(value.span)
    if isinstance(value, Span):
        return quote_span(value)
    if hasattr(value, "__html__"):
        return cast("str", value.__html__())
    if value is None:
        return to_be_written(TO_BE_WRITTEN)
    if isinstance(value, tuple | list) and all(isinstance(part, Span) for part in value):
        return quote_spans(value)
    return quote_span(Span(str(value), provenance=Provenance.COMPUTED))


def quote_span(span: Span) -> Quoted:
    """Return one span as an opaque stretch of template output."""
    fields = (span.text, span.source, span.provenance.value, span.mark, span.link)
    return Quoted(_BEGIN + _NEXT.join(map(_hidden, fields)) + _END)


def quote_spans(spans: Iterable[Span]) -> Quoted:
    """Return several spans as one opaque stretch."""
    return Quoted("".join(map(quote_span, spans)))


def to_be_written(text: str, source: str = "") -> Quoted:
    """Return the mark of a text that is missing; `source` is the field that would fill it."""
    return quote_span(Span(text, source, Provenance.OPEN))


def reference(target: str, text: str = "") -> Quoted:
    """Return a cross-reference to the block `target`; without `text` its number is printed."""
    return quote_span(Span(text, provenance=Provenance.COMPUTED, link=target))


def placeholder(key: str) -> Quoted:
    """Return the mark of the place where the ready blocks called `key` will stand."""
    return Quoted(_PLACE + _hidden(key) + _END)


def revealed(digits: str) -> Span:
    """Return the span that TOKEN's first group holds; the inverse of `quote_span`."""
    text, source, provenance, mark, link = map(shown, digits.split(_NEXT))
    return Span(text, source, Provenance(provenance), cast("Mark", mark), link)


def _hidden(text: str) -> str:
    return text.encode("utf-8", "surrogatepass").hex()


def shown(digits: str) -> str:
    """Return the text behind hexadecimal digits."""
    return bytes.fromhex(digits).decode("utf-8", "surrogatepass")
