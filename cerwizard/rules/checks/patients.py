"""Checks on the patients of an investigation."""

from collections.abc import Iterator

from cerwizard.dossier.view import Place, View
from cerwizard.rules.messages import Fault
from cerwizard.rules.register import check

_MANY = 20  # per cent
_EXPLAINED = 4  # words


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
