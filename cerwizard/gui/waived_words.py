"""What is said of waivers: who accepted a finding, when and why, and whether that still holds."""

from cerwizard.dossier.waivers import Waiver
from cerwizard.rules.finding import Finding


def mark(finding: Finding) -> str:
    """Return the kind of mark under which a finding is shown."""
    return "note" if finding.waived else str(finding.severity)


def message(finding: Finding) -> str:
    """Return what is wrong, and whether that is waived."""
    if finding.waived:
        return f"{finding.message} (waived)"
    return f"{finding.message} (waiver lapsed)" if finding.lapsed else finding.message


def told(finding: Finding) -> str:
    """Return what is to be said of a finding's waiver; "" if it never had one."""
    if finding.waived:
        return f"Waived{_by(finding.waived)}: {finding.waived.reason}"
    if finding.lapsed:
        return (
            f"Waived{_by(finding.lapsed)}, but what it was about has changed since. "
            f"The reason was: {finding.lapsed.reason}"
        )
    return ""


def _by(waiver: Waiver) -> str:
    by = f" by {waiver.who}" if waiver.who else ""
    return f"{by} on {waiver.date}" if waiver.date else by
