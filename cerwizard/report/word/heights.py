"""Estimates how much of a page a block takes, to decide how pages are turned."""

from math import ceil

from cerwizard.report.blocks import (
    Block,
    Heading,
    PageBreak,
    Para,
    Points,
    Spans,
    Table,
    TableRow,
    text_of,
)

_LETTERS_A_LINE = 95  # of body text on an upright page
_LETTERS_A_ROW = 125  # of the smaller text in tables
_WHOLE_PAGE = 1000


def lines(block: Block) -> int:
    """Return the height of a block in lines of body text, roughly."""
    match block:
        case Heading():
            return 3
        case Para():
            return _lines(block.spans) + 1
        case Points():
            return sum(map(_lines, block.points)) + 1
        case Table():
            return _table(block)
        case PageBreak():
            return 0
    return _WHOLE_PAGE


def _lines(spans: Spans) -> int:
    return _wrapped(text_of(spans), _LETTERS_A_LINE)


def _wrapped(text: str, letters: int) -> int:
    return sum(max(ceil(len(line) / letters), 1) for line in text.split("\n"))


def _table(block: Table) -> int:
    if len(block.rows) > _WHOLE_PAGE:
        return _WHOLE_PAGE + len(block.rows)
    columns = max([len(block.head), 1, *(len(row.cells) for row in block.rows)])
    shares = (*block.widths, *[1] * columns)[:columns]
    letters = [max(_LETTERS_A_ROW * share // sum(shares), 4) for share in shares]
    return 4 + sum(_row(row, letters) for row in block.rows)


def _row(row: TableRow, letters: list[int]) -> int:
    cells = zip(row.cells, letters, strict=False)
    return max((_wrapped(text_of(cell), width) for cell, width in cells), default=1)
