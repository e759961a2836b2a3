"""A rule made ready for one kind of record: when it speaks there, and what it says."""

import dataclasses
import logging
from collections.abc import Iterable
from dataclasses import dataclass

from cerwizard.dossier.judged import ALWAYS, NOWHERE, Judged, Known, Test
from cerwizard.dossier.routes import Route
from cerwizard.dossier.view import Place, View
from cerwizard.rules.basis import Basis, behind, once_only, within
from cerwizard.rules.finding import Finding, Severity
from cerwizard.rules.messages import Fault, Message
from cerwizard.rules.register import Find
from cerwizard.rules.rule import Rule, RuleKind
from cerwizard.rules.texts import Sieve

_log = logging.getLogger(__name__)
Findings = tuple[Finding, ...]


@dataclass(eq=False, slots=True, kw_only=True)
class Unit:
    """One rule at one kind of record.

    `gate` is what must hold of the dossier as a whole, `applies` what must hold of the record,
    before the rule asks anything. It then asks `require`, or lets `find` look; `sieve` picks the
    records at which that is worth while. Where there is just one record, it also reads what the
    shared values rest on: a finding is about that, too.
    """

    rule: Rule
    pattern: str
    field: str
    message: Message
    gate: Judged = ALWAYS
    applies: Judged = ALWAYS
    require: Judged = ALWAYS
    find: Find | None = None
    looks: tuple[Route, ...] = ()
    sieve: Sieve | None = None
    _basis: Basis = dataclasses.field(init=False)
    # What is asked at each of many records lies close at hand.
    _applies: Test = dataclasses.field(init=False)
    _require: Test = dataclasses.field(init=False)
    _asks: bool = dataclasses.field(init=False)

    def __post_init__(self) -> None:
        self._basis = Basis(self)
        self._applies, self._require = self.applies.test, self.require.test
        self._asks = self.find is None

    @property
    def waits(self) -> bool:
        """Whether it is judged on a worker, after a pause."""
        return self.rule.kind is RuleKind.WHOLE

    @property
    def reads(self) -> tuple[Route, ...]:
        """Every route that judging a record goes from there."""
        parts = [self.applies.reads, self.require.reads, self.message.reads, self.looks]
        if once_only(self.pattern):
            parts.append(tuple(behind(self._shared(), lists=self.waits)))
        return tuple(dict.fromkeys(route for part in parts for route in part))

    @property
    def needs(self) -> tuple[Known, ...]:
        """The whole-dossier values on which the verdict rests."""
        asks = self._shared()
        return tuple(dict.fromkeys(within(asks) if once_only(self.pattern) else asks))

    def _shared(self) -> list[Known]:
        parts = (self.gate, self.applies, self.require, self.message)
        return [known for part in parts for known in part.needs]

    def everywhere(self, view: View) -> dict[str, Findings]:
        """Return the findings by the record's address; all records are judged."""
        try:
            if not self.gate.test(view, NOWHERE):
                return {}
        except Exception as error:  # noqa: BLE001 - whatever it meets, judging goes on
            return {"": (self._crashed(self.pattern.partition(".")[0], error),)}
        found: dict[str, Findings] = {}
        for place in self.sieve.places(view) if self.sieve else view.places(self.pattern):
            if said := self._at(view, place):
                found[place.address] = said
        return found

    def at(self, view: View, place: Place) -> Findings:
        """Return the findings at one record."""
        try:
            if not self.gate.test(view, NOWHERE):
                return ()
        except Exception:  # noqa: BLE001 - as above
            return ()  # it is reported once, by `everywhere`
        return self._at(view, place)

    def _at(self, view: View, place: Place) -> Findings:
        try:
            if not self._applies(view, place) or (self._asks and self._require(view, place)):
                return ()
            if self.find is not None:
                return tuple(self._say(view, place, f) for f in _once(self.find(view, place)))
            return (self._say(view, place, Fault(self._spot(place))),)
        except Exception as error:  # noqa: BLE001 - as above
            return (self._crashed(place.address, error),)

    def _spot(self, place: Place) -> str:
        return f"{place.address}.{self.field}" if self.field else place.address

    def _say(self, view: View, place: Place, fault: Fault) -> Finding:
        rule, text = self.rule, self.message.text(view, place, fault)
        about = self._basis.mark(view, place, fault)
        found = self._finding(fault.path, rule.severity, text, rule.why, rule.fix, about)
        return dataclasses.replace(found, clauses=fault.clauses) if fault.clauses else found

    def _crashed(self, address: str, error: Exception) -> Finding:
        code = self.rule.code
        # The error's text may hold what the writer wrote; only its kind goes into the log.
        _log.error("Rule %s could not be judged: %s", code, type(error).__name__)
        return self._finding(
            address,
            Severity.NOTE,
            f"The rule {code} could not be judged here because of a fault in the program.",
            "What this rule looks for was not looked for.",
            f"Please report that the rule {code} failed; all other rules were judged.",
        )

    def _finding(
        self, path: str, severity: Severity, text: str, why: str, fix: str, about: str = ""
    ) -> Finding:
        rule = self.rule
        step = path.partition(".")[0].partition("[")[0]
        said = (step, path, text, why, fix, rule.clauses)
        return Finding(rule.code, rule.name, severity, *said, about=about)


def _once(faults: Iterable[Fault]) -> Iterable[Fault]:
    return {fault.path: fault for fault in faults}.values()
