"""Checks of logic across parts: whether criterion, time and benchmark fit what they judge."""

from collections.abc import Iterator
from typing import Any

from cerwizard.dossier.ask import title
from cerwizard.dossier.choices import Direction
from cerwizard.dossier.evidence import Role
from cerwizard.dossier.numerals import decimal
from cerwizard.dossier.state_of_the_art import Benchmark, Criterion
from cerwizard.dossier.view import Place, View
from cerwizard.reckon import durations, units
from cerwizard.reckon import source_texts as texts
from cerwizard.rules.messages import Fault
from cerwizard.rules.register import check

_CRITERIA = "state_of_the_art.criteria"


@check(
    "criterion-outcome",
    "A criterion has a word in common with the outcome of each benefit that it judges; "
    "{=detail} is one of which it has none.",
    ".parameter",
    ".statement",
    ".benefit_ids",
    *(f".benefit_ids->{name}" for name in ("code", "statement", "outcome", "measure")),
)
def _outcome(view: View, place: Place) -> Iterator[Fault]:
    criterion = place.value
    ours = texts.stems(f"{criterion.parameter} {criterion.statement}")
    for benefit in view.referred("benefits.items", criterion.benefit_ids):
        theirs = texts.stems(_told(benefit))
        if ours and theirs and not ours & theirs:
            yield Fault(f"{place.address}.benefit_ids", f"“{title(benefit)}”")
            return


def _told(benefit: Any) -> str:
    """Return the words of a benefit; none while its outcome is missing, which is told there."""
    if not benefit.outcome:
        return ""
    return f"{benefit.statement} {benefit.outcome} {benefit.measure}"


@check(
    "benefit-unit",
    "Some criterion of a benefit is in its unit; {=detail} are the units of all of them.",
    ".unit",
    f"<-{_CRITERIA}.benefit_ids->unit",
)
def _unit(view: View, place: Place) -> Iterator[Fault]:
    rows = view.holders(f"{_CRITERIA}[*]", "benefit_ids", place.value.id)
    theirs = {row.unit.strip() for row in rows}
    ours = units.plain(place.value.unit)
    if ours and theirs and "" not in theirs and not any(_alike(ours, unit) for unit in theirs):
        yield Fault(f"{place.address}.unit", ", ".join(sorted(theirs)))


def _alike(ours: str, unit: str) -> bool:
    theirs = units.plain(unit)
    return ours.startswith(theirs) or theirs.startswith(ours)


@check(
    "benefit-time",
    "Some data set behind a benefit follows patients until its time point; {=detail} is the most.",
    ".time_point",
    "<-evidence.items.benefit_ids->follow_up_days",
    "<-evidence.items.benefit_ids->role",
)
def _benefit_time(view: View, place: Place) -> Iterator[Fault]:
    rows = view.holders("evidence.items[*]", "benefit_ids", place.value.id)
    yield from _too_short(place, [row for row in rows if row.role is not Role.CONTEXT])


@check(
    "criterion-time",
    "Some data set judged by a criterion follows patients until its time point; "
    "{=detail} is the most.",
    ".time_point",
    "<-analysis.results.criterion_id->evidence_ids->follow_up_days",
)
def _criterion_time(view: View, place: Place) -> Iterator[Fault]:
    rows = [
        row
        for result in view.holders("analysis.results[*]", "criterion_id", place.value.id)
        for row in view.referred("evidence.items", result.evidence_ids)
    ]
    yield from _too_short(place, rows)


def _too_short(place: Place, rows: list[Any]) -> Iterator[Fault]:
    wanted = durations.shortest(place.value.time_point)
    most = durations.too_short((row.follow_up_days for row in rows), wanted)
    if most is not None:
        yield Fault(f"{place.address}.time_point", durations.spoken(most))


@check(
    "criterion-softness",
    "A threshold is no softer than every benchmark it comes from; {=detail} is the softest.",
    ".direction",
    ".threshold",
    ".margin",
    ".unit",
    ".benchmark_ids",
    *(f".benchmark_ids->{name}" for name in ("estimate", "ci_low", "ci_high", "unit")),
)
def _softness(view: View, place: Place) -> Iterator[Fault]:
    criterion = place.value
    limit, higher = criterion.threshold, criterion.direction is Direction.HIGHER
    if limit is None or not criterion.direction or criterion.margin is not None:
        return
    figures = [
        figure
        for row in view.referred("state_of_the_art.benchmarks", criterion.benchmark_ids)
        if isinstance(row, Benchmark) and _same_unit(criterion, row)
        for figure in (row.estimate, row.ci_low, row.ci_high)
        if figure is not None
    ]
    softest = min(figures, default=None) if higher else max(figures, default=None)
    if softest is not None and (limit < softest if higher else limit > softest):
        yield Fault(f"{place.address}.threshold", decimal(softest))


def _same_unit(criterion: Criterion, benchmark: Benchmark) -> bool:
    one, other = units.plain(criterion.unit), units.plain(benchmark.unit)
    return bool(one) and one == other
