"""Checks on sums over post-market data, and on figures that a text derives from a sample."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from cerwizard.dossier.numerals import whole
from cerwizard.dossier.view import Place, View
from cerwizard.reckon import recount, rounding
from cerwizard.rules.messages import Fault
from cerwizard.rules.register import Find, check

_LINE = re.compile(r"[^:]+:\s*(\d[\d,.\u202f ]*)\s*")


@check(
    "counts-sum",
    "The numbers by period make up the number in all; {=detail} is their sum.",
    ".counts",
    ".number",
)
def _counts(_view: View, place: Place) -> Iterator[Fault]:
    row = place.value
    found = [_LINE.fullmatch(line.strip()) for line in row.counts]
    if row.number is None or not found or not all(found):
        return
    total = sum(int(re.sub(r"\D", "", one[1])) for one in found if one)
    if total != row.number:
        yield Fault(f"{place.address}.number", whole(total))


@check(
    "complaint-rate",
    "A complaint rate is the number over all units; {=detail} is what these give, in per cent.",
    ".rate",
    ".number",
    "market.sales[*].units",
    "market.sales[*].region",
)
def _rate(view: View, place: Place) -> Iterator[Fault]:
    row, units = place.value, _units(view)
    if row.rate is None or row.number is None or not units:
        return
    exact = Decimal(100 * row.number) / units
    if not rounding.fits(row.rate, exact):
        yield Fault(f"{place.address}.rate", rounding.shown(exact, 5))


def _units(view: View) -> int | None:
    """Return all units sold; None if those of a period are not known."""
    numbers = [row.units for row in _whole(view.root.market.sales)]
    return None if None in numbers else sum(numbers)


def _whole(sales: tuple[Any, ...]) -> Sequence[Any]:
    """Return the rows for the whole world if there are any, since the others lie within them."""
    world = [row for row in sales if row.region.strip().casefold() in {"worldwide", "world"}]
    return world or sales


@check(
    "complaints-in-categories",
    "The categories hold no fewer complaints than the periods; {=detail} gives both numbers.",
    ".complaints",
    ".complaints[*].number",
    ".sales[*].complaints",
    ".sales[*].region",
)
def _categories(_view: View, place: Place) -> Iterator[Fault]:
    market = place.value
    periods = [row.complaints for row in _whole(market.sales)]
    categories = [row.number for row in market.complaints]
    if not periods or not categories or None in periods or None in categories:
        return
    # One complaint may stand in two categories, but none may be lost.
    if sum(categories) < sum(periods):
        said = f"{whole(sum(categories))} in the categories, {whole(sum(periods))} in the periods"
        yield Fault(f"{place.address}.complaints", said)


@check(
    "risk-counted-as-complained",
    "A risk counted over units sold has the complaints of its categories; {=detail} is their sum.",
    ".events",
    ".exposed",
    "<-market.complaints.risk_ids->number",
    "market.sales[*].units",
    "market.sales[*].region",
)
def _complained(view: View, place: Place) -> Iterator[Fault]:
    risk = place.value
    if risk.events is None or risk.exposed is None or risk.exposed != _units(view):
        return
    rows = list(view.holders("market.complaints[*]", "risk_ids", risk.id))
    numbers = [row.number for row in rows]
    if numbers and None not in numbers and sum(numbers) != risk.events:
        yield Fault(f"{place.address}.events", whole(sum(numbers)))


def _half_width(text: str, size: str) -> Find:
    def find(_view: View, place: Place) -> Iterator[Fault]:
        sample = getattr(place.value, size)
        wrong = recount.wrong_half_width(getattr(place.value, text), sample or 0)
        if wrong:
            said = f"a sample of {whole(sample)} gives {wrong[1]}, not {wrong[0]}"
            yield Fault(f"{place.address}.{text}", said)

    return find


_SIZES = (
    ("activity", "statistics", "sample"),
    ("investigation", "sample_rationale", "sample_planned"),
    ("data-set", "sample_rationale", "analysed"),
)


def _enter() -> None:
    for what, text, size in _SIZES:
        gist = "A half-width in the words fits the sample; {=detail} says what the sample gives."
        check(f"{what}-half-width", gist, f".{text}", f".{size}")(_half_width(text, size))


_enter()


@check(
    "detection-limit",
    "The rate that would have been seen fits the number; {=detail} says what the number gives.",
    ".detection_limit",
)
def _detection(_view: View, place: Place) -> Iterator[Fault]:
    wrong = recount.wrong_detection(place.value.detection_limit)
    if wrong:
        yield Fault(f"{place.address}.detection_limit", f"{wrong[1]} %, not {wrong[0]} %")
