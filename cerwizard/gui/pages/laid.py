"""Where the parts of a sheet's cell stand: texts on their lines, words that lead on, the mark."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption

from cerwizard.gui.pages.sheet import Cell, Chip

PAD, BELOW, GAP = 8, 6, 4  # pixels beside and above the content, and between its parts
_WHOLE, _BRIEF = (6, 3), (2, 1)  # lines of text and of quiet words that are shown at most
_MOST_CHIPS = 12
ROUND = 12  # pixels around the word of a chip
_LONGEST = 600  # characters of a text that can be seen at all


@dataclass(frozen=True, slots=True)
class Written:
    """One line of text in its place; `small` for the quieter kind."""

    rect: QRect
    text: str
    small: bool


@dataclass(frozen=True, slots=True)
class Laid:
    """A cell laid out in its width; all places are counted from its top left corner."""

    height: int
    mark: QRect
    lines: tuple[Written, ...]
    chips: tuple[tuple[QRect, Chip], ...]


@dataclass(frozen=True)
class Fonts:
    """The two fonts of a sheet with their measures."""

    body: QFont
    small: QFont

    @property
    def key(self) -> tuple[str, str]:
        """What tells one pair of fonts from another."""
        return self.body.key(), self.small.key()


def fonts(body: QFont) -> Fonts:
    """Return the fonts for a sheet whose text is set in `body`."""
    small = QFont(body)
    small.setPointSizeF(body.pointSizeF() * 0.9)
    return Fonts(body, small)


_known: dict[tuple[Cell, int, tuple[str, str], bool], Laid] = {}


def lay(cell: Cell, width: int, worn: Fonts, brief: bool = False) -> Laid:
    """Return where everything in `cell` stands in a column of this width; `brief` cuts sooner."""
    key = (cell, width, worn.key, brief)
    if key not in _known:
        if len(_known) > 5000:
            _known.clear()
        _known[key] = _lay(cell, width, worn, _BRIEF if brief else _WHOLE)
    return _known[key]


def _lay(cell: Cell, width: int, worn: Fonts, most_lines: tuple[int, int]) -> Laid:
    body = QFontMetrics(worn.body)
    side = body.height()
    left = PAD + (side + GAP + 2 if cell.mark else 0)
    room = max(width - left - PAD, side)
    top = BELOW
    if cell.mark and _widest(cell, body) > room:  # the mark stands above, not beside
        left, top = PAD, top + side + GAP
        room = max(width - 2 * PAD, side)
    lines: list[Written] = []
    for text, most, font in (
        (cell.text, most_lines[0], worn.body),
        (cell.below, most_lines[1], worn.small),
    ):
        height = QFontMetrics(font).height()
        for line in broken(text, font, room, most):
            lines.append(Written(QRect(left, top, room, height), line, font is worn.small))
            top += height
    if lines and cell.chips:
        top += GAP
    if cell.text or cell.below:  # below a text there is the whole width
        left, room = PAD, max(width - 2 * PAD, side)
    chips, top = _chips(cell, left, room, top, body)
    return Laid(max(top, BELOW + side) + BELOW, QRect(PAD, BELOW, side, side), tuple(lines), chips)


def unbreakable(cell: Cell, worn: Fonts) -> int:
    """Return the width in pixels of a column in which no word of `cell` is broken."""
    chips = max((_chip_width(chip, worn.body) for chip in cell.chips[:_MOST_CHIPS]), default=0)
    words = longest(cell.text[:_LONGEST], worn.body), longest(cell.below[:_LONGEST], worn.small)
    return max(chips, *words) + 2 * PAD


def beside_mark(cell: Cell, worn: Fonts) -> int:
    """Return the width in pixels of a column in which the mark has a word of `cell` beside it."""
    word = longest(cell.text[:_LONGEST], worn.body) if cell.mark else 0
    return word + QFontMetrics(worn.body).height() + GAP + 2 + 2 * PAD if word else 0


def _chip_width(chip: Chip, font: QFont) -> int:
    return QFontMetrics(font).horizontalAdvance(chip.text) + ROUND


def _widest(cell: Cell, body: QFontMetrics) -> int:
    """Return the width of what cannot be broken: a word or, without a text, a chip."""
    words = cell.text[:_LONGEST].split()
    if words:
        return max(map(body.horizontalAdvance, words))
    return max((body.horizontalAdvance(chip.text) + ROUND for chip in cell.chips), default=0)


def longest(text: str, font: QFont) -> int:
    """Return the width of the longest word of `text` in pixels."""
    measure = QFontMetrics(font).horizontalAdvance  # in whole pixels: a word may need one more
    return max((measure(word) + 1 for word in text.split()), default=0)


def _chips(
    cell: Cell, left: int, room: int, top: int, body: QFontMetrics
) -> tuple[tuple[tuple[QRect, Chip], ...], int]:
    placed: list[tuple[QRect, Chip]] = []
    x, height = left, body.height() + 2
    for chip in _shown(cell.chips):
        wide = min(body.horizontalAdvance(chip.text) + ROUND, room)
        if x > left and x + wide > left + room:
            x, top = left, top + height + GAP
        placed.append((QRect(x, top, wide, height), chip))
        x += wide + GAP
    return tuple(placed), top + height if placed else top


def _shown(chips: tuple[Chip, ...]) -> tuple[Chip, ...]:
    if len(chips) <= _MOST_CHIPS:
        return chips
    left = len(chips) - _MOST_CHIPS + 1
    return (*chips[: _MOST_CHIPS - 1], Chip(f"+{left:,}", "", f"{left:,} more"))


def broken(text: str, font: QFont, width: int, most: int) -> tuple[str, ...]:
    """Return `text` on as many lines as it needs, at most `most`; what is cut ends in “…”."""
    return _broken(text[:_LONGEST], font.toString(), width, most) if text else ()


@lru_cache(maxsize=5000)
def _broken(text: str, described: str, width: int, most: int) -> tuple[str, ...]:
    font = QFont()
    font.fromString(described)
    metrics = QFontMetrics(font)
    found: list[str] = []
    for paragraph in text.split("\n"):
        found += _wrapped(paragraph, font, width, most + 1) if paragraph.strip() else []
        if len(found) > most:
            break
    if len(found) > most:
        kept = f"{found[most - 1]}…"
        found = [*found[: most - 1], metrics.elidedText(kept, Qt.TextElideMode.ElideRight, width)]
    return tuple(found)


def _wrapped(paragraph: str, font: QFont, width: int, most: int) -> list[str]:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(paragraph, font)
    layout.setTextOption(option)
    layout.beginLayout()
    found: list[str] = []
    while len(found) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        found.append(_cut(paragraph, line.textStart(), line.textLength()).rstrip())
    layout.endLayout()
    return found


def _cut(text: str, begin: int, length: int) -> str:
    """Return a stretch of `text` by Qt's count, in which some characters are two."""
    units = text.encode("utf-16-le", "surrogatepass")[2 * begin : 2 * (begin + length)]
    return units.decode("utf-16-le", "replace")
