"""`cerwizard check FILE...`: what a notified body would find."""

import argparse
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import groupby
from pathlib import Path
from typing import Any

from cerwizard.cli import arguments as shared
from cerwizard.cli.speech import complain, count, say, say_json
from cerwizard.dossier import places
from cerwizard.dossier.dossier import Dossier, steps
from cerwizard.errors import BadCallError, UnreadableFileError
from cerwizard.rules.catalog import Pack
from cerwizard.rules.finding import Finding, Severity

NAME = "check"
HELP = "say what a notified body would find"
_NEVER = "never"
_NOUN = {"major": "major finding", "minor": "minor finding"}
_Cite = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Judged:
    """A dossier with its findings; those that are waived are among them, but don't count."""

    file: Path
    dossier: Dossier
    remarks: tuple[str, ...]
    as_of: date
    pack: str
    findings: tuple[Finding, ...]

    def counts(self) -> dict[str, int]:
        """Return the number of findings of each severity."""
        open_ = [finding.severity for finding in self.findings if finding.waived is None]
        return {str(severity): open_.count(severity) for severity in Severity}


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that is no dossier, and why."""

    file: Path
    error: str


def arguments(words: argparse.ArgumentParser) -> None:
    """Add the arguments of `check`."""
    words.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a dossier")
    words.add_argument("--format", choices=("text", "json"), default="text")
    words.add_argument("--step", metavar="STEP", help="only what concerns this step")
    shared.as_of(words)
    shared.rules(words)
    words.add_argument(
        "--fail-on",
        choices=("blocker", "major", "minor", _NEVER),
        default="blocker",
        help="end with code 1 if there is a finding as grave as this (default: blocker)",
    )


def run(call: argparse.Namespace) -> int:
    """Judge every file; one that can't be read does not keep the others from being judged."""
    from cerwizard.law import clauses

    _check_step(call.step)
    pack = packs(call.rules)
    found = [_judge(file, pack, call) for file in call.files]
    show = _show_json if call.format == "json" else _show_text
    show(found, clauses.load().cite)
    if any(isinstance(one, Unread) for one in found):
        return 2
    return int(any(_fails(one, call.fail_on) for one in found if isinstance(one, Judged)))


def packs(house: Path | None) -> Pack:
    """Return our rules, with those of a house's own folder if there is one."""
    from cerwizard import assets
    from cerwizard.rules import catalog

    ours = assets.resources("rules")
    return catalog.load(ours, house) if house else catalog.load(ours)


def _check_step(step: str | None) -> None:
    names = [name for name, _, _ in steps()]
    if step is not None and step not in names:
        raise BadCallError(f"There is no step “{step}”; the steps are: {', '.join(names)}.")


def _judge(file: Path, pack: Pack, call: argparse.Namespace) -> Judged | Unread:
    from cerwizard.reckon.as_of import as_of
    from cerwizard.rules.engine import judge
    from cerwizard.store import dossier_file

    try:
        opened = dossier_file.load(file)
    except UnreadableFileError as error:
        return Unread(file, str(error))
    day = call.as_of or as_of(opened.dossier, today())
    findings = judge(opened.dossier, pack, day)
    if call.step is not None:
        findings = tuple(finding for finding in findings if finding.step == call.step)
    return Judged(file, opened.dossier, opened.remarks, day, pack.title, findings)


def today() -> date:
    """Return the day on the writer's own calendar."""
    return datetime.now(UTC).astimezone().date()


def _fails(judged: Judged, fail_on: str) -> bool:
    if fail_on == _NEVER:
        return False
    worst = Severity(fail_on).rank
    return any(f.severity.rank <= worst for f in judged.findings if f.waived is None)


def _show_json(found: list[Judged | Unread], cite: _Cite) -> None:
    plain = [_plain(one, cite) for one in found]
    say_json(plain[0] if len(plain) == 1 else plain)


def _plain(one: Judged | Unread, cite: _Cite) -> dict[str, Any]:
    if isinstance(one, Unread):
        return {"file": str(one.file), "error": one.error}
    return {
        "file": str(one.file),
        "as_of": one.as_of.isoformat(),
        "pack": one.pack,
        "counts": one.counts(),
        "findings": [_finding(finding, cite) for finding in one.findings],
    }


def _finding(finding: Finding, cite: _Cite) -> dict[str, Any]:
    waived = finding.waived
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": str(finding.severity),
        "step": finding.step,
        "path": finding.path,
        "message": finding.message,
        "why": finding.why,
        "fix": finding.fix,
        "clauses": [{"id": clause, "cite": cite(clause)} for clause in finding.clauses],
        "waived": waived and {"reason": waived.reason, "by": waived.by, "on": str(waived.on)},
    }


def _show_text(found: list[Judged | Unread], cite: _Cite) -> None:
    for one in found:
        if isinstance(one, Unread):
            complain(one.error)
        else:
            say("\n".join(_text(one, cite)))


def _text(one: Judged, cite: _Cite) -> Iterator[str]:
    counted = (count(n, _NOUN.get(s, s)) for s, n in one.counts().items() if n)
    said = ", ".join(counted) or "nothing found"
    yield f"{one.file}: {said} (as of {one.as_of}, {one.pack})"
    yield from one.remarks
    titles = {name: step.title for name, _, step in steps()}
    for step, findings in groupby(one.findings, key=lambda finding: finding.step):
        yield ""
        yield titles.get(step, "The dossier as a whole")
        for finding in findings:
            yield from _lines(finding, one.dossier, cite)


def _lines(finding: Finding, dossier: Dossier, cite: _Cite) -> Iterator[str]:
    waived = f" (waived: {finding.waived.reason})" if finding.waived else ""
    yield f"  {finding.severity:8} {finding.code}  {finding.message}{waived}"
    yield f"           at    {places.words(dossier, finding.path) or 'the dossier'}"
    yield f"           why   {finding.why}"
    yield f"           mend  {finding.fix}"
    yield f"           see   {'; '.join(map(cite, finding.clauses))}"
