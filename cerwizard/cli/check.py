"""`cerwizard check FILE...`: what a notified body would find."""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

from cerwizard.cli import arguments as shared
from cerwizard.cli.findings import Cite, lines, plain
from cerwizard.cli.speech import complain, count, say, say_json
from cerwizard.dossier.dossier import Dossier, steps
from cerwizard.errors import BadCallError, UnreadableFileError
from cerwizard.rules.catalog import Pack
from cerwizard.rules.finding import Finding, Severity

NAME = "check"
HELP = "say what a notified body would find"
_NEVER = "never"
_NOUN = {"major": "major finding", "minor": "minor finding"}


@dataclass(frozen=True, slots=True)
class Judged:
    """A dossier with its findings; those that are waived are among them, but don't count."""

    file: Path
    dossier: Dossier
    remarks: tuple[str, ...]
    as_of: date
    pack: Pack
    findings: tuple[Finding, ...]

    def counts(self) -> dict[str, int]:
        """Return the number of findings of each severity."""
        open_ = [finding.severity for finding in self.findings if finding.waived is None]
        return {str(severity): open_.count(severity) for severity in Severity}

    @property
    def waived(self) -> list[Severity]:
        """The severities of the findings that are accepted."""
        return [finding.severity for finding in self.findings if finding.waived is not None]


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
    _check_step(call.step)
    pack = shared.pack(call)
    found = [_judge(file, pack, call) for file in call.files]
    show = _show_json if call.format == "json" else _show_text
    show(found, pack.clauses.cite)
    if any(isinstance(one, Unread) for one in found):
        return 2
    return int(any(_fails(one, call.fail_on) for one in found if isinstance(one, Judged)))


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
    day = call.as_of or as_of(opened.dossier, shared.today())
    findings = judge(opened.dossier, pack, day)
    if call.step is not None:
        findings = tuple(finding for finding in findings if finding.step == call.step)
    return Judged(file, opened.dossier, opened.remarks, day, pack, findings)


def _fails(judged: Judged, fail_on: str) -> bool:
    if fail_on == _NEVER:
        return False
    worst = Severity(fail_on).rank
    return any(f.severity.rank <= worst for f in judged.findings if f.waived is None)


def _show_json(found: list[Judged | Unread], cite: Cite) -> None:
    each = [_plain(one, cite) for one in found]
    say_json(each[0] if len(each) == 1 else each)


def _plain(one: Judged | Unread, cite: Cite) -> dict[str, Any]:
    if isinstance(one, Unread):
        return {"file": str(one.file), "error": one.error}
    return {
        "file": str(one.file),
        "as_of": one.as_of.isoformat(),
        "pack": one.pack.dated,
        "counts": one.counts(),
        "findings": [plain(finding, cite) for finding in one.findings],
    }


def _show_text(found: list[Judged | Unread], cite: Cite) -> None:
    for one in found:
        if isinstance(one, Unread):
            complain(one.error)
        else:
            say("\n".join(_text(one, cite)))


def _text(one: Judged, cite: Cite) -> Iterator[str]:
    counted = (count(n, _NOUN.get(s, s)) for s, n in one.counts().items() if n)
    said = ", ".join(counted) or "nothing found"
    yield f"{one.file}: {said}{_waived(one)} (as of {one.as_of}, {one.pack.dated})"
    yield from (f"{pack.id}: {pack.about}" for pack in one.pack.added if pack.about)
    yield from one.remarks
    titles = {name: step.title for name, _, step in steps()}
    for step, findings in groupby(one.findings, key=lambda finding: finding.step):
        yield ""
        yield titles.get(step, "The dossier as a whole")
        for finding in findings:
            yield from lines(finding, one.dossier, cite)


def _waived(one: Judged) -> str:
    blockers = one.waived.count(Severity.BLOCKER)
    among = f", among them {count(blockers, 'blocker')}" if blockers else ""
    return f"; {len(one.waived)} waived{among}" if one.waived else ""
