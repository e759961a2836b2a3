"""Writes the rows of a table, each anchored by a bookmark in its first cell."""

from dataclasses import dataclass

from cerwizard.report.blocks import Provenance, Spans, Table, TableRow
from cerwizard.report.word import anchors
from cerwizard.report.word import fingerprint as fingerprints
from cerwizard.report.word.fingerprint import fingerprint, plain_row, standing_out
from cerwizard.report.word.manifest import CELL, row_entry
from cerwizard.report.word.runs import joined
from cerwizard.report.word.setting import Setting
from cerwizard.report.word.text import escaped, is_line, marked_up

# A row with more text than this may break across pages: it may be higher than one.
TALL = 3000
_SIDES = {"l": "", "c": '<w:jc w:val="center"/>', "r": '<w:jc w:val="right"/>'}
_FROM, _TO = '<w:r><w:t xml:space="preserve">', "</w:t></w:r>"
_CLOSE = "</w:p></w:tc>"
_OPEN = Provenance.OPEN
SIGNING = '<w:trHeight w:val="850" w:hRule="atLeast"/>'


@dataclass(frozen=True, slots=True)
class Shape:
    """What the rows of one table share; widths in twentieths of a point."""

    widths: tuple[int, ...]
    paragraphs: tuple[str, ...]  # the properties of a cell's paragraphs, by column
    openings: tuple[str, ...]  # what goes before the runs of a cell, by column
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
    return Shape(
        widths,
        paragraphs,
        tuple(_opening(width, "", ppr) for width, ppr in zip(widths, paragraphs, strict=True)),
        group,
        _opening(sum(widths), f'<w:gridSpan w:val="{len(widths)}"/>', group),
        f"<w:tr><w:trPr><w:cantSplit/>{height}</w:trPr>",
        f"<w:tr><w:trPr>{height}</w:trPr>" if height else "<w:tr>",
    )


def _opening(width: int, more: str, properties: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{more}</w:tcPr><w:p>{properties}'


def _properties(inner: str) -> str:
    return f"<w:pPr>{inner}</w:pPr>" if inner else ""


class _Frame:
    """What stands around the texts of one kind of row: there is nothing to do again for a row."""

    def __init__(self, openings: tuple[str, ...], properties: tuple[str, ...]) -> None:
        self.columns = len(openings)
        # Between the paragraphs of one cell, by column.
        self.breaks = tuple(f"</w:p><w:p>{inner}" for inner in properties)
        # At the places with odd numbers stand the contents of the cells.
        between = [part for opening in openings[1:] for part in (_CLOSE + opening, "")]
        self._parts = [openings[0], "", *between, _CLOSE + "</w:tr>"]

    def around(self, contents: list[str]) -> str:
        """Return the XML of a row without its beginning."""
        parts = self._parts.copy()
        parts[1::2] = contents
        return "".join(parts)


@dataclass(frozen=True, slots=True)
class _Rich:
    """A cell with a look, a link or line breaks."""

    paragraphs: tuple[str, ...]  # their runs
    text: str
    looks: str  # what stands out of the text, as it is compared


_Said = tuple[str, str, str, list[str], str]  # id, key, all texts, each text, what stands out


class Rows:
    """The rows of one table: their XML, and what is to be noted of them."""

    def __init__(self, setting: Setting, form: Shape) -> None:
        self.xml: list[str] = []
        self._said: list[_Said] = []
        self._setting = setting
        self._form = form
        self._usual = _Frame(form.openings, form.paragraphs)
        self._group = _Frame((form.spanning,), (form.group,))
        # Columns say the same few things over and over again.
        self._plain: dict[str, str] = {}
        self._rich: dict[tuple[tuple[str, str, str], ...], _Rich] = {}

    def add(self, record: TableRow) -> None:
        """Write one row."""
        spanning = len(record.cells) == 1 and self._usual.columns > 1
        frame = self._group if spanning else self._usual
        contents = [""] * frame.columns
        texts = contents.copy()
        looks = ""
        known = self._plain
        for column, cell in enumerate(record.cells):
            if len(cell) == 1:
                span = cell[0]
                if not (span.link or span.mark or span.provenance is _OPEN):
                    texts[column] = text = span.text
                    contents[column] = run = known.get(text) or self._line(text)
                    if run:
                        continue
            if cell:
                rich = self._cell(cell)
                texts[column], looks = rich.text, looks + rich.looks
                contents[column] = frame.breaks[column].join(rich.paragraphs)
        self._add(record.id, frame, contents, texts, looks)

    def _line(self, text: str) -> str:
        """Return the run of a cell of one plain line, as nearly all are; none for others."""
        if not text or not is_line(text):
            return ""
        run = self._plain[text] = f"{_FROM}{marked_up(text)}{_TO}"
        return run

    def _cell(self, cell: Spans) -> _Rich:
        for span in cell:
            if span.provenance is _OPEN:
                return self._made(cell)
        key = tuple([(span.text, span.mark, span.link) for span in cell])
        found = self._rich.get(key)
        if found is None:
            found = self._rich[key] = self._made(cell)
        return found

    def _made(self, cell: Spans) -> _Rich:
        lines = self._setting.runs.lines(cell)
        return _Rich(
            tuple(line.xml for line in lines),
            "\n\n".join(line.text for line in lines),
            standing_out(joined(lines)),
        )

    def _add(
        self, record_id: str, frame: _Frame, contents: list[str], texts: list[str], looks: str
    ) -> None:
        key = anchors.key(record_id)
        start, end = self._setting.counter.ends(anchors.BOOKMARK + key)
        contents[0] = _marked(contents[0], start, end)
        whole = fingerprints.CELL.join(texts)
        form = self._form
        opening = form.tall if len(whole) - len(texts) >= TALL else form.row
        self.xml.append(opening + frame.around(contents))
        self._said.append((record_id, key, whole, texts, looks))

    def noted(self) -> tuple[list[str], list[str]]:
        """Return the manifest entries of the rows, and the key with the hash of each."""
        entries: list[str] = []
        hashes: list[str] = []
        for record_id, key, whole, texts, looks in self._said:
            self._setting.beat()
            hashed = fingerprint((plain_row(whole) + looks,))
            entries.append(row_entry(record_id, key, hashed, _base(whole, texts)))
            hashes.append(key + hashed)
        return entries, hashes


def rows(block: Table, form: Shape, setting: Setting) -> Rows:
    """Write the rows of `block`."""
    made = Rows(setting, form)
    for record in block.rows:
        setting.beat()
        made.add(record)
    return made


def _marked(content: str, start: str, end: str) -> str:
    """Return the content of a cell with a bookmark, which stays within the first paragraph."""
    first, paragraph, rest = content.partition("</w:p>")
    return f"{start}{first}{end}{paragraph}{rest}"


def _base(whole: str, texts: list[str]) -> str:
    """Return the texts of a row as the manifest keeps them; `whole` are the same, joined."""
    if is_line(whole) and whole.count(fingerprints.CELL) == len(texts) - 1:
        return marked_up(whole).replace(fingerprints.CELL, CELL)
    return CELL.join(map(escaped, texts))
