"""Keeps in the Word file what was generated: every block's id, hash and text, the merge base."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from cerwizard.report.beat import Beat, quiet
from cerwizard.report.word import anchors
from cerwizard.report.word.text import attribute, escaped
from cerwizard.report.word.xml import DECLARATION, Element

SPACE = "urn:cerwizard:report"
ITEM_ID = "{6E0C7A52-3D0B-4E39-9C4E-5B1A7C0F2D11}"
VERSION = "1"
VARIABLE = "cer_"
# Kinds of blocks that hold nothing but breaks and results of fields.
WORDLESS = ("break", "toc", "tables")
# A document variable holds some 65,000 characters; a row takes 12 for its key and 16 for its hash.
_ROWS_A_VARIABLE = 2000


@dataclass(slots=True)
class Manifest:
    """The blocks of one document in order, as they are being written."""

    blocks: list[str] = field(default_factory=list)
    variables: list[tuple[str, str]] = field(default_factory=list)
    _notes: list[Callable[[], None]] = field(default_factory=list)

    def later(self, note: Callable[[], None]) -> None:
        """Keep in mind to note a block once the body is written."""
        self._notes.append(note)

    def settle(self, beat: Beat = quiet) -> None:
        """Note all blocks that were kept in mind, in their order, with a `beat` before each."""
        for note in self._notes:
            beat()
            note()
        self._notes.clear()

    def add(
        self, block_id: str, key: str, kind: str, hashed: str, texts: Iterable[str], rows: str = ""
    ) -> None:
        """Note a block; `rows` are the entries of its rows."""
        said = "".join(f"<p>{escaped(text)}</p>" for text in texts)
        self.blocks.append(
            f'<b i="{attribute(block_id)}" k="{key}" t="{kind}" h="{hashed}">{said}{rows}</b>'
        )
        self.variables.append((VARIABLE + key, hashed))

    def add_rows(self, key: str, hashes: list[str]) -> None:
        """Note the rows of the table `key`; each item is a row's key followed by its hash."""
        for n in range(0, len(hashes), _ROWS_A_VARIABLE):
            name = f"{VARIABLE}{key}_{n // _ROWS_A_VARIABLE + 1}"
            self.variables.append((name, "".join(hashes[n : n + _ROWS_A_VARIABLE])))

    def part(self, name: str, generation: int, outside: str, extras: int) -> bytes:
        """Return the custom XML part.

        `outside` is the hash of the text that belongs to no block, `extras` the number of things
        in the file that have no text, such as drawings.
        """
        head = (
            f'{DECLARATION}<report xmlns="{SPACE}" version="{VERSION}" name="{attribute(name)}" '
            f'generation="{generation}" outside="{outside}" extras="{extras}">'
        )
        return (head + "".join(self.blocks) + "</report>").encode()


def row_entry(row_id: str, key: str, hashed: str, cells: str) -> str:
    """Return the entry of a row; `cells` are escaped texts joined by `CELL`."""
    return f'<r i="{attribute(row_id)}" k="{key}" h="{hashed}"><c>{cells}</c></r>'


CELL = "</c><c>"


def properties_part() -> bytes:
    """Return the part that gives the custom XML part its fixed id."""
    space = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
    text = (
        f'{DECLARATION}<ds:datastoreItem xmlns:ds="{space}" ds:itemID="{ITEM_ID}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{SPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    return text.encode()


@dataclass(frozen=True, slots=True)
class Kept:
    """What a file of ours says about its own generation."""

    name: str
    generation: int
    hashes: dict[str, str]  # of blocks and rows with words, by key, in document order
    tags: dict[str, str]  # keys of blocks by tag
    outside: str
    extras: int


def kept(root: Element) -> Kept:
    """Return the manifest in a custom XML part of ours."""
    blocks = [b for b in root.iter(f"{{{SPACE}}}b") if b.get("t") not in WORDLESS]
    return Kept(
        root.get("name", ""),
        _whole(root.get("generation", "")),
        {entry.get("k", ""): entry.get("h", "") for block in blocks for entry in _entries(block)},
        {anchors.tag(block.get("i", "")): block.get("k", "") for block in blocks},
        root.get("outside", ""),
        _whole(root.get("extras", "")),
    )


def _entries(block: Element) -> Iterator[Element]:
    yield block
    yield from block.iterchildren(f"{{{SPACE}}}r")


def _whole(text: str) -> int:
    return int(text) if text.isdecimal() else 0
