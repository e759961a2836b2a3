"""Fills pages with boxes from top to bottom, by the rules that Word keeps."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

_SLACK = 1
_PARTABLE = 4  # lines of the shortest paragraph that may go on on the next page


@dataclass(frozen=True, slots=True)
class Box:
    """Lines that stand together; heights in twentieths of a point."""

    lines: int
    line: float
    before: float = 0
    after: float = 0
    keep_next: bool = False
    names: tuple[str, ...] = ()  # the blocks that begin here
    breaks: bool = False  # begins a page
    repeat: float = 0  # the height of the table head that is repeated if a page begins here
    close: str = ""  # no space between this and another box of the same kind
    spare: float = 0  # the part under the last line that may hang over the end of a page


@dataclass(slots=True)
class Flow:
    """Pages that are being filled from top to bottom."""

    room: float
    page: int = 1
    used: float = 0
    gap: float = 0
    close: str = ""  # the kind of the last box, if it is one that stands close to its like
    found: dict[str, int] = field(default_factory=dict)

    def turn(self, room: float) -> None:
        """Begin a page, `room` high."""
        self.page, self.used, self.gap, self.room = self.page + 1, 0, 0, room
        self.close = ""

    def fill(self, boxes: Iterable[Box]) -> None:
        """Lay out boxes, those that keep with the next together with it."""
        chain: list[Box] = []
        for box in boxes:
            if box.breaks:
                self._place(chain)
                chain = []
            chain.append(box)
            if not box.keep_next:
                self._place(chain)
                chain = []
        self._place(chain)

    def _place(self, chain: Sequence[Box]) -> None:
        if not chain:
            return
        needed = self._needed(chain)
        full = self.used + needed > self.room and needed < self.room
        if self.used and chain[0].breaks:
            self.turn(self.room)
        elif self.used and full:
            self.turn(self.room)
            self.used = chain[0].repeat
            self.gap = -chain[0].before  # no space at the top of a page that began by itself
        for box in chain:
            self._put(box)

    def _needed(self, chain: Sequence[Box]) -> float:
        """Return the height that must be left for a chain to begin on this page."""
        gap, close, needed = self.gap, self.close, 0.0
        for box in chain[:-1]:
            needed += _space(gap, close, box) + box.lines * box.line
            gap, close = box.after, box.close
        last = chain[-1]
        together = _together(last)
        spare = last.spare if together == last.lines else 0
        return needed + _space(gap, close, last) + together * last.line - spare

    def _put(self, box: Box) -> None:
        self.used += _space(self.gap, self.close, box) if self.gap >= 0 else 0
        self.found.update((name, self.page) for name in box.names)
        lines = box.lines
        room = self.room + _SLACK
        while lines and self.used + lines * box.line > room + box.spare:
            left = room - self.used
            fits = int(min(left / box.line, lines)) if left > 0 < box.line else 0
            fits = _parted(box, lines, fits)
            if not fits and self.used <= box.repeat:
                break  # higher than a page
            lines -= fits
            self.turn(self.room)
            self.used = box.repeat
        self.used += lines * box.line
        self.gap, self.close = box.after, box.close


def _space(gap: float, close: str, box: Box) -> float:
    """Return the space above a box: of two spaces that meet, the larger one counts."""
    return 0 if close and close == box.close else max(gap, box.before)


def _together(box: Box) -> int:
    """Return how many lines must find room where a box begins: none stands alone on a page."""
    return box.lines if box.lines < _PARTABLE and not box.repeat else min(box.lines, 2)


def _parted(box: Box, lines: int, fits: int) -> int:
    """Return how many of `lines`, of which `fits` find room, stay; no line stands alone."""
    if lines - fits == 1 and fits > 2:
        return fits - 1
    alone = fits == 1 or lines - fits == 1
    return 0 if alone and lines == box.lines and not box.repeat else fits
