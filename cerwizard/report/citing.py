"""Numbers the citations of a document in the order of first use, and mends its links."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import replace
from operator import is_not

from cerwizard.reckon.citations import numbered
from cerwizard.report.blocks import (
    Block,
    Heading,
    Para,
    Points,
    Provenance,
    Span,
    Spans,
    Table,
    TableRow,
)
from cerwizard.report.mention import REFERENCES, UNNUMBERED, home, safe
from cerwizard.report.view import Sight


def cited(sight: Sight) -> Mapping[str, Span]:
    """Return what `[@id]` stands for in text: a citation that has no number yet."""
    return {
        row.id: Span(
            UNNUMBERED, "", Provenance.COMPUTED, link=home(sight.document, REFERENCES, row.id)
        )
        for row in sight.dossier.literature.references
    }


def order(links: Iterable[str], document: str) -> dict[str, int]:
    """Return the number of each bibliography entry among links in order of use, by block id."""
    start = home(document, REFERENCES, "")
    return numbered(link for link in links if link.startswith(start))


def entry(document: str, reference: str) -> str:
    """Return the id of a bibliography entry."""
    return f"{home(document, REFERENCES, '')}{safe(reference)}"


def settled(
    blocks: Iterable[Block], numbers: Mapping[str, int], loose: Container[str]
) -> Iterator[Block]:
    """Yield the blocks with their citations numbered and without the links in `loose`."""

    def settle(spans: Spans) -> Spans:
        for span in spans:
            if span.link and (span.link in numbers or span.link in loose):
                return tuple(map(_one, spans))
        return spans

    def _one(span: Span) -> Span:
        number = numbers.get(span.link)
        if number is not None and span.text == UNNUMBERED:
            return replace(span, text=f"[{number}]")
        return replace(span, link="") if span.link in loose and span.text else span

    for block in blocks:
        yield _changed(block, settle)


def _changed(block: Block, change: Callable[[Spans], Spans]) -> Block:
    match block:
        case Heading() | Para():
            spans = change(block.spans)
            return block if spans is block.spans else replace(block, spans=spans)
        case Points():
            return replace(block, points=tuple(map(change, block.points)))
        case Table():
            rows = tuple(_row(row, change) for row in block.rows)
            return replace(block, rows=rows)
    return block


def _row(row: TableRow, change: Callable[[Spans], Spans]) -> TableRow:
    cells = tuple(map(change, row.cells))
    return TableRow(row.id, cells) if any(map(is_not, cells, row.cells)) else row
