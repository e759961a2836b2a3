"""Writes the blocks of a document as the body of a Word file, each inside its anchors."""

from collections.abc import Sequence
from functools import partial
from itertools import takewhile

from cerwizard.report.beat import beating
from cerwizard.report.blocks import (
    Block,
    Document,
    Heading,
    PageBreak,
    Para,
    Points,
    Spans,
    Table,
    TableList,
    Toc,
)
from cerwizard.report.word import anchors
from cerwizard.report.word.contents import contents, table_list
from cerwizard.report.word.fingerprint import fingerprint, paragraph
from cerwizard.report.word.runs import Line
from cerwizard.report.word.sections import Sections
from cerwizard.report.word.setting import CONTROL_END, Setting
from cerwizard.report.word.tables import table

_COVERS = '<w:docPartObj><w:docPartGallery w:val="Cover Pages"/><w:docPartUnique/></w:docPartObj>'
_LISTS = ("bullet", "number")


def body(document: Document, setting: Setting, sections: Sections) -> bytes:
    """Return the XML of all blocks, encoded, and note them in the manifest."""
    # One letter that is not Latin would make a joined text twice as large as its bytes.
    parts = _Body(document.blocks, setting, sections).parts()
    return b"".join([part.encode() for part in beating(parts, setting.beat)])


def is_cover(block: Block) -> bool:
    """Say whether a block belongs on the cover."""
    return isinstance(block, Para) and block.style.startswith("cover-")


class _Body:
    def __init__(self, blocks: Sequence[Block], setting: Setting, sections: Sections) -> None:
        self._blocks = blocks
        self._setting = setting
        self._sections = sections
        self._list = ""  # the numbering of the list that the last block was a point of

    def parts(self) -> list[str]:
        out: list[str] = []
        for turn in self._sections.turns():
            self._setting.width = turn.width
            self._setting.closing = turn.closing
            cover = 0
            if turn.ending:
                out.append(turn.ending)
                self._setting.break_due = False  # a section begins on a new page anyway
            else:
                cover = len(list(takewhile(is_cover, turn.blocks)))
                out.append(self._cover(turn.blocks[:cover]))
            for block in turn.blocks[cover:]:
                self._setting.beat()
                out += self._block(block)
        return out

    def _cover(self, blocks: Sequence[Block]) -> str:
        """Return the cover as Word's own covers are: it can be taken off or changed as a whole."""
        # LibreOffice 7.4 also needs it: before the first such part it drops bold and shading.
        if not blocks:
            return ""
        inner = "".join([part for block in blocks for part in self._block(block)])
        number = self._setting.counter.control("cover page")
        return (
            f'<w:sdt><w:sdtPr><w:id w:val="{number}"/>{_COVERS}</w:sdtPr>'
            f"<w:sdtContent>{inner}</w:sdtContent></w:sdt>"
        )

    def _block(self, block: Block) -> Sequence[str]:
        """Return the XML of a block, whose parts are put together only once."""
        if not (isinstance(block, Para) and block.style == "number"):
            self._list = ""
        match block:
            case Heading():
                return (self._heading(block),)
            case Para():
                return (self._para(block),)
            case Points():
                return (self._points(block),)
            case Table():
                return self._table(block)
        return (self._front(block),)

    def _table(self, block: Table) -> Sequence[str]:
        content = table(block, self._setting)
        return [self._setting.control_start(block.id), *content, CONTROL_END]

    def _front(self, block: PageBreak | Toc | TableList) -> str:
        match block:
            case PageBreak():
                return self._page_break(block)
            case Toc():
                return contents(block, self._blocks, self._setting)
            case TableList():
                return table_list(block, self._blocks, self._setting)

    def _page_break(self, block: PageBreak) -> str:
        self._setting.break_due = True
        key = anchors.key(block.id)
        manifest = self._setting.manifest
        manifest.later(partial(manifest.add, block.id, key, "break", fingerprint(()), ()))
        return self._setting.anchored(block.id, "")

    def _heading(self, block: Heading) -> str:
        setting = self._setting
        line = setting.runs.line(block.spans)
        xml = setting.numbered_mark(block.id, line.xml)
        xml = setting.counter.marked(anchors.contents_mark(block.id), xml)
        numbers = setting.numbering
        more = numbers.heading(block.level) if block.numbered else numbers.unnumbered(block.level)
        style = f"heading{block.level}"
        content = setting.p(style, setting.anchored(block.id, xml), more)
        return self._noted(block, [content], "heading", [(style, line)])

    def _para(self, block: Para) -> str:
        lines = self._setting.runs.lines(block.spans)
        if block.style == "number" and not self._list:
            self._list = self._setting.numbering.fresh_list()
        said = self._point(block.style, lines, self._list)
        return self._noted(block, self._anchored(block.id, said), block.style, _pairs(said))

    def _points(self, block: Points) -> str:
        numbered = block.style == "number"
        list_ = self._setting.numbering.fresh_list() if numbered else ""
        said = [
            line
            for point in block.points
            for line in self._point(block.style, self._lines(point), list_)
        ]
        return self._noted(block, self._anchored(block.id, said), "points", _pairs(said))

    def _lines(self, spans: Spans) -> list[Line]:
        return self._setting.runs.lines(spans)

    def _point(self, style: str, lines: list[Line], list_: str) -> list[tuple[str, Line, str]]:
        """Return our style, words and numbering of each paragraph of one text."""
        numbering = self._setting.numbering.bullet() if style == "bullet" else list_
        later = "continue" if style in _LISTS else style
        return [(style, lines[0], numbering), *((later, line, "") for line in lines[1:])]

    def _anchored(self, block_id: str, said: list[tuple[str, Line, str]]) -> list[str]:
        """Return the paragraphs, the first and the last holding the ends of the bookmark."""
        opening, closing = self._setting.counter.ends(anchors.bookmark(block_id))
        parts: list[str] = []
        for style, line, more in said:
            parts += (self._setting.opening(style, more), line.xml, "</w:p>")
        parts.insert(1, opening)
        parts.insert(-1, closing)
        return parts

    def _noted(
        self, block: Block, content: Sequence[str], kind: str, said: Sequence[tuple[str, Line]]
    ) -> str:
        self._setting.manifest.later(partial(self._note, block.id, kind, said))
        return "".join([self._setting.control_start(block.id), *content, CONTROL_END])

    def _note(self, block_id: str, kind: str, said: Sequence[tuple[str, Line]]) -> None:
        compared = [paragraph(self._setting.style_name(style), line.runs) for style, line in said]
        texts = [line.text for _, line in said]
        key = anchors.key(block_id)
        self._setting.manifest.add(block_id, key, kind, fingerprint(compared), texts)


def _pairs(said: list[tuple[str, Line, str]]) -> list[tuple[str, Line]]:
    return [(style, line) for style, line, _ in said]
