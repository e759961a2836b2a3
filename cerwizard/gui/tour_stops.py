"""What the tour tells, card by card."""

from PySide6.QtWidgets import QWidget

from cerwizard.gui.tour import Stop


def stops(rail: QWidget, side: QWidget, page: QWidget, report: QWidget | None) -> tuple[Stop, ...]:
    """Return the cards for the window's parts."""
    return (
        Stop(
            "The steps",
            "Go through the evaluation from top to bottom, or in any order: every step is open at "
            "any time. The sign beside a step shows whether it is empty, begun or done, or its "
            "worst finding.",
            rail,
        ),
        Stop(
            "What is expected, and what is found",
            "Here stands what the law expects in this step, with the clauses, what a notified body "
            "would find, and how the chapter will read. F8 walks from finding to finding.",
            side,
        ),
        Stop(
            "Questions and lists",
            "Nothing is ever required, and everything is kept as you type. In a list, Insert adds "
            "a row and Enter opens its form. Ctrl+F finds words in the whole dossier.",
            page,
        ),
        Stop(
            "The report",
            "Write the report in Word whenever you like: what is still missing stands in it, "
            "marked. F1 opens the manual at the step at hand.",
            report or page,
        ),
    )
