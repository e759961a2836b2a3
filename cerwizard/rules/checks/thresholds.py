"""Checks that a criterion follows from what it is derived from: value, margin, benchmark, time."""

from collections.abc import Iterator
from typing import Any

from cerwizard.dossier.ask import title
from cerwizard.dossier.choices import Direction
from cerwizard.dossier.dates import Span, span
from cerwizard.dossier.numerals import decimal
from cerwizard.dossier.state_of_the_art import Benchmark
from cerwizard.dossier.view import Place, View
from cerwizard.reckon import durations, rounding
from cerwizard.reckon import source_texts as texts
from cerwizard.rules.messages import Fault
from cerwizard.rules.register import check

_CRITERIA = "state_of_the_art.criteria"
_STUDIES = "<-analysis.results.criterion_id->evidence_ids->investigation_ids"
_FIGURES = ("estimate", "ci_low", "ci_high")
_TOLD = ("outcome", "comparison", "value", "rationale")
_BENCHMARKS = "state_of_the_art.benchmarks"
_OLD = 10  # years after which a guideline is looked at again


@check(
    "threshold-follows",
    "A threshold is made of the value and the margin, in any way; {=detail} is what they make.",
    *(f".{name}" for name in ("direction", "reference_value", "margin", "threshold")),
)
def _follows(_view: View, place: Place) -> Iterator[Fault]:
    row = place.value
    value, margin, threshold = row.reference_value, row.margin, row.threshold
    given = [one for one in (value, margin, threshold) if one is not None and one.is_finite()]
    if len(given) < 3 or not row.direction:
        return
    sign = -1 if row.direction is Direction.HIGHER else 1
    ways = (one for side in (sign, -sign) for one in (side * margin, side * value * margin / 100))
    meant = (*(value + one for one in ways), value * margin)
    step = max(rounding.half_a_step(one) for one in (value, threshold))
    if all(abs(one - threshold) > step for one in meant):
        joined = f"{decimal(value)} {'less' if sign < 0 else 'plus'} {decimal(margin)}"
        yield Fault(f"{place.address}.threshold", f"{joined} is {decimal(meant[0])}")


@check(
    "criterion-early",
    "A criterion, or another one of the same benefit, is for the time for which the benefit is "
    "promised; {=detail} is that time.",
    ".time_point",
    ".benefit_ids",
    ".benefit_ids->time_point",
    f".benefit_ids<-{_CRITERIA}.benefit_ids->time_point",
)
def _early(view: View, place: Place) -> Iterator[Fault]:
    ours = durations.shortest(place.value.time_point)
    for benefit in view.referred("benefits.items", place.value.benefit_ids):
        promised = durations.shortest(getattr(benefit, "time_point", ""))
        if ours is None or promised is None or durations.reaches(ours, promised):
            continue
        rows = view.holders(f"{_CRITERIA}[*]", "benefit_ids", benefit.id)
        times = (durations.shortest(row.time_point) for row in rows)
        if not any(time is not None and durations.reaches(time, promised) for time in times):
            yield Fault(f"{place.address}.time_point", getattr(benefit, "time_point", ""))
            return


@check(
    "criterion-benchmark",
    "A criterion has a word in common with one of its benchmarks, if it has with any; {=detail} "
    "names those that it is derived from, and one with the same words.",
    *(f".{name}" for name in ("parameter", "statement", "benchmark_ids")),
    _BENCHMARKS,
    *(f"{_BENCHMARKS}[*].{name}" for name in ("outcome", "comparison", *Benchmark.TITLE)),
)
def _benchmark(view: View, place: Place) -> Iterator[Fault]:
    criterion = place.value
    ours = texts.stems(f"{criterion.parameter} {criterion.statement}")
    everything = view.root.state_of_the_art.benchmarks
    akin = [row for row in everything if ours & _words(row)]
    chosen = [row for row in everything if row.id in criterion.benchmark_ids]
    if akin and chosen and not any(row in akin for row in chosen):
        names = " and ".join(f"“{title(row)}”" for row in chosen)
        said = f"{names}, which has no word in common with it, while “{title(akin[0])}” has"
        yield Fault(f"{place.address}.benchmark_ids", said)


def _words(benchmark: Benchmark) -> frozenset[str]:
    return texts.stems(f"{benchmark.outcome} {benchmark.comparison}")


@check(
    "value-in-benchmark",
    "The value of a criterion is a figure of its benchmarks or of its derivation; {=detail} are "
    "the figures of the benchmarks.",
    ".reference_value",
    ".derivation",
    ".benchmark_ids",
    *(f".benchmark_ids->{name}" for name in (*_FIGURES, *_TOLD)),
)
def _in_benchmark(view: View, place: Place) -> Iterator[Fault]:
    criterion = place.value
    rows = list(view.referred(_BENCHMARKS, criterion.benchmark_ids))
    figures = {getattr(row, name) for row in rows for name in _FIGURES} - {None}
    told = " ".join(str(getattr(row, name)) for row in rows for name in _TOLD)
    found = {abs(one).normalize() for one in figures} | texts.numbers(told)
    value = criterion.reference_value
    if value is None or not found or not value.is_finite() or not value:
        return
    if abs(value).normalize() not in found | texts.numbers(criterion.derivation):
        yield Fault(f"{place.address}.reference_value", texts.listed(found, most=6))


@check(
    "criterion-late",
    "A criterion is no younger than the own result, if another one for the same study is older.",
    ".plan_revision_id->approved_on",
    f"{_STUDIES}->report_date",
    f"{_STUDIES}<-evidence.items.investigation_ids<-analysis.results.evidence_ids"
    "->criterion_id->plan_revision_id->approved_on",
)
def _late(view: View, place: Place) -> Iterator[Fault]:
    ours = _fixed(view, place.value)
    for study in _studies(view, place.value):
        told = span(study.report_date)
        if ours is None or told is None or ours.first <= told.last:
            continue
        others = (_fixed(view, row) for row in _judging(view, study))
        if any(other and other.last < told.first for other in others):
            yield Fault(f"{place.address}.plan_revision_id")
            return


def _fixed(view: View, criterion: Any) -> Span | None:
    revision = view.row("plan.revisions", criterion.plan_revision_id)
    return span(getattr(revision, "approved_on", ""))


def _studies(view: View, criterion: Any) -> Iterator[Any]:
    for result in view.holders("analysis.results[*]", "criterion_id", criterion.id):
        for row in view.referred("evidence.items", getattr(result, "evidence_ids", ())):
            yield from view.referred("investigations.items", getattr(row, "investigation_ids", ()))


def _judging(view: View, study: Any) -> Iterator[Any]:
    """Yield the criteria against which results of a study are held."""
    for data in view.holders("evidence.items[*]", "investigation_ids", study.id):
        for result in view.holders("analysis.results[*]", "evidence_ids", data.id):
            criterion = view.row(_CRITERIA, getattr(result, "criterion_id", ""))
            if criterion is not None:
                yield criterion


@check(
    "guideline-current",
    "A guideline is no more than ten years older than the report.",
    ".year",
    "document.date",
)
def _guideline(view: View, place: Place) -> Iterator[Fault]:
    report, year = span(view.root.document.date), place.value.year
    if report and year is not None and year < report.last.year - _OLD:
        yield Fault(f"{place.address}.year")
