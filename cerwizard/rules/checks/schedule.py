"""Checks on dates that follow from an interval."""

from collections.abc import Iterator

from cerwizard.dossier.dates import span, surely_before
from cerwizard.dossier.view import Place, View
from cerwizard.rules.messages import Fault
from cerwizard.rules.register import check


@check(
    "next-update",
    "The next update is due within the interval from the date of the report.",
    ".next_date",
    ".interval_months",
    "document.date",
)
def _next_update(view: View, place: Place) -> Iterator[Fault]:
    updates = place.value
    months, due = updates.interval_months, span(updates.next_date)
    if months is None or not 0 < months < 1200:
        return
    latest = span(view.root.document.date, months)
    if due and latest and surely_before(latest, due):
        yield Fault(f"{place.address}.next_date")
