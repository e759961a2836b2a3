"""The least that writing a document can cost: texts joined as strings and zipped."""

import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from cerwizard.report.blocks import Document, Span, Spans, Table, spans_of, text_of

HEAD = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
)
TAIL = "</w:body></w:document>"
OPEN, CLOSE = '<w:p><w:r><w:t xml:space="preserve">', "</w:t></w:r></w:p>"
CELL = "</w:tc><w:tc>"


def write(document: Document, target: Path) -> None:
    """Write every text of `document`, without style, number, anchor or package around it."""
    body = "".join((HEAD, *_blocks(document), TAIL)).encode()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as package:
        package.writestr("word/document.xml", body)


def _blocks(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Table):
            yield "<w:tbl>"
            yield from (_row(row.cells) for row in block.rows)
            yield "</w:tbl>"
        else:
            yield _paragraph(spans_of(block))


def _row(cells: tuple[Spans, ...]) -> str:
    return f"<w:tr><w:tc>{CELL.join(_paragraph(cell) for cell in cells)}</w:tc></w:tr>"


def _paragraph(spans: Iterable[Span]) -> str:
    return OPEN + escape(text_of(spans)) + CLOSE
