"""What a reviewer would raise of all that the rules find."""

from collections import Counter
from collections.abc import Iterable

from cerwizard.dossier import paths
from cerwizard.rules.finding import Finding, Severity

GRAVE = (Severity.BLOCKER, Severity.MAJOR)
_MOST_ALIKE = 20


def raised(findings: Iterable[Finding]) -> tuple[str, ...]:
    """Return the addresses of what a reviewer would raise: blockers and majors, not waived.

    Of many alike, in one field of thousands of rows, the first few stand for all.
    """
    found: dict[str, None] = {}
    alike: Counter[str] = Counter()
    for finding in findings:
        if finding.waived is None and finding.severity in GRAVE:
            pattern = paths.pattern(finding.path)
            alike[pattern] += 1
            if alike[pattern] <= _MOST_ALIKE:
                found[finding.path] = None
    return tuple(found)
