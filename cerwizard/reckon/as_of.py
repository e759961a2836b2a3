"""The day as of which a dossier is judged and its documents are written."""

from datetime import date

from cerwizard.dossier.dates import span
from cerwizard.dossier.dossier import Dossier


def as_of(dossier: Dossier, today: date) -> date:
    """Return the date of the report, its last possible day if it is partial, else `today`."""
    stated = span(dossier.document.date)
    return stated.last if stated else today
