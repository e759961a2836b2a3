"""The words for how much findings matter; needs nothing that takes long to import."""

from collections.abc import Mapping

from cerwizard.rules.finding import Severity

SEVERITIES = tuple(sorted(Severity, key=lambda s: s.rank))
PLURALS = {
    Severity.BLOCKER: ("blocker", "blockers"),
    Severity.MAJOR: ("major", "major"),
    Severity.MINOR: ("minor", "minor"),
    Severity.NOTE: ("note", "notes"),
}


def counted(counts: Mapping[Severity, int]) -> str:
    """Return e.g. “2 blockers, 1 major”, or “no findings”."""
    words = [f"{counts[s]} {PLURALS[s][counts[s] != 1]}" for s in SEVERITIES if counts.get(s)]
    return ", ".join(words) or "no findings"
