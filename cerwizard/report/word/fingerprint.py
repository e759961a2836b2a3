"""Says what a block is to a comparison: its words and their look, whoever saved the file."""

from collections.abc import Iterable

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
    return f"{style}:{words}{standing_out(runs)}" if words else ""


def row(cells: Iterable[Iterable[Run]]) -> str:
    """Return a table row as it is compared; `cells` have the runs of all their paragraphs."""
    cells = [list(cell) for cell in cells]
    words = plain_row(CELL.join("".join(text for _, text in cell) for cell in cells))
    return words + "".join(standing_out(cell) for cell in cells)


def plain_row(cells: str) -> str:
    """Return a row without any look of its own as it is compared; `cells` joined by CELL."""
    words = canonical(cells)
    return words.replace(f" {CELL}", CELL).replace(f"{CELL} ", CELL)


def standing_out(runs: Iterable[Run]) -> str:
    """Return what stands out of the text of a paragraph or a cell, by its look."""
    out: list[tuple[str, str]] = []
    before = ""
    for look, text in runs:
        if not text:
            continue
        if look:
            said = "".join(canonical(text).split())
            if look == before:
                said = out.pop()[1] + said
            out.append((look, said))
        before = look
    return "".join([f"|{look}:{said}" for look, said in out if said])


def fingerprint(parts: Iterable[str]) -> str:
    """Return 16 hexadecimal digits for the paragraphs or the row that `parts` describe."""
    return digest("\n".join(filter(None, parts)))[:16]
