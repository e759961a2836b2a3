"""The words of the law for the window: citation and gist by clause id."""

from cerwizard.errors import BadClauseError
from cerwizard.gui.news import Cited
from cerwizard.law import clauses
from cerwizard.law.clauses import Clauses


def cite(clause: str, book: Clauses | None = None) -> Cited:
    """Return how a clause is cited and what it says; an unknown id stands for itself.

    `book` is the catalogue of the rules in use, which may have clauses of a house; ours without it.
    """
    try:
        found = (book or clauses.load()).get(clause)
    except BadClauseError:
        return Cited(clause)
    return Cited(found.cite, found.gist)
