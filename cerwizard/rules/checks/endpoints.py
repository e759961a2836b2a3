"""Checks that the analysis takes over what an own investigation concluded."""

from collections.abc import Iterator
from typing import Any

from cerwizard.dossier.ask import title
from cerwizard.dossier.choices import Verdict
from cerwizard.dossier.view import Place, View
from cerwizard.rules.messages import Fault
from cerwizard.rules.register import check


@check(
    "endpoint-as-analysed",
    "No result calls met what failed in the investigation; {=detail} is one that does.",
    *(f".{name}" for name in ("events", "number", "benefit_ids", "risk_ids")),
    *(f"analysis.results[*].{name}" for name in ("code", "summary", "events", "number", "verdict")),
    "analysis.results[*].evidence_ids->investigation_ids",
    *(f"analysis.results[*].criterion_id->{kind}_ids" for kind in ("benefit", "risk")),
)
def _as_analysed(view: View, place: Place) -> Iterator[Fault]:
    endpoint, study = place.value, place.around.value if place.around else None
    for result in view.root.analysis.results:
        if result.verdict is Verdict.MET and _same_counts(endpoint, result):
            data: list[Any] = list(view.referred("evidence.items", result.evidence_ids))
            ours = study and any(study.id in row.investigation_ids for row in data)
            if ours and _same_subject(view, endpoint, result):
                yield Fault(f"{place.address}.verdict", f"“{title(result)}”")
                return


def _same_counts(endpoint: Any, result: Any) -> bool:
    counts = (endpoint.events, endpoint.number)
    return None not in counts and counts == (result.events, result.number)


def _same_subject(view: View, endpoint: Any, result: Any) -> bool:
    criterion: Any = view.row("state_of_the_art.criteria", result.criterion_id)
    if criterion is None:
        return False
    benefits = set(endpoint.benefit_ids) & set(criterion.benefit_ids)
    return bool(benefits or set(endpoint.risk_ids) & set(criterion.risk_ids))
