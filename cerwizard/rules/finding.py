"""What a rule has to say about one place in a dossier."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters to a reviewer; `rank` 0 is the gravest."""

    BLOCKER = "blocker"
    MAJOR = "major"
    MINOR = "minor"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """The place in the order of gravity."""
        return _RANKS[self]


_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class Waiver:
    """Why a finding is accepted, by whom and since when."""

    reason: str
    by: str
    on: date


@dataclass(frozen=True, slots=True)
class Finding:
    """A remark with an address: what is wrong, why it matters, how to mend it, which clauses.

    `step` is the field name of the dossier's section; `path` is an exact address.
    """

    code: str
    name: str
    severity: Severity
    step: str
    path: str
    message: str
    why: str
    fix: str
    clauses: tuple[str, ...]
    waived: Waiver | None = None
