"""Tables of document control: the report, the parties, the certificate, what applies."""

from collections.abc import Iterator, Sequence

from cerwizard.reckon import duties as law
from cerwizard.reckon.duty import Answer, Duty
from cerwizard.report import wanting
from cerwizard.report.blocks import Block, Provenance, Span, Spans, TableRow
from cerwizard.report.facts import facts
from cerwizard.report.grid import Column, Page, column, computed, grid, ready
from cerwizard.report.tables.shelf import Shelf

shelf = Shelf()


@shelf
def control(page: Page) -> Sequence[Block]:
    """Document control on the pages before the contents."""
    names = ("title", "number", "revision", "date", "status", "submission", "confidentiality")
    return facts(page, "control-facts", page.sight.root.document, names)


@shelf
def revisions(page: Page) -> Sequence[Block]:
    """The revision history."""
    columns = (
        column("Revision", "number", width=10),
        column("Date", "date", width=18),
        column("Author", "author", width=20),
        column("Reason and sections changed", "reason", width=52),
    )
    return grid(page, "revisions", "Revision history", page.sight.root.document.revisions, columns)


@shelf
def manufacturer(page: Page) -> Sequence[Block]:
    """The manufacturer."""
    names = (
        "manufacturer",
        "manufacturer_address",
        "manufacturer_country",
        "manufacturer_srn",
        "prrc",
        "contact",
        "outside_union",
    )
    return facts(page, "manufacturer", page.sight.root.document, names)


@shelf
def representative(page: Page) -> Sequence[Block]:
    """The authorised representative."""
    names = ("representative", "representative_srn", "representative_address")
    return facts(page, "representative", page.sight.root.document, names)


@shelf
def certification(page: Page) -> Sequence[Block]:
    """Conformity assessment, notified body and certificate."""
    names = (
        "conformity_route",
        "notified_body",
        "notified_body_number",
        "certificate",
        "certificate_until",
        "first_ce_year",
        "mdr_codes",
    )
    return facts(page, "certification", page.sight.root.document, names)


@shelf
def identity(page: Page) -> Sequence[Block]:
    """The device by its identifiers."""
    names = ("name", "other_names", "models", "basic_udi_di", "udi_di", "emdn", "gmdn")
    return facts(page, "identity", page.sight.root.device, names)


@shelf
def market_status(page: Page) -> Sequence[Block]:
    """How the device stands on the market."""
    names = (
        "market_status",
        "first_marketed",
        "previously_ce_marked",
        "directive_class",
        "article_120",
        "article_120_detail",
        "listed_product",
        "xvi_group",
    )
    return facts(page, "market-status", page.sight.root.device, names)


_ARTICLE = "MDR Article"
_DUTY_COLUMNS = (
    Column("Subject", lambda part: (), 20),
    Column("Outcome", lambda part: (), 30),
    Column("Reason", lambda part: (), 28),
    Column("Basis", lambda part: (), 22),
)


@shelf
def duties(page: Page) -> Sequence[Block]:
    """What the law asks of a device of this class with these properties."""
    found = law.duties(page.sight.dossier, page.sight.as_of)
    body = tuple(_duty_row(page, duty) for duty in found if duty.answer is not Answer.OPEN)
    if not body:
        return []
    caption = "Duties that follow from class and properties"
    return [ready(page, "duties", caption, _DUTY_COLUMNS, body)]


def _duty_row(page: Page, duty: Duty) -> TableRow:
    name = "-".join(duty.name.lower().replace(",", " ").split())
    return TableRow(page.named("duties", name), tuple(_duty_cells(duty)))


def _duty_cells(duty: Duty) -> Iterator[Spans]:
    yield (Span(duty.name),)
    # What follows the first sentence of a reason is advice to the writer.
    for text in (duty.says, duty.because.partition(". ")[0].removesuffix(".") + "."):
        yield (Span(text, duty.rests_on[0], Provenance.COMPUTED),)
    yield computed(_basis([wanting.cite(clause) for clause in duty.clauses[:2]]))


def _basis(cites: Sequence[str]) -> str:
    """Return the citations; those of one instrument's articles name it once."""
    articles = [cite.rpartition(" ") for cite in cites]
    if len(cites) > 1 and {front for front, _, _ in articles} == {_ARTICLE}:
        return f"{cites[0]} and {articles[1][2]}"
    return "; ".join(cites)
