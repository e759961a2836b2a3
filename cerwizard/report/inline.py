"""Reads the markup inside a paragraph: emphasis, sub- and superscript, quoted values, citations."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from cerwizard.errors import BadTemplateError
from cerwizard.report.blocks import Mark, Provenance, Span, Spans
from cerwizard.report.quoting import TOKEN, revealed

_PIECE = re.compile(rf"{TOKEN.pattern}|\\([!-~])|(\*\*|\*|[_^]\{{|\}})")
_SPACE = re.compile(r"[ \t\n]+")
_CITATION = re.compile(r"\[@([^\[\]\s]+)\]")
_MARKS: dict[str, Mark] = {"**": "bold", "*": "italic", "_{": "sub", "^{": "sup"}


def spans(markup: str, cited: Mapping[str, Span]) -> Spans:
    """Return the spans of one paragraph's markup; BadTemplateError if a mark is left open."""
    return cite(_joined(_pieces(markup)), cited)


def _pieces(markup: str) -> Iterator[Span]:
    marks: list[str] = []
    at = 0
    for found in _PIECE.finditer(markup):
        yield _literal(markup[at : found.start()], marks)
        at = found.end()
        token, escaped, sign = found.groups()
        if token is not None:
            yield _inherited(revealed(token), marks)
        elif escaped is not None:
            yield _literal(escaped, marks)
        elif not _turned(marks, sign):
            yield _literal(sign, marks)
    yield _literal(markup[at:], marks)
    if marks:
        raise BadTemplateError(f"A template opens “{marks[-1]}” and does not close it.")


def _literal(text: str, marks: list[str]) -> Span:
    return Span(_SPACE.sub(" ", text), mark=_MARKS[marks[-1]] if marks else "")


def _inherited(span: Span, marks: list[str]) -> Span:
    return replace(span, mark=_MARKS[marks[-1]]) if marks and not span.mark else span


def _turned(marks: list[str], sign: str) -> bool:
    """Open or close `sign`; say whether it was a mark at all."""
    opener = marks[-1] if marks else ""
    if sign == "}":
        if opener not in ("_{", "^{"):
            return False
        marks.pop()
    elif sign == opener:
        marks.pop()
    else:
        marks.append(sign)
    return True


def _joined(pieces: Iterable[Span]) -> Spans:
    out: list[Span] = []
    for piece in pieces:
        last = out[-1] if out else None
        text = piece.text
        if last is None and _plain(piece):
            text = text.removeprefix(" ")
        if last and _plain(last) and _plain(piece):
            if last.text.endswith(" "):  # what stood between has turned out empty
                text = text.removeprefix(" ")
            if last.mark == piece.mark:
                out[-1] = _saying(last, last.text + text)
                continue
        if text or piece.link:
            out.append(piece if text == piece.text else _saying(piece, text))
    return tuple(out)


def _plain(span: Span) -> bool:
    """Say whether a span is the template's own words, in whatever look."""
    return not (span.source or span.link) and span.provenance is Provenance.STANDARD


def _saying(span: Span, text: str) -> Span:
    return Span(text, span.source, span.provenance, span.mark, span.link)


def cite(given: Iterable[Span], cited: Mapping[str, Span]) -> Spans:
    """Return the spans with every `[@id]` that `cited` knows replaced by its citation.

    The citation keeps the mark and, if it has no source of its own, the source of its sentence.
    """
    if not cited:
        return tuple(given)
    return tuple(part for span in given for part in _cited(span, cited))


def _cited(span: Span, cited: Mapping[str, Span]) -> Iterator[Span]:
    if span.link or "[@" not in span.text:
        yield span
        return
    at = 0
    for found in _CITATION.finditer(span.text):
        citation = cited.get(found[1])
        if citation is None:
            continue
        if before := span.text[at : found.start()]:
            yield _saying(span, before)
        source, mark = citation.source or span.source, citation.mark or span.mark
        yield replace(citation, source=source, mark=mark)
        at = found.end()
    if rest := span.text[at:]:
        yield _saying(span, rest)
