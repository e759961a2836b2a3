"""Writes the rows of a table, each anchored by a bookmark in its first cell."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from cerwizard.report.blocks import Provenance, Table, TableRow
from cerwizard.report.word import anchors
from cerwizard.report.word import fingerprint as fingerprints
from cerwizard.report.word.fingerprint import fingerprint, plain_row, row
from cerwizard.report.word.manifest import CELL, row_entry
from cerwizard.report.word.runs import Line, joined
from cerwizard.report.word.setting import Setting
from cerwizard.report.word.text import escaped, is_line, marked_up

# A row with more text than this may break across pages: it may be higher than one.
TALL = 3000
_SIDES = {"l": "", "c": '<w:jc w:val="center"/>', "r": '<w:jc w:val="right"/>'}
_FROM, _TO = '<w:r><w:t xml:space="preserve">', "</w:t></w:r>"
_CLOSE = "</w:p></w:tc>"
_END = _TO + _CLOSE
_OPEN = Provenance.OPEN
SIGNING = '<w:trHeight w:val="850" w:hRule="atLeast"/>'


@dataclass(frozen=True, slots=True)
class Shape:
    """What the rows of one table share; widths in twentieths of a point."""

    widths: tuple[int, ...]
    paragraphs: tuple[str, ...]  # the properties of a cell's paragraphs, by column
    openings: tuple[str, ...]  # what goes before the runs of a cell, by column
    later: tuple[str, ...]  # the same for all columns but the first, with the run begun
    group: str  # the properties of the paragraphs of a cell that spans the table
    spanning: str  # what goes before its runs
    row: str  # what opens a row that stays whole
    tall: str  # what opens a row that may break


def shape(block: Table, widths: tuple[int, ...], setting: Setting, style: str) -> Shape:
    """Return the shape of rows whose cells are in our style `style`."""
    named = setting.named(style)
    sides = block.align.ljust(len(widths), "l")[: len(widths)]
    paragraphs = tuple(_properties(named + _SIDES.get(side, "")) for side in sides)
    group = _properties(setting.named("table-group"))
    height = SIGNING if block.style == "signatures" else ""
    openings = [_opening(width, "", ppr) for width, ppr in zip(widths, paragraphs, strict=True)]
    return Shape(
        widths,
        paragraphs,
        tuple(openings),
        tuple(opening + _FROM for opening in openings[1:]),
        group,
        _opening(sum(widths), f'<w:gridSpan w:val="{len(widths)}"/>', group),
        f"<w:tr><w:trPr><w:cantSplit/>{height}</w:trPr>",
        f"<w:tr><w:trPr>{height}</w:trPr>" if height else "<w:tr>",
    )


def _opening(width: int, more: str, properties: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{more}</w:tcPr><w:p>{properties}'


def _properties(inner: str) -> str:
    return f"<w:pPr>{inner}</w:pPr>" if inner else ""


@dataclass(slots=True)
class Rows:
    """The rows of one table: their XML, manifest entries, and key with hash of each."""

    setting: Setting
    form: Shape
    xml: list[str] = field(default_factory=list)
    entries: list[str] = field(default_factory=list)
    hashes: list[str] = field(default_factory=list)

    def add(self, record: TableRow) -> None:
        """Write one row."""
        texts = _plain_texts(record)
        if texts is None or len(texts) != len(self.form.widths):
            self._rich(record)
            return
        joined = fingerprints.CELL.join(texts)
        marked = marked_up(joined).split(fingerprints.CELL)
        if len(marked) == len(texts) and is_line(joined):
            self._plain(record, joined, marked)
        else:
            self._rich(record)

    def _plain(self, record: TableRow, joined: str, marked: list[str]) -> None:
        """Write a row of one run a cell: nearly all rows are such, so this is kept quick."""
        key = anchors.key(record.id)
        hashed = fingerprint((plain_row(joined),))
        form = self.form
        start, end = self.setting.counter.ends(anchors.BOOKMARK + key)
        first = f"{form.openings[0]}{start}{_FROM}{marked[0]}{_TO}{end}{_CLOSE}"
        rest = [
            f"{opening}{text}{_END}" for opening, text in zip(form.later, marked[1:], strict=True)
        ]
        opening = form.row if len(joined) <= TALL else form.tall
        self.xml.append(f"{opening}{first}{''.join(rest)}</w:tr>")
        self.entries.append(row_entry(record.id, key, hashed, CELL.join(marked)))
        self.hashes.append(key + hashed)

    def _rich(self, record: TableRow) -> None:
        form = self.form
        spanning = len(record.cells) == 1 and len(form.widths) > 1
        openings = (form.spanning,) if spanning else form.openings
        properties = (form.group,) if spanning else form.paragraphs
        filled = record.cells + ((),) * (len(openings) - len(record.cells))
        cells = [self.setting.runs.lines(cell) for cell in filled]
        contents = [_paragraphs(cell, ppr) for cell, ppr in zip(cells, properties, strict=True)]
        hashed = fingerprint((row(joined(cell) for cell in cells),))
        texts = ["\n\n".join(line.text for line in cell) for cell in cells]
        tall = sum(map(len, texts)) > TALL
        self._add(record, hashed, openings, contents, CELL.join(map(escaped, texts)), tall)

    def _add(
        self,
        record: TableRow,
        hashed: str,
        openings: Sequence[str],
        contents: list[str],
        base: str,
        tall: bool,
    ) -> None:
        key = anchors.key(record.id)
        start, end = self.setting.counter.ends(anchors.BOOKMARK + key)
        first, *rest = contents[0].split("</w:p>", 1)  # a bookmark stays within its paragraph
        contents[0] = "</w:p>".join([start + first + end, *rest])
        cells = [
            f"{opening}{content}{_CLOSE}"
            for opening, content in zip(openings, contents, strict=True)
        ]
        opening = self.form.tall if tall else self.form.row
        self.xml.append(f"{opening}{''.join(cells)}</w:tr>")
        self.entries.append(row_entry(record.id, key, hashed, base))
        self.hashes.append(key + hashed)


def rows(block: Table, form: Shape, setting: Setting) -> Rows:
    """Write the rows of `block`."""
    made = Rows(setting, form)
    for record in block.rows:
        made.add(record)
    return made


def _plain_texts(record: TableRow) -> list[str] | None:
    """Return the cells' texts if none of them has a look or a link."""
    texts = []
    for cell in record.cells:
        if len(cell) > 1:
            return None
        for span in cell:
            if span.mark or span.link or span.provenance is _OPEN:
                return None
            texts.append(span.text)
        if not cell:
            texts.append("")
    return texts


def _paragraphs(lines: list[Line], properties: str) -> str:
    return f"</w:p><w:p>{properties}".join(line.xml for line in lines)
