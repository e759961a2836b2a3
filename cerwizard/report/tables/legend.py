"""The codes by which a report calls its records: from which to which, and where they stand."""

import re
from collections.abc import Iterable, Iterator, Sequence

from cerwizard.report.blocks import Block, Para, Provenance, Span, Spans, Table, TableRow
from cerwizard.report.grid import Page
from cerwizard.report.mention import HOMES
from cerwizard.report.tables.shelf import Shelf
from cerwizard.report.view import Part, Sight

shelf = Shelf()
_PREFIX = re.compile(r"\D*")
_PAIRED = (21, 25, 22, 32)
_Line = tuple[str, str, Spans]  # name, what they are, from which code to which
# Lists whose records are called by a code all over the report, with what they are.
_CALLED = {
    "versions.variants": "Variants",
    "purpose.indications": "Indications",
    "purpose.contraindications": "Contraindications",
    "purpose.warnings": "Warnings",
    "populations.groups": "Target populations",
    "populations.users": "Intended users",
    "benefits.items": "Clinical benefits",
    "benefits.claims": "Claims",
    "state_of_the_art.alternatives": "Alternatives",
    "state_of_the_art.benchmarks": "Benchmarks",
    "state_of_the_art.criteria": "Acceptance criteria",
    "literature.references": "Publications",
    "evidence.items": "Data sets",
    "supporting.items": "Non-clinical material",
    "risks.items": "Risks and side-effects",
    "analysis.gaps": "Gaps in the evidence",
    "pmcf.activities": "PMCF activities",
}
_ELSEWHERE = {"literature.references": "data/included", "purpose.warnings": "purpose/warnings"}


@shelf
def legend(page: Page) -> Sequence[Block]:
    """What the codes of records stand for, under a heading of its own."""
    lines = tuple(_lines(page.sight))
    if not lines:
        return []
    heading = Para(page.id("legend-heading"), (Span("Codes"),), "front-heading")
    return [heading, _table(page.id("legend"), lines)]


def _table(table_id: str, lines: Sequence[_Line]) -> Table:
    """Return a table of two lines beside each other, as in a newspaper: the list is long."""
    half = (len(lines) + 1) // 2
    rows = []
    for at, (name, noun, said) in enumerate(lines[:half]):
        beside = [cell for _, n, s in lines[half + at : half + at + 1] for cell in (_bold(n), s)]
        beside = beside or [(), ()] if len(lines) > 1 else []
        rows.append(TableRow(f"{table_id}/{name}", ((Span(noun),), said, *beside)))
    widths = _PAIRED[: len(rows[0].cells)]
    return Table(table_id, (), (), tuple(rows), widths, style="facts")


def _bold(text: str) -> Spans:
    return (Span(text, mark="bold"),)


def _lines(sight: Sight) -> Iterator[_Line]:
    for target, noun in _CALLED.items():
        section, _, name = target.partition(".")
        rows: Iterable[Part] = getattr(getattr(sight.root, section), name)
        if target == "literature.references":
            rows = [row for row in rows if row.screening.code in ("included", "background")]
        codes = [str(row.code) for row in rows if row.code]
        if codes:
            place = f"{sight.document}/{_ELSEWHERE.get(target) or HOMES[target]}"
            words = Span(f"{ranges(codes)} – ", provenance=Provenance.COMPUTED)
            yield target.replace(".", "-"), noun, (words, Span("", link=place))


def ranges(codes: Sequence[str]) -> str:
    """Return codes by their beginnings: “L01 to L36, E04 to E13”; two are named."""
    groups: dict[str, list[str]] = {}
    for code in codes:
        found = _PREFIX.match(code)
        groups.setdefault(found[0] if found else "", []).append(code)
    return ", ".join(_range(group) for group in groups.values())


def _range(codes: Sequence[str]) -> str:
    known = sorted(codes, key=lambda code: (len(code), code))
    if len(known) < 3:
        return " and ".join(known)
    return f"{known[0]} to {known[-1]}"
