"""Findings as the command line prints them."""

from collections.abc import Callable, Iterator
from typing import Any

from cerwizard.dossier import places
from cerwizard.dossier.dossier import Dossier
from cerwizard.dossier.waivers import Waiver
from cerwizard.rules.finding import Finding

Cite = Callable[[str], str]


def plain(finding: Finding, cite: Cite) -> dict[str, Any]:
    """Return a finding as JSON; `lapsed` is there only if an earlier waiver has lapsed."""
    told = {
        "code": finding.code,
        "name": finding.name,
        "severity": str(finding.severity),
        "step": finding.step,
        "path": finding.path,
        "message": finding.message,
        "why": finding.why,
        "fix": finding.fix,
        "clauses": [{"id": clause, "cite": cite(clause)} for clause in finding.clauses],
        "waived": _waiver(finding.waived),
    }
    return told | {"lapsed": _waiver(finding.lapsed)} if finding.lapsed else told


def _waiver(waiver: Waiver | None) -> dict[str, str] | None:
    if waiver is None:
        return None
    return {"reason": waiver.reason, "who": waiver.who, "date": waiver.date}


def lines(finding: Finding, dossier: Dossier, cite: Cite) -> Iterator[str]:
    """Yield the lines of a finding: what, where, why, how to mend it, and the clauses."""
    yield f"  {finding.severity:8} {finding.code}  {finding.message}"
    yield f"           at    {places.words(dossier, finding.path) or 'the dossier'}"
    yield f"           why   {finding.why}"
    yield f"           mend  {finding.fix}"
    yield f"           see   {'; '.join(map(cite, finding.clauses))}"
    if finding.waived:
        yield f"           waived {_by(finding.waived)}: {finding.waived.reason}"
    if finding.lapsed:
        yield (
            f"           the waiver {_by(finding.lapsed)} has lapsed, since what it was about has "
            f"changed; it said: {finding.lapsed.reason}"
        )


def _by(waiver: Waiver) -> str:
    return f"by {waiver.who or 'somebody unnamed'} on {waiver.date}"
