"""Turns the page: wide tables stand on landscape pages, everything else on upright ones."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from lxml import etree

from cerwizard.report.blocks import Block, Heading, Para, Points, Table
from cerwizard.report.word.heights import lines
from cerwizard.report.word.xml import Element, measure, w

_USUAL = {"w": 11906, "h": 16838, "left": 1247, "right": 1247, "top": 1417, "bottom": 1417}
# In lines: what is pulled onto a wide page, and what is too little for an upright one in between.
_LEADING, _SHORT = 16, 22
# Before these, in the order of the schema, stands the kind of a section.
_BEFORE_TYPE = frozenset(
    w(name) for name in ("headerReference", "footerReference", "footnotePr", "endnotePr")
)


@dataclass(frozen=True, slots=True)
class Turn:
    """The blocks of one section, and the paragraph that ends the section before it."""

    ending: str
    blocks: list[Block]
    width: int  # of the text, in twentieths of a point
    height: int
    closing: str  # the id of the last block, if another section follows


class Sections:
    """The page set-ups of one document, made from the last section of its template."""

    def __init__(self, last: Element, blocks: Sequence[Block]) -> None:
        """`last` is the w:sectPr at the end of the template's body."""
        self._last = last
        self._runs = [
            (wide, [block for block, _ in run])
            for wide, run in groupby(zip(blocks, turned(blocks), strict=True), itemgetter(1))
        ]

    def turns(self) -> Iterator[Turn]:
        """Yield the sections in order."""
        for n, (wide, blocks) in enumerate(self._runs):
            ending = self._properties(wide=not wide, first=n == 1)
            closing = blocks[-1].id if n + 1 < len(self._runs) else ""
            width, height = self._room(wide=wide)
            yield Turn(_paragraph(ending) if n else "", blocks, width, height, closing)

    def _room(self, *, wide: bool) -> tuple[int, int]:
        section = _turned(self._last) if wide else self._last
        size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
        width = _twips(size, "w") - _twips(margins, "left") - _twips(margins, "right")
        height = _twips(size, "h") - _twips(margins, "top") - _twips(margins, "bottom")
        return width, height

    def end(self) -> Element:
        """Return the w:sectPr that closes the body."""
        wide = bool(self._runs) and self._runs[-1][0]
        return self._properties(wide=wide, first=len(self._runs) < 2)

    def _properties(self, *, wide: bool, first: bool) -> Element:
        made = _turned(self._last) if wide else deepcopy(self._last)
        if first:
            return made
        for tag in (w("titlePg"), w("type")):
            for element in made.findall(tag):
                made.remove(element)
        for numbers in made.findall(w("pgNumType")):
            numbers.attrib.pop(w("start"), None)
        at = sum(1 for child in made if child.tag in _BEFORE_TYPE)
        made.insert(at, etree.Element(w("type"), {w("val"): "nextPage"}))
        return made


def turned(blocks: Sequence[Block]) -> list[bool]:
    """Say of each block whether it stands on a wide page.

    Wide tables do, with the headings and the few words that lead to them, and so does what would
    stand alone on an upright page between two of them.
    """
    marks = [isinstance(block, Table) and block.wide for block in blocks]
    for n, wide in enumerate(tuple(marks)):
        if wide:
            start = _start(blocks, n)
            marks[start:n] = [True] * (n - start)
    return _without_short_turns(blocks, marks)


def _start(blocks: Sequence[Block], table: int) -> int:
    """Return where the words that lead to a table begin: at a heading not far before it."""
    height, start = 0, table
    for n in range(table - 1, -1, -1):
        block = blocks[n]
        height += lines(block)
        if height > _LEADING or not isinstance(block, Heading | Para | Points):
            break
        if isinstance(block, Heading) or (isinstance(block, Para) and block.style == "label"):
            start = n
    return start


def _without_short_turns(blocks: Sequence[Block], marks: list[bool]) -> list[bool]:
    runs = [(wide, list(run)) for wide, run in groupby(range(len(marks)), marks.__getitem__)]
    for wide, run in runs[1:-1]:
        if not wide and sum(lines(blocks[n]) for n in run) <= _SHORT:
            marks[run[0] : run[-1] + 1] = [True] * len(run)
    return marks


def _paragraph(properties: Element) -> str:
    inner = etree.tostring(properties, encoding="unicode")
    spacing = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    return f'<w:p><w:pPr>{spacing}<w:rPr><w:sz w:val="2"/></w:rPr>{inner}</w:pPr></w:p>'


def _turned(section: Element) -> Element:
    made = deepcopy(section)
    size = made.find(w("pgSz"))
    if size is None:
        size = etree.Element(w("pgSz"), {w("w"): str(_USUAL["w"]), w("h"): str(_USUAL["h"])})
        made.insert(0, size)
    width, height = _twips(size, "w"), _twips(size, "h")
    size.set(w("w"), str(max(width, height)))
    size.set(w("h"), str(min(width, height)))
    size.set(w("orient"), "landscape")
    return made


def _twips(element: Element | None, name: str) -> int:
    found = measure(element, name)
    return _USUAL[name] if found is None or found < 0 else found
