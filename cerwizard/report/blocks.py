"""A document as a list of named blocks, before it is a file."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Literal

Mark = Literal["", "bold", "italic", "sub", "sup"]
TableStyle = Literal["grid", "facts", "signatures"]


class Provenance(StrEnum):
    """Who is answerable for a stretch of text."""

    GIVEN = "given"  # the writer typed or chose it
    COMPUTED = "computed"  # reckoned from what the writer gave
    STANDARD = "standard"  # the template's own words
    OPEN = "open"  # still to be written


@dataclass(frozen=True, slots=True, init=False)
class Span:
    """A stretch of text of one origin and one look.

    `source` is the address in the dossier from which the text came, if any. In body text a blank
    line in `text` begins a new paragraph of the same block, a single line feed is a line break.
    `link` is the id of a heading, table, paragraph or table row of the same document; with an
    empty `text` the printed words are the target's number: “4.2” or “Table 3”.
    """

    text: str
    source: str = ""
    provenance: Provenance = Provenance.STANDARD
    mark: Mark = ""
    link: str = ""

    def __init__(
        self,
        text: str,
        source: str = "",
        provenance: Provenance = Provenance.STANDARD,
        mark: Mark = "",
        link: str = "",
    ) -> None:
        # A long report has hundreds of thousands: in this way one is made in half the time.
        _set_text(self, text)
        _set_source(self, source)
        _set_provenance(self, provenance)
        _set_mark(self, mark)
        _set_link(self, link)


_set_text, _set_source, _set_provenance, _set_mark, _set_link = (
    vars(Span)[field.name].__set__ for field in fields(Span)
)
Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1, 2 or 3; the document numbers it unless `numbered` is off."""

    id: str
    level: int
    spans: Spans
    numbered: bool = True


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph, or several of one text, in a named style.

    Styles: body, lead, bullet, number, quote, note, source, label, cover-title, cover-subtitle,
    cover-line, cover-note, front-heading (a heading outside the contents).
    """

    id: str
    spans: Spans
    style: str = "body"


@dataclass(frozen=True, slots=True)
class Points:
    """A whole list as one block, for points that have no id of their own."""

    id: str
    points: tuple[Spans, ...]
    style: Literal["bullet", "number"] = "bullet"


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row, a sub-block with the id of its record; a single cell spans the whole table."""

    id: str
    cells: tuple[Spans, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table built from records.

    `caption` without text means no caption and no number. `widths` are proportions, one a column.
    `align` has one letter a column, of l, c and r. `wide` asks for a landscape page. `style` facts
    has no head and shades the first column; signatures leaves room to sign in each row.
    """

    id: str
    caption: Spans
    head: tuple[str, ...]
    rows: tuple[TableRow, ...]
    widths: tuple[int, ...] = ()
    align: str = ""
    note: Spans = ()
    wide: bool = False
    style: TableStyle = "grid"


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""

    id: str


@dataclass(frozen=True, slots=True)
class Toc:
    """The table of contents, of the headings that follow it or precede it."""

    id: str


@dataclass(frozen=True, slots=True)
class TableList:
    """The list of the captioned tables."""

    id: str


Block = Heading | Para | Points | Table | PageBreak | Toc | TableList


@dataclass(frozen=True, slots=True)
class Properties:
    """What header, footer and file properties say about the document.

    `date` is 2026, 2026-05 or 2026-05-31, and empty if unknown.
    """

    number: str = ""
    revision: str = ""
    date: str = ""
    manufacturer: str = ""
    device: str = ""
    status: str = ""
    generation: int = 1


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document; `name` is the kind, such as cer, and begins every block id."""

    name: str
    title: str
    blocks: tuple[Block, ...]
    properties: Properties = field(default_factory=Properties)
    language: str = "en-GB"


def spans_of(block: Block | TableRow) -> Iterator[Span]:
    """Yield the spans of a block in reading order; of a table, its caption, rows and note."""
    match block:
        case Heading() | Para():
            yield from block.spans
        case Points():
            yield from (span for point in block.points for span in point)
        case TableRow():
            yield from (span for cell in block.cells for span in cell)
        case Table():
            yield from block.caption
            yield from [span for row in block.rows for cell in row.cells for span in cell]
            yield from block.note


def text_of(spans: Iterable[Span]) -> str:
    """Return the plain text of spans."""
    return "".join(span.text for span in spans)


def is_open(block: Block | TableRow) -> bool:
    """Say whether something in the block is still to be written."""
    return any(span.provenance is Provenance.OPEN for span in spans_of(block))


def ids(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the id of every block and of every table row, in order."""
    for block in blocks:
        yield block.id
        if isinstance(block, Table):
            yield from (row.id for row in block.rows)
