"""Checks on how long patients are followed, in the data and after certification."""

import re
from collections.abc import Iterator

from cerwizard.dossier.evidence import Evidence, Relation
from cerwizard.dossier.pmcf import Aim
from cerwizard.dossier.view import Place, View
from cerwizard.reckon import durations
from cerwizard.rules.messages import Fault
from cerwizard.rules.register import check

# The five aims of Annex XIV, Part B, Section 6.1, with what may stand for each.
_AIMS = (
    ({Aim.SAFETY, Aim.PERFORMANCE}, "confirm safety and performance"),
    ({Aim.UNKNOWN, Aim.KNOWN}, "find and monitor side-effects"),
    ({Aim.EMERGENT}, "find emergent risks"),
    ({Aim.BENEFIT_RISK}, "see that benefit and risk stay acceptable"),
    ({Aim.MISUSE}, "find misuse and off-label use"),
)
_PIECE = re.compile(r"[,;()]| and | to ")
_SPREAD = re.compile(r"\b(?:median|mean|average|range)\b", re.IGNORECASE)
_OURS = (Relation.DUE, Relation.PREVIOUS, Relation.EQUIVALENT)


@check(
    "aims-covered",
    "Each of the five aims of follow-up is served; {=detail} names those that are not.",
    ".activities",
    ".activities[*].aims",
)
def _aims(_view: View, place: Place) -> Iterator[Fault]:
    served = {aim for activity in place.value.activities for aim in activity.aims}
    missing = [words for aims, words in _AIMS if not served & aims]
    if missing:
        yield Fault(f"{place.address}.activities", ", nor to ".join(missing))


@check(
    "lifetime-beyond-follow-up",
    "Some patients were followed over the lifetime of the device; {=detail} is the longest.",
    "device.lifetime",
    "device.lifetime_unit",
    "evidence.items[*].relation",
    "evidence.items[*].follow_up_days",
)
def _lifetime(view: View, place: Place) -> Iterator[Fault]:
    device = view.root.device
    lifetime = durations.days(device.lifetime, device.lifetime_unit)
    longest = _longest(view.root.evidence.items)
    if lifetime is not None and longest is not None and longest < lifetime:
        yield Fault(f"{place.address}.planned", durations.spoken(longest))


def _longest(items: tuple[Evidence, ...]) -> int | None:
    known = [
        row.follow_up_days
        for row in items
        if row.relation in _OURS and row.follow_up_days is not None
    ]
    return max(known, default=None)


@check(
    "follow-up-in-days",
    "The follow-up in days is about one of the lengths in its words.",
    ".follow_up",
    ".follow_up_days",
)
def _in_days(_view: View, place: Place) -> Iterator[Fault]:
    row = place.value
    found = (durations.shortest(piece) for piece in _PIECE.split(row.follow_up))
    lengths = [one for one in found if one]
    if row.follow_up_days is None or not lengths or _SPREAD.search(row.follow_up):
        return
    # Visits have windows, and some patients are followed beyond the last one.
    if not min(lengths) / 2 <= row.follow_up_days <= max(lengths) * 2:
        yield Fault(f"{place.address}.follow_up_days")
