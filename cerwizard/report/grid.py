"""Builds tables from records: a row a record, columns that nobody filled in left out."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from cerwizard.report import answers, wanting
from cerwizard.report.beat import beating
from cerwizard.report.blocks import Provenance, Span, Spans, Table, TableRow
from cerwizard.report.mention import safe
from cerwizard.report.quoting import Value
from cerwizard.report.view import Part, Sight, record_of
from cerwizard.report.widths import roomy

Cell = Callable[[Part], Spans]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, what a record has in it, its share of the width, its alignment.

    `asks` names the field whose absence is marked in the cell: only in an empty one, unless the
    cell is `led` by that field.
    """

    head: str
    cell: Cell
    width: int = 10
    align: str = "l"
    asks: str = ""
    led: bool = False

    def of(self, part: Part) -> Spans:
        """Return the cell of a record."""
        found = self.cell(part)
        if not self.asks or (found and not self._headless(part)):
            return found
        return answers.lines((wanting.missing(part, self.asks, short=True), found))

    def _headless(self, part: Part) -> bool:
        return self.led and not answers.answer(part, self.asks)


@dataclass(frozen=True, slots=True)
class Page:
    """Where tables are built: the dossier, and the chapter of its document."""

    sight: Sight
    chapter: str

    def id(self, *names: str) -> str:
        """Return the id of a block of this chapter."""
        return "/".join((self.sight.document, self.chapter, *names))

    def named(self, name: str, row: str) -> str:
        """Return the id of a block of this chapter that belongs to a record."""
        self.sight.beat()
        return self.id(name, safe(row))


def column(head: str, *names: str, width: int = 10, align: str = "l", must: bool = False) -> Column:
    """Return a column of the fields `names`, one a line; one that ends in “:” has its label.

    `must` marks the first of them as still to be written where it is wanted and missing.
    """
    asks = names[0].rstrip(":") if must else ""
    return Column(head, _fields(names), width, align, asks, led=must and len(names) > 1)


def _fields(names: tuple[str, ...]) -> Cell:
    if len(names) == 1 and not names[0].endswith(":"):
        return lambda part: answers.answer(part, names[0])
    return lambda part: answers.lines(_field(part, name) for name in names)


def _field(part: Part, name: str) -> Spans:
    if name.endswith(":"):
        return answers.labelled(part, name[:-1])
    return answers.answer(part, name)


def coded(name: str) -> Cell:
    """Return the cell with the code of a label such as “D1 – the actual device”."""

    def cell(part: Part) -> Spans:
        value: Value = getattr(part, name)
        code = value.partition(" – ")[0]
        return (Span(code, value.source, value.provenance),) if value else ()

    return cell


def grid(
    page: Page,
    name: str,
    caption: str,
    rows: Iterable[Part],
    columns: Sequence[Column],
    *,
    note: str = "",
    wide: bool = False,
) -> list[Table]:
    """Return the table of some records, or nothing if there are none."""
    told = beating(rows, page.sight.beat)
    lines = [(part, [c.of(part) for c in columns]) for part in told]
    if not lines:
        return []
    kept = [i for i in range(len(columns)) if any(cells[i] for _, cells in lines)]
    body = tuple(
        TableRow(page.named(name, record_of(part).id), tuple(cells[i] for i in kept))
        for part, cells in lines
    )
    return [ready(page, name, caption, [columns[i] for i in kept], body, note=note, wide=wide)]


def ready(
    page: Page,
    name: str,
    caption: str,
    columns: Sequence[Column],
    body: tuple[TableRow, ...],
    *,
    note: str = "",
    wide: bool = False,
) -> Table:
    """Return a table of rows that are made already; of the columns only the look counts."""
    return Table(
        id=page.id(name),
        caption=standard(caption),
        head=tuple(c.head for c in columns),
        rows=body,
        widths=roomy([c.width for c in columns], [c.head for c in columns], body, wide=wide),
        align="".join(c.align for c in columns),
        note=standard(note),
        wide=wide,
    )


def standard(text: str) -> Spans:
    """Return our own words as spans."""
    return (Span(text),) if text else ()


def computed(text: str) -> Spans:
    """Return what was worked out as spans."""
    return (Span(text, provenance=Provenance.COMPUTED),) if text else ()
