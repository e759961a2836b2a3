"""What a rule has to say about one place in a dossier."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the first page shows severities long before it needs a dossier
    from cerwizard.dossier.waivers import Waiver


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
class Finding:
    """A remark with an address: what is wrong, why it matters, how to mend it, which clauses.

    `step` is the field name of the dossier's section; `path` is an exact address. `about` is the
    fingerprint of what it rests on. `waived` is the waiver that accepts it, `lapsed` one that
    did so before what it was about changed.
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
    waived: "Waiver | None" = None
    lapsed: "Waiver | None" = None
    about: str = ""

    @property
    def spot(self) -> tuple[str, str]:
        """Which rule speaks where: what stays the same while answers change."""
        return self.code, self.path
