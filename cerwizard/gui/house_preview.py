"""What rules of the house would change in a dossier, in lines of text."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from cerwizard.dossier.dossier import Dossier
from cerwizard.errors import BadRuleError
from cerwizard.rules import packs
from cerwizard.rules.catalog import Pack
from cerwizard.rules.finding import Finding
from cerwizard.rules.preview import Preview, preview

Where = Callable[[str], str]


def told(folders: Sequence[str], pack: Pack, dossier: Dossier, day: date, where: Where) -> str:
    """Return what the rules of `folders` would change against `pack`; fit for a worker.

    If they cannot be used, the text says why, a line for each fault.
    """
    try:
        other = packs.load(*folders)
    except BadRuleError as error:
        return f"These rules cannot be used.\n\n{error}"
    changes = preview({"open": (dossier, day)}, pack, other)["open"]
    return "\n".join(_lines(other, changes, where))


def _lines(other: Pack, changes: Preview, where: Where) -> Iterator[str]:
    yield f"{other.title}: {len(other.rules):,} rules, judged as of {changes.as_of}."
    if changes.empty:
        yield "Nothing would change in the open dossier."
    for heading, findings in (("Would come", changes.added), ("Would go", changes.removed)):
        if findings:
            yield f"\n{heading} ({len(findings):,}):"
        yield from (_line(finding, where) for finding in findings)
    if changes.changed:
        yield f"\nWould weigh otherwise ({len(changes.changed):,}):"
    for one in changes.changed:
        yield f"{_line(one.after, where)} (now {one.before.severity})"


def _line(finding: Finding, where: Where) -> str:
    return f"• {finding.severity} {finding.code}: {finding.message} – {where(finding.path)}"
