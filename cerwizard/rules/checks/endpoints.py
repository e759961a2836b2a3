"""Checks that the analysis takes over what an own investigation found."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from cerwizard.dossier.ask import Row, title
from cerwizard.dossier.choices import Verdict
from cerwizard.dossier.numerals import whole
from cerwizard.dossier.state_of_the_art import Criterion
from cerwizard.dossier.view import Place, View
from cerwizard.rules.messages import Fault
from cerwizard.rules.register import check

_CRITERIA = "state_of_the_art.criteria"
_BOUND = re.compile(
    r"(?i)\b(upper|lower)\b[^.;]{0,30}?\bbound\b[^.;]{0,30}?"
    r"(?:at (?:most|least)|below|above|under|over|[<>≤≥]=?)\s*(-?\d+(?:\.\d+)?)"
)


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
            criterion = view.row(_CRITERIA, result.criterion_id)
            if ours and _same_subject(endpoint, criterion):
                yield Fault(f"{place.address}.verdict", f"“{title(result)}”")
                return


def _same_counts(endpoint: Any, result: Any) -> bool:
    counts = (endpoint.events, endpoint.number)
    return None not in counts and counts == (result.events, result.number)


def _same_subject(endpoint: Any, criterion: Row | None) -> bool:
    """Say whether an endpoint counts a benefit or a risk that the criterion judges."""
    if not isinstance(criterion, Criterion):
        return False
    benefits = set(endpoint.benefit_ids) & set(criterion.benefit_ids)
    return bool(benefits or set(endpoint.risk_ids) & set(criterion.risk_ids))


@check(
    "result-as-in-the-study",
    "A result has the figures of the endpoint in the own study; {=detail} is what the study has.",
    *(f".{name}" for name in ("events", "number", "criterion_id", "evidence_ids")),
    *(f".criterion_id->{kind}_ids" for kind in ("benefit", "risk")),
    ".evidence_ids->investigation_ids",
    *(
        f".evidence_ids->investigation_ids->endpoints[*].{name}"
        for name in ("events", "number", "benefit_ids", "risk_ids", "name")
    ),
)
def _as_in_the_study(view: View, place: Place) -> Iterator[Fault]:
    result = place.value
    criterion = view.row(_CRITERIA, result.criterion_id)
    if not isinstance(criterion, Criterion) or None in (result.events, result.number):
        return
    endpoints = [e for e in _endpoints(view, result) if _same_subject(e, criterion)]
    if any(e.events is None and e.result for e in endpoints):
        return  # which of them the result is of cannot be told
    same = [e for e in endpoints if e.number == result.number and e.events is not None]
    if same and all(e.events != result.events for e in same):
        found = ", ".join(sorted(f"{whole(e.events)} of {whole(e.number)}" for e in same))
        yield Fault(f"{place.address}.events", found)


def _endpoints(view: View, result: Any) -> Iterator[Any]:
    for row in view.referred("evidence.items", result.evidence_ids):
        ids = getattr(row, "investigation_ids", ())
        for study in view.referred("investigations.items", ids):
            yield from getattr(study, "endpoints", ())


@check(
    "endpoint-against-its-words",
    "An endpoint called met keeps the bound that its criterion names; {=detail} says what it has.",
    *(f".{name}" for name in ("criterion", "verdict", "ci_low", "ci_high")),
)
def _against_its_words(_view: View, place: Place) -> Iterator[Fault]:
    endpoint = place.value
    found = _BOUND.search(endpoint.criterion)
    if found is None or endpoint.verdict is not Verdict.MET:
        return
    upper, limit = found[1].casefold() == "upper", Decimal(found[2])
    bound = endpoint.ci_high if upper else endpoint.ci_low
    if bound is not None and (bound > limit if upper else bound < limit):
        yield Fault(f"{place.address}.verdict", f"{found[1].casefold()} bound {bound}, not {limit}")
