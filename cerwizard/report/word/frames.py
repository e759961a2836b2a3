"""Measures the tables of a template: what edges, rules and margins add to the text in a row."""

from collections.abc import Iterator
from dataclasses import dataclass

from cerwizard.report.word.styles import Styles
from cerwizard.report.word.xml import Element, measure, value, w

_EIGHTHS = 2.5  # the width of a border is in eighths of a point
_PLAIN = 4  # the border that a table without a style is given
_OFF = ("nil", "none")


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the text of a table, in twentieths of a point."""

    sides: int = 216  # the margins of a cell, left and right together
    ends: int = 0  # above and below together
    top: float = _PLAIN * _EIGHTHS
    rule: float = _PLAIN * _EIGHTHS  # between two rows
    bottom: float = _PLAIN * _EIGHTHS
    under_head: float = _PLAIN * _EIGHTHS
    bold_first: bool = False  # whether the letters of the first column are bold


def frames(root: Element, styles: Styles) -> dict[str, Frame]:
    """Return the frame of each of our kinds of table; `root` is the styles part."""
    by_id = {value(style, "styleId"): style for style in root.iter(w("style"))}
    return {kind: _frame(list(_chain(by_id, styles.ids[kind]))) for kind in ("grid", "facts")}


def _chain(by_id: dict[str, Element], style_id: str) -> Iterator[Element]:
    """Yield a style and those on which it is based, the nearest first."""
    seen: set[str] = set()
    while style_id in by_id and style_id not in seen:
        seen.add(style_id)
        yield by_id[style_id]
        style_id = value(by_id[style_id].find(w("basedOn")))


def _frame(chain: list[Element]) -> Frame:
    if not chain:
        return Frame()
    rule = _border(chain, "tblPr/tblBorders/insideH")
    head = _border(chain, "tblStylePr[@firstRow]/tcPr/tcBorders/bottom", rule)
    bold = _first(chain, "tblStylePr[@firstCol]/rPr/b")
    return Frame(
        _margin(chain, "left", 108) + _margin(chain, "right", 108),
        _margin(chain, "top", 0) + _margin(chain, "bottom", 0),
        _border(chain, "tblPr/tblBorders/top"),
        rule,
        _border(chain, "tblPr/tblBorders/bottom"),
        head,
        bold is not None and value(bold) not in ("0", "false"),
    )


def _margin(chain: list[Element], side: str, usual: int) -> int:
    given = measure(_first(chain, f"tblPr/tblCellMar/{side}"), "w")
    return usual if given is None or given < 0 else given


def _border(chain: list[Element], path: str, usual: float = 0) -> float:
    """Return the width of a border; `usual` if none is named."""
    found = _first(chain, path)
    if found is None:
        return usual
    size = measure(found, "sz") or 0
    return size * _EIGHTHS if size > 0 and value(found) not in _OFF else 0


def _first(chain: list[Element], path: str) -> Element | None:
    """Return the first element at a path of names, `name[@kind]` for one of that w:type."""
    for style in chain:
        found = [style]
        for step in path.split("/"):
            name, _, kind = step.rstrip("]").partition("[@")
            found = [
                child
                for one in found
                for child in one.findall(w(name))
                if not kind or value(child, "type") == kind
            ]
        if found:
            return found[0]
    return None
