"""Adds the numbering that a document needs to the one of its template."""

from lxml import etree

from cerwizard.report.word.package import OFFICE, Package
from cerwizard.report.word.styles import Styles
from cerwizard.report.word.xml import W_SPACE, Element, highest, parse, value, w

_EMPTY = f'<w:numbering xmlns:w="{W_SPACE}"/>'.encode()
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
_LEVELS = 9
_FORMATS = {"heading": "decimal", "number": "decimal", "bullet": "bullet", "none": "none"}


class Numbering:
    """The numbering part of one document while it is being written."""

    def __init__(self, data: bytes | None, styles: Styles) -> None:
        """`data` is the template's numbering part, if it has one."""
        self.root = parse(data or _EMPTY)
        self._styles = styles
        self._next = highest(self.root, "num", "numId") + 1
        self._own: dict[str, int] = {}
        self.changed = False

    def heading(self, level: int) -> str:
        """Return the w:numPr of a heading whose style is not numbered, else nothing."""
        if self._styles.numbered.get(f"heading{level}"):
            return ""
        return _num_pr(self._made("heading"), level - 1)

    def unnumbered(self, level: int) -> str:
        """Return the w:numPr that keeps a heading from being numbered by its style."""
        if not self._styles.numbered.get(f"heading{level}"):
            return ""
        return _num_pr(self._made("none"), level - 1)

    def bullet(self) -> str:
        """Return the w:numPr of a bulleted paragraph whose style has no bullets, else nothing."""
        return "" if self._styles.numbered.get("bullet") else _num_pr(self._made("bullet"))

    def fresh_list(self) -> str:
        """Return the w:numPr of a numbered list that begins at 1."""
        base = self._styles.numbered.get("number") or self._made("number")
        abstract = self._abstract_of(base) or self._abstract_of(self._made("number"))
        number = self._number(abstract)
        override = etree.SubElement(number, w("lvlOverride"), {w("ilvl"): "0"})
        etree.SubElement(override, w("startOverride"), {w("val"): "1"})
        return _num_pr(int(value(number, "numId")))

    def _abstract_of(self, number: int) -> str:
        for num in self.root.iter(w("num")):
            if value(num, "numId") == str(number):
                return value(num.find(w("abstractNumId")))
        return ""

    def _made(self, kind: str) -> int:
        if kind not in self._own:
            abstract = highest(self.root, "abstractNum", "abstractNumId") + 1
            self._insert(_abstract(kind, abstract))
            self._own[kind] = int(value(self._number(str(abstract)), "numId"))
        return self._own[kind]

    def _insert(self, abstract: Element) -> None:
        first = self.root.find(w("num"))
        at = len(self.root) if first is None else self.root.index(first)
        self.root.insert(at, abstract)

    def _number(self, abstract: str) -> Element:
        number = etree.Element(w("num"), {w("numId"): str(self._next)})
        etree.SubElement(number, w("abstractNumId"), {w("val"): abstract})
        last = self.root.findall(w("num"))
        at = self.root.index(last[-1]) + 1 if last else len(self.root)
        cleanup = self.root.find(w("numIdMacAtCleanup"))
        if not last and cleanup is not None:
            at = self.root.index(cleanup)
        self.root.insert(at, number)
        self._next += 1
        self.changed = True
        return number


def _num_pr(number: int, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def _abstract(kind: str, number: int) -> Element:
    levels = "".join(_level(kind, n) for n in range(_LEVELS))
    return parse(
        f'<w:abstractNum xmlns:w="{W_SPACE}" w:abstractNumId="{number}"><w:multiLevelType '
        f'w:val="multilevel"/>{levels}</w:abstractNum>'.encode()
    )


def _level(kind: str, n: int) -> str:
    text, left, hanging = _look(kind, n)
    after = '<w:suff w:val="nothing"/>' if kind == "none" else ""
    return (
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{_FORMATS[kind]}"/>{after}'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
    )


def _look(kind: str, n: int) -> tuple[str, int, int]:
    """Return the text of a number, the indent of the paragraph and that of its first line."""
    if kind == "none":
        return "", 0, 0
    if kind == "heading":
        return ".".join(f"%{i + 1}" for i in range(n + 1)), 567 + 142 * n, 567 + 142 * n
    return ("•" if kind == "bullet" else f"%{n + 1}."), 397 * (n + 1), 397


# What a numbered style is indented by if it does not say so itself.
INDENTS = {
    **{f"heading{n + 1}": _look("heading", n)[1] for n in range(3)},
    **{kind: _look(kind, 0)[1] for kind in ("bullet", "number")},
}


def put_numbering(package: Package, main: str, numbering: Numbering) -> None:
    """Write the numbering into the package if the document has added to it."""
    if not numbering.changed:
        return
    part = package.related(main, "numbering")
    if part is None:
        part = "word/numbering.xml"
        package.relate(main, f"{OFFICE}/numbering", part)
        package.declare(part, _TYPE)
    package.put_tree(part, numbering.root)
