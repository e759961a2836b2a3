"""Says how far the rules can be trusted: `judge.py [--list]`.

Judges every good dossier and every planted fault; prints recall and precision, by family and in
all, with what was missed and what was said without a fault. Returns 1 if recall or precision is
below the committed figure, or if a good dossier is accused of something graver than minor.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from cerwizard.rules import catalog
from cerwizard.rules.engine import judge
from cerwizard.rules.finding import Finding
from trust.faults import faults
from trust.good import KINDS, FalseAlarm, false_alarms, good
from trust.judging import DAY, GRAVE, NEWS, Trial, trials
from trust.planting import real

RECALL = 0.98
PRECISION = 0.98

Lines = Iterator[str]


def main(arguments: Sequence[str] | None = None) -> int:
    """Judge, print, and return 0 if the rules are as good as they have been before."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--list", action="store_true", help="tell every fault, the found ones too")
    options = parser.parse_args(arguments)
    pack = catalog.load()
    accused = {name: judge(good(name), pack, DAY) for name in KINDS}
    tried = sorted(trials(pack, faults()), key=lambda trial: trial.fault.family)
    alarms = [a for name, found in accused.items() for a in alarms_in(name, found)]
    for line in (*_good(accused), *_families(tried), *_told(tried, everything=options.list)):
        print(line)
    recall, precision = recall_of(tried), precision_of(tried, len(_grave(accused)))
    print(f"\nrecall {recall:.3f} (at least {RECALL}), precision {precision:.3f}", end=" ")
    print(f"(at least {PRECISION}), unknown alarms on good dossiers {len(alarms)}")
    return int(recall < RECALL or precision < PRECISION or bool(alarms))


def recall_of(tried: Sequence[Trial]) -> float:
    """Return the share of the faults that were found at their field and by their clause."""
    return sum(trial.found for trial in tried) / len(tried)


def precision_of(tried: Sequence[Trial], alarms: int) -> float:
    """Return the share of what was said that was right; `alarms` were on good dossiers."""
    right = sum(trial.found for trial in tried)
    wrong = sum(len(trial.unexpected) + len(trial.misplaced) for trial in tried)
    return right / (right + wrong + alarms)


def alarms_in(name: str, found: Sequence[Finding]) -> list[Finding]:
    """Return what a good dossier is gravely accused of, known false alarms apart."""
    known = {(one.rule, real(good(name), one.at)) for one in _known(name)}
    return [f for f in found if f.severity in GRAVE and (f.code, f.path) not in known]


def _grave(accused: dict[str, tuple[Finding, ...]]) -> list[Finding]:
    return [f for found in accused.values() for f in found if f.severity in GRAVE]


def _good(accused: dict[str, tuple[Finding, ...]]) -> Lines:
    yield "Good dossiers"
    for name, found in accused.items():
        counts = Counter(finding.severity.value for finding in found)
        said = ", ".join(f"{number} {severity}" for severity, number in counts.items())
        yield f"  {name:18} {KINDS[name]:58} {said or 'quiet'}"
        known = {(one.rule, real(good(name), one.at)): one for one in _known(name)}
        for finding in (finding for finding in found if finding.severity in NEWS):
            yield f"      {finding.severity.value} {finding.code} {finding.path}: {finding.message}"
            if one := known.pop((finding.code, finding.path), None):
                yield f"          known to be false: {one.because}"
        for one in known.values():
            yield f"      not above note any more, take it off the list: {one.rule} {one.at}"


def _known(name: str) -> list[FalseAlarm]:
    return [one for one in false_alarms() if one.base == name]


def _families(tried: Sequence[Trial]) -> Lines:
    yield f"\n{'Planted faults':22} planted  found  recall  elsewhere  unexpected"
    for family, group in groupby(tried, key=lambda trial: trial.fault.family):
        yield _row(family, list(group))
    yield _row("in all", tried)


def _row(name: str, tried: Sequence[Trial]) -> str:
    found = sum(trial.found for trial in tried)
    elsewhere = sum(bool(trial.misplaced) and not trial.found for trial in tried)
    unexpected = sum(len(trial.unexpected) for trial in tried)
    share = f"{found / len(tried):.2f}"
    return f"  {name:20} {len(tried):7} {found:6} {share:>7} {elsewhere:10} {unexpected:11}"


def _told(tried: Sequence[Trial], *, everything: bool) -> Lines:
    for trial in tried:
        fault = trial.fault
        if everything or not trial.found:
            state = "found" if trial.found else "elsewhere" if trial.misplaced else "missed"
            yield f"\n{state}: {fault.family}/{fault.name} in {fault.base}: {fault.says}"
            yield f"    {fault.rule or 'no rule'} at {fault.at} by {fault.clause}"
        yield from _said(trial)


def _said(trial: Trial) -> Lines:
    where = f"{trial.fault.family}/{trial.fault.name}"
    for finding in trial.misplaced:
        clauses = ", ".join(finding.clauses)
        yield f"    said at {finding.path} by {clauses}: {finding.message}"
    for finding in trial.unexpected:
        yield f"unexpected in {where}: {finding.code} {finding.path}: {finding.message}"
    for one in trial.stale:
        yield f"listed and not there in {where}: {one.rule} {one.at}"


if __name__ == "__main__":
    raise SystemExit(main())
