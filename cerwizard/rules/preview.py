"""What other rules would change: findings that come, go, or weigh otherwise, dossier by dossier."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from pydantic import BaseModel

from cerwizard.dossier.facts import Fact
from cerwizard.reckon.facts import FACTS
from cerwizard.rules.catalog import Pack
from cerwizard.rules.engine import judge_by
from cerwizard.rules.finding import Finding
from cerwizard.rules.rule import Rule

Name = TypeVar("Name")


@dataclass(frozen=True, slots=True)
class Weighed:
    """A finding before and after, of another severity."""

    before: Finding
    after: Finding


@dataclass(frozen=True, slots=True)
class Preview:
    """What is found with the other pack only, with this one only, or with another severity."""

    as_of: date
    added: tuple[Finding, ...] = ()
    removed: tuple[Finding, ...] = ()
    changed: tuple[Weighed, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing would change."""
        return not (self.added or self.removed or self.changed)


def preview(
    dossiers: Mapping[Name, tuple[BaseModel, date]],
    pack: Pack,
    other: Pack,
    facts: Mapping[str, Fact] = FACTS,
) -> dict[Name, Preview]:
    """Return what would change in each dossier if it were judged by `other` instead of `pack`.

    Each dossier comes with the day as of which it is judged. A rule that both packs have in the
    same words is not judged at all.
    """
    before, after = _apart(pack.rules, other.rules), _apart(other.rules, pack.rules)
    return {
        name: _differences(
            judge_by(dossier, before, day, facts), judge_by(dossier, after, day, facts), day
        )
        for name, (dossier, day) in dossiers.items()
    }


def _apart(some: Iterable[Rule], others: Iterable[Rule]) -> list[Rule]:
    """Return the rules that are not among the others, or read otherwise there."""
    known = {rule.code: rule for rule in others}
    return [rule for rule in some if known.get(rule.code) != rule]


def _differences(was: tuple[Finding, ...], now: tuple[Finding, ...], day: date) -> Preview:
    before = {finding.spot: finding for finding in was}
    after = {finding.spot: finding for finding in now}
    return Preview(
        day,
        tuple(finding for finding in now if finding.spot not in before),
        tuple(finding for finding in was if finding.spot not in after),
        tuple(
            Weighed(before[spot], finding)
            for spot, finding in after.items()
            if spot in before and before[spot].severity is not finding.severity
        ),
    )
