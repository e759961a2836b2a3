"""Says what a block is to a comparison: its words and their look, whoever saved the file."""

from collections.abc import Iterable
from itertools import groupby

from cerwizard.report.word.anchors import digest
from cerwizard.report.word.text import canonical

# A run is (its look, its text); the look is the sorted names of its direct run properties.
Run = tuple[str, str]
CELL = "\u241f"  # between the cells of a row
LOOKS = frozenset(
    {"b", "i", "u", "strike", "dstrike", "vertAlign", "position", "caps", "smallCaps", "vanish"}
    | {"color", "highlight", "shd", "sz", "rFonts", "rStyle", "outline", "shadow", "emboss"}
)


def paragraph(style: str, runs: Iterable[Run]) -> str:
    """Return a paragraph as it is compared: the style's name, the words, what stands out."""
    runs = list(runs)
    words = canonical("".join(text for _, text in runs))
    return f"{style}:{words}{_standing_out(runs)}" if words else ""


def row(cells: Iterable[Iterable[Run]]) -> str:
    """Return a table row as it is compared; `cells` have the runs of all their paragraphs."""
    cells = [list(cell) for cell in cells]
    words = plain_row(CELL.join("".join(text for _, text in cell) for cell in cells))
    return words + "".join(_standing_out(cell) for cell in cells)


def plain_row(cells: str) -> str:
    """Return a row without any look of its own as it is compared; `cells` joined by CELL."""
    words = canonical(cells)
    return words.replace(f" {CELL}", CELL).replace(f"{CELL} ", CELL)


def _standing_out(runs: Iterable[Run]) -> str:
    groups = groupby((run for run in runs if run[1]), key=lambda run: run[0])
    out = ((look, "".join(canonical(text) for _, text in group)) for look, group in groups)
    return "".join(f"|{look}:{''.join(text.split())}" for look, text in out if look and text)


def fingerprint(parts: Iterable[str]) -> str:
    """Return 16 hexadecimal digits for the paragraphs or the row that `parts` describe."""
    return digest("\n".join(filter(None, parts)))[:16]
