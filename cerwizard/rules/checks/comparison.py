"""Checks on the comparison with an equivalent device."""

from collections.abc import Iterator

from cerwizard.dossier.equivalence import Characteristic
from cerwizard.dossier.view import Place, View
from cerwizard.reckon import source_texts as texts
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


@check(
    "same-figures",
    "What is called the same has the same figures on both sides; {=detail} shows both.",
    ".ours",
    ".theirs",
)
def _same_figures(_view: View, place: Place) -> Iterator[Fault]:
    ours, theirs = texts.numbers(place.value.ours), texts.numbers(place.value.theirs)
    # Figures on one side only tell of a test or a standard, not of a difference.
    if ours and theirs and ours - theirs and theirs - ours:
        said = f"{texts.listed(ours - theirs)} and {texts.listed(theirs - ours)}"
        yield Fault(f"{place.address}.likeness", said)
