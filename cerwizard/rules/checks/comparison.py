"""Checks on the comparison with an equivalent device."""

from collections.abc import Iterator

from cerwizard.dossier.equivalence import Characteristic
from cerwizard.dossier.view import Place, View
from cerwizard.rules.messages import Fault
from cerwizard.rules.register import check


@check(
    "characteristics-compared",
    "Each of the thirteen characteristics has a judged row; {=detail} names those without.",
    ".rows[*].characteristic",
    ".rows[*].likeness",
)
def _compared(_view: View, place: Place) -> Iterator[Fault]:
    judged = {row.characteristic for row in place.value.rows if row.likeness}
    missing = [one.value for one in Characteristic if one and one not in judged]
    if missing:
        yield Fault(f"{place.address}.rows", ", ".join(missing))
