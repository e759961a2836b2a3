"""Measures what header and footer take of a page where they are higher than its margins."""

from cerwizard.report.word.house import House
from cerwizard.report.word.looks import StyleLooks, with_changes
from cerwizard.report.word.package import Package, relations_of, resolved
from cerwizard.report.word.xml import R_SPACE, Element, measure, value, w

_EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
_IN_LINE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}inline"
_EMU = 635  # English metric units in a twentieth of a point
_HOLDERS = frozenset(map(w, ("tbl", "sdt", "sdtContent")))
_USUAL = 708  # from the edge of the paper, if the section does not say


def taken(opened: House, styles: Element) -> int:
    """Return by how much header and footer together shorten a page, in twentieths of a point.

    `styles` is the styles part. The first page of a document may have its own; it is not meant.
    """
    margins = opened.section.find(w("pgMar"))
    looks = StyleLooks(styles)
    lost = 0
    for kind, side in (("header", "top"), ("footer", "bottom")):
        high = _high(opened, kind, looks)
        margin = _number(margins, side, 0)
        # A margin below zero stays what it is, whatever stands in it.
        if high and margin >= 0:
            lost += max(0, _number(margins, kind, _USUAL) + high - margin)
    return lost


def _high(opened: House, kind: str, looks: StyleLooks) -> int:
    for reference in opened.section.findall(w(f"{kind}Reference")):
        if value(reference, "type") in ("default", ""):
            name = _part(opened.package, opened.main, reference.get(f"{{{R_SPACE}}}id", ""))
            return _height(opened.package.tree(name), looks) if name else 0
    return 0


def _part(package: Package, owner: str, relation_id: str) -> str:
    relations = package.tree(relations_of(owner))
    found = (one.get("Target", "") for one in relations if one.get("Id") == relation_id)
    return next((resolved(owner, target) for target in found), "")


def _height(part: Element, looks: StyleLooks) -> int:
    return sum(_block(block, looks) for block in part if isinstance(block.tag, str))


def _block(block: Element, looks: StyleLooks) -> int:
    if block.tag == w("p"):
        return _paragraph(block, looks)
    if block.tag == w("tr"):
        return max((_height(cell, looks) for cell in block.iterchildren(w("tc"))), default=0)
    return _height(block, looks) if block.tag in _HOLDERS else 0


def _paragraph(paragraph: Element, looks: StyleLooks) -> int:
    properties = paragraph.find(w("pPr"))
    named = properties.find(w("pStyle")) if properties is not None else None
    look = with_changes(looks[value(named)], properties)
    lines = 1 + sum(
        1 for br in paragraph.iter(w("br")) if value(br, "type") in ("", "textWrapping")
    )
    pictures = [
        int(extent.get("cy", "0")) // _EMU
        for inline in paragraph.iter(_IN_LINE)
        for extent in inline.findall(_EXTENT)
    ]
    return max([lines * look.line_height, *pictures]) + look.before + look.after


def _number(element: Element | None, name: str, usual: int) -> int:
    found = measure(element, name)
    return usual if found is None else found
