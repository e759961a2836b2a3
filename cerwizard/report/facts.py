"""Tables of questions and answers: short facts of a section or of one record."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from cerwizard.report import answers, wanting, wording
from cerwizard.report.blocks import Block, Span, Spans, Table, TableRow
from cerwizard.report.grid import Page, standard
from cerwizard.report.view import Part

_WIDTHS = (30, 70)
_SPACE = Span(" ")
Names = Sequence[str | tuple[str, ...]]


def facts(page: Page, name: str, part: Part, names: Names, caption: str = "") -> list[Block]:
    """Return the answers to `names` with their labels; what is missing and wanted is marked.

    A tuple of names makes one line with the label of the first, such as a number with its unit.
    """
    return card(page, page.id(name), part, names, caption)


def card(page: Page, table_id: str, part: Part, names: Names, caption: str = "") -> list[Block]:
    """Return the same as the table `table_id`."""
    groups = [(name,) if isinstance(name, str) else name for name in names]
    lines = ((g[0], answers.label(part, g[0]), _answer(page, part, g)) for g in groups)
    return fact_table(table_id, lines, caption)


def _answer(page: Page, part: Part, names: tuple[str, ...]) -> Spans:
    found = [answers.measured(part, name) for name in names]
    if len(found) > 1 and found[0] and found[0][0].text == "1":  # “1 use”, not “1 uses”
        found[1:] = [tuple(replace(s, text=s.text.removesuffix("s")) for s in found[1])]
    return wording.joined(found, _SPACE) or wanting.missing(part, names[0], labelled=False)


def fact_table(
    table_id: str, lines: Iterable[tuple[str, str, Spans]], caption: str = ""
) -> list[Block]:
    """Return a table of (name, label, answer); lines without an answer are left out."""
    rows = tuple(
        TableRow(f"{table_id}/{name}", ((Span(label),), spans))
        for name, label, spans in lines
        if spans
    )
    if not rows:
        return []
    return [Table(table_id, standard(caption), (), rows, _WIDTHS, style="facts")]
