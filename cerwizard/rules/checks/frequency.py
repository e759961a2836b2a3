"""Checks on how often a risk occurs: what few patients can show, what the risk file says."""

import re
from collections.abc import Iterator
from decimal import Decimal

from cerwizard.dossier.choices import Direction, Statistic
from cerwizard.dossier.risks import Risk
from cerwizard.dossier.view import Place, View
from cerwizard.reckon import criteria, intervals
from cerwizard.rules.messages import Fault
from cerwizard.rules.register import check

_CRITERIA = "state_of_the_art.criteria"
_NUMBER = r"(\d+(?:[.,]\d+)?)"
_RANGE = re.compile(rf"{_NUMBER}\s*%?\s*(?:–|—|-|to)\s*{_NUMBER}\s*%")
_BELOW = re.compile(rf"(?:below|under|less than|up to|at most|<|≤)\s*{_NUMBER}\s*%", re.IGNORECASE)
_ABOVE = re.compile(rf"(?:above|over|more than|at least|>|≥)\s*{_NUMBER}\s*%", re.IGNORECASE)


@check(
    "none-seen",
    "Enough were exposed for “no event” to show the criterion; {=detail} is the upper bound.",
    ".exposed",
    *(f"<-{_CRITERIA}.risk_ids->{name}" for name in (*criteria.READS, "unit")),
)
def _none_seen(view: View, place: Place) -> Iterator[Fault]:
    risk = place.value
    if not risk.exposed or risk.exposed < 1:
        return
    bound = 100 * intervals.upper_if_none_seen(risk.exposed)
    for row in view.holders(f"{_CRITERIA}[*]", "risk_ids", risk.id):
        if _by_estimate(row) and (limit := criteria.threshold(row)) is not None and bound > limit:
            yield Fault(f"{place.address}.verdict", intervals.percent(bound / 100))
            return


def _by_estimate(row: criteria.Criterion) -> bool:
    # A criterion on the bound is held against the interval by a rule of its own.
    per_cent = getattr(row, "unit", "").strip().startswith("%")
    lower = row.direction is Direction.LOWER
    return per_cent and lower and row.statistic is Statistic.POINT


@check(
    "rate-in-class",
    "The interval of the rate, or the rate, meets the class of probability, if that has bounds.",
    ".rate",
    ".ci_low",
    ".ci_high",
    ".events",
    ".exposed",
    ".probability",
)
def _in_class(_view: View, place: Place) -> Iterator[Fault]:
    risk = place.value
    bounds = _bounds(risk.probability)
    if risk.rate is None or bounds is None or not risk.rate.is_finite():
        return
    low, high = bounds
    least, most = _likely(risk, risk.rate)
    if most < low or least > high:
        yield Fault(f"{place.address}.probability")


def _likely(risk: Risk, rate: Decimal) -> tuple[Decimal, Decimal]:
    """Return between which rates the true one is likely to lie: few patients leave room."""
    if risk.ci_low is not None and risk.ci_high is not None:
        return risk.ci_low, risk.ci_high
    events, exposed = risk.events, risk.exposed
    if events is None or not exposed or not 0 <= events <= exposed:
        return rate, rate
    found = intervals.exact(events, exposed)
    return Decimal(repr(100 * found.low)), Decimal(repr(100 * found.high))


def _bounds(text: str) -> tuple[Decimal, Decimal] | None:
    """Return the bounds of a class such as “Occasional (1–10 %)”, in per cent."""
    if found := _RANGE.search(text):
        return _number(found[1]), _number(found[2])
    if found := _BELOW.search(text):
        return Decimal(0), _number(found[1])
    if found := _ABOVE.search(text):
        return _number(found[1]), Decimal(100)
    return None


def _number(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))
