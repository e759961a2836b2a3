"""Tables of the state of the art: alternatives, guidelines, benchmarks, acceptance criteria."""

from collections.abc import Sequence

from cerwizard.dossier import numerals
from cerwizard.reckon.criteria import threshold
from cerwizard.report import answers, figures
from cerwizard.report.blocks import Block, Provenance, Span, Spans
from cerwizard.report.grid import Column, Page, column, grid
from cerwizard.report.tables.shelf import Shelf
from cerwizard.report.view import Part, record_of

shelf = Shelf()


@shelf
def alternatives(page: Page) -> Sequence[Block]:
    """The alternatives with their benefits and risks."""
    columns = (
        column("Code", "code", width=7),
        column("Alternative", "name", "kind", "indication_ids", width=21, must=True),
        column("Benefits", "benefits", width=23),
        column("Risks", "risks", width=22),
        column("Place in the guidelines", "position", width=17),
        column("Sources", "reference_ids", width=10),
    )
    rows = page.sight.root.state_of_the_art.alternatives
    return grid(page, "alternatives", "Alternatives to the device", rows, columns)


@shelf
def guidelines(page: Page) -> Sequence[Block]:
    """The guidelines."""
    columns = (
        column("Guideline", "title", width=30),
        column("Issued by", "body", width=17),
        column("Year", "year", width=8),
        column("Recommendation", "recommendation", width=30),
        column("Grade", "grade", width=8),
        column("Sources", "reference_ids", width=9),
    )
    rows = page.sight.root.state_of_the_art.guidelines
    return grid(page, "guidelines", "Guidelines", rows, columns)


@shelf
def benchmarks(page: Page) -> Sequence[Block]:
    """The benchmarks with their sources."""
    columns = (
        column("Code", "code", width=7),
        column("Outcome", "outcome", "comparison", "indication_ids", width=29, must=True),
        Column("Value (95\u00a0%\u00a0CI)", _value, 18, asks="value"),
        column("Patients and studies", "sample", width=14),
        column("Sources", "reference_ids", width=9, must=True),
        column("Why this source", "rationale", width=23),
    )
    rows = page.sight.root.state_of_the_art.benchmarks
    return grid(page, "benchmarks", "Benchmarks from the state of the art", rows, columns)


def _value(part: Part) -> Spans:
    """The value as reported; the estimate is added where it says something else."""
    reported = answers.answer(part, "value")
    worked = figures.estimate(part, figures.BENCHMARK)
    if not reported:
        return worked
    if part.estimate and not numerals.named(part.estimate, part.value):
        return answers.lines((reported, worked))
    if not part.ci_low or numerals.named(part.ci_low, part.value):
        return reported
    return (*reported, *figures.interval(part))


@shelf
def criteria(page: Page) -> Sequence[Block]:
    """The acceptance criteria, what they judge and where they come from."""
    columns: tuple[Column, ...] = (
        column("Code", "code", width=6),
        column("Parameter", "parameter", "time_point", width=17, must=True),
        column("Criterion", "statement", "statistic", "direction", width=28, must=True),
        Column("Threshold", _threshold, 11, asks="threshold"),
        Column("Judges", _judges, 8),
        Column("Derived from", _origin, 29, asks="benchmark_ids"),
        column("Plan revision", "plan_revision_id", width=8, must=True),
    )
    rows = page.sight.root.state_of_the_art.criteria
    if rows and all(_told(row) for row in rows):  # the criterion says it: not twice
        columns = tuple(c for c in columns if c.head != "Threshold")
    return grid(page, "criteria", "Acceptance criteria", rows, columns)


def _told(part: Part) -> bool:
    """Say whether the words of a criterion name its threshold."""
    return bool(part.threshold) and numerals.named(part.threshold, part.statement)


def _threshold(part: Part) -> Spans:
    given = answers.answer(part, "threshold")
    limit = threshold(record_of(part))
    if not given and limit is not None:
        given = (Span(numerals.decimal(limit), provenance=Provenance.COMPUTED),)
    if not given:
        return answers.labelled(part, "unit")
    return figures.with_unit(given, answers.answer(part, "unit"))


def _judges(part: Part) -> Spans:
    names = ("benefit_ids", "claim_ids", "risk_ids", "indication_ids")
    return answers.lines(answers.answer(part, name) for name in names)


def _origin(part: Part) -> Spans:
    found = answers.answer(part, "benchmark_ids")
    measured = (_measured(part, name) for name in ("reference_value", "margin"))
    return answers.lines((found, *measured, answers.answer(part, "derivation")))


def _measured(part: Part, name: str) -> Spans:
    value = figures.measured(part, name)
    return (Span(f"{answers.label(part, name)}: "), *value) if value else ()
