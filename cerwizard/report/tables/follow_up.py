"""Tables of post-market follow-up: the activities at a glance, and each of them in full."""

from collections.abc import Sequence

from cerwizard.report import answers, wording
from cerwizard.report.blocks import Block, Span, Spans
from cerwizard.report.facts import card
from cerwizard.report.grid import Column, Page, column, grid
from cerwizard.report.mention import calling, mention
from cerwizard.report.tables.shelf import Shelf
from cerwizard.report.view import Part, sight_of

shelf = Shelf()


@shelf
def activities(page: Page) -> Sequence[Block]:
    """All activities at a glance."""
    columns = (
        column("Code", "code", width=7),
        column("Activity", "name", "method", width=23, must=True),
        Column("Gaps", _gaps, 8),
        column("Objectives and endpoints", "endpoints", width=24, must=True),
        column("Sample", "sample", width=8, align="r"),
        column("Acceptance criterion", "criterion", width=18),
        Column("Period", _period, 12),
    )
    rows = page.sight.root.pmcf.activities
    return grid(page, "activities", "PMCF activities", rows, columns)


def _gaps(part: Part) -> Spans:
    found = sight_of(part).holders("analysis.gaps", "activity_ids", part.id)
    return wording.joined([(mention(one),) for one in found], wording.COMMA)


def _period(part: Part) -> Spans:
    both = [answers.answer(part, name) for name in ("start", "end")]
    return wording.joined(both, Span(" to "))


_CARD = (
    "origins",
    "description",
    "aims",
    "procedures",
    "design",
    "indication_ids",
    "population_ids",
    "benefit_ids",
    "risk_ids",
    "equivalent_ids",
    "criterion_ids",
    "statistics",
    "rationale",
    "limitations",
    "schedule",
)


@shelf
def activity(page: Page, row: str) -> Sequence[Block]:
    """One activity in full."""
    part = page.sight.row("pmcf.activities", row)
    if part is None:
        return []
    caption = f"Activity {calling(part)}"
    return card(page, page.named("activity", row), part, _CARD, caption)
