"""Documents for the tests of the Word writer, and eyes for what was written."""

import zipfile
from dataclasses import replace
from pathlib import Path

from lxml import etree

from cerwizard.report.blocks import (
    Block,
    Document,
    Heading,
    PageBreak,
    Para,
    Points,
    Properties,
    Provenance,
    Span,
    Spans,
    Table,
    TableList,
    TableRow,
    Toc,
)
from cerwizard.report.word.xml import W_SPACE, w

NS = {"w": W_SPACE}
PROPERTIES = Properties("CER-7", "2", "2026-05-14", "Maker & Co", "Device <1>", "Draft")


def spans(*parts: str | Span) -> Spans:
    return tuple(Span(part) if isinstance(part, str) else part for part in parts)


def para(name: str, *parts: str | Span, style: str = "body") -> Para:
    return Para(f"cer/x/{name}", spans(*parts), style)


def heading(name: str, text: str, level: int = 1, *, numbered: bool = True) -> Heading:
    return Heading(f"cer/{name}/heading", level, spans(text), numbered)


def table(name: str, *rows: tuple[str | Span, ...], caption: str = "Caption") -> Table:
    return Table(
        f"cer/x/{name}",
        spans(caption) if caption else (),
        ("One", "Two", "Three"),
        tuple(
            TableRow(f"cer/x/{name}/{n}", tuple(spans(cell) for cell in row))
            for n, row in enumerate(rows)
        ),
    )


def document(*blocks: Block) -> Document:
    return Document("cer", "A title & more", blocks, PROPERTIES)


def everything() -> Document:
    """Return a document with every kind of block, style, mark and link."""
    missing = Span("the benefits", provenance=Provenance.OPEN)
    wide = replace(table("wide", ("a", "b", "c")), wide=True, note=spans("A note"))
    return document(
        para("title", "Report", style="cover-title"),
        para("number", "Number ", Span("7", mark="bold"), style="cover-line"),
        PageBreak("cer/front/break"),
        para("control", "Document control", style="front-heading"),
        Table("cer/x/facts", (), (), (TableRow("cer/x/facts/1", (spans("k"), spans("v"))),),
              style="facts"),
        Toc("cer/front/toc"),
        TableList("cer/front/tables"),
        PageBreak("cer/front/end"),
        heading("summary", "Summary", numbered=False),
        para("lead", "Lead", style="lead"),
        para("text", "See ", Span("", link="cer/data/heading"), ", ",
             Span("", link="cer/x/list"), Span("[1]", link="cer/x/list/0"), ", H",
             Span("2", mark="sub"), "O, m", Span("2", mark="sup"), " ", Span("i", mark="italic")),
        para("open", "Missing: ", missing, "."),
        *(para(style, style, style=style) for style in ("quote", "note", "source", "label")),
        heading("data", "Data"),
        heading("more", "More", 2),
        heading("most", "Most", 3),
        para("bullet", "First\n\nsecond\nline", style="bullet"),
        para("one", "1", style="number"),
        para("two", "2", style="number"),
        Points("cer/x/points", (spans("a"), spans("b", missing))),
        Points("cer/x/steps", (spans("a"), spans("b")), "number"),
        replace(table("list", ("a", missing, "x\ty"), ("Group",), ("1", "2\n\n3\n4", "")),
                align="lcr", widths=(1, 2, 3)),
        heading("wide", "Wide"),
        wide,
        Table("cer/x/sign", (), ("Name", "Date"), (TableRow("cer/x/sign/1", ((), ())),),
              style="signatures"),
    )  # fmt: skip


def part(path: Path, name: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(path) as package:
        return etree.fromstring(package.read(name))


def found(path: Path, xpath: str, name: str = "word/document.xml") -> list[str]:
    return [str(hit) for hit in part(path, name).xpath(xpath, namespaces=NS)]


def paragraphs(path: Path) -> list[str]:
    """Return the text of each paragraph in document order, results of fields included."""
    return [said(element) for element in part(path).iter(w("p"))]


def said(element: etree._Element) -> str:
    pieces = {w("br"): "\n", w("tab"): "\t"}
    runs = element.iter(w("t"), w("br"), w("tab"))
    return "".join(piece.text or "" if piece.tag == w("t") else pieces[piece.tag]
                   for piece in runs if piece.getparent().tag == w("r"))  # fmt: skip


def rewritten(path: Path, changes: dict[str, tuple[str, str]], target: Path | None = None) -> Path:
    """Replace text in parts of a package, as somebody's editing would."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for name, (old, new) in changes.items():
        text = parts[name].decode()
        assert old in text
        parts[name] = text.replace(old, new, 1).encode()
    target = target or path
    with zipfile.ZipFile(target, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return target
