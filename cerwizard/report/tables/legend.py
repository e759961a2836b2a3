"""The codes by which a report calls its records: from which to which, and where they stand."""

import re
from collections.abc import Iterable, Iterator, Sequence

from cerwizard.report.blocks import Block, Para, Provenance, Span, Spans
from cerwizard.report.facts import fact_table
from cerwizard.report.grid import Page
from cerwizard.report.mention import HOMES
from cerwizard.report.tables.shelf import Shelf
from cerwizard.report.view import Part, Sight

shelf = Shelf()
_PREFIX = re.compile(r"\D*")
# Lists whose records are called by a code all over the report, with what they are.
_CALLED = {
    "versions.variants": "Variants",
    "purpose.indications": "Indications",
    "purpose.contraindications": "Contraindications",
    "purpose.warnings": "Warnings and precautions",
    "populations.groups": "Target populations",
    "populations.users": "Intended users",
    "benefits.items": "Clinical benefits",
    "benefits.claims": "Claims",
    "state_of_the_art.alternatives": "Alternatives to the device",
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
    tables = fact_table(page.id("legend"), _lines(page.sight))
    if not tables:
        return []
    return [Para(page.id("legend-heading"), (Span("Codes"),), "front-heading"), *tables]


def _lines(sight: Sight) -> Iterator[tuple[str, str, Spans]]:
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
