"""A preview as HTML that Qt understands: who is answerable for each stretch can be seen."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import escape

from cerwizard.gui.preview_text import cut
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
    text_of,
)

_LONGEST = 150_000  # characters of HTML
_COLUMN = 92  # pixels that a column of a table needs at least
_MARKS = {"bold": "b", "italic": "i", "sub": "sub", "sup": "sup"}
_LABEL = re.compile(r"(^|<br>)([^<>:]+:)(?= )")  # what a line of a cell calls its value
_QUIETER = r"\1<span class='quiet'>\2</span>"
_QUIET = ("note", "source", "label", "cover-line", "cover-note")
WORDS = {
    Provenance.GIVEN: "Yours",
    Provenance.COMPUTED: "Computed",
    Provenance.STANDARD: "Standard",
    Provenance.OPEN: "To be written",
}


@dataclass(frozen=True, slots=True)
class Look:
    """The colours by name, and the width of the page in pixels."""

    colours: Mapping[str, str]
    width: int

    def style(self, provenance: Provenance) -> str:
        """Return the style of a stretch of text."""
        colour = self.colours
        match provenance:
            case Provenance.GIVEN:
                return f"background-color:{colour['accent_soft']};"
            case Provenance.COMPUTED:
                return f"background-color:{colour['note_soft']}; text-decoration:underline;"
            case Provenance.OPEN:
                ground = colour["minor_soft"]
                return f"background-color:{ground}; color:{colour['minor']}; font-weight:600;"
        return ""


@dataclass(slots=True)
class Written:
    """A preview as HTML, and the addresses behind its links “at:<number>”."""

    html: str = ""
    places: list[str] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)

    def number(self, address: str) -> tuple[int, bool]:
        """Return the number of an address, and whether it is new."""
        new = address not in self.numbers
        if new:
            self.numbers[address] = len(self.places)
            self.places.append(address)
        return self.numbers[address], new


def written(blocks: Iterable[Block], numbers: Mapping[str, str], look: Look) -> Written:
    """Return blocks as HTML; `numbers` are those of headings and tables by their ids."""
    made = Written()
    writer = _Writer(made, numbers, look)
    parts: list[str] = [writer.styles()]
    size = 0
    for block in blocks:
        part = writer.block(block)
        size += len(part)
        parts.append(part)
        if size > _LONGEST:
            parts.append(writer.said("It goes on; the report has all of it."))
            break
    made.html = "".join(parts)
    return made


class _Writer:
    def __init__(self, made: Written, numbers: Mapping[str, str], look: Look) -> None:
        self._made, self._numbers, self._look = made, numbers, look
        self._point = 0

    def styles(self) -> str:
        colour = self._look.colours
        return (
            f"<style>p, li, td, th {{ color:{colour['ink']}; line-height:125%; }}"
            "p { margin:0 0 8px 0; } ul, ol { margin:0 0 8px 0; }"
            f"a {{ color:{colour['ink']}; text-decoration:none; }}"
            f".quiet, .quiet a {{ color:{colour['muted']}; }}"
            f"th {{ color:{colour['muted']}; text-align:left; }}</style>"
        )

    def said(self, sentence: str) -> str:
        """Return a sentence of the preview's own."""
        return f"<p class='quiet'><i>{escape(sentence)}</i></p>"

    def block(self, block: Block) -> str:
        """Return one block."""
        match block:
            case Heading():
                return self._heading(block)
            case Para():
                return self._para(block)
            case Points():
                kind = "ul" if block.style == "bullet" else "ol"
                points = "".join(f"<li>{self._spans(point)}</li>" for point in block.points)
                return f"<{kind}>{points}</{kind}>"
            case Table():
                return self._table(block)
        return ""

    def _heading(self, block: Heading) -> str:
        number = self._numbers.get(block.id, "")
        size = "large" if block.level == 1 else "medium"
        style = f"font-size:{size}; font-weight:600; margin:{14 - 2 * block.level}px 0 6px 0;"
        return f"<p style='{style}'>{escape(number)} {self._spans(block.spans)}</p>"

    def _para(self, block: Para) -> str:
        text = self._spans(block.spans)
        self._point = self._point + 1 if block.style == "number" else 0
        match block.style:
            case "bullet":
                return f"<ul><li>{text}</li></ul>"
            case "number":
                return f"<p>{self._point}. {text}</p>"
            case "quote":
                return f"<blockquote><p>{text}</p></blockquote>"
            case "cover-title" | "cover-subtitle":
                return f"<p style='font-size:large; font-weight:600;'>{text}</p>"
        return f"<p class='quiet'>{text}</p>" if block.style in _QUIET else f"<p>{text}</p>"

    # -- tables -------------------------------------------------------------------------------

    def _table(self, block: Table) -> str:
        shown, left = cut(block)
        number = self._numbers.get(block.id, "")
        caption = self._spans(block.caption) if text_of(block.caption).strip() else ""
        head = f"<p><b>{escape(number)}</b> {caption}</p>" if caption else ""
        columns = max((len(row.cells) for row in shown.rows), default=1)
        wide = columns * _COLUMN <= self._look.width
        body = self._grid(shown) if wide else "".join(self._stacked(shown))
        more = f"… and {left:,} more rows, which the report prints." if left else ""
        note = f"<p class='quiet'>{self._spans(block.note)}</p>" if block.note else ""
        return f"{head}{body}{self.said(more) if more else ''}{note}"

    def _grid(self, table: Table) -> str:
        rows = []
        columns = max(len(table.head), *(len(row.cells) for row in table.rows), 1)
        if table.head:
            rows.append("".join(f"<th>{escape(word)}</th>" for word in table.head))
        for row in table.rows:
            span = f" colspan='{columns}'" if len(row.cells) == 1 else ""
            rows.append("".join(f"<td{span}>{self._spans(cell)}</td>" for cell in row.cells))
        line = self._look.colours["line"]
        whole = "".join(f"<tr>{row}</tr>" for row in rows)
        style = f"border-collapse:collapse; border:1px solid {line};"
        return (
            f"<table width='98%' cellpadding='4' style='{style}' border='1'>{whole}</table><p></p>"
        )

    def _stacked(self, table: Table) -> Iterator[str]:
        """Yield each row as a paragraph, its cells under each other with their headings."""
        for row in table.rows:
            yield f"<p>{'<br>'.join(self._lines(table, row))}</p>"

    def _lines(self, table: Table, row: TableRow) -> Iterator[str]:
        heads = table.head if len(row.cells) > 1 else ()
        for spot, cell in enumerate(row.cells):
            text = self._spans(cell)
            if spot == 0:
                yield f"<b>{text}</b>"
            elif text_of(cell).strip() or any(span.link for span in cell):
                head = f"{escape(heads[spot])}: " if spot < len(heads) else ""
                yield f"<span class='quiet'>{head}</span>{_LABEL.sub(_QUIETER, text)}"

    # -- text ---------------------------------------------------------------------------------

    def _spans(self, spans: Spans) -> str:
        return "".join(map(self._span, spans))

    def _span(self, span: Span) -> str:
        text = span.text or self._numbers.get(span.link, "")
        shown = escape(text).replace("\n", "<br>")
        if span.mark:
            shown = f"<{_MARKS[span.mark]}>{shown}</{_MARKS[span.mark]}>"
        style = self._look.style(span.provenance)
        if not span.source:
            return f"<span style='{style}'>{shown}</span>" if style else shown
        number, new = self._made.number(span.source)
        name = f" name='at{number}'" if new else ""
        colour = "" if span.provenance is Provenance.OPEN else f"color:{self._look.colours['ink']};"
        decoration = "" if "underline" in style else "text-decoration:none;"
        return f"<a{name} href='at:{number}' style='{colour}{decoration}{style}'>{shown}</a>"
