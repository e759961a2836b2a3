"""Measures the styles of a template: what a paragraph in each of ours takes of a page."""

from dataclasses import dataclass, replace

from cerwizard.report.word.letters import FONTS, LINE
from cerwizard.report.word.numbering import INDENTS
from cerwizard.report.word.styles import Styles
from cerwizard.report.word.xml import Element, measure, value, w

_SINGLE = 240
_MEASURED = tuple(map(w, ("spacing", "ind", "sz", "rFonts", "b", "keepNext", "contextualSpacing")))
_IN_TABLES = ("table-text", "table-head", "table-group")


@dataclass(frozen=True, slots=True)
class Look:
    """The measures of a style, in twentieths of a point, and of its letters, in points."""

    font: str = "Times New Roman"
    size: float = 10.0
    bold: bool = False
    before: int = 0
    after: int = 0
    line: int = _SINGLE
    exact: bool = False
    left: int = 0
    right: int = 0
    keep_next: bool = False
    close: bool = False  # no space between paragraphs of this style

    @property
    def line_height(self) -> int:
        """The height of one line, reckoned in whole per cents and twentieths as viewers do."""
        if self.exact:
            return self.line
        return self._single * round(100 * self.line / _SINGLE) // 100

    @property
    def spare(self) -> int:
        """The blank under the letters of a line, which may hang over the end of a page."""
        return 0 if self.exact else max(0, self.line_height - self._single)

    @property
    def _single(self) -> int:
        return round(self.size * 20 * LINE)


def looks(root: Element, styles: Styles) -> dict[str, Look]:
    """Return the look of each of our styles; empty if letters of a font are not known.

    `root` is the styles part.
    """
    by_id, usual, start = _known(root)
    # In a table its style counts for more than the defaults, and less than that of a paragraph.
    cell = _look(by_id, styles.ids["grid"], start)
    found = {
        ours: _look(by_id, style_id or usual, cell if ours in _IN_TABLES else start)
        for ours, style_id in styles.ids.items()
    }
    for ours, indent in INDENTS.items():  # of a numbered paragraph whose style names none
        found[ours] = replace(found[ours], left=found[ours].left or indent)
    if "table-head" in styles.missing:  # then its letters are made bold one by one
        found["table-head"] = replace(found["table-head"], bold=True)
    return found if all(look.font.lower() in FONTS for look in found.values()) else {}


class StyleLooks(dict[str, Look]):
    """The look of a paragraph style by its id, measured when it is asked for."""

    def __init__(self, root: Element) -> None:
        """`root` is the styles part; an id that is not in it stands for the usual style."""
        self._by_id, self._usual, self._start = _known(root)

    def __missing__(self, style_id: str) -> Look:
        known = style_id if style_id in self._by_id else self._usual
        self[style_id] = found = _look(self._by_id, known, self._start)
        return found


def _known(root: Element) -> tuple[dict[str, Element], str, Look]:
    """Return the styles by id, the id of the usual paragraph style, and the defaults."""
    by_id = {value(style, "styleId"): style for style in root.iter(w("style"))}
    defaults = (
        style_id
        for style_id, style in by_id.items()
        if value(style, "type") == "paragraph" and value(style, "default") in ("1", "true")
    )
    return by_id, next(defaults, ""), with_changes(Look(), root.find(w("docDefaults")))


def _look(by_id: dict[str, Element], style_id: str, start: Look) -> Look:
    chain: list[Element] = []
    while style_id in by_id and len(chain) < len(by_id):
        chain.insert(0, by_id[style_id])
        style_id = value(by_id[style_id].find(w("basedOn")))
    look = start
    for style in chain:
        look = with_changes(look, style)
    return look


def with_changes(look: Look, holder: Element | None) -> Look:
    """Return `look` with what a style, or the defaults, say differently."""
    if holder is None:
        return look
    changes: dict[str, object] = {}
    for element in holder.iter(*_MEASURED):
        if next(element.iterancestors(w("tblStylePr")), None) is None:
            changes |= _said(element)
    return replace(look, **changes)  # type: ignore[arg-type]


def _said(element: Element) -> dict[str, object]:
    match element.tag.rpartition("}")[2]:
        case "sz":
            half_points = measure(element) or 0
            return {"size": half_points / 2} if half_points > 0 else {}
        case "b":
            return {"bold": value(element) not in ("0", "false")}
        case "keepNext":
            return {"keep_next": value(element) not in ("0", "false")}
        case "contextualSpacing":
            return {"close": value(element) not in ("0", "false")}
        case "rFonts":
            return {"font": value(element, "ascii") or "a font of the theme"}
        case "ind":
            return _numbers(element, ("left", "right"))
    said = _numbers(element, ("before", "after", "line"))
    if not said.get("line", 1):  # lines without height are none
        del said["line"]
    exact = {"exact": value(element, "lineRule") == "exact"} if "line" in said else {}
    return said | exact


def _numbers(element: Element, names: tuple[str, ...]) -> dict[str, object]:
    found = ((name, measure(element, name)) for name in names)
    return {name: number for name, number in found if number is not None and number >= 0}
