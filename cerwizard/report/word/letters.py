"""Knows how wide the letters of Arial are, and of all fonts that were cut to its measure."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

FONTS = frozenset({"arial", "helvetica", "liberation sans", "nimbus sans", "arimo"})
LINE = 1.149  # the height of a line of single spacing, in sizes of the font
_USUAL = 556
_GRACE = 1.001  # viewers round the places of letters: what is too long by a hair still fits
_REMEMBERED = 50_000
_BREAKS = ("-", "–", " ", "\n")
_TOKEN = re.compile(r"[^ \n–-]+[ \n–-]?|[ \n–-]")
# Widths in thousandths of the size, from the public metrics of Helvetica.
_PLAIN = {
    191: "'",
    222: "ijl‘’",
    260: "|",
    278: " !,./:;I[\\]ft\u00a0",
    333: "()-`r“”‑·",
    334: "{}",
    350: "•",
    355: '"',
    389: "*",
    400: "°",
    469: "^",
    500: "Jckvsxyz",
    549: "≤≥±",
    584: "+<=>~×−",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1000: "—…",
    1015: "@",
}
_BOLD = {
    238: "'",
    278: " ,./I\\ijl‘’\u00a0",
    280: "|",
    333: "!()-:;[]`ft‑·",
    350: "•",
    389: "*r{}",
    400: "°",
    474: '"',
    500: "z“”",
    549: "≤≥±",
    584: "+<=>^~×−",
    611: "?FLTZbdghnopqu",
    667: "EPSVXY",
    722: "&ABCDHKNRU",
    778: "GOQw",
    833: "M",
    889: "%m",
    944: "W",
    975: "@",
    1000: "—…",
}


class _Widths(dict[str, int]):
    def __missing__(self, letter: str) -> int:
        self[letter] = found = _other(letter, self)
        return found


def _other(letter: str, known: dict[str, int]) -> int:
    if letter.isascii():
        return _USUAL
    if unicodedata.east_asian_width(letter) in "WF":
        return 1000
    return known.get(unicodedata.normalize("NFD", letter)[0], _USUAL)


@cache
def _widths(bold: bool) -> _Widths:
    table = _BOLD if bold else _PLAIN
    return _Widths((letter, width) for width, letters in table.items() for letter in letters)


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of a line of text in twentieths of a point; `size` is in points."""
    return sum(map(_widths(bold).__getitem__, text)) * size / 50


# A stretch of text up to the next place where a line may break: its width, the width of the blank
# behind it, whether a line may break there, whether it must.
_Token = tuple[int, int, bool, bool]


class _Tokens(dict[str, _Token]):
    """Tokens that were measured before: most words come again."""

    def __init__(self, *, bold: bool) -> None:
        self._widths = _widths(bold)

    def __missing__(self, text: str) -> _Token:
        if len(self) > _REMEMBERED:
            self.clear()
        wide = sum(map(self._widths.__getitem__, text.rstrip(" \n")))
        blank = self._widths[" "] if text.endswith(" ") else 0
        self[text] = token = (wide, blank, text.endswith(_BREAKS), text.endswith("\n"))
        return token


@cache
def _tokens(bold: bool) -> _Tokens:
    return _Tokens(bold=bold)


def wrapped(pieces: Iterable[tuple[str, bool]], size: float, room: float) -> int:
    """Return the number of lines that pieces of text, each bold or not, take together.

    `room` is in twentieths of a point. Lines break at blanks, behind hyphens and at line feeds.
    """
    limit = room * 50 / size * _GRACE
    lines, used, word = 1, 0.0, 0.0
    for text, bold in pieces:
        tokens = map(_tokens(bold).__getitem__, _TOKEN.findall(text))
        for wide, blank, ends, feeds in tokens:
            word += wide
            if not ends:
                continue
            if used + word > limit:
                lines, used = _set(lines, used, word, limit)
                used += blank
            else:
                used += word + blank
            word = 0.0
            if feeds:
                lines, used = lines + 1, 0.0
    return _set(lines, used, word, limit)[0]


def _set(lines: int, used: float, word: float, limit: float) -> tuple[int, float]:
    """Return lines and used width after a word was set."""
    if used + word <= limit:
        return lines, used + word
    if used:
        lines += 1
    if word > limit:  # a word wider than the line is broken where the line ends
        lines, word = lines + int(word // limit), word % limit
    return lines, word
