"""What a check must know of a part of a Word file: its marks, fields, links, styles in use."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from cerwizard.report.word.xml import R_SPACE, Element, value, w

# The results that a field can show.
SHOWN = ("t", "br", "tab", "sym", "drawing", "pict", "noBreakHyphen")
_SHOWN = tuple(map(w, SHOWN))
_RARE = (
    *("bookmarkStart", "bookmarkEnd", "fldChar", "instrText", "fldSimple", "hyperlink", "numId"),
    *("rStyle", "tblStyle", "sdtPr", "tag", "dataBinding"),
)
_TAGS = {w(name): name for name in _RARE}
_ASIDE = frozenset(
    w(name)
    for name in (
        *("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd"),
        *("proofErr", "permStart", "permEnd"),
    )
)
_CELL, _PARAGRAPH, _CONTROL, _STYLE = w("tc"), w("p"), w("sdt"), w("pStyle")
_VALUE = w("val")
_RELATED = etree.XPath("//@r:*", namespaces={"r": R_SPACE}, smart_strings=False)
_Found = dict[str, list[Element]]


@dataclass(slots=True)
class Marks:
    """What stands in one part, in its order."""

    starts: list[tuple[str, str]] = field(default_factory=list)  # id and name of each bookmark
    ends: list[str] = field(default_factory=list)
    fields: list[tuple[str, bool]] = field(default_factory=list)  # of an end: is there a result
    simple: list[tuple[str, bool]] = field(default_factory=list)  # instruction, is there a result
    instructions: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)  # the bookmarks to which links lead
    styles: set[str] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)
    controls: list[str] = field(default_factory=list)  # ids
    tags: set[str] = field(default_factory=set)
    stores: list[str] = field(default_factory=list)  # to which controls are bound
    related: list[str] = field(default_factory=list)  # ids of relationships
    bad_cells: int = 0  # that Word would not open


def walked(root: Element) -> Marks:
    """Return the marks of a parsed part."""
    found: _Found = defaultdict(list)
    for element in root.iter(*_TAGS):
        found[_TAGS[element.tag]].append(element)
    styles, bad_cells = _cells(root)
    controls = (control.find(w("id")) for control in found["sdtPr"])
    return Marks(
        [(value(start, "id"), value(start, "name")) for start in found["bookmarkStart"]],
        [value(end, "id") for end in found["bookmarkEnd"]],
        list(_fields(found["fldChar"], root)),
        [(value(one, "instr"), _has_result(one)) for one in found["fldSimple"]],
        [one.text or "" for one in found["instrText"]],
        [value(link, "anchor") for link in found["hyperlink"]],
        styles.union(map(value, (*found["rStyle"], *found["tblStyle"]))),
        set(map(value, found["numId"])),
        [value(control) for control in controls if control is not None],
        set(map(value, found["tag"])),
        [value(binding, "storeItemID") for binding in found["dataBinding"]],
        list(_RELATED(root)),
        bad_cells,
    )


def _cells(root: Element) -> tuple[set[str], int]:
    """Return the paragraph styles in use and the number of cells that Word would not open."""
    styles: set[str] = set()
    bad = 0
    for element in root.iter(_STYLE, _CELL):
        if element.tag == _STYLE:
            styles.add(element.get(_VALUE, ""))
        elif not len(element) or element[-1].tag != _PARAGRAPH:
            bad += not _ends_well(element)
    return styles, bad


def _ends_well(cell: Element) -> bool:
    last = next((child.tag for child in reversed(cell) if child.tag not in _ASIDE), None)
    return last in (_PARAGRAPH, _CONTROL)


def _fields(marks: list[Element], root: Element) -> Iterator[tuple[str, bool]]:
    open_fields: list[Element | None] = []
    for mark in marks:
        kind = value(mark, "fldCharType")
        shows = False
        if kind == "begin":
            open_fields.append(None)
        elif open_fields and kind == "separate":
            open_fields[-1] = mark
        elif open_fields:
            shows = _shows(open_fields.pop(), mark, root)
        yield kind, shows


def _has_result(element: Element) -> bool:
    return next(element.iter(*_SHOWN), None) is not None


def _shows(separate: Element | None, end: Element, root: Element) -> bool:
    """Say whether there is a result between the two marks of a field."""
    if separate is None:
        return False
    near = separate.getparent().getnext()
    if near is not None and _has_result(near):
        return True
    inside = False
    for element in root.iter(w("fldChar"), *_SHOWN):
        if element is end:
            return False
        if inside and element.tag != w("fldChar"):
            return True
        inside = inside or element is separate
    return False
