"""Checks that a benefit agrees with its criterion, and is weighed in figures."""

import re
from collections.abc import Iterator
from typing import Any

from cerwizard.dossier.ask import title
from cerwizard.dossier.view import Place, View
from cerwizard.reckon import source_texts as texts
from cerwizard.reckon import units
from cerwizard.rules.messages import Fault
from cerwizard.rules.register import check

_CRITERIA = "state_of_the_art.criteria"
# Words that turn an outcome round: survival without revision is better when higher.
_TURNED = frozenset(
    "survival free freedom without absence absent avoided no not retention retained".split()
)
_FIGURE = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half|none|third|quarter|all) "
    r"(?:in|of|out of)\b",
    re.IGNORECASE,
)


@check(
    "benefit-direction",
    "A benefit and a criterion on the same outcome call the same results good; {=detail} does not.",
    *(f".{name}" for name in ("outcome", "unit", "direction")),
    *(
        f"<-{_CRITERIA}.benefit_ids->{name}"
        for name in ("code", "parameter", "unit", "direction", "statement")
    ),
)
def _direction(view: View, place: Place) -> Iterator[Fault]:
    benefit = place.value
    if not benefit.direction:
        return
    rows = view.holders(f"{_CRITERIA}[*]", "benefit_ids", benefit.id)
    alike = [row for row in rows if row.direction and _same_outcome(benefit, row)]
    if alike and all(row.direction is not benefit.direction for row in alike):
        yield Fault(f"{place.address}.direction", f"“{title(alike[0])}”")


def _same_outcome(benefit: Any, criterion: Any) -> bool:
    ours, theirs = texts.stems(benefit.outcome), texts.stems(criterion.parameter)
    one, other = units.plain(benefit.unit), units.plain(criterion.unit)
    if not ours or not theirs or one != other:
        return False
    shared = len(ours & theirs) * 2 >= min(len(ours), len(theirs))
    return shared and _turns(benefit.outcome) == _turns(criterion.parameter)


def _turns(text: str) -> bool:
    return bool(_TURNED & {word.casefold() for word in re.findall(r"\w+", text)})


@check("weighed-with-figures", "Benefits and risks are weighed with some figure.", ".reasoning")
def _figures(_view: View, place: Place) -> Iterator[Fault]:
    if not _FIGURE.search(place.value.reasoning):
        yield Fault(f"{place.address}.reasoning")


@check("confirmed-by-a-figure", "The criterion of an activity has some figure.", ".criterion")
def _confirmed(_view: View, place: Place) -> Iterator[Fault]:
    if place.value.criterion.strip() and not _FIGURE.search(place.value.criterion):
        yield Fault(f"{place.address}.criterion")
