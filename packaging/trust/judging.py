"""Judges the good dossiers and every planted fault."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from cerwizard.dossier.dossier import Dossier
from cerwizard.rules.catalog import Pack
from cerwizard.rules.engine import Judge
from cerwizard.rules.finding import Finding, Severity
from trust.faults import Consequence, Fault
from trust.good import good
from trust.planting import planted, real

DAY = date(2026, 11, 22)  # the date of every good dossier
NEWS = (Severity.BLOCKER, Severity.MAJOR, Severity.MINOR)
GRAVE = (Severity.BLOCKER, Severity.MAJOR)


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of one planted fault: above note, and against the good dossier."""

    fault: Fault
    found: bool
    misplaced: tuple[Finding, ...]  # by the right rule, at another field or without the clause
    unexpected: tuple[Finding, ...]
    stale: tuple[Consequence, ...]  # listed and not there


def trials(pack: Pack, planting: Iterable[Fault]) -> Iterator[Trial]:
    """Plant and judge the faults, each in its good dossier and by itself."""
    in_bases = sorted(planting, key=lambda fault: fault.base)
    for base, faults in groupby(in_bases, key=lambda fault: fault.base):
        yield from _in_base(good(base), Judge(pack, DAY, at_once=10_000), tuple(faults))


def _in_base(dossier: Dossier, judge: Judge, faults: tuple[Fault, ...]) -> Iterator[Trial]:
    before = frozenset(_keys(judge.full(dossier)))
    for fault in faults:
        spoiled, changed = planted(dossier, fault)
        findings = _all(judge, spoiled, changed)
        news = (f for f in findings if f.severity in NEWS and (f.code, f.path) not in before)
        yield _trial(fault, spoiled, dossier, tuple(news))
        _all(judge, dossier, changed)


def _all(judge: Judge, dossier: Dossier, changed: frozenset[str]) -> tuple[Finding, ...]:
    findings = judge.update(dossier, changed)
    return judge.whole(dossier) if judge.whole_due else findings


def _keys(findings: Iterable[Finding]) -> Iterator[tuple[str, str]]:
    return ((finding.code, finding.path) for finding in findings)


def _trial(fault: Fault, spoiled: Dossier, before: Dossier, news: tuple[Finding, ...]) -> Trial:
    at = place(spoiled, before, fault.at)
    listed = {(one.rule, place(spoiled, before, one.at)): one for one in fault.also}
    seen = set(_keys(news))
    rest = [f for f in news if (f.code, f.path) not in listed and not _is(f, fault, at)]
    return Trial(
        fault,
        found=any(_is(f, fault, at) for f in news),
        misplaced=tuple(f for f in rest if f.code == fault.rule),
        unexpected=tuple(f for f in rest if f.code != fault.rule),
        stale=tuple(one for key, one in listed.items() if key not in seen),
    )


def _is(finding: Finding, fault: Fault, at: str) -> bool:
    right = (finding.code, finding.path) == (fault.rule, at)
    return right and fault.clause in finding.clauses


def place(spoiled: Dossier, before: Dossier, address: str) -> str:
    """Return the address with row ids; of a row that the fault took out, as it was before."""
    try:
        return real(spoiled, address)
    except StopIteration:
        return real(before, address)
