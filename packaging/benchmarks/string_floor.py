"""The least that writing a document can cost: its texts joined as strings, in a file that opens."""

import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from cerwizard.report.blocks import Document, Heading, Points, Spans, Table, text_of
from cerwizard.report.word.package import LEVEL

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGES = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = f'{_DECLARED}<w:document xmlns:w="{W}"><w:body>'
TAIL = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>'
_RUN = '<w:r><w:t xml:space="preserve">'
_OPEN, _CLOSE = f"<w:p>{_RUN}", "</w:t></w:r></w:p>"
_WIDTH = 9072  # of the text, in twentieths of a point
_STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="Heading{n}"><w:name w:val="heading {n}"/>'
    f'<w:pPr><w:outlineLvl w:val="{n - 1}"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
    for n in (1, 2, 3)
)
_PARTS = {
    "[Content_Types].xml": f'{_DECLARED}<Types xmlns="{_PACKAGES}/content-types"><Default '
    'Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_KIND}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_KIND}.styles+xml"/></Types>',
    "_rels/.rels": f'{_DECLARED}<Relationships xmlns="{_PACKAGES}/relationships"><Relationship '
    f'Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/_rels/document.xml.rels": f'{_DECLARED}<Relationships xmlns="{_PACKAGES}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>',
    "word/styles.xml": f'{_DECLARED}<w:styles xmlns:w="{W}">{_STYLES}</w:styles>',
}


def write(document: Document, target: Path) -> None:
    """Write every text of `document`: headings in their styles, tables with their columns.

    It is packed as tightly as our own file, so that packing is compared with packing.
    """
    body = "".join((HEAD, *_blocks(document), TAIL)).encode()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=LEVEL) as package:
        for name, part in _PARTS.items():
            package.writestr(name, part)
        package.writestr("word/document.xml", body)


def _blocks(document: Document) -> Iterator[str]:
    for block in document.blocks:
        match block:
            case Table():
                yield _paragraph(block.caption)
                yield from _table(block)
                yield _paragraph(block.note)
            case Heading():
                style = f'<w:pPr><w:pStyle w:val="Heading{block.level}"/></w:pPr>'
                yield f"<w:p>{style}{_RUN}{escape(text_of(block.spans))}{_CLOSE}"
            case Points():
                yield from map(_paragraph, block.points)
            case _:
                yield _paragraph(getattr(block, "spans", ()))


def _table(block: Table) -> Iterator[str]:
    columns = max([len(block.head), 1, *(len(row.cells) for row in block.rows)])
    width = _WIDTH // columns
    opening = f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{_OPEN}'
    between = f"{_CLOSE}</w:tc>{opening}"
    yield "<w:tbl><w:tblPr/><w:tblGrid>" + f'<w:gridCol w:w="{width}"/>' * columns + "</w:tblGrid>"
    if block.head:
        yield _row(opening, between, map(escape, block.head))
    for row in block.rows:
        yield _row(opening, between, [escape(text_of(cell)) for cell in row.cells])
    yield "</w:tbl>"


def _row(opening: str, between: str, cells: Iterable[str]) -> str:
    return f"<w:tr>{opening}{between.join(cells)}{_CLOSE}</w:tc></w:tr>"


def _paragraph(spans: Spans) -> str:
    return _OPEN + escape(text_of(spans)) + _CLOSE
