"""The words of the law for the window: citation and gist by clause id."""

from cerwizard.errors import BadClauseError
from cerwizard.gui.news import Cited
from cerwizard.law import clauses


def cite(clause: str) -> Cited:
    """Return how a clause is cited and what it says; an unknown id stands for itself."""
    try:
        found = clauses.load().get(clause)
    except BadClauseError:
        return Cited(clause)
    return Cited(found.cite, found.gist)
