"""How a check names several things at once."""

from collections.abc import Sequence


def first_few(names: Sequence[str], most: int) -> str:
    """Return the first `most` of some names, and how many more there are."""
    more = len(names) - most
    shown = "; ".join(names[:most])
    return f"{shown}; and {more} more" if more > 0 else shown
