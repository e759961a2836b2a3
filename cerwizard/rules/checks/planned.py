"""Checks on what a follow-up activity promises: its criterion and its number of patients."""

import re
from collections.abc import Iterator
from decimal import Decimal

from cerwizard.dossier.ask import title
from cerwizard.dossier.choices import Direction
from cerwizard.dossier.numerals import whole
from cerwizard.dossier.state_of_the_art import Criterion
from cerwizard.dossier.view import Place, View
from cerwizard.reckon import durations, proportions
from cerwizard.reckon import source_texts as texts
from cerwizard.rules.messages import Fault
from cerwizard.rules.register import check

_CRITERION = (*Criterion.TITLE, "direction", "threshold", "unit")
# A whole number before a noun: “300 persons”, and neither “95 %” nor “24 months” nor “4.3 points”.
_COUNT = re.compile(
    r"(?<![\w.,])(\d{1,3}(?:,\d{3})+|\d+)\s+"
    r"(?!per\b|percentage|points?\b|minutes?\b|hours?\b|days?\b|weeks?\b|months?\b|years?\b|times\b)"
    r"[^\W\d_]{3,}"
)
_YEARS = range(1900, 2101)


@check(
    "follow-up-criterion",
    "An activity accepts no more than the criteria that it names; {=detail} is one it softens.",
    ".criterion",
    ".criterion_ids",
    *(f".criterion_ids->{name}" for name in _CRITERION),
)
def _criterion(view: View, place: Place) -> Iterator[Fault]:
    activity = place.value
    found = texts.values(durations.without(activity.criterion))
    rows = list(view.referred("state_of_the_art.criteria", activity.criterion_ids))
    for row in rows:
        # With fewer figures than criteria nobody can tell which figure is which one's.
        if isinstance(row, Criterion) and len(found) >= len(rows) and _softer(found, row):
            yield Fault(f"{place.address}.criterion", f"“{title(row)}” asks for {row.threshold}")
            return


def _softer(found: set[Decimal], criterion: Criterion) -> bool:
    """Say whether each of some figures in per cent asks for less than the criterion."""
    limit = criterion.threshold
    if limit is None or not criterion.direction or not proportions.is_per_cent(criterion.unit):
        return False
    if criterion.direction is Direction.HIGHER:
        return max(found) < limit
    return min(found) > limit


@check(
    "sample-in-statistics",
    "The number of patients is that of the statistical reasoning; {=detail} is the latter.",
    ".sample",
    ".statistics",
)
def _sample(_view: View, place: Place) -> Iterator[Fault]:
    activity = place.value
    counts = {int(found.replace(",", "")) for found in _COUNT.findall(activity.statistics)}
    counts = {count for count in counts if count not in _YEARS}
    if activity.sample is None or not counts or activity.sample in counts:
        return
    named = Decimal(activity.sample).normalize() in texts.numbers(activity.statistics)
    if max(counts) > activity.sample and not named:
        yield Fault(f"{place.address}.sample", whole(max(counts)))
