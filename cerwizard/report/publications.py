"""Bibliographic records as spans: whole in the Vancouver style, or short."""

from collections.abc import Iterable

from cerwizard.reckon import citations
from cerwizard.reckon.citations import Piece
from cerwizard.report.blocks import Provenance, Span, Spans
from cerwizard.report.view import Part, field_address, record_of

# The types of reference in RIS files, in words.
TYPES = {
    "ABST": "Abstract",
    "BOOK": "Book",
    "CHAP": "Book chapter",
    "CONF": "Conference paper",
    "CPAPER": "Conference paper",
    "CTLG": "Catalogue",
    "DATA": "Data set",
    "EJOUR": "Journal article",
    "ELEC": "Web page",
    "GEN": "Publication",
    "GOVDOC": "Government document",
    "INPR": "Article in press",
    "JOUR": "Journal article",
    "RPRT": "Report",
    "STAND": "Standard",
    "STD": "Standard",
    "THES": "Thesis",
    "UNPB": "Unpublished work",
    "WEB": "Web page",
}


def whole(part: Part) -> Spans:
    """Return the publication as it stands in a bibliography."""
    return _spans(part, citations.vancouver(record_of(part)))


def short(part: Part) -> Spans:
    """Return authors and year, and the title."""
    names = _spans(part, citations.short(record_of(part)))
    if not part.authors or not part.title:
        return names
    return (*names, Span(". "), part.title.span)


def kind(part: Part) -> Spans:
    """Return the type of publication in words, or as it was typed if it is no type of RIS."""
    typed = part.kind
    return (Span(TYPES.get(typed.strip().upper(), typed), typed.source),) if typed else ()


def _spans(part: Part, pieces: Iterable[Piece]) -> Spans:
    return tuple(_span(part, piece) for piece in pieces)


def _span(part: Part, piece: Piece) -> Span:
    if not piece.field:
        return Span(piece.text)
    return Span(piece.text, field_address(part, piece.field), Provenance.GIVEN)
