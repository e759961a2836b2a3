"""Tables of the intended purpose: indications, limits, patients, users, contact."""

from collections.abc import Sequence

from cerwizard.report.blocks import Block
from cerwizard.report.facts import facts
from cerwizard.report.grid import Page, column, grid
from cerwizard.report.tables.shelf import Shelf

shelf = Shelf()


@shelf
def indications(page: Page) -> Sequence[Block]:
    """The indications."""
    columns = (
        column("Code", "code", width=8),
        column("Condition", "condition", "icd:", width=36, must=True),
        column("Function", "function", width=16),
        column("Stage and severity", "severity", "chronicity", width=18),
        column("Site", "site", width=14),
        column("Not indicated", "limits", width=22),
    )
    rows = page.sight.root.purpose.indications
    return grid(page, "indications", "Indications", rows, columns)


@shelf
def contraindications(page: Page) -> Sequence[Block]:
    """The contraindications."""
    columns = (
        column("Code", "code", width=10),
        column("Contraindication", "text", width=50, must=True),
        column("Reason", "reason", width=40),
    )
    rows = page.sight.root.purpose.contraindications
    return grid(page, "contraindications", "Contraindications", rows, columns)


@shelf
def warnings(page: Page) -> Sequence[Block]:
    """Warnings and precautions."""
    columns = (
        column("Code", "code", width=10),
        column("Warning or precaution", "text", width=54),
        column("Origin", "origin", width=22, must=True),
        column("Risks", "risk_ids", width=14),
    )
    rows = page.sight.root.purpose.warnings
    return grid(page, "warnings", "Warnings and precautions", rows, columns)


@shelf
def populations(page: Page) -> Sequence[Block]:
    """The target populations."""
    columns = (
        column("Code", "code", width=8),
        column("Population", "name", "characteristics", "vulnerable:", width=40, must=True),
        column("Age", "ages", width=18),
        column("Sex", "sex", width=9),
        column("Excluded", "excluded", width=18),
        column("Indications", "indication_ids", width=12),
    )
    rows = page.sight.root.populations.groups
    return grid(page, "populations", "Target populations", rows, columns)


@shelf
def users(page: Page) -> Sequence[Block]:
    """The intended users."""
    columns = (
        column("Code", "code", width=8),
        column("User", "name", "kind", width=30, must=True),
        column("Qualification", "qualification", width=26),
        column("Training", "training", "training_detail", width=36),
    )
    return grid(page, "users", "Intended users", page.sight.root.populations.users, columns)


@shelf
def contact(page: Page) -> Sequence[Block]:
    """Contact with the body and duration."""
    names = (
        "contact",
        "contact_site",
        "duration",
        ("single_application", "single_application_unit"),
        "repeated",
        "max_applications",
        "cumulative_use",
    )
    return facts(page, "contact", page.sight.root.populations, names)
