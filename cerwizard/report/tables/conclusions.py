"""Tables of the conclusions: benefit against risk for each indication and population."""

from collections.abc import Sequence

from cerwizard.report import answers, wanting, wording
from cerwizard.report.blocks import Block, Span, Spans
from cerwizard.report.grid import Cell, Column, Page, column, grid
from cerwizard.report.mention import mention
from cerwizard.report.tables.shelf import Shelf
from cerwizard.report.view import Part

shelf = Shelf()


@shelf
def determinations(page: Page) -> Sequence[Block]:
    """Each determination with what it rests on."""
    columns = (
        column("Code", "code", width=8),
        column("Indication", "indication_ids", width=9, must=True),
        column("Population", "population_ids", width=9, must=True),
        column("Determination", "verdict", "margin:", width=19, must=True),
        Column("Benefits", _within_purpose("benefit_ids"), 13),
        Column("Risks", _within_purpose("risk_ids"), 13),
        Column("Compared with", _compared, 13),
        column("Gaps", "gap_ids", width=9),
    )
    rows = page.sight.root.benefit_risk.items
    caption = "Benefit-risk determinations"
    return grid(page, "determinations", caption, rows, columns)


def _within_purpose(name: str) -> Cell:
    """Return the cell of a field that is missing only for what is within the purpose."""

    def cell(part: Part) -> Spans:
        outside = part.verdict.code == "na"
        missing = () if outside else wanting.missing(part, name, short=True)
        return answers.answer(part, name) or missing

    return cell


def _compared(part: Part) -> Spans:
    names = ("benchmark_ids", "alternative_ids")
    return answers.lines(answers.answer(part, name) for name in names)


@shelf
def outcome(page: Page) -> Sequence[Block]:
    """The determinations within the purpose at a glance, for the summary."""
    told: set[str] = set()  # what was named in full is called by its code from then on
    columns = (
        Column("Indication", _titles("indications", told), 36),
        Column("Population", _titles("populations", told), 39),
        column("Determination", "verdict", width=25, must=True),
    )
    rows = [row for row in page.sight.root.benefit_risk.items if row.verdict.code != "na"]
    caption = "Benefit-risk determination for each indication and population"
    return grid(page, "outcome", caption, rows, columns)


_TEXTS = {"indications": "condition", "populations": "name"}


def _titles(name: str, told: set[str]) -> Cell:
    def cell(part: Part) -> Spans:
        rows = getattr(part, name)
        return answers.lines(_title(row, name, told) for row in rows)

    return cell


def _title(part: Part, name: str, told: set[str]) -> Spans:
    code = (mention(part),) if part.code else ()
    if code and part.id in told:
        return code
    told.add(part.id)
    return wording.joined((code, answers.answer(part, _TEXTS[name])), Span(" "))
