"""Accepting findings: which waiver holds for a finding, and which has lapsed."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from enum import StrEnum

from pydantic import BaseModel

from cerwizard.dossier.dossier import Dossier
from cerwizard.dossier.waivers import Waiver
from cerwizard.errors import BadValueError
from cerwizard.rules.finding import Finding


class Waivers:
    """The waivers of a dossier, ready to be looked up for findings."""

    def __init__(self, dossier: BaseModel) -> None:
        self.rows: tuple[Waiver, ...] = getattr(dossier, "waivers", ())
        self._at: dict[tuple[str, str], list[Waiver]] = {}
        for row in self.rows:
            self._at.setdefault((row.code, row.address), []).append(row)

    @property
    def codes(self) -> set[str]:
        """The rules of which some finding was waived."""
        return {row.code for row in self.rows}

    def marked(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return the findings, each with the waiver that accepts it or that has lapsed."""
        return tuple(map(self._mark, findings))

    def _mark(self, finding: Finding) -> Finding:
        there = self._at.get(finding.spot)
        if there is None and finding.waived is None and finding.lapsed is None:
            return finding
        holds = next((row for row in there or () if row.about == finding.about), None)
        lapsed = there[-1] if there and holds is None else None
        return replace(finding, waived=holds, lapsed=lapsed)


def waived(
    dossier: Dossier, finding: Finding, reason: str, who: str, day: date, row_id: str
) -> Dossier:
    """Return the dossier in which `who` accepts a finding on `day`; `row_id` is the waiver's.

    Raises:
        BadValueError: there is no reason; a finding is never accepted without one.
    """
    if not reason.strip():
        raise BadValueError("A finding can be waived only with a reason; write why it is accepted.")
    row = Waiver(
        id=row_id,
        code=finding.code,
        address=finding.path,
        reason=reason.strip(),
        who=who,
        date=day.isoformat(),
        about=finding.about,
    )
    others = _others(dossier, finding)
    return dossier.model_copy(update={"waivers": (*others, row)})


def unwaived(dossier: Dossier, finding: Finding) -> Dossier:
    """Return the dossier in which a finding is no longer accepted."""
    return dossier.model_copy(update={"waivers": tuple(_others(dossier, finding))})


def _others(dossier: Dossier, finding: Finding) -> Iterator[Waiver]:
    """Yield the waivers that are not about this finding as it is or as it was when it lapsed."""
    for row in dossier.waivers:
        here = (row.code, row.address) == finding.spot
        if not here or (row.about != finding.about and row != finding.lapsed):
            yield row


class Standing(StrEnum):
    """What became of a waiver."""

    HOLDS = "holds"
    LAPSED = "lapsed"
    IDLE = "idle"  # there is no such finding now


def book(dossier: Dossier, findings: Iterable[Finding]) -> tuple[tuple[Waiver, Standing], ...]:
    """Return every waiver of a dossier with what became of it, given all findings of today."""
    holds, lapsed = set(), set()
    for finding in findings:
        holds |= {finding.waived.id} if finding.waived else set()
        lapsed |= {finding.spot} if finding.lapsed else set()
    return tuple((row, _standing(row, holds, lapsed)) for row in dossier.waivers)


def _standing(row: Waiver, holds: set[str], lapsed: set[tuple[str, str]]) -> Standing:
    if row.id in holds:
        return Standing.HOLDS
    return Standing.LAPSED if (row.code, row.address) in lapsed else Standing.IDLE
