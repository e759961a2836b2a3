"""Checks on the evaluators as a team."""

from collections.abc import Iterator

from cerwizard.dossier.dates import span, surely_before
from cerwizard.dossier.release import Expertise
from cerwizard.dossier.view import Place, View
from cerwizard.rules.messages import Fault
from cerwizard.rules.register import check


@check(
    "competences",
    "The evaluators cover all competences between them; {=detail} names those that lack.",
    ".evaluators",
    ".evaluators[*].expertise",
)
def _competences(_view: View, place: Place) -> Iterator[Fault]:
    covered = {one for person in place.value.evaluators for one in person.expertise}
    missing = [
        one.label.lower()
        for one in Expertise
        if one not in covered and one is not Expertise.CLINICAL
    ]
    if missing:
        yield Fault(f"{place.address}.evaluators", ", ".join(missing))


@check(
    "declaration-covers-report",
    "The declaration of interests reaches until the date of the report.",
    ".declaration_date",
    ".declaration_months",
    "document.date",
)
def _covers(view: View, place: Place) -> Iterator[Fault]:
    person, report = place.value, span(view.root.document.date)
    months = person.declaration_months
    if months is None or not 0 < months < 1200 or report is None:
        return
    until = span(person.declaration_date, months)
    if until and surely_before(until, report):
        yield Fault(f"{place.address}.declaration_date")
