"""The dossier as a notified body would read it: each question of MDCG 2020-13 with its state."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Any

from cerwizard.dossier import paths
from cerwizard.dossier.ask import empty, question
from cerwizard.dossier.dossier import Dossier
from cerwizard.law import review as law_review
from cerwizard.law.review import ReviewItem
from cerwizard.reckon.applies import Applies


class State(StrEnum):
    """How far a question is answered."""

    ANSWERED = "answered"
    PARTLY = "partly"
    OPEN = "open"
    FAULTED = "faulted"  # answered, with a finding that a reviewer would raise
    NOT_ASKED = "not_asked"  # does not apply to this device

    @property
    def label(self) -> str:
        """The state in a reader's words."""
        return _LABELS[self]


_LABELS = {
    State.ANSWERED: "Answered",
    State.PARTLY: "Partly answered",
    State.FAULTED: "With findings",
    State.OPEN: "Open",
    State.NOT_ASKED: "Does not apply",
}


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One question with its state.

    `missing` are the addresses that still want an answer, `faulted` those with a finding.
    """

    item: ReviewItem
    state: State
    missing: tuple[str, ...] = ()
    faulted: tuple[str, ...] = ()


def review(dossier: Dossier, faulted: Iterable[str], today: date) -> tuple[ReviewLine, ...]:
    """Return every question of the template in order.

    `faulted` are the addresses of findings that a reviewer would raise (blocker or major).
    """
    asked = Applies(dossier, today)
    faults = tuple((address, paths.pattern(address)) for address in faulted)
    return tuple(_line(item, asked, faults) for item in law_review.load().item)


def _line(item: ReviewItem, asked: Applies, faults: Iterable[tuple[str, str]]) -> ReviewLine:
    spots = [spot for field in item.fields for spot in _spots(asked, field)]
    missing = tuple(address for address, answered in spots if not answered)
    hit = tuple(f for f, pattern in faults if any(_about(pattern, field) for field in item.fields))
    return ReviewLine(item, _state(len(spots), len(missing), bool(hit)), missing, hit)


def _state(spots: int, missing: int, hit: bool) -> State:
    if not spots:
        return State.NOT_ASKED
    if missing == spots:
        return State.OPEN
    if hit:
        return State.FAULTED
    return State.PARTLY if missing else State.ANSWERED


def _spots(asked: Applies, field: str) -> Iterator[tuple[str, bool]]:
    """Yield (address, answered) for a field; an empty list answers for its rows."""
    holder, _, name = field.rpartition(".")
    if "[*]" in holder and not asked.some(holder):
        yield from _spots(asked, field.partition("[*]")[0])
        return
    for place in asked.places(field):
        value = getattr(place.value, name)
        yield f"{place.address}.{name}", not empty(value) or _rightly_empty(place.value, name)


def _rightly_empty(holder: Any, name: str) -> bool:
    none = question(type(holder), name).ask.none
    return bool(none and not empty(getattr(holder, none)))


@lru_cache(maxsize=65536)
def _about(pattern: str, field: str) -> bool:
    """Say whether a finding at an address of `pattern` concerns the pattern `field`."""
    return pattern == field or pattern == f"{field}[*]" or pattern.startswith(f"{field}[*].")
