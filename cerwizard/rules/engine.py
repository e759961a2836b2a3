"""Judges a dossier by a pack of rules: wholly, or after an edit only where it matters."""

from collections.abc import Iterable, Mapping
from datetime import date
from threading import Lock

from pydantic import BaseModel

from cerwizard.dossier.collector import at_rest
from cerwizard.dossier.facts import Fact
from cerwizard.dossier.view import View
from cerwizard.reckon.facts import FACTS
from cerwizard.rules.catalog import Pack
from cerwizard.rules.finding import Finding
from cerwizard.rules.kept import Kept
from cerwizard.rules.order import in_order
from cerwizard.rules.plan import plan
from cerwizard.rules.rule import Rule
from cerwizard.rules.waiving import Waivers

_AT_ONCE = 500  # records; judging more of them after an edit is left to the worker


def judge(
    dossier: BaseModel, pack: Pack, as_of: date, facts: Mapping[str, Fact] = FACTS
) -> tuple[Finding, ...]:
    """Return everything that the pack's rules find in `dossier` under the law of `as_of`.

    The order is that of the steps, of the addresses in the dossier, of gravity, of the codes.
    """
    return judge_by(dossier, pack.rules, as_of, facts)


def judge_by(
    dossier: BaseModel, rules: Iterable[Rule], as_of: date, facts: Mapping[str, Fact] = FACTS
) -> tuple[Finding, ...]:
    """Return what some rules find; otherwise like `judge`."""
    view = View(dossier, as_of)
    with at_rest():
        found = [unit.everywhere(view) for unit in plan(rules, type(dossier), facts, as_of).units]
        some = (f for one in found for some in one.values() for f in some)
        return in_order(dossier, Waivers(dossier).marked(some))


class Judge:
    """Keeps the findings of one dossier up to date while it is edited.

    `full` comes first; `whole` may run on a worker beside `update`. `at_once` is the number of
    records that an edit may have judged at once; the rules that need more wait for `whole`.
    """

    def __init__(
        self,
        pack: Pack,
        as_of: date,
        facts: Mapping[str, Fact] = FACTS,
        at_once: int = _AT_ONCE,
    ) -> None:
        self._pack = pack
        self._as_of = as_of
        self._facts = facts
        self._at_once = at_once
        self._lock = Lock()
        self._kept: Kept | None = None

    def full(self, dossier: BaseModel) -> tuple[Finding, ...]:
        """Judge everything afresh, the waiting rules too, and return all findings."""
        made = plan(self._pack.rules, type(dossier), self._facts, self._as_of)
        with at_rest():
            kept = Kept(made, View(dossier, self._as_of), self._at_once)
        with self._lock:
            self._kept = kept
            return kept.findings

    @property
    def whole_due(self) -> bool:
        """Whether rules wait for `whole`."""
        return self._kept is not None and bool(self._kept.due)

    def update(self, dossier: BaseModel, changed: Iterable[str]) -> tuple[Finding, ...]:
        """Judge again what an edit can matter to, and return all findings.

        `changed` are the addresses within which `dossier` differs from the one judged last:
        of fields, of rows that were edited, came, went or moved, of lists or sections.
        """
        if self._kept is None:
            return self.full(dossier)
        with self._lock:
            self._kept.update(dossier, changed)
            return self._kept.findings

    def whole(self, dossier: BaseModel) -> tuple[Finding, ...]:
        """Judge the rules that wait, and return all findings; fit for a worker.

        A rule that an edit touches in the meantime goes on waiting.
        """
        kept = self._kept
        if kept is None:
            return self.full(dossier)
        with self._lock:
            due = dict(kept.due)
        view = View(dossier, self._as_of)
        with at_rest():
            found = {unit: unit.everywhere(view) for unit in due}
        with self._lock:
            for unit, since in due.items():
                kept.put(unit, found[unit])
                if kept.due.get(unit) == since:
                    del kept.due[unit]
            return kept.findings
