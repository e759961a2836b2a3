"""Checks whether a criterion was derived from the evidence that it judges."""

from collections.abc import Iterator
from typing import Any

from cerwizard.dossier.ask import title
from cerwizard.dossier.evidence import Role
from cerwizard.dossier.literature import Reference
from cerwizard.dossier.state_of_the_art import Criterion
from cerwizard.dossier.view import Place, View
from cerwizard.rules.messages import Fault
from cerwizard.rules.register import check

_JUDGES = ("benefit", "claim", "risk")
_READS = (
    ".benchmark_ids",
    ".benchmark_ids->reference_ids",
    *(f".benchmark_ids->reference_ids->{name}" for name in Reference.TITLE),
    "<-analysis.results.criterion_id->evidence_ids",
    "<-analysis.results.criterion_id->evidence_ids->reference_ids",
    "<-analysis.results.criterion_id->evidence_ids->role",
    *(f".{kind}_ids" for kind in _JUDGES),
    *(
        f".{kind}_ids<-evidence.items.{kind}_ids->{name}"
        for kind in _JUDGES
        for name in ("reference_ids", "role")
    ),
)


@check(
    "criterion-circular",
    "A criterion has a source beside the evidence that it judges; {=detail} is all it has.",
    *_READS,
)
def _circular(view: View, place: Place) -> Iterator[Fault]:
    sources, judged = _sources(view, place.value), _judged(view, place.value)
    if sources and sources <= judged:
        yield _fault(view, place, sources)


@check(
    "criterion-partly-circular",
    "No source of a criterion is evidence that it judges; {=detail} is, beside others.",
    *_READS,
)
def _partly(view: View, place: Place) -> Iterator[Fault]:
    sources, judged = _sources(view, place.value), _judged(view, place.value)
    if sources & judged and not sources <= judged:
        yield _fault(view, place, sources & judged)


def _fault(view: View, place: Place, ids: set[str]) -> Fault:
    names = sorted(title(row) for row in view.referred("literature.references", tuple(ids)))
    return Fault(f"{place.address}.benchmark_ids", ", ".join(f"“{name}”" for name in names))


def _sources(view: View, criterion: Criterion) -> set[str]:
    rows = view.referred("state_of_the_art.benchmarks", criterion.benchmark_ids)
    return {reference for row in rows for reference in getattr(row, "reference_ids", ())}


def _judged(view: View, criterion: Criterion) -> set[str]:
    return {
        reference
        for row in _evidence(view, criterion)
        if row.role is not Role.CONTEXT
        for reference in row.reference_ids
    }


def _evidence(view: View, criterion: Criterion) -> Iterator[Any]:
    for result in view.holders("analysis.results[*]", "criterion_id", criterion.id):
        yield from view.referred("evidence.items", result.evidence_ids)
    for kind in _JUDGES:
        for row in getattr(criterion, f"{kind}_ids"):
            yield from view.holders("evidence.items[*]", f"{kind}_ids", row)
