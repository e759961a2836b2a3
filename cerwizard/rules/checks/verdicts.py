"""Checks that hold a declared verdict against the figures and the criterion."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from cerwizard.dossier.ask import title
from cerwizard.dossier.choices import Direction, Statistic
from cerwizard.dossier.numerals import decimal
from cerwizard.dossier.state_of_the_art import Criterion
from cerwizard.dossier.view import Place, View
from cerwizard.reckon import criteria
from cerwizard.rules.messages import Fault
from cerwizard.rules.register import check

_CRITERIA = "state_of_the_art.criteria"
_CRITERION = (*criteria.READS, "unit", *Criterion.TITLE)
_RESULT = (".criterion_id", ".estimate", ".ci_low", ".ci_high", ".unit")
_BY_CRITERION = tuple(f".criterion_id->{name}" for name in _CRITERION)
_BY_RISK = tuple(f"<-{_CRITERIA}.risk_ids->{name}" for name in _CRITERION)


@dataclass(frozen=True, slots=True)
class _Figures:
    estimate: Decimal | None
    ci_low: Decimal | None
    ci_high: Decimal | None


@check(
    "result-verdict",
    "The figures of a result do not contradict that it meets its criterion; {=detail} is how.",
    *_RESULT,
    *_BY_CRITERION,
)
def _result(view: View, place: Place) -> Iterator[Fault]:
    result = place.value
    criterion = view.row(_CRITERIA, result.criterion_id)
    if isinstance(criterion, Criterion) and _comparable(criterion.unit, result.unit):
        yield from _against(criterion, result, place)


@check(
    "risk-verdict",
    "The rate of a risk does not contradict that it meets its criteria; {=detail} is how.",
    ".rate",
    ".ci_low",
    ".ci_high",
    *_BY_RISK,
)
def _risk(view: View, place: Place) -> Iterator[Fault]:
    risk = place.value
    figures = _Figures(risk.rate, risk.ci_low, risk.ci_high)
    rows = view.holders(f"{_CRITERIA}[*]", "risk_ids", risk.id)
    for criterion in sorted(rows, key=title):
        # harm is better when lower; a criterion the other way round counts successes
        if criterion.direction is Direction.LOWER and _per_cent(criterion.unit):
            yield from _against(criterion, figures, place)


def _comparable(one: str, other: str) -> bool:
    """Say whether two figures may be compared; a unit that is left out is taken as the same."""
    left, right = one.strip().casefold(), other.strip().casefold()
    return not left or not right or left == right


def _per_cent(unit: str) -> bool:
    bare = unit.strip().casefold()
    return not bare or bare.startswith(("%", "per cent", "percent"))


def _against(criterion: Criterion, figures: criteria.Figures, place: Place) -> Iterator[Fault]:
    limit, higher = criteria.threshold(criterion), criterion.direction is Direction.HIGHER
    name, value = _judged_figure(criterion, figures)
    if limit is None or value is None or not criterion.direction or not criterion.statistic:
        return
    if value >= limit if higher else value <= limit:
        return
    side = "below" if higher else "above"
    threshold = f"the threshold of “{title(criterion)}”, {decimal(limit)}"
    detail = f"{name}, {decimal(value)}, is {side} {threshold}"
    yield Fault(f"{place.address}.verdict", detail)


def _judged_figure(criterion: Criterion, figures: criteria.Figures) -> tuple[str, Decimal | None]:
    if criterion.statistic is Statistic.POINT:
        return "the estimate", figures.estimate
    if criterion.direction is Direction.HIGHER:
        return "the lower bound", figures.ci_low
    return "the upper bound", figures.ci_high


@check(
    "verdict-without-figure",
    "The figure by which the criterion judges stands with the result; {=detail} is missing.",
    *_RESULT,
    *_BY_CRITERION,
)
def _without_figure(view: View, place: Place) -> Iterator[Fault]:
    criterion = view.row(_CRITERIA, place.value.criterion_id)
    if not isinstance(criterion, Criterion) or criteria.threshold(criterion) is None:
        return
    if criterion.direction and criterion.statistic:
        name, value = _judged_figure(criterion, place.value)
        if value is None:
            yield Fault(f"{place.address}.verdict", name)
