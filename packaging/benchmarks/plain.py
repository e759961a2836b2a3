"""A document without looks, links and anchors: what every peer is given to write."""

from collections.abc import Iterator
from typing import TypedDict

from cerwizard.report.blocks import Document, Heading, Para, Points, Spans, Table, text_of


class Plain(TypedDict, total=False):
    """A heading with its level, a paragraph, or a table with its head and rows."""

    kind: str  # heading, para or table
    level: int
    text: str
    head: list[str]
    rows: list[list[str]]


def plain(document: Document) -> list[Plain]:
    """Return the texts of `document` in order, each table with the same rows and cells."""
    return list(_blocks(document))


def _blocks(document: Document) -> Iterator[Plain]:
    for block in document.blocks:
        match block:
            case Heading():
                yield Plain(kind="heading", level=block.level, text=text_of(block.spans))
            case Para():
                yield _para(block.spans)
            case Points():
                yield from map(_para, block.points)
            case Table():
                yield _para(block.caption)
                yield _table(block)
                yield _para(block.note)


def _para(spans: Spans) -> Plain:
    return Plain(kind="para", text=text_of(spans))


def _table(block: Table) -> Plain:
    columns = max([len(block.head), 1, *(len(row.cells) for row in block.rows)])
    rows = [[text_of(cell) for cell in row.cells] for row in block.rows]
    filled = [row + [""] * (columns - len(row)) for row in rows]
    head = [*block.head, *[""] * (columns - len(block.head))]
    return Plain(kind="table", head=head, rows=filled)
