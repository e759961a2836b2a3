"""How wide the columns of a table are, so that no word of theirs is broken without need."""

import re
from collections.abc import Sequence

from cerwizard.report.blocks import Provenance, Spans, TableRow

# In tenths of a millimetre, for the 9 points of the house template.
_PORTRAIT, _LANDSCAPE = 1660, 2530
_PADDING, _SMALL, _CAPITAL, _BOLD = 34, 17.5, 23.0, 1.1
_WORD = 15  # longer words may be broken
_LOOKED_AT = 200
# “68/118” stays whole, and so does “57.6 %” with its no-break space
_BREAK = re.compile(r"(?:[^\S\u00a0]|[–-])+|(?<!\d)/+|/+(?!\d)")


def roomy(
    shares: Sequence[int], heads: Sequence[str], body: Sequence[TableRow], *, wide: bool
) -> tuple[int, ...]:
    """Return the widths in tenths of a millimetre, no column narrower than its longest word."""
    whole = _LANDSCAPE if wide else _PORTRAIT
    least = [_least(head, at, body) for at, head in enumerate(heads)]
    widths = [share * whole / sum(shares) for share in shares]
    for _ in heads:  # what one column is given the others lose, and may then be too narrow
        short = [max(0.0, low - width) for low, width in zip(least, widths, strict=True)]
        spare = [max(0.0, width - low) for low, width in zip(least, widths, strict=True)]
        if not sum(short) or not sum(spare):
            break
        taken = min(1.0, sum(short) / sum(spare))
        widths = [w + s - f * taken for w, s, f in zip(widths, short, spare, strict=True)]
    return tuple(round(width) for width in widths)


def _least(head: str, at: int, body: Sequence[TableRow]) -> float:
    # a row of one cell is a heading across the table
    rows = [row for row in body[:_LOOKED_AT] if len(row.cells) > max(at, 1)]
    texts = (_shown(row.cells[at]) for row in rows)
    words = {word for text in texts for word in _BREAK.split(text) if len(word) <= _WORD}
    heading = max(map(_length, _BREAK.split(head)))
    return _PADDING + max(heading * _BOLD, max(map(_length, words), default=0.0))


def _shown(cell: Spans) -> str:
    """The text with the brackets in which an open place is printed."""
    return "".join(f"[{s.text}]" if s.provenance is Provenance.OPEN else s.text for s in cell)


def _length(word: str) -> float:
    capitals = sum(map(str.isupper, word))
    return capitals * _CAPITAL + (len(word) - capitals) * _SMALL
