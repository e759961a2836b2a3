"""Tables of the evaluation plan: revisions, deviations, requirements in scope, milestones."""

from collections.abc import Sequence

from cerwizard.report.blocks import Block
from cerwizard.report.grid import Page, column, grid
from cerwizard.report.tables.shelf import Shelf

shelf = Shelf()


@shelf
def plan_revisions(page: Page) -> Sequence[Block]:
    """The approved revisions of the plan."""
    columns = (
        column("Revision", "number", width=12),
        column("Approved on", "approved_on", width=20, must=True),
        column("Approved by", "approved_by", width=24),
        column("Changes", "changes", width=44),
    )
    rows = page.sight.root.plan.revisions
    caption = "Approved revisions of the clinical evaluation plan"
    return grid(page, "plan-revisions", caption, rows, columns)


@shelf
def deviations(page: Page) -> Sequence[Block]:
    """Deviations from the plan."""
    columns = (
        column("Deviation", "what", width=38),
        column("Reason", "reason", width=30),
        column("Effect on the conclusions", "effect", width=32),
    )
    rows = page.sight.root.plan.deviations
    return grid(page, "deviations", "Deviations from the plan", rows, columns)


@shelf
def clinical_requirements(page: Page) -> Sequence[Block]:
    """The requirements and the kind of data that each of them needs."""
    columns = (
        column("GSPR", "number", width=10),
        column("Subject", "subject", width=30),
        column("Conformity is shown", "route", width=22, must=True),
        column("Reason", "rationale", width=38, must=True),
    )
    rows = page.sight.root.gspr.items
    caption = "General safety and performance requirements in scope"
    return grid(page, "clinical-requirements", caption, rows, columns)


@shelf
def milestones(page: Page) -> Sequence[Block]:
    """The milestones of the clinical development plan."""
    columns = (
        column("Milestone", "milestone", width=38),
        column("Date", "date", width=20),
        column("Acceptance criterion", "criterion", width=42),
    )
    rows = page.sight.root.plan.milestones
    return grid(page, "milestones", "Milestones of clinical development", rows, columns)
