"""The dossier as a notified body would read it: each question of MDCG 2020-13 with its state."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
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
    faults = tuple(faulted)
    return tuple(_line(dossier, item, asked, faults) for item in law_review.load().item)


def _line(
    dossier: Dossier, item: ReviewItem, asked: Applies, faults: tuple[str, ...]
) -> ReviewLine:
    spots = [spot for field in item.fields for spot in _spots(dossier, field) if asked(spot[0])]
    missing = tuple(address for address, answered in spots if not answered)
    hit = tuple(f for f in faults if any(_about(f, field) for field in item.fields))
    return ReviewLine(item, _state(len(spots), len(missing), bool(hit)), missing, hit)


def _state(spots: int, missing: int, hit: bool) -> State:
    if not spots:
        return State.NOT_ASKED
    if missing == spots:
        return State.OPEN
    if hit:
        return State.FAULTED
    return State.PARTLY if missing else State.ANSWERED


def _spots(dossier: Dossier, field: str) -> Iterator[tuple[str, bool]]:
    """Yield (address, answered) for a field; an empty list answers for its rows."""
    holder, _, name = field.rpartition(".")
    if "[*]" not in holder:
        yield field, _answered(paths.get(dossier, holder), name)
        return
    rows = list(paths.find(dossier, holder))
    if not rows:
        yield from _spots(dossier, field.partition("[*]")[0])
    for address, row in rows:
        yield f"{address}.{name}", _answered(row, name)


def _answered(holder: Any, name: str) -> bool:
    none = question(type(holder), name).ask.none
    return not empty(getattr(holder, name)) or bool(none and not empty(getattr(holder, none)))


def _about(address: str, field: str) -> bool:
    """Say whether a finding at `address` concerns the pattern `field`."""
    pattern = paths.pattern(address)
    return pattern == field or pattern == f"{field}[*]" or pattern.startswith(f"{field}[*].")
