"""Tables of diagnostic accuracy and of software functions with a medical purpose."""

from collections.abc import Sequence

from cerwizard.report.blocks import Block
from cerwizard.report.grid import Page, column, grid
from cerwizard.report.tables.shelf import Shelf

shelf = Shelf()


@shelf
def accuracy(page: Page) -> Sequence[Block]:
    """Counts, sensitivity, specificity and predictive values."""
    columns = (
        column("Code", "code", width=7),
        column("Outcome", "name", "reference_standard", width=25, must=True),
        column(
            "Counts",
            "true_positive:",
            "false_negative:",
            "true_negative:",
            "false_positive:",
            width=16,
        ),
        column("Accuracy", "sensitivity:", "specificity:", width=16),
        column("In use", "prevalence:", "prevalence_source", "ppv:", "npv:", width=24),
        column("Data sets", "evidence_ids", width=12),
    )
    rows = page.sight.root.analysis.accuracy
    return grid(page, "accuracy", "Diagnostic accuracy", rows, columns)


@shelf
def software(page: Page) -> Sequence[Block]:
    """Each function with what it takes and gives, and how its worth is shown."""
    columns = (
        column("Function", "code", "name", "takes:", "gives:", width=20, must=True),
        column(
            "Valid clinical association",
            "association",
            "association_reference_ids",
            width=23,
            must=True,
        ),
        column(
            "Technical performance",
            "technical",
            "test_data",
            "independent:",
            "supporting_ids:",
            width=29,
            must=True,
        ),
        column(
            "Clinical performance", "clinical", "evidence_ids:", "release:", width=28, must=True
        ),
    )
    rows = page.sight.root.analysis.functions
    caption = "Software functions with a medical purpose"
    return grid(page, "software", caption, rows, columns)
