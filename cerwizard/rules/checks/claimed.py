"""Checks that a claim promises no more than its data: in figures, in time, and for whom."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from cerwizard.dossier.choices import CHILDREN, Direction
from cerwizard.dossier.evidence import Role
from cerwizard.dossier.numerals import decimal
from cerwizard.dossier.view import Place, View
from cerwizard.reckon import durations, proportions
from cerwizard.rules.messages import Fault
from cerwizard.rules.register import check

_CRITERIA = "state_of_the_art.criteria"
_SHARE = r"(\d+(?:\.\d+)?)\s*(?:%|per cent|(?:in|of|out of)\s+(?:every\s+)?(\d[\d,]*))"
_FEWER = re.compile(
    rf"\b(?:fewer than|less than|under|below|at most|no more than)\s+{_SHARE}", re.I
)
_MORE = re.compile(rf"\b(?:more than|over|above|at least|no fewer than)\s+{_SHARE}", re.IGNORECASE)
_NUMBERS = {
    name: str(number)
    for number, name in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), 1
    )
} | {"fifteen": "15", "twenty": "20", "thirty": "30"}
_WORD = re.compile(rf"\b({'|'.join(_NUMBERS)})\b", re.IGNORECASE)
_REACH = re.compile(
    r"\b(?:within|for|after|at|over|during|than|up to|in)\s+"
    r"(\d+(?:\.\d+)?[\s-]*(?:hour|day|week|month|year)s?)\b(?!\s+(?:of age|old|and o|or o))",
    re.IGNORECASE,
)
_CHILDREN = re.compile(r"\b(?:child(?:ren)?|infants?|newborns?|neonates?|babies)\b", re.IGNORECASE)
_KEPT_OUT = re.compile(
    r"\b(?:not|no|never|except|without|away from|out of the reach)\b", re.IGNORECASE
)
_BEHIND = ("<-evidence.items.claim_ids", ".benefit_ids<-evidence.items.benefit_ids")
_JUDGED = (f"<-{_CRITERIA}.claim_ids", f".benefit_ids<-{_CRITERIA}.benefit_ids")


@check(
    "claim-figures",
    "Some result behind a claim bears the figure in it; {=detail} says what the results are.",
    ".text",
    *(f"{path}->direction" for path in _JUDGED),
    *(
        f"{path}<-analysis.results.criterion_id->{name}"
        for path in _JUDGED
        for name in ("estimate", "unit")
    ),
)
def _figures(view: View, place: Place) -> Iterator[Fault]:
    for direction, bound in _bounds(place.value.text):
        found = list(_estimates(view, place.value, direction))
        if found and not any(_bears(one, direction, bound) for one in found):
            best = min(found) if direction is Direction.LOWER else max(found)
            yield Fault(f"{place.address}.text", f"its results are {decimal(best)} % at best")
            return


def _bounds(text: str) -> Iterator[tuple[Direction, Decimal]]:
    plain = _WORD.sub(lambda found: _NUMBERS[found[0].casefold()], text)
    for direction, pattern in ((Direction.LOWER, _FEWER), (Direction.HIGHER, _MORE)):
        for share, of in pattern.findall(plain):
            whole = Decimal(of.replace(",", "") or 100)
            if whole:
                yield direction, 100 * Decimal(share) / whole


def _bears(estimate: Decimal, direction: Direction, bound: Decimal) -> bool:
    return estimate <= bound if direction is Direction.LOWER else estimate >= bound


def _estimates(view: View, claim: Any, direction: Direction) -> Iterator[Decimal]:
    for criterion in _all(view, _CRITERIA, claim):
        if criterion.direction is direction:
            for row in view.holders("analysis.results[*]", "criterion_id", criterion.id):
                if row.estimate is not None and proportions.is_per_cent(row.unit):
                    yield row.estimate


def _all(view: View, rows: str, claim: Any) -> Iterator[Any]:
    """Yield the rows that name the claim or a benefit behind it."""
    yield from view.holders(f"{rows}[*]", "claim_ids", claim.id)
    for benefit in claim.benefit_ids:
        yield from view.holders(f"{rows}[*]", "benefit_ids", benefit)


@check(
    "claim-time",
    "Some data set behind a claim follows patients as long as it says; {=detail} is the most.",
    ".text",
    *(f"{path}->{name}" for path in _BEHIND for name in ("role", "follow_up_days")),
)
def _time(view: View, place: Place) -> Iterator[Fault]:
    claim = place.value
    rows = (row for row in _all(view, "evidence.items", claim) if row.role is not Role.CONTEXT)
    most = durations.too_short((row.follow_up_days for row in rows), _longest(claim.text))
    if most is not None:
        yield Fault(f"{place.address}.text", durations.spoken(most))


def _longest(text: str) -> Decimal | None:
    plain = _WORD.sub(lambda found: _NUMBERS[found[0].casefold()], text)
    lengths = (durations.shortest(found) for found in _REACH.findall(plain))
    return max((one for one in lengths if one is not None), default=None)


@check(
    "claim-for-children",
    "A claim speaks of children only if a target population has some.",
    ".text",
    "populations.groups[*].ages",
)
def _children(view: View, place: Place) -> Iterator[Fault]:
    groups = view.root.populations.groups
    known = any(group.ages for group in groups)
    ours = any(age in CHILDREN for group in groups for age in group.ages)
    text = place.value.text
    if known and not ours and _CHILDREN.search(text) and not _KEPT_OUT.search(text):
        yield Fault(f"{place.address}.text")
