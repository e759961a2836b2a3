"""Cuts a RIS file into records, so that one bad record spoils no other."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from cerwizard.dossier.characters import without_controls

_BREAK = re.compile(r"\r\n|\r|\n")
_TAG = re.compile(r"([A-Z][A-Z0-9])  -(?: ?(.*))?")
_LOOSE_TAG = re.compile(r"\s{0,3}([A-Z][A-Z0-9])\s{0,4}[-–]\s?(.*)")


@dataclass(slots=True)
class Piece:
    """The lines of one record, tag by tag; `at` is the number of its first line.

    `begun` and `ended` say whether it has its TY and its ER.
    """

    at: int
    lines: list[str] = field(default_factory=list)
    begun: bool = True
    ended: bool = False


def pieces(text: str) -> Iterator[Piece]:
    """Yield the records of `text`, and what stands between records as pieces without a TY.

    Lines come out as `XX  - value`; what has no tag is left as it is and belongs to the line
    before it.
    """
    current: Piece | None = None
    for number, tag, line in _tagged(text):
        if tag == "TY":
            yield from _given(current)
            current = Piece(number, [line])
        elif current is None:
            current = Piece(number, [line], begun=False)
        else:
            current.lines.append(line)
        if tag == "ER":
            current.ended = True
            yield current
            current = None
    yield from _given(current)


def _given(piece: Piece | None) -> Iterable[Piece]:
    return () if piece is None else (piece,)


def _tagged(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield number, tag ("" if none) and cleaned text of each line that isn't blank."""
    lines = _BREAK.split(unicodedata.normalize("NFC", without_controls(text)))
    shape = _shape(lines)
    for number, line in enumerate(lines, start=1):
        found = shape.fullmatch(line)
        if found:
            yield number, found[1], f"{found[1]}  - {(found[2] or '').strip()}"
        elif line.strip():
            yield number, "", f"      {line.strip()}"


def _shape(lines: list[str]) -> re.Pattern[str]:
    # Some programs write one space, or a tab; only then are looser tags believed.
    exact = any(line.startswith("TY  -") for line in lines)
    return _TAG if exact else _LOOSE_TAG
