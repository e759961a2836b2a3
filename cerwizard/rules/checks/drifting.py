"""Checks that one thing has one figure: in words and numbers, in criteria, results and studies."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from cerwizard.dossier.ask import title
from cerwizard.dossier.choices import Direction
from cerwizard.dossier.numerals import decimal, whole
from cerwizard.dossier.state_of_the_art import Criterion
from cerwizard.dossier.view import Place, View
from cerwizard.reckon import proportions, units
from cerwizard.reckon import source_texts as texts
from cerwizard.rules.messages import Fault
from cerwizard.rules.register import check

_CRITERIA = "state_of_the_art.criteria"
_NOT_A_WORD = re.compile(r"[^\w.,]+")


@check(
    "threshold-in-words",
    "The words of a criterion have its threshold; {=detail} are the figures that they have.",
    ".statement",
    ".threshold",
)
def _in_words(_view: View, place: Place) -> Iterator[Fault]:
    criterion = place.value
    found = texts.values(criterion.statement)
    if criterion.threshold is None or not found or not criterion.threshold.is_finite():
        return
    if abs(criterion.threshold).normalize() not in found:
        yield Fault(f"{place.address}.statement", texts.listed(found))


@check(
    "estimate-in-words",
    "The words of a result have its estimate; {=detail} are the figures that they have.",
    ".summary",
    ".estimate",
    ".events",
    ".number",
)
def _estimate_in_words(_view: View, place: Place) -> Iterator[Fault]:
    result = place.value
    found = texts.values(result.summary)
    # “None was seen” is how one says 0.
    if not result.estimate or not found or not result.estimate.is_finite():
        return
    known = {abs(result.estimate).normalize(), *_rounded(result.estimate)}
    if proportions.per_cent(result.events, result.number) is not None:
        known.add(Decimal(result.events))
    if not known & found:
        yield Fault(f"{place.address}.summary", texts.listed(found, most=6))


def _rounded(estimate: Decimal) -> set[Decimal]:
    return {abs(estimate).quantize(Decimal(1).scaleb(-digits)).normalize() for digits in range(3)}


@check(
    "one-threshold",
    "One thing has one threshold for each statistic and time; {=detail} is the other one.",
    *(
        f".{name}"
        for name in ("direction", "statistic", "threshold", "unit", "time_point", "parameter")
    ),
    ".indication_ids",
    *(f".{kind}_ids" for kind in ("benefit", "claim", "risk")),
    *(
        f".{kind}_ids<-{_CRITERIA}.{kind}_ids->{name}"
        for kind in ("benefit", "risk")
        for name in (
            *("direction", "statistic", "threshold", "unit", "time_point"),
            *("indication_ids", "code", "parameter"),
        )
    ),
)
def _one_threshold(view: View, place: Place) -> Iterator[Fault]:
    ours = place.value
    if ours.threshold is None:
        return
    for theirs in sorted(_rivals(view, ours), key=lambda row: (row.code, row.parameter)):
        if _same_thing(ours, theirs) and theirs.threshold not in (None, ours.threshold):
            said = f"“{title(theirs)}” asks for {decimal(theirs.threshold)}"
            yield Fault(f"{place.address}.threshold", said)
            return


def _rivals(view: View, ours: Criterion) -> list[Criterion]:
    rows = {
        row.id: row
        for kind in ("benefit", "risk")
        for key in getattr(ours, f"{kind}_ids")
        for row in view.holders(f"{_CRITERIA}[*]", f"{kind}_ids", key)
    }
    return [row for row in rows.values() if row.id != ours.id]


def _same_thing(ours: Criterion, theirs: Criterion) -> bool:
    alike = ("direction", "statistic")
    if any(getattr(ours, name) != getattr(theirs, name) for name in alike):
        return False
    if units.plain(ours.unit) != units.plain(theirs.unit):
        return False
    if ours.time_point.strip().casefold() != theirs.time_point.strip().casefold():
        return False
    if _NOT_A_WORD.split(ours.parameter.casefold()) != _NOT_A_WORD.split(
        theirs.parameter.casefold()
    ):
        return False
    mine, other = set(ours.indication_ids), set(theirs.indication_ids)
    return not mine or not other or bool(mine & other)


@check(
    "risk-one-result",
    "A risk has the figures of the result by its criterion; {=detail} is what the result has.",
    *(f".{name}" for name in ("events", "exposed")),
    *(f"<-{_CRITERIA}.risk_ids->{name}" for name in ("direction", "risk_ids")),
    *(
        f"<-{_CRITERIA}.risk_ids<-analysis.results.criterion_id->{name}"
        for name in ("events", "number")
    ),
)
def _one_result(view: View, place: Place) -> Iterator[Fault]:
    risk = place.value
    for criterion in view.holders(f"{_CRITERIA}[*]", "risk_ids", risk.id):
        # A criterion that is better when higher counts those without the harm; of one that
        # judges several risks nobody knows which of them a result counts.
        if criterion.direction is not Direction.LOWER or len(criterion.risk_ids) != 1:
            continue
        for result in view.holders("analysis.results[*]", "criterion_id", criterion.id):
            if _differs(risk, result):
                yield Fault(
                    f"{place.address}.events", f"{whole(result.events)} of {whole(result.number)}"
                )
                return


def _differs(risk: Any, result: Any) -> bool:
    """Say whether both count the same patients and find another number of events."""
    same = risk.exposed is not None and risk.exposed == result.number
    return same and None not in (risk.events, result.events) and risk.events != result.events


@check(
    "indicator-threshold",
    "An indicator has the threshold of the criterion of its name; {=detail} is the other one.",
    ".name",
    ".threshold",
    ".unit",
    *(f"{_CRITERIA}[*].{name}" for name in ("parameter", "threshold", "unit", "code")),
)
def _indicator(view: View, place: Place) -> Iterator[Fault]:
    indicator = place.value
    name = indicator.name.strip().casefold()
    for row in view.root.state_of_the_art.criteria:
        same = name and row.parameter.strip().casefold() == name
        unit = units.plain(row.unit) == units.plain(indicator.unit)
        known = None not in (row.threshold, indicator.threshold)
        if same and unit and known and row.threshold != indicator.threshold:
            yield Fault(f"{place.address}.threshold", f"{row.threshold}")
            return
