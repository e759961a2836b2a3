"""Reads back from a Word file what each block says now, by the anchors that are in it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from cerwizard.report.beat import Beat, beating, quiet
from cerwizard.report.word.anchors import BOOKMARK
from cerwizard.report.word.fingerprint import LOOKS, Run, fingerprint, paragraph, row
from cerwizard.report.word.xml import Element, value, w

_TEXTS = {w("br"): "\n", w("cr"): "\n", w("tab"): "\t", w("noBreakHyphen"): "\u2011"}
_INSIDE = (w("fldChar"), w("t"), *_TEXTS, w("softHyphen"))
_OFF = ("0", "false", "off", "none")
# What a writer may have added that has no text of its own, or is not yet settled text.
_EXTRAS = (
    *("drawing", "pict", "object", "sym", "ins", "del", "moveFrom", "moveTo"),
    *("commentReference", "footnoteReference", "endnoteReference"),
)


@dataclass(slots=True)
class Reading:
    """What stands in a document: hashes by key in order, and what belongs to no block."""

    hashes: dict[str, str] = field(default_factory=dict)
    outside: list[str] = field(default_factory=list)
    extras: int = 0


def read(
    root: Element, styles: dict[str, str], tags: Mapping[str, str], beat: Beat = quiet
) -> Reading:
    """Return the reading of a main part.

    `styles` are the names of the styles by id, `tags` the keys of the blocks by tag; `beat` is
    called for each block and row.
    """
    body = root.find(w("body"))
    reader = _Reader(styles, tags, Reading(extras=extras(root)), beat)
    for child in [] if body is None else body:
        beat()
        reader.child(child)
    return reader.reading


def extras(root: Element) -> int:
    """Return the number of drawings, comments, notes and tracked changes under `root`."""
    return sum(1 for _ in root.iter(*map(w, _EXTRAS)))


def outside_hash(paragraphs: Iterable[str], margins: Iterable[str]) -> str:
    """Return the hash of the words of no block, and of those in headers and footers."""
    return fingerprint([*paragraphs, "\x00", *margins])


class _Reader:
    def __init__(
        self, styles: dict[str, str], tags: Mapping[str, str], reading: Reading, beat: Beat
    ) -> None:
        self._styles = styles
        self._tags = tags
        self.reading = reading
        self._beat = beat
        self._depth = 0  # of fields whose result is being read

    def child(self, element: Element) -> None:
        """Read a child of the body."""
        key = self._tags.get(_tag(element))
        if key:
            self._block(key, element)
        elif element.tag == w("sdt"):  # the cover, or one that was put around some of ours
            for inner in element.iterfind(f"{w('sdtContent')}/*"):
                self.child(inner)
        else:
            self.reading.outside.extend(map(self._paragraph, element.iter(w("p"))))

    def _block(self, key: str, control: Element) -> None:
        said: list[str] = []
        rows: dict[str, str] = {}
        content = control.find(w("sdtContent"))
        children = [] if content is None else list(content)
        tables = [n for n, child in enumerate(children) if child.tag == w("tbl")]
        for n, child in enumerate(children):
            if child.tag == w("tbl"):
                said.extend(self._table(child, rows, first=n == tables[0]))
            elif not tables or not tables[0] < n < tables[-1]:
                said.extend(map(self._paragraph, child.iter(w("p"))))
        self.reading.hashes[key] = fingerprint(said)
        self.reading.hashes.update(rows)

    def _table(self, table: Element, rows: dict[str, str], *, first: bool) -> Iterator[str]:
        for line in beating(table.iter(w("tr")), self._beat):
            said = row(self._cell(cell) for cell in line.iter(w("tc")))
            key = _key(line.iter(w("bookmarkStart")))
            if key and key not in rows:
                rows[key] = fingerprint((said,))
            elif first or line.find(f"{w('trPr')}/{w('tblHeader')}") is None:
                yield said

    def _cell(self, cell: Element) -> list[Run]:
        runs: list[Run] = []
        for part in cell.iter(w("p")):
            runs += [*self._runs(part), ("", "\n")]
        return runs

    def _paragraph(self, element: Element) -> str:
        style = self._styles.get(value(element.find(f"{w('pPr')}/{w('pStyle')}")), "normal")
        return paragraph(style, self._runs(element))

    def _runs(self, element: Element) -> list[Run]:
        """Return the runs of a paragraph without the results of fields."""
        runs: list[Run] = []
        for run in element.iter(w("r")):
            text = "".join(self._texts(run))
            if text and next(run.iterancestors(w("fldSimple")), None) is None:
                runs.append((_look(run.find(w("rPr"))), text))
        return runs

    def _texts(self, run: Element) -> Iterator[str]:
        for piece in run.iterchildren(*_INSIDE):
            if piece.tag == w("fldChar"):
                self._depth += {"begin": 1, "end": -1}.get(value(piece, "fldCharType"), 0)
            elif self._depth <= 0:
                yield piece.text or "" if piece.tag == w("t") else _TEXTS.get(piece.tag, "\u00ad")


def _tag(control: Element) -> str:
    return value(control.find(f"{w('sdtPr')}/{w('tag')}"))


def _key(marks: Iterable[Element]) -> str:
    names = (value(mark, "name") for mark in marks)
    return next((name.removeprefix(BOOKMARK) for name in names if name.startswith(BOOKMARK)), "")


def _look(properties: Element | None) -> str:
    if properties is None:
        return ""
    names = (child.tag.rpartition("}")[2] for child in properties if value(child) not in _OFF)
    return " ".join(sorted(LOOKS.intersection(names)))
