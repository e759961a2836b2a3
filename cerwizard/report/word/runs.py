"""Writes spans as Word runs: marks, citations, cross-references, what is still to be written."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from cerwizard.report.blocks import (
    Block,
    Heading,
    Mark,
    Provenance,
    Span,
    Table,
    TableRow,
    text_of,
)
from cerwizard.report.word import anchors, fields
from cerwizard.report.word.fingerprint import Run
from cerwizard.report.word.text import clean, is_line, marked_up, on_one_line, paragraphs, pieces

_MARKS: dict[str, Run] = {
    "": ("", ""),
    "bold": ("b", "<w:rPr><w:b/><w:bCs/></w:rPr>"),
    "italic": ("i", "<w:rPr><w:i/><w:iCs/></w:rPr>"),
    "sub": ("vertAlign", '<w:rPr><w:vertAlign w:val="subscript"/></w:rPr>'),
    "sup": ("vertAlign", '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'),
}
_OPEN = Provenance.OPEN
# In a paragraph without links every stretch of one look begins with a sign that no text can hold,
# so that the whole paragraph is escaped at once.
_SIGNS: dict[Mark, str] = {
    "": "\x01",
    "bold": "\x02",
    "italic": "\x03",
    "sub": "\x04",
    "sup": "\x05",
}
_STRETCH = re.compile("([\x01-\x05])([^\x01-\x05]+)")
_BREAK = "\x06"  # between paragraphs
_LOOKS = {sign: _MARKS[mark][0] for mark, sign in _SIGNS.items()}
_RPR = {sign: _MARKS[mark][1] for mark, sign in _SIGNS.items()}
_ALL_SIGNS = "".join(_LOOKS)
_END = "</w:t></w:r>"
_OPENINGS = {sign: f'{_END}<w:r>{rpr}<w:t xml:space="preserve">' for sign, rpr in _RPR.items()}
_Said = list[tuple[Span, str]]  # spans and what they say in one paragraph
_SHADED = '<w:rPr><w:shd w:val="clear" w:color="auto" w:fill="FFE9A8"/></w:rPr>'


@dataclass(slots=True)
class Line:
    """The runs of one paragraph, as XML and as they are compared."""

    xml: str
    said: tuple[Run, ...] | str  # runs, or stretches behind their signs

    @property
    def runs(self) -> tuple[Run, ...]:
        """The looks and words, in their order."""
        if isinstance(self.said, str):
            return tuple([(_LOOKS[sign], text) for sign, text in _STRETCH.findall(self.said)])
        return self.said

    @property
    def text(self) -> str:
        """The words, without the results of fields."""
        if isinstance(self.said, str):
            return _unsigned(self.said)
        return "".join([text for _, text in self.said])


@dataclass(slots=True)
class Runs:
    """Turns spans into runs for one document.

    `targets` are the blocks and rows that may be linked to, `numbers` the printed ones among them.
    """

    targets: Mapping[str, Block | TableRow]
    numbers: Mapping[str, str]
    open_style: str
    warnings: list[str] = field(default_factory=list)

    def lines(self, spans: Collection[Span]) -> list[Line]:
        """Return the paragraphs of `spans`, at least one; blank lines set them apart."""
        for span in spans:
            if span.link or span.provenance is _OPEN:
                return [self._line(row) for row in _rows(spans) if row] or [Line("", ())]
        return [_plain(row) for row in _signed(spans) if row] or [Line("", ())]

    def line(self, spans: Iterable[Span]) -> Line:
        """Return `spans` as one paragraph."""
        return self._line([(span, span.text) for span in spans])

    def _line(self, said: _Said) -> Line:
        xml: list[str] = []
        runs: list[Run] = []
        mark: Mark = ""
        stretch = ""  # of one look
        for span, text in said:
            alone = span.link or span.provenance is _OPEN
            if stretch and (alone or span.mark != mark):
                look, rpr = _MARKS[mark]
                runs.append((look, stretch))
                xml.append(_xml(stretch, rpr))
                stretch = ""
            if alone:
                made, run = self._run(span, text)
                xml.append(made)
                runs.append(run)
            else:
                mark = span.mark
                stretch += text
        if stretch:
            look, rpr = _MARKS[mark]
            runs.append((look, stretch))
            xml.append(_xml(stretch, rpr))
        return Line("".join(xml), tuple(runs))

    def _run(self, span: Span, text: str) -> tuple[str, Run]:
        """Return a link, or what is still to be written."""
        if span.provenance is _OPEN:
            return self._open(text)
        look, rpr = _MARKS[span.mark]
        target = self.targets.get(span.link)
        if target is None:
            return self._nowhere(span, text)
        return self._linked(text, target, look, rpr)

    def _open(self, text: str) -> tuple[str, Run]:
        style = self.open_style
        rpr = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else _SHADED
        text = f"[{text}]"
        return _xml(text, rpr), ("rStyle" if style else "shd", text)

    def _nowhere(self, span: Span, text: str) -> tuple[str, Run]:
        self.warnings.append(f"A cross-reference to “{span.link}” leads nowhere.")
        if not text:
            return self._open("missing reference")
        look, rpr = _MARKS[span.mark]
        return _xml(text, rpr), (look, text)

    def _linked(self, said: str, target: Block | TableRow, look: str, rpr: str) -> tuple[str, Run]:
        number = self.numbers.get(target.id)
        if number and not said:
            mark = anchors.reference_mark(target.id)
            heading = isinstance(target, Heading)
            return fields.reference(mark, number, number=heading, rpr=rpr), (look, "")
        text = said or on_one_line(_title(target)) or "above"
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


def _plain(signed: str) -> Line:
    """Return a paragraph of stretches behind their signs."""
    if "\n" in signed or "\t" in signed:
        stretches = _STRETCH.findall(signed)
        return Line("".join([_xml(text, _RPR[sign]) for sign, text in stretches]), signed)
    xml = marked_up(signed)
    for sign, opening in _OPENINGS.items():
        if sign in xml:
            xml = xml.replace(sign, opening)
    return Line(xml[len(_END) :] + _END, signed)


def _unsigned(signed: str) -> str:
    for sign in _ALL_SIGNS:
        signed = signed.replace(sign, "")
    return signed


def _signed(spans: Iterable[Span]) -> list[str]:
    """Return each paragraph, its stretches behind their signs; no span is a run of its own."""
    held: list[str] = []
    mark: Mark | None = None
    for span in spans:
        text = span.text
        if not text.isprintable() and not is_line(text):
            text = (_BREAK + _SIGNS[span.mark]).join(paragraphs(clean(text)))
        if text:
            if span.mark != mark:
                mark = span.mark
                held.append(_SIGNS[mark])
            held.append(text)
    return [_tidy(row) for row in "".join(held).split(_BREAK)]


def _tidy(row: str) -> str:
    """Return a paragraph without the empty stretches that a break leaves at its ends."""
    row = row.rstrip(_ALL_SIGNS)
    return row[1:] if row[1:2] in _LOOKS else row


def _rows(spans: Iterable[Span]) -> list[_Said]:
    """Return the spans of each paragraph with what they say in it."""
    rows: list[_Said] = [[]]
    for span in spans:
        text = span.text
        if is_line(text):
            if text or span.link:
                rows[-1].append((span, text))
            continue
        first, *rest = paragraphs(clean(text))
        if first or span.link:
            rows[-1].append((span, first))
        rows.extend([(span, part)] if part or span.link else [] for part in rest)
    return rows


def joined(lines: Iterable[Line]) -> list[Run]:
    """Return the runs of several paragraphs in one row, as a cell is compared."""
    runs: list[Run] = []
    for line in lines:
        runs += [*line.runs, ("", "\n")]
    return runs
