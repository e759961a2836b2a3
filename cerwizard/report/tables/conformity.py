"""Tables of conformity: requirements, the way of each claim, documents, risk file, usability."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from cerwizard.reckon.trace import Line, Trace
from cerwizard.report import answers, wording
from cerwizard.report.blocks import Block, Provenance, Span, Spans, TableRow, text_of
from cerwizard.report.facts import card
from cerwizard.report.grid import Column, Page, coded, column, grid, ready
from cerwizard.report.mention import calling, mention
from cerwizard.report.tables.analysis import verdict, verdict_of
from cerwizard.report.tables.shelf import Shelf
from cerwizard.report.view import Part, address_of

shelf = Shelf()


@shelf
def requirements(page: Page) -> Sequence[Block]:
    """The verdict on each requirement."""
    columns = (
        column("GSPR", "number", width=7, must=True),
        column("Subject", "subject", width=16),
        column("Claims", "claim_ids", width=12),
        column("Clinical data sets", "evidence_ids", width=16),
        column("Supporting material", "supporting_ids", width=11),
        Column("Level achieved", coded("level_achieved"), 8),
        column("Verdict", "conformity", width=22, must=True),
        column("Gaps", "gap_ids", width=8),
    )
    rows = page.sight.root.gspr.items
    caption = "Conformity with the general safety and performance requirements"
    note = "Level achieved: rank after MDCG 2020-6, Appendix III, 1 being the strongest."
    note = note if any(row.level_achieved for row in rows) else ""
    tables = grid(page, "requirements", caption, rows, columns, note=note)
    return [replace(table, note=(*table.note, *_required(page))) for table in tables]


def _required(page: Page) -> Spans:
    """The rank that the plan asks for, beside those achieved."""
    rank = coded("level_required")(page.sight.root.plan)
    return (Span(" Rank required by the plan: "), *rank, Span(".")) if rank else ()


_TRACE = (
    ("Claim or benefit", 23),
    ("Benefits", 8),
    ("Criteria", 8),
    ("Data sets", 13),
    ("Results and verdicts", 17),
    ("GSPRs", 8),
    ("Gaps", 7),
    ("PMCF", 7),
)


@shelf
def trace(page: Page) -> Sequence[Block]:
    """The way of each claim to its benefit, criterion, evidence, result and requirement."""
    lines = Trace(page.sight.dossier).lines()
    if not lines:
        return []
    columns = [Column(head, _nothing, width) for head, width in _TRACE]
    body = tuple(
        TableRow(page.named("trace", line.id), tuple(_trace_cells(page, line))) for line in lines
    )
    caption = "From claim and benefit to criterion, evidence, result and requirement"
    note = "Results: the criterion, its verdict, and the indications and populations judged."
    return [ready(page, "trace", caption, columns, body, note=note)]


def _nothing(part: Part) -> Spans:
    return ()


def _trace_cells(page: Page, line: Line) -> Iterator[Spans]:
    yield _about(page, line)
    yield _named(page, "benefits.items", line.benefits)
    yield _named(page, "state_of_the_art.criteria", line.criteria) or _none(page, line, "criterion")
    yield _named(page, "evidence.items", line.evidence) or _none(page, line, "data set")
    yield answers.lines(_verdicts(page.sight.rows("analysis.results", line.results)))
    yield _numbers(page, line.requirements)
    yield _named(page, "analysis.gaps", line.gaps)
    yield _named(page, "pmcf.activities", line.activities)


def _about(page: Page, line: Line) -> Spans:
    target, text = ("benefits.claims", "text") if line.claim else ("benefits.items", "statement")
    part = page.sight.row(target, line.id)
    if part is None:
        return ()
    said = answers.answer(part, text)
    return wording.joined(((mention(part),) if part.code else (), said), Span(" "))


def _named(page: Page, target: str, ids: Iterable[str]) -> Spans:
    rows = page.sight.rows(target, ids)
    return wording.joined([(mention(part),) for part in rows], wording.COMMA)


def _numbers(page: Page, ids: Iterable[str]) -> Spans:
    """The requirements by their bare numbers: the head of the column says what they are."""
    rows = page.sight.rows("gspr.items", ids)
    named = [replace(mention(part), text=str(part.number)) for part in rows if part.number]
    return wording.joined([(span,) for span in named], wording.COMMA)


def _none(page: Page, line: Line, what: str) -> Spans:
    target = "benefits.claims" if line.claim else "benefits.items"
    part = page.sight.row(target, line.id)
    source = address_of(part) if part is not None else ""
    return (Span(f"no {what} yet", source, Provenance.OPEN),)


def _verdicts(results: Iterable[Part]) -> Iterator[Spans]:
    """Yield a line for each verdict by one criterion: “K1 met: I1 P1; I2 P3”."""
    groups: dict[tuple[str, str], list[Part]] = {}
    for part in results:
        criterion = part.criterion
        key = (criterion.id if criterion is not None else "", verdict_of(part).value)
        groups.setdefault(key, []).append(part)
    for parts in groups.values():
        yield _verdict(parts)


def _verdict(parts: Sequence[Part]) -> Spans:
    criterion, told = parts[0].criterion, verdict(parts[0])
    short = tuple(replace(span, text=wording.small(span.text.partition(":")[0])) for span in told)
    named = (mention(criterion),) if criterion is not None else ()
    scopes = {text_of(scope): scope for scope in map(_scope, parts)}
    where = wording.joined(scopes.values(), Span("; "))
    return wording.joined((wording.joined((named, short), Span(" ")), where), Span(": "))


def _scope(part: Part) -> Spans:
    names = ("indication_ids", "population_ids")
    return wording.joined((answers.answer(part, name) for name in names), Span(" "))


@shelf
def compared(page: Page, row: str) -> Sequence[Block]:
    """The text of one document that was compared with this report."""
    part = page.sight.row("sources.items", row)
    if part is None:
        return []
    names = ("intended_purpose", "indications", "contraindications", "benefits", "risks", "users")
    if not any(getattr(part, name) for name in (*names, "other")):
        return []
    caption = f"{_document(part)}: text compared"
    said = [name for name in (*names, "other") if getattr(part, name)]
    return card(page, page.named("compared", row), part, said, caption)


def _document(part: Part) -> str:
    """Its kind and number, the kind only once: “SSCP-LH60”, “Label LAB-FB”."""
    kind, called = str(part.kind or "Document"), calling(part)
    return called if called.casefold().startswith(kind.casefold()) else f"{kind} {called}"


@shelf
def risk_information(page: Page) -> Sequence[Block]:
    """What users are told about each risk."""
    columns = (
        column("Code", "code", width=8),
        column("Risk or side-effect", "harm", width=26),
        column("Stated to users", "communicate", width=10, must=True),
        column("Instructions for use", "ifu_text", width=34),
        column("Documents", "source_ids", width=14),
        column("Controlled by training", "training", width=10),
    )
    rows = page.sight.root.risks.items
    return grid(page, "risk-information", "Information about the risks", rows, columns)


@shelf
def risk_file(page: Page) -> Sequence[Block]:
    """Each risk as the risk management file has it."""
    columns = (
        column("Code", "code", width=10),
        column("Risk or side-effect", "harm", width=34),
        column("Id in the risk file", "file_id", width=16, must=True),
        column("IMDRF term", "imdrf", width=12),
        column("Severity", "severity", width=14),
        column("Probability in the risk file", "probability", width=18),
    )
    rows = page.sight.root.risks.items
    caption = "Risks of this report in the risk management file"
    return grid(page, "risk-file", caption, rows, columns)


@shelf
def usability_studies(page: Page) -> Sequence[Block]:
    """Usability evaluations."""
    columns = (
        column("Report", "reference", "date", width=22),
        column("Kind", "kind", width=13),
        column("Users", "user_ids", width=12, must=True),
        column("Participants", "number", width=12, align="r"),
        column("Result and use errors", "result", width=31),
        column("Risks", "risk_ids", width=10),
    )
    rows = page.sight.root.usability.studies
    return grid(page, "usability-studies", "Usability evaluations", rows, columns)
