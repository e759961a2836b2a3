"""Tables of the literature: searches, queries, the flow of records, what was left out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cerwizard.dossier import numerals
from cerwizard.reckon import prisma
from cerwizard.report import answers, publications, wanting, wording
from cerwizard.report.blocks import Block, Provenance, Span, Spans, TableRow
from cerwizard.report.facts import card
from cerwizard.report.grid import Column, Page, column, computed, grid, ready, standard
from cerwizard.report.mention import calling, mention, safe
from cerwizard.report.tables.shelf import Shelf
from cerwizard.report.view import Part, record_of

shelf = Shelf()
_LIST = "literature.searches"
_INCLUDED = ("included", "background")
_LEFT_OUT = ("excluded", "not_retrieved", "excluded_title", "")


@shelf
def searches(page: Page) -> Sequence[Block]:
    """All searches at a glance."""
    columns = (
        column("Code", "code", width=8),
        column("Search", "title", width=27, must=True),
        column("Question", "purpose", width=18, must=True),
        column("Protocol", "protocol", "protocol_date", width=18, must=True),
        Column("Published", _period, 17, asks="period_from"),
        Column("Run on", _run_on, 12),
    )
    rows = page.sight.root.literature.searches
    return grid(page, "searches", "Literature searches", rows, columns)


def _period(part: Part) -> Spans:
    both = (part.period_from, part.period_to)
    return wording.joined([(v.span,) for v in both if v], Span(" to "))


def _run_on(part: Part) -> Spans:
    days = {str(q.run_on): q.run_on for q in part.queries if q.run_on}
    return answers.lines([(value.span,) for value in days.values()])


_PROTOCOL = (
    "question",
    "executor",
    "sources_rationale",
    "inclusion",
    "exclusion",
    "languages",
    "screening",
    "deduplication",
    "deviations",
    "counts_note",
)


@shelf
def protocol(page: Page, row: str) -> Sequence[Block]:
    """The protocol of one search."""
    part = page.sight.row(_LIST, row)
    if part is None:
        return []
    caption = f"Search {calling(part)}: protocol"
    return card(page, page.named("protocol", row), part, _PROTOCOL, caption)


@shelf
def queries(page: Page, row: str) -> Sequence[Block]:
    """The queries of one search, word for word."""
    part = page.sight.row(_LIST, row)
    if part is None:
        return []
    columns = (
        column("Source", "source", "kind", width=18, must=True),
        column("Search string", "string", width=46, must=True),
        column("Limits and filters", "limits", width=14),
        column("Run on", "run_on", width=12, must=True),
        column("Hits", "hits", width=8, align="r", must=True),
        column("Variants looked for", "variant_ids", width=12),
    )
    name = f"queries/{safe(row)}"
    caption = f"Search {calling(part)}: queries"
    return grid(page, name, caption, part.queries, columns)


@shelf
def flow(page: Page, row: str) -> Sequence[Block]:
    """The flow of records of one search, after PRISMA 2020."""
    part = page.sight.row(_LIST, row)
    if part is None:
        return []
    table_id = page.named("flow", row)
    body = tuple(_flow(part, table_id))
    if not body:
        return []
    columns = (
        Column("Stage", _nothing, 46),
        Column("Databases and registers", _nothing, 20, "r"),
        Column("Other methods", _nothing, 18, "r"),
        Column("Together", _nothing, 16, "r"),
    )
    note = "The counts agree with each other at every stage." if _balanced(part) else ""
    caption = f"Search {calling(part)}: flow of records"
    table = ready(page, f"flow/{safe(row)}", caption, columns, body)
    return [replace(table, note=computed(note))]


def _nothing(part: Part) -> Spans:
    return ()


def _balanced(part: Part) -> bool:
    """Say whether the stages are known and add up: with few of them there is little to agree."""
    known = part.records_screened and part.dbr_assessed and (part.new_reports or part.new_studies)
    return bool(known) and prisma.balances(record_of(part))


# Label, field in the first stream, field in the second.
_STAGES = (
    ("Records from databases", "database_results", ""),
    ("Records from registers", "register_results", ""),
    ("Records from websites", "", "website_results"),
    ("Records from organisations", "", "organisation_results"),
    ("Records from citation searching", "", "citations_results"),
    ("Duplicates removed", "duplicates", ""),
    ("Removed by automation", "excluded_automatic", ""),
    ("Removed for other reasons", "excluded_other", ""),
    ("Records screened", "records_screened", ""),
    ("Records excluded on title or abstract", "records_excluded", ""),
    ("Full texts sought", "dbr_sought_reports", "other_sought_reports"),
    ("Full texts not obtained", "dbr_notretrieved_reports", "other_notretrieved_reports"),
    ("Full texts assessed", "dbr_assessed", "other_assessed"),
)
_ENDS = (
    ("New reports included", "new_reports"),
    ("New studies included", "new_studies"),
    ("Reports from the last evaluation", "previous_reports"),
    ("Studies from the last evaluation", "previous_studies"),
    ("Reports in all", "total_reports"),
    ("Studies in all", "total_studies"),
)


def _flow(part: Part, table_id: str) -> Iterator[TableRow]:
    for label, first, second in _STAGES:
        cells = [_count(part, name) for name in (first, second)]
        if any(cells):
            name = first or second
            yield TableRow(f"{table_id}/{name}", (standard(label), *cells))
    yield from _reasons(part, table_id)
    yield from _results(part, table_id)
    for label, name in _ENDS:
        if cell := _count(part, name):
            yield TableRow(f"{table_id}/{name}", (standard(label), (), (), cell))


def _count(part: Part, name: str) -> Spans:
    value = getattr(part, name) if name else None
    return (value.span,) if value else ()


def _reasons(part: Part, table_id: str) -> Iterator[TableRow]:
    """One row a reason, with what either stream lost by it."""
    rows: dict[str, list[tuple[str, Part]]] = {}
    for name in _STREAMS:
        for row in getattr(part, name):
            rows.setdefault(f"{name}/{row.id}", []).append((name, row))
    for pair in _paired(part):
        rows[f"dbr_excluded/{pair[0].id}"] += rows.pop(f"other_excluded/{pair[1].id}")
    for key, found in rows.items():
        name, _, row_id = key.partition("/")
        yield TableRow(f"{table_id}/{name}/{safe(row_id)}", tuple(_reason_cells(found)))


_STREAMS = ("dbr_excluded", "other_excluded")


def _paired(part: Part) -> Iterator[tuple[Part, Part]]:
    """Yield the reasons that both streams have, each with its fellow."""
    left = {str(row.reason).strip().casefold(): row for row in part.dbr_excluded if row.reason}
    for row in part.other_excluded:
        fellow = left.pop(str(row.reason).strip().casefold(), None)
        if fellow is not None:
            yield fellow, row


def _reason_cells(found: Sequence[tuple[str, Part]]) -> Iterator[Spans]:
    said = [answers.answer(row, "reason") for _, row in found]
    again = tuple(replace(span, text="") for spans in said[1:] for span in spans)
    yield (Span("Excluded on full text: "), *said[0], *again)
    counts = {name: answers.answer(row, "number") for name, row in found}
    yield from (counts.get(name, ()) for name in _STREAMS)


def _results(part: Part, table_id: str) -> Iterator[TableRow]:
    record = record_of(part)
    counts = (prisma.dbr_included(record), prisma.other_included(record))
    if any(count is not None for count in counts):
        cells = [() if n is None or n < 0 else computed(numerals.whole(n)) for n in counts]
        yield TableRow(f"{table_id}/included", (standard("Reports included"), *cells))


@shelf
def included(page: Page) -> Sequence[Block]:
    """The publications that were included, or cited as background."""
    columns = (
        Column("No.", lambda part: (mention(part),), 6),
        column("Code", "code", width=7),
        Column("Publication", publications.short, 52),
        Column("Type", publications.kind, 10),
        column("Found by", "search_ids", width=7),
        Column("Screening", _screening, 12),
        Column("Read in full", _full_text, 6),
    )
    rows = [r for r in page.sight.root.literature.references if r.screening.code in _INCLUDED]
    return grid(page, "included", "Publications included or cited as background", rows, columns)


def _screening(part: Part) -> Spans:
    """The outcome of screening, short where a publication is only cited as background."""
    said = answers.answer(part, "screening")
    if part.screening.code == "background":
        said = tuple(replace(span, text="Background") for span in said)
    more = (answers.answer(part, name) for name in ("exclusion", "exclusion_detail"))
    return answers.lines((said, *more))


def _reason(part: Part) -> Spans:
    detail = answers.answer(part, "exclusion_detail")
    group = () if detail and part.exclusion.code == "other" else answers.answer(part, "exclusion")
    found = answers.lines((group, detail))
    if found or part.screening.code != "excluded":
        return found
    source = part.exclusion.source
    return (Span("To be written: the reason", source, Provenance.OPEN),)


def _full_text(part: Part) -> Spans:
    """Whether the full text was read; what is only background need not be."""
    found = answers.answer(part, "full_text")
    wanted = not found and part.screening.code == "included"
    return wanting.missing(part, "full_text", short=True) if wanted else found


_COLUMNS = (
    column("Code", "code", width=7),
    Column("Publication", publications.whole, 52),
    Column("Type", publications.kind, 9),
    column("Found by", "search_ids", width=7),
    Column("Reason", _reason, 26),
    column("Read in full", "full_text", width=6),
)


@shelf
def left_out(page: Page) -> Sequence[Block]:
    """The publications that were found and not included, grouped by stage."""
    stages: dict[str, list[Part]] = {code: [] for code in _LEFT_OUT}
    for part in page.sight.root.literature.references:
        if part.screening.code in stages:
            stages[part.screening.code].append(part)
    parts = [part for rows in stages.values() for part in rows]
    if not parts:
        return []
    columns = [column for column in _COLUMNS if any(column.of(part) for part in parts)]
    body = tuple(row for code, rows in stages.items() for row in _stage(page, code, rows, columns))
    caption = "Publications found and not included, with reasons"
    return [ready(page, "left-out", caption, columns, body)]


def _stage(
    page: Page, code: str, rows: Sequence[Part], columns: Sequence[Column]
) -> Iterator[TableRow]:
    if not rows:
        return
    title = (rows[0].screening.span,) if code else (Span("Not screened yet", "", Provenance.OPEN),)
    yield TableRow(page.named("left-out", f"stage-{code or 'open'}"), (title,))
    for part in rows:
        yield TableRow(page.named("left-out", part.id), tuple(c.of(part) for c in columns))
