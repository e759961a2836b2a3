"""Checks on the evaluators as a team."""

from collections.abc import Iterator

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
