"""Tables of release: evaluators, competence, signatures, checklist, documents."""

from collections.abc import Sequence
from dataclasses import replace

from cerwizard.dossier.release import Expertise
from cerwizard.report import answers
from cerwizard.report.blocks import Block, Provenance, Span, Spans, TableRow
from cerwizard.report.facts import facts
from cerwizard.report.grid import Column, Page, column, grid, ready
from cerwizard.report.mention import calling
from cerwizard.report.tables.shelf import Shelf
from cerwizard.report.view import Part, record_of

shelf = Shelf()


@shelf
def evaluators(page: Page) -> Sequence[Block]:
    """The evaluators with their qualification."""
    columns = (
        column("Name", "name", width=20),
        column("Role", "role", width=20),
        column("Degree", "degree", width=18, must=True),
        column("Years", "years", width=8, align="r", must=True),
        column("Date of the CV", "cv_date", width=14, must=True),
        column("Qualification in place of years", "qualification_note", width=20),
    )
    return grid(page, "evaluators", "Evaluators", page.sight.root.release.evaluators, columns)


@shelf
def interests(page: Page) -> Sequence[Block]:
    """The declarations of interests."""
    columns = (
        column("Evaluator", "name", "role", width=30),
        column("Declared on", "declaration_date", width=18, must=True),
        column("Months covered", "declaration_months", width=12, align="r"),
        column("Interests declared", "interests", width=40, must=True),
    )
    rows = page.sight.root.release.evaluators
    return grid(page, "interests", "Declarations of interests", rows, columns)


@shelf
def competence(page: Page) -> Sequence[Block]:
    """Who covers which competence."""
    rows = page.sight.root.release.evaluators
    if not rows:
        return []
    body = tuple(_competence(page, expertise, rows) for expertise in Expertise)
    columns = (Column("Competence", _nothing, 50), Column("Covered by", _nothing, 50))
    return [ready(page, "competence", "Competence of the evaluation team", columns, body)]


def _nothing(part: Part) -> Spans:
    return ()


def _competence(page: Page, expertise: Expertise, rows: tuple[Part, ...]) -> TableRow:
    able = [part for part in rows if expertise in record_of(part).expertise]
    named = answers.lines(_able(part, expertise) for part in able)
    nobody = (Span("nobody named yet", "release.evaluators", Provenance.OPEN),)
    cells = ((Span(expertise.label),), named or nobody)
    return TableRow(page.named("competence", expertise.value), cells)


def _able(part: Part, expertise: Expertise) -> Spans:
    source = next(chosen.source for chosen in part.expertise if chosen.code == expertise.value)
    name = part.name or part.role
    return (Span(str(name) if name else calling(part), source, Provenance.GIVEN),)


@shelf
def signatures(page: Page) -> Sequence[Block]:
    """Lines to sign on."""
    columns = (
        Column("Name", _signer, 20),
        column("Function", "function", width=20),
        column("Signs as", "meaning", width=22),
        column("Date", "date", width=22),
        Column("Signature", _nothing, 30),
    )
    rows = page.sight.root.release.signatures
    body = tuple(_signature(page, part, columns) for part in rows)
    if not body:
        return []
    table = ready(page, "signatures", "Signatures", columns, body)
    return [replace(table, style="signatures")]


def _signer(part: Part) -> Spans:
    name = answers.answer(part, "name")
    evaluator = part.evaluator
    if name and evaluator is not None and str(evaluator.name) == str(part.name):
        return name
    return answers.lines((name, answers.answer(part, "evaluator_id")))


def _signature(page: Page, part: Part, columns: tuple[Column, ...]) -> TableRow:
    cells = tuple(c.of(part) for c in columns)
    return TableRow(page.named("signatures", part.id), cells)


@shelf
def checklist(page: Page) -> Sequence[Block]:
    """The release checklist."""
    columns = (
        column("Question", "question", width=52),
        column("Answer", "answer", width=14),
        column("Remark", "remark", width=34),
    )
    return grid(page, "checklist", "Release checklist", page.sight.root.release.checklist, columns)


@shelf
def update_plan(page: Page) -> Sequence[Block]:
    """Interval and dates of the next update."""
    names = ("next_date", "interval_months", "psur_interval", "sscp_interval")
    return facts(page, "update-plan", page.sight.root.updates, names)


@shelf
def documents(page: Page) -> Sequence[Block]:
    """The documents with their versions and dates."""
    columns = (
        column("Kind", "kind", width=24),
        column("Number or title", "number", width=30),
        column("Version", "version", width=14, must=True),
        column("Date", "date", width=18),
        column("Compared with this report", "reviewed", width=14),
    )
    rows = page.sight.root.sources.items
    return grid(page, "documents", "Source documents", rows, columns)
