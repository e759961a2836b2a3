"""Measures the styles of a template: what a paragraph in each of ours takes of a page."""

from dataclasses import dataclass, replace

from cerwizard.report.word.letters import FONTS, LINE
from cerwizard.report.word.styles import Styles
from cerwizard.report.word.xml import Element, value, w

_SINGLE = 240


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

    @property
    def line_height(self) -> float:
        """The height of one line."""
        return self.line if self.exact else self.size * 20 * LINE * self.line / _SINGLE


def looks(root: Element, styles: Styles) -> dict[str, Look]:
    """Return the look of each of our styles; empty if letters of a font are not known.

    `root` is the styles part.
    """
    by_id = {value(style, "styleId"): style for style in root.iter(w("style"))}
    start = _with(Look(), root.find(w("docDefaults")))
    found = {ours: _look(by_id, style_id, start) for ours, style_id in styles.ids.items()}
    return found if all(look.font.lower() in FONTS for look in found.values()) else {}


def _look(by_id: dict[str, Element], style_id: str, start: Look) -> Look:
    chain: list[Element] = []
    while style_id in by_id and len(chain) < len(by_id):
        chain.insert(0, by_id[style_id])
        style_id = value(by_id[style_id].find(w("basedOn")))
    look = start
    for style in chain:
        look = _with(look, style)
    return look


def _with(look: Look, holder: Element | None) -> Look:
    """Return `look` with what a style, or the defaults, say differently."""
    if holder is None:
        return look
    changes: dict[str, object] = {}
    for element in holder.iter(w("spacing"), w("ind"), w("sz"), w("rFonts"), w("b"), w("keepNext")):
        if next(element.iterancestors(w("tblStylePr")), None) is None:
            changes |= _said(element)
    return replace(look, **changes)  # type: ignore[arg-type]


def _said(element: Element) -> dict[str, object]:
    match element.tag.rpartition("}")[2]:
        case "sz":
            return {"size": int(value(element) or 20) / 2}
        case "b":
            return {"bold": value(element) not in ("0", "false")}
        case "keepNext":
            return {"keep_next": value(element) not in ("0", "false")}
        case "rFonts":
            return {"font": value(element, "ascii") or "a font of the theme"}
        case "ind":
            return _numbers(element, ("left", "right"))
    exact = {"exact": value(element, "lineRule") == "exact"} if value(element, "line") else {}
    return _numbers(element, ("before", "after", "line")) | exact


def _numbers(element: Element, names: tuple[str, ...]) -> dict[str, object]:
    return {name: int(value(element, name)) for name in names if value(element, name).isdigit()}
