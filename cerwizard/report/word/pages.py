"""Estimates on which page each heading and table stands, until Word has counted for itself."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from math import ceil

from cerwizard.report.blocks import (
    Block,
    Heading,
    PageBreak,
    Para,
    Points,
    Provenance,
    Span,
    Spans,
    Table,
    TableList,
    TableRow,
    Toc,
    text_of,
)
from cerwizard.report.numbers import has_caption
from cerwizard.report.word.flow import Box, Flow
from cerwizard.report.word.letters import wrapped
from cerwizard.report.word.looks import Look
from cerwizard.report.word.rows import TALL
from cerwizard.report.word.sections import Turn
from cerwizard.report.word.setting import ROWS_A_PIECE
from cerwizard.report.word.tables import widths_of
from cerwizard.report.word.text import clean, is_line, paragraphs

Piece = tuple[str, bool]  # a text, and whether it is bold
# In twentieths of a point: what a cell takes beside its text, and a row to be signed in.
_CELL_SIDES, _CELL_ENDS, _RULE, _SIGNING = 170, 80, 10, 850
_LABEL = ("Table 10. ", False)


def estimated(
    turns: Iterable[Turn], blocks: Sequence[Block], looks: dict[str, Look]
) -> dict[str, int]:
    """Return the page of each heading and captioned table by id; empty without looks."""
    if not looks:
        return {}
    flow = Flow(0, page=0)
    for turn in turns:
        flow.turn(turn.height)
        flow.fill(_Boxes(turn, blocks, looks).of_all())
    return flow.found


class _Boxes:
    """What the blocks of one section take of their pages."""

    def __init__(self, turn: Turn, blocks: Sequence[Block], looks: dict[str, Look]) -> None:
        self._turn = turn
        self._blocks = blocks
        self._looks = looks
        self._break_due = False

    def of_all(self) -> Iterator[Box]:
        for block in self._turn.blocks:
            yield from self._of(block)

    def _of(self, block: Block) -> Iterator[Box]:
        match block:
            case Heading():
                yield self._box(f"heading{block.level}", _pieces(block.spans), block.id)
            case Para():
                yield from self._paragraphs(block.style, block.spans)
            case Points():
                for point in block.points:
                    yield from self._paragraphs(block.style, point)
            case Table():
                yield from self._table(block)
            case PageBreak():
                self._break_due = True
            case _:
                yield from self._entries(block)

    def _box(self, style: str, pieces: Sequence[Piece], name: str = "") -> Box:
        look = self._looks[style]
        lines = _lines(pieces, look, self._turn.width - look.left - look.right)
        return Box(
            lines,
            look.line_height,
            look.before,
            look.after,
            look.keep_next,
            (name,) if name else (),
            breaks=self._break_taken(),
        )

    def _break_taken(self) -> bool:
        due, self._break_due = self._break_due, False
        return due

    def _paragraphs(self, style: str, spans: Spans) -> Iterator[Box]:
        later = "continue" if style in ("bullet", "number") else style
        for n, pieces in enumerate(_paragraphs(spans)):
            yield self._box(later if n else style, pieces)

    def _entries(self, block: Toc | TableList) -> Iterator[Box]:
        for entry in self._blocks:
            if isinstance(block, Toc) and isinstance(entry, Heading):
                yield self._box(f"toc{entry.level}", _pieces(entry.spans))
            elif isinstance(block, TableList) and isinstance(entry, Table) and has_caption(entry):
                yield self._box("table-list", [_LABEL, *_pieces(entry.caption)])

    def _table(self, block: Table) -> Iterator[Box]:
        widths = widths_of(block, self._turn.width)
        names = TableRow("", tuple((Span(name),) for name in block.head))
        head = self._height(names, widths, "table-head") if block.head else 0.0
        cells = -1
        step = len(block.rows) // ROWS_A_PIECE + 1  # of a long table, some rows speak for the rest
        for n, row in enumerate(block.rows):
            if n % ROWS_A_PIECE == 0:
                yield from self._start(block, head, first=n == 0)
            if n % step == 0 or len(row.cells) != cells:
                box, cells = self._row(block, row, widths, head), len(row.cells)
            yield box
        if not block.rows:
            yield from self._start(block, head, first=True)
        yield from self._tail(block)

    def _start(self, block: Table, head: float, *, first: bool) -> Iterator[Box]:
        if has_caption(block):
            label = [_LABEL, *_pieces(block.caption)]
            yield self._box("caption", label, block.id if first else "")
        # The upper edge of a table with a head is twice as thick as a rule.
        edge = 2 * _RULE if block.head else _RULE
        yield Box(1, head + edge, keep_next=True, breaks=self._break_taken())

    def _row(self, block: Table, row: TableRow, widths: tuple[int, ...], head: float) -> Box:
        group = len(row.cells) == 1 and len(widths) > 1
        style = "table-group" if group else "table-text"
        height = self._height(row, (sum(widths),) if group else widths, style)
        if block.style == "signatures":
            height = max(height, _SIGNING)
        line = self._looks[style].line_height
        if sum(len(span.text) for cell in row.cells for span in cell) > TALL:
            return Box(ceil(height / line), line, repeat=head)
        return Box(1, height, keep_next=group, repeat=head)

    def _tail(self, block: Table) -> Iterator[Box]:
        if text_of(block.note).strip():
            yield from self._paragraphs("table-note", block.note)
        elif block.id != self._turn.closing:
            yield self._box("table-end", ())

    def _height(self, row: TableRow, widths: Sequence[int], style: str) -> float:
        look = self._looks[style]
        cells = zip(row.cells, widths, strict=False)
        heights = [_cell(cell, width - _CELL_SIDES, look) for cell, width in cells]
        return max([look.line_height, *heights]) + _CELL_ENDS + _RULE


def _cell(cell: Spans, room: float, look: Look) -> float:
    if _is_short(cell, room / look.size / 20):
        return look.line_height + look.before + look.after
    texts = _paragraphs(cell)
    lines = sum(_lines(pieces, look, room) for pieces in texts)
    return lines * look.line_height + (look.before + look.after) * len(texts)


def _is_short(cell: Spans, letters: float) -> bool:
    """Say whether a cell needs one line even if its letters were as wide as they are high."""
    texts = [span.text for span in cell]
    return sum(map(len, texts)) < letters and not any("\n" in text for text in texts)


def _lines(pieces: Sequence[Piece], look: Look, room: float) -> int:
    weighted = [(text, bold or look.bold) for text, bold in pieces]
    return wrapped(weighted, look.size, max(room, 1))


def _pieces(spans: Spans) -> list[Piece]:
    stretches = groupby(spans, _is_bold)
    return [("".join(map(_shown, stretch)), bold) for bold, stretch in stretches]


def _is_bold(span: Span) -> bool:
    return span.mark == "bold"


def _shown(span: Span) -> str:
    if span.provenance is Provenance.OPEN:
        return f"[{span.text}]"
    return span.text or ("1.1" if span.link else "")


def _paragraphs(spans: Spans) -> list[list[Piece]]:
    """Return the pieces of each paragraph."""
    rows: list[list[Piece]] = [[]]
    for text, bold in _pieces(spans):
        if is_line(text):
            rows[-1].append((text, bold))
            continue
        first, *rest = paragraphs(clean(text))
        rows[-1].append((first, bold))
        rows.extend([(part, bold)] for part in rest)
    return rows
