"""Checks one part of a Word file: bookmarks, fields, cells, links inside it."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from cerwizard.report.word.xml import Element, value, w

_NAME = re.compile(r"(?!\d)\w{1,40}")
_LINK = re.compile(r"\s*(?:PAGEREF|REF)\s+(\S+)")
# The results that a field can show.
_SHOWN = tuple(map(w, ("t", "br", "tab", "sym", "drawing", "pict", "noBreakHyphen")))
_RARE = (
    *("bookmarkStart", "bookmarkEnd", "fldChar", "instrText", "fldSimple", "hyperlink", "numId"),
    *("rStyle", "tblStyle", "sdtPr", "tag", "dataBinding"),
)
_TAGS = {w(name): name for name in _RARE}
_MARKS = frozenset(
    w(name)
    for name in (
        *("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd"),
        *("proofErr", "permStart", "permEnd"),
    )
)
_CELL, _PARAGRAPH, _CONTROL, _STYLE = w("tc"), w("p"), w("sdt"), w("pStyle")
_VALUE = w("val")


class Part:
    """A part of a Word file, its elements sorted in one walk: walking is what takes time."""

    def __init__(self, name: str, root: Element) -> None:
        """`name` is the part's name in the package."""
        self.name = name
        self.root = root
        self.elements: dict[str, list[Element]] = defaultdict(list)
        for element in root.iter(*_TAGS):
            self.elements[_TAGS[element.tag]].append(element)
        self.paragraph_styles, self.bad_cells = _cells(root)

    def faults(self) -> Iterator[str]:
        """Yield the faults that can be seen in this part alone, each a half sentence."""
        names = {value(start, "name") for start in self.elements["bookmarkStart"]}
        for fault in (*self._bookmarks(), *self._fields(), *self._links(names)):
            yield f"{self.name}: {fault}"
        if self.bad_cells:
            yield f"{self.name}: {self.bad_cells} table cells do not end with a paragraph"

    def _bookmarks(self) -> Iterator[str]:
        starts = self.elements["bookmarkStart"]
        ids = [value(start, "id") for start in starts]
        names = [value(start, "name") for start in starts]
        ends = [value(end, "id") for end in self.elements["bookmarkEnd"]]
        yield from (f"bookmark id {one} stands twice" for one in _twice(ids))
        yield from (f"bookmark {one} ends twice" for one in _twice(ends))
        yield from (f"bookmark {one} has no end" for one in sorted(set(ids) - set(ends)))
        yield from (f"bookmark {one} has no start" for one in sorted(set(ends) - set(ids)))
        yield from (f"bookmark name {one} stands twice" for one in _twice(names))
        bad = (name for name in names if not _NAME.fullmatch(name))
        yield from (f"bookmark name {one} is not allowed" for one in bad)

    def _fields(self) -> Iterator[str]:
        open_fields: list[Element | None] = []
        for mark in self.elements["fldChar"]:
            kind = value(mark, "fldCharType")
            if kind == "begin":
                open_fields.append(None)
            elif not open_fields:
                yield f"a field has a {kind} and no begin"
            elif kind == "separate":
                open_fields[-1] = mark
            elif not _shows(open_fields.pop(), mark, self.root):
                yield "a field has no result"
        yield from ("a field has no end" for _ in open_fields)
        for simple in self.elements["fldSimple"]:
            if next(simple.iter(*_SHOWN), None) is None:
                yield f"the field “{value(simple, 'instr').strip()}” has no result"

    def _links(self, names: set[str]) -> Iterator[str]:
        for link in self.elements["hyperlink"]:
            anchor = value(link, "anchor")
            if anchor and anchor not in names:
                yield f"a link leads to the bookmark {anchor}, which is not there"
        for instruction in self.elements["instrText"]:
            found = _LINK.match(instruction.text or "")
            if found and found[1] not in names:
                yield f"a reference leads to the bookmark {found[1]}, which is not there"


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
    last = next((child.tag for child in reversed(cell) if child.tag not in _MARKS), None)
    return last in (_PARAGRAPH, _CONTROL)


def _twice(values: list[str]) -> list[str]:
    return sorted(one for one, times in Counter(values).items() if times > 1)


def _shows(separate: Element | None, end: Element, root: Element) -> bool:
    """Say whether there is a result between the two marks of a field."""
    if separate is None:
        return False
    near = separate.getparent().getnext()
    if near is not None and next(near.iter(*_SHOWN), None) is not None:
        return True
    inside = False
    for element in root.iter(w("fldChar"), *_SHOWN):
        if element is end:
            return False
        if inside and element.tag != w("fldChar"):
            return True
        inside = inside or element is separate
    return False
