"""Benefits and risks of one determination as lines, each with criterion, result and verdict."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from cerwizard.dossier import paths
from cerwizard.dossier.analysis import Result
from cerwizard.dossier.ask import Row, title
from cerwizard.dossier.benefit_risk import Weighing
from cerwizard.dossier.benefits import Benefit
from cerwizard.dossier.choices import Verdict
from cerwizard.dossier.dossier import Dossier
from cerwizard.dossier.numerals import decimal, whole
from cerwizard.dossier.risks import Risk
from cerwizard.dossier.state_of_the_art import Criterion
from cerwizard.gui.marks import EMPTY
from cerwizard.gui.pages.outcomes import VERDICTS, short
from cerwizard.gui.pages.sheet import Cell, Chip, Column, Line
from cerwizard.reckon.trace import Line as Thread
from cerwizard.reckon.trace import Trace

BENEFIT_COLUMNS = (
    Column("Benefit", 3, 11),
    Column("Criterion", 3, 10),
    Column("Result", 3, 9),
    Column("Verdict", 1, 9),
)
RISK_COLUMNS = (Column("Risk", 3, 11), *BENEFIT_COLUMNS[1:])


def benefits(dossier: Dossier, weighing: Weighing) -> tuple[Line, ...]:
    """Return a line for each benefit that is weighed, and for each of its criteria."""
    trace = Trace(dossier)
    rows = _rows(dossier.benefits.items, weighing.benefit_ids)
    return tuple(
        line
        for row in rows
        if isinstance(row, Benefit)
        for line in _judged("benefits.items", row, trace.benefit(row.id), dossier, weighing)
    )


def risks(dossier: Dossier, weighing: Weighing) -> tuple[Line, ...]:
    """Return a line for each risk that is weighed, and for each of its criteria."""
    trace = Trace(dossier)
    rows = _rows(dossier.risks.items, weighing.risk_ids)
    return tuple(
        line
        for row in rows
        if isinstance(row, Risk)
        for line in _judged("risks.items", row, trace.risk(row.id), dossier, weighing)
    )


def _judged(
    rows: str, row: Row, thread: Thread, dossier: Dossier, weighing: Weighing
) -> Iterator[Line]:
    name = Cell(_statement(row), chips=(_chip(rows, row),))
    results = tuple(_results(dossier, thread.results, weighing))
    none = "None for this pair" if thread.results else "No result"
    criteria = tuple(_rows(dossier.state_of_the_art.criteria, thread.criteria))
    for criterion in criteria:
        assert isinstance(criterion, Criterion)
        found = [r for r in results if r.criterion_id == criterion.id]
        for spot, result in enumerate(found or (None,)):
            key = f"{row.id}/{criterion.id}/{spot}"
            yield Line(key, (name, _criterion(criterion), *_outcome(result, row, none)))
            name = Cell()
    if not criteria:
        nothing = Cell("No criterion", mark=EMPTY, quiet=True)
        yield Line(row.id, (name, nothing, *_outcome(None, row, none)))


def _results(dossier: Dossier, ids: Iterable[str], weighing: Weighing) -> Iterator[Result]:
    """Yield the results that speak of the determination's indications and populations."""
    for result in _rows(dossier.analysis.results, ids):
        assert isinstance(result, Result)
        if _shared(result.indication_ids, weighing.indication_ids) and _shared(
            result.population_ids, weighing.population_ids
        ):
            yield result


def _shared(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return not one or not other or bool({*one} & {*other})


def _criterion(criterion: Criterion) -> Cell:
    words = criterion.statement.strip() or criterion.parameter.strip()
    return Cell(" ".join(words.split()), chips=(_chip("state_of_the_art.criteria", criterion),))


def _outcome(result: Result | None, row: Row, none: str) -> tuple[Cell, Cell]:
    """Return the figures and the verdict: of the result, else those that a risk has itself."""
    if result is not None:
        figures = _figures(result.estimate, result.ci_low, result.ci_high, result.unit)
        counts = _counts(result.events, result.number)
        text = figures or counts or " ".join(result.summary.split())
        chip = _chip("analysis.results", result)
        return Cell(text, counts if figures else "", chips=(chip,)), _verdict(result.verdict)
    if isinstance(row, Risk):
        figures = _figures(row.rate, row.ci_low, row.ci_high, "%")
        counts = _counts(row.events, row.exposed)
        text = figures or counts or " ".join(row.no_rate_because.split())
        rate = Cell(text or "No rate", counts if figures else "", quiet=not text)
        return rate, _verdict(row.verdict)
    return Cell(none, mark=EMPTY, quiet=True), Cell()


def _verdict(verdict: Verdict) -> Cell:
    return Cell(short(verdict), mark=VERDICTS[verdict], quiet=not verdict)


def _figures(value: Decimal | None, low: Decimal | None, high: Decimal | None, unit: str) -> str:
    if value is None:
        return ""
    said = f"{decimal(value)} {unit}".strip()
    return said if low is None or high is None else f"{said} ({decimal(low)} to {decimal(high)})"


def _counts(events: int | None, number: int | None) -> str:
    return f"{whole(events)} of {whole(number)}" if events is not None and number else ""


def _rows(rows: tuple[Row, ...], ids: Iterable[str]) -> Iterator[Row]:
    spots = paths.positions(rows)
    return (rows[spots[row_id]] for row_id in ids if row_id in spots)


def _statement(row: Row) -> str:
    return " ".join(str(getattr(row, row.TITLE[1])).split()) or f"unnamed {row.NOUN}"


def _chip(rows: str, row: Row) -> Chip:
    code = str(getattr(row, row.TITLE[0])).strip()
    return Chip(code or row.NOUN.capitalize(), f"{rows}[{row.id}]", title(row))
