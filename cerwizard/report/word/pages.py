"""Estimates on which page each heading and table stands, until Word has counted for itself."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, repeat
from math import ceil

from cerwizard.report.beat import Beat, beating, quiet
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
from cerwizard.report.word.frames import Frame
from cerwizard.report.word.letters import wrapped
from cerwizard.report.word.looks import Look
from cerwizard.report.word.rows import TALL
from cerwizard.report.word.sections import Turn
from cerwizard.report.word.setting import ROWS_A_PIECE
from cerwizard.report.word.tables import widths_of
from cerwizard.report.word.text import clean, is_line, paragraphs

Piece = tuple[str, bool]  # a text, and whether it is bold
_SIGNING = 850  # twentieths of a point: the height of a row to be signed in
_LABEL = ("Table 10. ", False)


def estimated(
    turns: Iterable[Turn],
    blocks: Sequence[Block],
    looks: dict[str, Look],
    frames: dict[str, Frame],
    taken: int = 0,
    beat: Beat = quiet,
) -> dict[str, int]:
    """Return the page of each heading and captioned table by id; empty without looks.

    `taken` is by how much header and footer shorten a page, in twentieths of a point.
    """
    if not looks:
        return {}
    flow = Flow(0, page=0)
    for turn in turns:
        flow.turn(turn.height - taken)
        flow.fill(beating(_Boxes(turn, blocks, looks, frames).of_all(), beat))
    return flow.found


class _Boxes:
    """What the blocks of one section take of their pages."""

    def __init__(
        self,
        turn: Turn,
        blocks: Sequence[Block],
        looks: dict[str, Look],
        frames: dict[str, Frame],
    ) -> None:
        self._turn = turn
        self._blocks = blocks
        self._looks = looks
        self._frames = frames
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
            close=style if look.close else "",
            spare=look.spare,
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
        widths, frame = widths_of(block, self._turn.width), self._frame(block)
        head = self._head(block, widths, frame)
        cells = -1
        step = len(block.rows) // ROWS_A_PIECE + 1  # of a long table, some rows speak for the rest
        for n, row in enumerate(block.rows):
            if n % ROWS_A_PIECE == 0:
                yield from self._start(block, head, first=n == 0)
            if n % step == 0 or len(row.cells) != cells:
                box, cells = self._row(block, row, widths, head), len(row.cells)
            last = n == len(block.rows) - 1
            yield (
                replace(box, line=box.line + (frame.bottom - frame.rule) / box.lines)
                if last
                else box
            )
        if not block.rows:
            yield from self._start(block, head, first=True)
        yield from self._tail(block)

    def _frame(self, block: Table) -> Frame:
        return self._frames["facts" if block.style == "facts" else "grid"]

    def _head(self, block: Table, widths: tuple[int, ...], frame: Frame) -> float:
        """Return the height of the head with the rule under it, 0 without a head."""
        if not block.head:
            return 0
        names = TableRow("", tuple((Span(name),) for name in block.head))
        return self._height(names, widths, "table-head", frame) + frame.under_head

    def _start(self, block: Table, head: float, *, first: bool) -> Iterator[Box]:
        if has_caption(block):
            label = [_LABEL, *_pieces(block.caption)]
            yield self._box("caption", label, block.id if first else "")
        edge = self._frame(block).top
        yield Box(1, head + edge, keep_next=True, breaks=self._break_taken())

    def _row(self, block: Table, row: TableRow, widths: tuple[int, ...], head: float) -> Box:
        group = len(row.cells) == 1 and len(widths) > 1
        style = "table-group" if group else "table-text"
        frame = self._frame(block)
        height = self._height(row, (sum(widths),) if group else widths, style, frame) + frame.rule
        if block.style == "signatures":
            height = max(height, _SIGNING)
        line = self._looks[style].line_height
        again = head + frame.top / 2 if head else 0  # half of the edge stays with the page before
        if sum(len(span.text) for cell in row.cells for span in cell) > TALL:
            return Box(ceil(height / line), line, repeat=again)
        return Box(1, height, keep_next=group, repeat=again)

    def _tail(self, block: Table) -> Iterator[Box]:
        if text_of(block.note).strip():
            yield from self._paragraphs("table-note", block.note)
        elif block.id != self._turn.closing:
            yield self._box("table-end", ())

    def _height(self, row: TableRow, widths: Sequence[int], style: str, frame: Frame) -> float:
        """Return the height of a row without its rules."""
        look = self._looks[style]
        first = replace(look, bold=True) if frame.bold_first else look
        looks = (first, *repeat(look, len(widths) - 1))
        cells = zip(row.cells, widths, looks, strict=False)
        heights = [_cell(cell, width - frame.sides, look) for cell, width, look in cells]
        return max([look.line_height, *heights]) + frame.ends


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
