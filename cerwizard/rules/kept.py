"""The findings of one dossier, kept up to date from edit to edit."""

from collections.abc import Iterable
from contextlib import suppress

from pydantic import BaseModel

from cerwizard.dossier.judged import Counts, Known, Tally
from cerwizard.dossier.view import View, entry
from cerwizard.rules.finding import Finding
from cerwizard.rules.plan import Plan, in_turn
from cerwizard.rules.readers import Addresses, Backwards, Reader
from cerwizard.rules.shelves import Shelves
from cerwizard.rules.touched import Difference, Touched, difference
from cerwizard.rules.units import Findings, Unit
from cerwizard.rules.waiving import Waivers


class Kept:
    """What each rule found at each record, the counters, and which rules wait.

    `due` holds the rules that wait for the worker, each with the time since which it waits.
    `at_once` is how many records an edit may have judged without one.
    """

    def __init__(self, plan: Plan, view: View, at_once: int) -> None:
        self.due: dict[Unit, int] = {}
        self._plan = plan
        self._view = view
        self._at_once = at_once
        self._clock = 0
        self._waivers = Waivers(view.root)
        self._found = {unit: self._marked(unit.everywhere(view)) for unit in plan.units}
        self._shelves = Shelves(view.root, _all(self._found.values()))
        for pattern, name, plain in plan.links():
            view.index(pattern, name, plain=plain)
        self._count_all()
        view.forget()

    def _count_all(self) -> None:
        """Count what no rule asks for as yet: an edit may open a rule that does, within a frame."""
        for known in self._plan.known:
            if isinstance(known, Tally):
                with suppress(Exception):  # the rules that ask for it will say so
                    self._view.value(known)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings in the order of the dossier."""
        return self._shelves.findings

    def update(self, dossier: BaseModel, changed: Iterable[str]) -> None:
        """Judge again what a change within the addresses `changed` can matter to."""
        differs = difference(self._view.root, dossier, changed)
        self._turn(dossier, differs)
        self._again(self._touched(differs.records))
        self._waive(Waivers(dossier))

    def _waive(self, waivers: Waivers) -> None:
        """Go by other waivers, if they are other ones."""
        if waivers.rows is not self._waivers.rows:
            codes = waivers.codes | self._waivers.codes
            self._waivers = waivers
            for unit, found in self._found.items():
                if unit.rule.code in codes:
                    self.put(unit, found)

    def _marked(self, found: dict[str, Findings]) -> dict[str, Findings]:
        mark = self._waivers.marked
        return {address: mark(some) for address, some in found.items()}

    def put(self, unit: Unit, found: dict[str, Findings]) -> None:
        """Take in everything that a rule found."""
        before, found = self._found[unit], self._marked(found)
        gone = [v for k, v in before.items() if found.get(k) != v]
        come = [v for k, v in found.items() if before.get(k) != v]
        self._shelves.exchange(_flat(gone), _flat(come))
        self._found[unit] = found

    def _turn(self, dossier: BaseModel, differs: Difference) -> None:
        self._view.turn(dossier)
        self._shelves.turn(dossier, differs.lists)
        for (pattern, name, _), index in self._view.indexes.items():
            for one in differs.records:
                if one.pattern == pattern and name in one.fields:
                    if one.old is not None:
                        index.drop(entry(pattern, one.address, one.old), one.old)
                    if one.new is not None:
                        index.add(entry(pattern, one.address, one.new), one.new)

    def _touched(self, records: list[Touched]) -> dict[Reader, Addresses]:
        if len(records) > self._at_once:
            return dict.fromkeys(self._readers(records))
        backwards = Backwards(self._view, records)
        touched: dict[Reader, Addresses] = {}
        for one in records:
            for field in one.fields:
                for look in self._plan.looks_at(one.pattern, field):
                    _join(touched, look.reader, backwards.records(look, one.address))
        return touched

    def _readers(self, records: list[Touched]) -> Iterable[Reader]:
        places = {(one.pattern, field) for one in records for field in one.fields}
        return (look.reader for place in places for look in self._plan.looks_at(*place))

    def _again(self, touched: dict[Reader, Addresses]) -> None:
        for known in self._plan.known:
            if known in touched and self._differs(known, touched[known]):
                for reader in self._plan.resting_on(known):
                    touched[reader] = None
        for unit in self._plan.units:
            if unit in touched:
                self._judge(unit, touched[unit])

    def _differs(self, known: Known, addresses: Addresses) -> bool:
        """Work a shared value out again and say whether it has changed."""
        if known not in self._view.known:
            return known in self._view.asked  # then it failed, or was asked for elsewhere
        try:
            if isinstance(known, Tally):
                return self._counts_differ(known, self._view.known[known], addresses)
            before = self._view.known.pop(known)
            return bool(before != self._view.value(known))
        except Exception:  # noqa: BLE001 - the rules that ask for it will say so
            self._view.known.pop(known, None)
            return True

    def _counts_differ(self, tally: Tally, counts: Counts, addresses: Addresses) -> bool:
        before = counts.both
        if addresses is None:
            self._view.known[tally] = counts = tally.compute(self._view)
        for address in addresses or ():
            place = self._view.place(address)
            counts.mark(address, tally.judge(self._view, place) if place else None)
        return counts.both != before

    def _judge(self, unit: Unit, addresses: Addresses) -> None:
        if unit.waits or unit in self.due or self._is_much(unit, addresses):
            self._wait(unit)
        elif addresses is None:
            self.put(unit, unit.everywhere(self._view))
        else:
            for address in addresses:
                place = self._view.place(address)
                self._put_at(unit, address, unit.at(self._view, place) if place else ())

    def _wait(self, unit: Unit) -> None:
        self._clock += 1
        self.due[unit] = self._clock
        # The worker judges in a view of its own, so this one does not see what it asks for.
        self._view.asked.update(in_turn([unit.needs]))

    def _is_much(self, unit: Unit, addresses: Addresses) -> bool:
        size = self._view.size(unit.pattern) if addresses is None else len(addresses)
        return size > self._at_once

    def _put_at(self, unit: Unit, address: str, found: Findings) -> None:
        before, found = self._found[unit].pop(address, ()), self._waivers.marked(found)
        if found:
            self._found[unit][address] = found
        if found != before:
            self._shelves.exchange(before, found)


def _all(found: Iterable[dict[str, Findings]]) -> list[Finding]:
    return [finding for one in found for finding in _flat(one.values())]


def _flat(found: Iterable[Findings]) -> list[Finding]:
    return [finding for some in found for finding in some]


def _join(touched: dict[Reader, Addresses], reader: Reader, more: Addresses) -> None:
    known = touched.setdefault(reader, set())
    if known is None or more is None:
        touched[reader] = None
    else:
        known |= more
