"""Tables of post-market data: sales, complaints, incidents, actions, indicators, collections."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from cerwizard.dossier import numerals
from cerwizard.report import answers, figures
from cerwizard.report.blocks import Block, Span, Spans, Table, TableRow
from cerwizard.report.grid import Cell, Column, Page, column, computed, grid, standard
from cerwizard.report.tables.shelf import Shelf
from cerwizard.report.view import Part, record_of

shelf = Shelf()
_COUNT = re.compile(r"\s*(.+?)\s*:\s*(\d[\d, ]*)\s*")
_MOST_PERIODS = 12
_MOST_COLUMNS = 11  # of a page in portrait
_LONGEST_NOUN = 30


@shelf
def sales(page: Page) -> Sequence[Block]:
    """Units by period."""
    columns = (
        column("Period", "period", width=18),
        column("Region", "region", width=22),
        column("Number", "units", width=20, align="r", must=True),
        column("What is counted", "criterion", width=22),
        column("Complaints in the period", "complaints", width=18, align="r"),
    )
    rows = page.sight.root.market.sales
    return grid(page, "sales", "Exposure by period", rows, columns)


def counted(root: Part) -> str:
    """Return what every period counts, such as “lenses sold”; nothing if they differ."""
    nouns = {" ".join(str(part.criterion).split()) for part in root.market.sales}
    noun = nouns.pop() if len(nouns) == 1 else ""
    return noun if len(noun) <= _LONGEST_NOUN else ""


@shelf
def complaints(page: Page) -> Sequence[Block]:
    """Complaints by category and period."""
    rows = page.sight.root.market.complaints
    columns = (
        column("Category", "category", width=24),
        column("IMDRF term", "imdrf", width=10),
        *_by_period(rows),
        column("Total", "number", width=9, align="r"),
        column(f"Rate, % of {counted(page.sight.root) or 'units'}", "rate", width=12, align="r"),
        column("Trend", "trend", width=12),
        column("Risks", "risk_ids", width=9),
    )
    wide = len(columns) > _MOST_COLUMNS
    tables = grid(page, "complaints", "Complaints by category", rows, columns, wide=wide)
    return [_with_sum(table, rows) for table in tables]


@shelf
def incidents(page: Page) -> Sequence[Block]:
    """Serious incidents by kind and period."""
    rows = page.sight.root.market.incidents
    columns = (
        column("Serious incident", "description", width=24),
        column("IMDRF terms", "imdrf", width=10),
        *_by_period(rows),
        column("Total", "number", width=9, align="r"),
        column("Outcome and cause", "outcome", width=24, must=True),
        column("Risks", "risk_ids", width=9),
    )
    wide = len(columns) > _MOST_COLUMNS
    tables = grid(page, "incidents", "Serious incidents", rows, columns, wide=wide)
    return [_with_sum(table, rows) for table in tables]


def _counts(part: Part) -> dict[str, Span]:
    """Return the count of each period; nothing if a line is not “period: count”."""
    found = {}
    for line in part.counts:
        match = _COUNT.fullmatch(line)
        if match is None or match[1] in found:
            return {}
        found[match[1]] = Span(match[2].strip(), line.source, line.provenance)
    return found


def _by_period(rows: Sequence[Part]) -> list[Column]:
    """Return a column for each period, or one with the lines as typed."""
    counted = [_counts(part) for part in rows]
    periods = dict.fromkeys(period for counts in counted for period in counts)
    plain = all(counts or not part.counts for counts, part in zip(counted, rows, strict=True))
    if not plain or len(periods) > _MOST_PERIODS:
        return [column("By period", "counts", width=16)]
    return [Column(period, _of_period(period), 7, "r") for period in sorted(periods)]


def _of_period(period: str) -> Cell:
    return lambda part: tuple(span for name, span in _counts(part).items() if name == period)


def _with_sum(table: Table, rows: Sequence[Part]) -> Table:
    numbers = [record_of(part).number for part in rows]
    if len(numbers) < 2 or None in numbers or "Total" not in table.head:
        return table
    sums = {"Total": sum(numbers), **_sums(rows)}
    cells = [computed(numerals.whole(sums[h])) if h in sums else () for h in table.head]
    row = TableRow(f"{table.id}/sum", (standard("Sum"), *cells[1:]))
    return replace(table, rows=(*table.rows, row))


def _sums(rows: Iterable[Part]) -> dict[str, int]:
    """Return the sum of each period that every row counts."""
    counted = [_counts(part) for part in rows]
    periods = set(counted[0]).intersection(*counted)
    return {name: sum(_whole(counts[name]) for counts in counted) for name in periods}


def _whole(span: Span) -> int:
    return int("".join(filter(str.isdigit, span.text)))


@shelf
def field_actions(page: Page) -> Sequence[Block]:
    """Field safety corrective actions and other corrective actions."""
    columns = (
        column("Reference", "reference", width=18),
        column("Date", "date", width=16),
        column("Reason and scope", "scope", width=32),
        column("Outcome", "outcome", width=24),
        column("Closed", "closed", width=10),
    )
    rows = page.sight.root.market.field_actions
    caption = "Field safety corrective actions and other corrective actions"
    return grid(page, "field-actions", caption, rows, columns)


@shelf
def indicators(page: Page) -> Sequence[Block]:
    """Indicators and thresholds of the PMS plan."""
    columns = (
        column("Indicator", "name", width=24, must=True),
        Column("Threshold", _with_unit("threshold"), 13, asks="threshold"),
        Column("Present value", _with_unit("current"), 13),
        column("Threshold passed", "breached", width=10),
        column("Method and period", "method", width=22),
        column("Action", "action", width=18),
    )
    rows = page.sight.root.market.indicators
    return grid(page, "indicators", "Indicators and thresholds of the PMS plan", rows, columns)


def _with_unit(name: str) -> Cell:
    def cell(part: Part) -> Spans:
        value = answers.answer(part, name)
        return figures.with_unit(value, answers.answer(part, "unit"))

    return cell


@shelf
def surveys(page: Page) -> Sequence[Block]:
    """Registries, surveys and other collections of data."""
    columns = (
        column("Data collection", "code", "name", "kind", "period", width=20),
        column("Method", "method", width=18),
        column("Number", "number", width=9, align="r"),
        column("Results", "results", width=24),
        column("Limitations", "limitations", width=17),
        column("Concerns", "generation_ids", "benefit_ids", width=12),
    )
    rows = page.sight.root.market.surveys
    caption = "Registries, surveys and other collections of data"
    return grid(page, "surveys", caption, rows, columns)


@shelf
def safety_searches(page: Page) -> Sequence[Block]:
    """Searches of safety databases; not part of the flow of the literature."""
    columns = (
        column("Database", "database", "period", "run_on:", width=18),
        column("Query", "query", width=22),
        column("Hits", "hits", width=8, align="r"),
        column("Relevant", "relevant", width=10, align="r"),
        column("Reports", "findings", width=26),
        column("New hazards", "new_hazards", width=16, must=True),
    )
    rows = page.sight.root.market.safety_searches
    caption = "Searches of safety databases"
    return grid(page, "safety-searches", caption, rows, columns)
