"""Writes spans as Word runs: marks, citations, cross-references, what is still to be written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from cerwizard.report.blocks import Block, Heading, Provenance, Span, Table, TableRow, text_of
from cerwizard.report.word import anchors, fields
from cerwizard.report.word.fingerprint import Run
from cerwizard.report.word.text import clean, is_line, on_one_line, paragraphs, pieces

_MARKS: dict[str, Run] = {
    "": ("", ""),
    "bold": ("b", "<w:rPr><w:b/><w:bCs/></w:rPr>"),
    "italic": ("i", "<w:rPr><w:i/><w:iCs/></w:rPr>"),
    "sub": ("vertAlign", '<w:rPr><w:vertAlign w:val="subscript"/></w:rPr>'),
    "sup": ("vertAlign", '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'),
}
_SHADED = '<w:rPr><w:shd w:val="clear" w:color="auto" w:fill="FFE9A8"/></w:rPr>'


@dataclass(frozen=True, slots=True)
class Line:
    """The runs of one paragraph, as XML and as they are compared."""

    xml: str
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """The words, without the results of fields."""
        return "".join(text for _, text in self.runs)


@dataclass(slots=True)
class Runs:
    """Turns spans into runs for one document.

    `targets` are the blocks and rows that may be linked to, `numbers` the printed ones among them.
    """

    targets: Mapping[str, Block | TableRow]
    numbers: Mapping[str, str]
    open_style: str
    warnings: list[str] = field(default_factory=list)

    def lines(self, spans: Iterable[Span]) -> list[Line]:
        """Return the paragraphs of `spans`, at least one; blank lines set them apart."""
        rows = [[span for span in row if span.text or span.link] for row in _rows(spans)]
        return [self.line(row) for row in rows if row] or [self.line(())]

    def line(self, spans: Iterable[Span]) -> Line:
        """Return `spans` as one paragraph."""
        made = [self._run(span) for span in spans]
        return Line("".join(xml for xml, _ in made), tuple(run for _, run in made))

    def _run(self, span: Span) -> tuple[str, Run]:
        if span.provenance is Provenance.OPEN:
            return self._open(span.text)
        look, rpr = _MARKS[span.mark]
        if not span.link:
            return _xml(span.text, rpr), (look, span.text)
        target = self.targets.get(span.link)
        if target is None:
            return self._nowhere(span)
        return self._linked(span, target, look, rpr)

    def _open(self, text: str) -> tuple[str, Run]:
        style = self.open_style
        rpr = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else _SHADED
        text = f"[{text}]"
        return _xml(text, rpr), ("rStyle" if style else "shd", text)

    def _nowhere(self, span: Span) -> tuple[str, Run]:
        self.warnings.append(f"A cross-reference to “{span.link}” leads nowhere.")
        if not span.text:
            return self._open("missing reference")
        return self._run(replace(span, link=""))

    def _linked(self, span: Span, target: Block | TableRow, look: str, rpr: str) -> tuple[str, Run]:
        number = self.numbers.get(target.id)
        if number and not span.text:
            mark = anchors.reference_mark(target.id)
            heading = isinstance(target, Heading)
            return fields.reference(mark, number, number=heading, rpr=rpr), (look, "")
        text = span.text or on_one_line(_title(target)) or "above"
        link = anchors.bookmark(target.id)
        return f'<w:hyperlink w:anchor="{link}">{_xml(text, rpr)}</w:hyperlink>', (look, text)


def _title(target: Block | TableRow) -> str:
    match target:
        case Heading():
            return text_of(target.spans)
        case Table():
            return text_of(target.caption)
    return ""


def _xml(text: str, rpr: str) -> str:
    return f"<w:r>{rpr}{pieces(text)}</w:r>" if text else ""


def _rows(spans: Iterable[Span]) -> list[list[Span]]:
    rows: list[list[Span]] = [[]]
    for span in spans:
        if is_line(span.text):
            rows[-1].append(span)
            continue
        first, *rest = paragraphs(clean(span.text))
        rows[-1].append(replace(span, text=first))
        rows.extend([replace(span, text=text)] for text in rest)
    return rows


def joined(lines: Iterable[Line]) -> list[Run]:
    """Return the runs of several paragraphs in one row, as a cell is compared."""
    runs: list[Run] = []
    for line in lines:
        runs += [*line.runs, ("", "\n")]
    return runs
