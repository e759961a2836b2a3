"""Checks on the patients of an investigation or a data set."""

import re
from collections.abc import Iterator
from typing import Any

from cerwizard.dossier.numerals import whole
from cerwizard.dossier.view import Place, View
from cerwizard.rules.messages import Fault
from cerwizard.rules.register import check

_MANY = 20  # per cent
_EXPLAINED = 4  # words
_MISSING = re.compile(
    r"\b(?:lost|loss|losses|drop\w*|withdr\w*|missing|complete\w*|excluded|moved|died)\b",
    re.IGNORECASE,
)


@check(
    "many-lost",
    "Less than a fifth of the patients were lost, or it is explained; {=detail} is the share.",
    ".enrolled",
    ".lost",
    ".limitations",
    ".plan_deviations",
)
def _lost(_view: View, place: Place) -> Iterator[Fault]:
    study = place.value
    if not study.enrolled or study.lost is None or study.enrolled < study.lost:
        return
    said = max(len(text.split()) for text in (study.limitations, study.plan_deviations))
    share = 100 * study.lost / study.enrolled
    if share >= _MANY and said < _EXPLAINED:
        yield Fault(f"{place.address}.lost", f"{share:.0f}")


@check(
    "many-not-analysed",
    "Of the patients of a data set less than a fifth are missing, or it is explained; {=detail} is "
    "the share.",
    *(f".{name}" for name in ("sample", "analysed", "limitations", "design")),
)
def _not_analysed(_view: View, place: Place) -> Iterator[Fault]:
    row = place.value
    if not row.sample or row.analysed is None or row.sample < row.analysed:
        return
    share = 100 * (row.sample - row.analysed) / row.sample
    if share >= _MANY and not _MISSING.search(f"{row.limitations} {row.design}"):
        yield Fault(f"{place.address}.analysed", f"{share:.0f}")


@check(
    "no-more-than-analysed",
    "A result on a benefit counts no more patients than its data set analysed; {=detail} is how "
    "many.",
    ".number",
    ".criterion_id->benefit_ids",
    ".evidence_ids",
    *(f".evidence_ids->{name}" for name in ("sample", "analysed")),
)
def _more_than_analysed(view: View, place: Place) -> Iterator[Fault]:
    result = place.value
    rows: list[Any] = list(view.referred("evidence.items", result.evidence_ids))
    criterion: Any = view.row("state_of_the_art.criteria", result.criterion_id)
    if len(rows) != 1 or result.number is None or not getattr(criterion, "benefit_ids", ()):
        return
    sample, analysed = rows[0].sample, rows[0].analysed
    # Who counts eyes or limbs has more than there are patients, by intention to treat as many.
    if None not in (sample, analysed) and analysed < result.number < sample:
        yield Fault(f"{place.address}.number", whole(analysed))
