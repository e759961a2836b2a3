"""A duty that the law lays on a device, or does not, with the reason."""

from dataclasses import dataclass
from enum import StrEnum

from cerwizard.reckon.device_facts import CLASS, IMPLANTABLE


class Answer(StrEnum):
    """Whether a duty applies."""

    YES = "yes"
    NO = "no"
    OPEN = "open"  # the answers on which it depends are missing


@dataclass(frozen=True, slots=True)
class Duty:
    """One line of “what applies to your device”.

    `says` is the outcome in words, `because` the reason in words, `rests_on` the addresses of
    the answers that decide it, `clauses` the ids of the clauses that lay down the duty.
    """

    name: str
    answer: Answer
    says: str
    because: str
    rests_on: tuple[str, ...]
    clauses: tuple[str, ...]


def undecided(
    name: str, clauses: tuple[str, ...], rests_on: tuple[str, ...] = (CLASS, IMPLANTABLE)
) -> Duty:
    """Return a duty of which nothing is known yet."""
    because = "Answer class and implantability first."
    return Duty(name, Answer.OPEN, "Not known yet.", because, rests_on, clauses)
