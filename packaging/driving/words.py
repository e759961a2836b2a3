"""What is typed for a value, and for the title of a row that is searched."""

from decimal import Decimal
from typing import Any


def written(value: Any) -> str:
    """Return the text that is typed for a value: several short texts stand one a line."""
    if isinstance(value, tuple):
        return "\n".join(value)
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def needle(title: str) -> str:
    """Return the first words of a title, which is what a writer searches for."""
    return " ".join(title.split()[:4])
