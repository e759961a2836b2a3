"""What the writers of blocks share while one document is written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from cerwizard.report.beat import Beat, quiet
from cerwizard.report.blocks import Block, Table, TableRow, spans_of
from cerwizard.report.word import anchors
from cerwizard.report.word.anchors import Counter
from cerwizard.report.word.manifest import Manifest
from cerwizard.report.word.numbering import Numbering
from cerwizard.report.word.runs import Runs
from cerwizard.report.word.styles import Styles
from cerwizard.report.word.text import attribute

# LibreOffice lays out one table of 2,000 rows three times slower than eight of 250.
ROWS_A_PIECE = 250
CONTROL_END = "</w:sdtContent></w:sdt>"


@dataclass(slots=True)
class Setting:
    """One document on its way into one template; widths in twentieths of a point."""

    styles: Styles
    numbering: Numbering
    counter: Counter
    runs: Runs
    pages: Mapping[str, int]
    pages_are_sure: bool  # else Word is asked to count for itself
    referred: frozenset[str]  # the blocks whose number is printed somewhere
    width: int = 0  # of the section that is being written
    appearance: str = ""
    manifest: Manifest = field(default_factory=Manifest)
    break_due: bool = False
    closing: str = ""  # the id of the block after which the section ends
    beat: Beat = quiet  # called for every block and row
    _openings: dict[str, str] = field(default_factory=dict)  # of usual paragraphs, by style

    def p(self, style: str, content: str, more: str = "") -> str:
        """Return a paragraph in our style `style`; `more` are further properties."""
        return f"{self.opening(style, more)}{content}</w:p>"

    def opening(self, style: str, more: str = "") -> str:
        """Return what stands before the runs of a paragraph, as `p` writes it."""
        usual = not (more or self.break_due)
        if usual and style in self._openings:
            return self._openings[style]
        broken = "<w:pageBreakBefore/>" if self.break_due else ""
        self.break_due = False
        inner = self.named(style) + broken + more
        made = f"<w:p><w:pPr>{inner}</w:pPr>" if inner else "<w:p>"
        if usual:
            self._openings[style] = made
        return made

    def named(self, style: str) -> str:
        """Return the w:pStyle for our style `style`, nothing if the template has none for it."""
        style_id = self.styles.ids[style]
        return f'<w:pStyle w:val="{style_id}"/>' if style_id else ""

    def style_name(self, style: str) -> str:
        """Return the name, in lower case, of the template's style for ours."""
        return self.styles.name(self.styles.ids[style])

    def control(self, block_id: str, content: str, special: str = "") -> str:
        """Return `content` inside the block's content control."""
        return self.control_start(block_id, special) + content + CONTROL_END

    def control_start(self, block_id: str, special: str = "") -> str:
        """Return what opens the block's content control."""
        return (
            f'<w:sdt><w:sdtPr><w:alias w:val="{anchors.alias(block_id)}"/>'
            f'<w:tag w:val="{attribute(anchors.tag(block_id))}"/>'
            f'<w:id w:val="{self.counter.control(block_id)}"/>{self.appearance}{special}'
            "</w:sdtPr><w:sdtContent>"
        )

    def anchored(self, block_id: str, content: str) -> str:
        """Return `content`, runs of one paragraph, inside the block's hidden bookmark."""
        return self.counter.marked(anchors.bookmark(block_id), content)

    def numbered_mark(self, block_id: str, content: str) -> str:
        """Return `content` inside the bookmark for cross-references, if there are any."""
        if block_id not in self.referred:
            return content
        return self.counter.marked(anchors.reference_mark(block_id), content)


def targets(blocks: Iterable[Block]) -> dict[str, Block | TableRow]:
    """Return every block and row that a link can lead to, by id."""
    found: dict[str, Block | TableRow] = {}
    for block in blocks:
        found[block.id] = block
        if isinstance(block, Table):
            found.update((row.id, row) for row in block.rows)
    return found


def referred(blocks: Iterable[Block]) -> frozenset[str]:
    """Return the ids of the blocks whose number is printed elsewhere, by a reference to it."""
    found: set[str] = set()
    for block in blocks:
        if isinstance(block, Table) and len(block.rows) > ROWS_A_PIECE:
            found.add(block.id)
        found.update(span.link for span in spans_of(block) if span.link and not span.text)
    return frozenset(found)
