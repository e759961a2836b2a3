"""Checks that the evidence reaches the rank that the plan requires."""

from collections.abc import Iterator

from cerwizard.dossier.evidence import Relation
from cerwizard.dossier.gspr import Conformity, GsprRoute
from cerwizard.dossier.view import Place, View
from cerwizard.rules.messages import Fault
from cerwizard.rules.register import check

_ELSEWHERE = (Relation.SIMILAR, Relation.BENCHMARK, Relation.ALTERNATIVE)
_NO_DATA = (GsprRoute.NON_CLINICAL, GsprRoute.NONE)
_RESERVED = (Conformity.GAP, Conformity.CONFORM_PMCF)


@check(
    "level-achieved",
    "The level achieved for a requirement is not weaker than the one required, unless a gap is.",
    ".level_achieved",
    ".conformity",
    ".gap_ids",
    ".route",
    "plan.level_required",
)
def _achieved(view: View, place: Place) -> Iterator[Fault]:
    row, required = place.value, view.root.plan.level_required
    if not row.level_achieved or not required or row.route in _NO_DATA:
        return
    reserved = row.conformity in _RESERVED and row.gap_ids
    if int(row.level_achieved) > int(required) and not reserved:
        yield Fault(f"{place.address}.level_achieved")


@check(
    "best-level",
    "Some data set on the device has the rank required; {=detail} is the best there is.",
    ".items",
    ".items[*].level",
    ".items[*].relation",
    "plan.level_required",
)
def _best(view: View, place: Place) -> Iterator[Fault]:
    items = place.value.items
    ranks = [int(row.level) for row in items if row.level and row.relation not in _ELSEWHERE]
    if ranks and min(ranks) > int(view.root.plan.level_required):
        yield Fault(f"{place.address}.items", str(min(ranks)))
