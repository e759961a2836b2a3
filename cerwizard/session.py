"""One open dossier: the only place where it is replaced; knows no files and no Qt."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from cerwizard.dossier import changes, paths, places, row_ids
from cerwizard.dossier.ask import Row
from cerwizard.dossier.changes import Change
from cerwizard.dossier.characters import whole
from cerwizard.dossier.dossier import Dossier
from cerwizard.dossier.referrers import referrers
from cerwizard.errors import BadValueError, UnknownPathError
from cerwizard.rules import waiving
from cerwizard.rules.finding import Finding
from cerwizard.store.history import Entry
from cerwizard.store.trail import Kept, Lines, Trail, nowhere

PAUSE = timedelta(seconds=2)  # after it, the same field is visited anew
Heard = Callable[[frozenset[str]], None]


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(slots=True)
class _Step:
    """One undo step; `field` is the address that is being visited, "" once that has ended."""

    before: Dossier
    after: Dossier
    changes: tuple[Change, ...]
    text: str
    reason: str = ""
    field: str = ""
    when: datetime | None = None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A dossier with the audit lines that are to be saved with it."""

    dossier: Dossier
    entries: Lines
    number: int


class Session:
    """Holds the current dossier, its undo steps and its audit lines since the last save.

    `clock` gives aware times; `new_id` proposes row ids, of which those in `retired`, the ids of
    rows that were removed long ago, are not taken again. `entries` are audit lines that wait to
    be saved, from a recovered journal. `keep` is told every step's number and its lines as they
    stand now; a number told again replaces what was told before.
    """

    def __init__(
        self,
        dossier: Dossier,
        *,
        file: Path | None = None,
        who: str = "",
        clock: Callable[[], datetime] = _now,
        new_id: Callable[[], str] = row_ids.random_id,
        retired: Iterable[str] = (),
        entries: Lines = (),
        keep: Kept = nowhere,
    ) -> None:
        self._dossier = dossier
        self._saved = None if entries else dossier
        self.file = file
        self.who = who
        self._clock = clock
        self._propose = new_id
        self._taken = {*retired, *row_ids.taken(dossier)}
        self._trail = Trail(clock, keep, entries)
        self._past: list[_Step] = []
        self._future: list[_Step] = []
        self._listeners: list[Heard] = []

    @property
    def dossier(self) -> Dossier:
        """The current snapshot."""
        return self._dossier

    @property
    def changed(self) -> bool:
        """Whether there is something that the file does not have."""
        return self._dossier is not self._saved

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The audit lines since the dossier was opened or saved."""
        return self._trail.entries

    def listen(self, heard: Heard) -> Callable[[], None]:
        """Call `heard` with the changed addresses after every change; return how to stop it."""
        self._listeners.append(heard)
        return lambda: self._listeners.remove(heard)

    # -- changing -----------------------------------------------------------------------------

    def set(self, address: str, value: Any) -> None:
        """Put `value` into a field; an equal value changes nothing.

        Raises BadValueError if the field can't hold it, UnknownPathError if there is no field.
        """
        old = paths.get(self._dossier, address)
        after = paths.put(self._dossier, address, whole(value))
        new = paths.get(after, address)
        text = places.field_label(Dossier, address)
        if _has_fields(old) or _has_fields(new):
            self.apply(after, text)
            return
        change = changes.set_(address, old, new)
        if change.old == change.new:
            return
        if self._visiting(address):
            self._revisit(after, change)
        else:
            self._do(_Step(self._dossier, after, (change,), text, field=address))

    def add_row(
        self, address: str, values: Mapping[str, Any] | None = None, at: int | None = None
    ) -> str:
        """Add a row with `values` to the list at `address`; return the row's address."""
        kind = paths.model_at(Dossier, address)
        row = _row(kind, {**(values or {}), "id": self.new_id()}, address)
        return self._insert(address, row, at, f"Add {kind.NOUN}")

    def copy_row(self, address: str) -> str:
        """Add a copy after the row at `address`, with ids of its own; return its address."""
        rows, spot = self._list(address)
        row = row_ids.renewed(rows[spot], self.new_id)
        return self._insert(paths.parent(address), row, spot + 1, f"Copy {row.NOUN}")

    def _insert(self, place: str, row: Row, at: int | None, text: str) -> str:
        after = paths.insert(self._dossier, place, row, at)
        address = f"{place}[{row.id}]"
        spot = paths.positions(paths.get(after, place))[row.id]
        self._do(_Step(self._dossier, after, (changes.added(address, spot, row),), text))
        return address

    def remove_row(self, address: str) -> None:
        """Remove a row; what refers to it keeps its reference, which the rules then find."""
        rows, spot = self._list(address)
        after = paths.remove(self._dossier, address)
        change = changes.removed(address, spot, rows[spot])
        self._do(_Step(self._dossier, after, (change,), f"Remove {rows[spot].NOUN}"))

    def move_row(self, address: str, to: int) -> None:
        """Move a row to position `to` of its list (0 is first)."""
        rows, _ = self._list(address)
        after = paths.move(self._dossier, address, to)
        place = paths.parent(address)
        moved = tuple(
            changes.ordered(place, paths.positions(rows), paths.positions(paths.get(after, place)))
        )
        if moved:
            self._do(_Step(self._dossier, after, moved, f"Move {rows[0].NOUN}"))

    def apply(self, new: Dossier | Mapping[str, Any], reason: str) -> None:
        """Take over a changed dossier, or new values by address, as one step."""
        after = new if isinstance(new, Dossier) else self._with(new)
        found = tuple(changes.diff(self._dossier, after))
        if found:
            self._taken.update(row_ids.taken(after))
            self._do(_Step(self._dossier, after, found, reason, reason))

    def _with(self, values: Mapping[str, Any]) -> Dossier:
        after = self._dossier
        for address, value in values.items():
            after = paths.put(after, address, whole(value))
        return after

    def waive(self, finding: Finding, reason: str) -> None:
        """Accept a finding, in the name of `who` and as of today; BadValueError without a reason.

        The waiver lapses when what the finding rests on changes.
        """
        today = self._clock().astimezone().date()
        after = waiving.waived(
            self._dossier, finding, whole(reason), self.who, today, self.new_id()
        )
        self.apply(after, f"Waive {finding.code}")

    def unwaive(self, finding: Finding) -> None:
        """Accept a finding no longer; a waiver of it that has lapsed is removed too."""
        after = waiving.unwaived(self._dossier, finding)
        self.apply(after, f"Take back the waiver of {finding.code}")

    def new_id(self) -> str:
        """Return an id that no row has or had; from now on it is taken."""
        while (found := self._propose()) in self._taken:
            pass
        self._taken.add(found)
        return found

    def references_to(self, row_address: str) -> tuple[str, ...]:
        """Return the addresses of all fields that refer to a row."""
        return tuple(referrers(self._dossier, row_address))

    # -- visits and undo ----------------------------------------------------------------------

    def leave(self) -> None:
        """End the visit to a field: what is typed next is a step of its own."""
        if self._past:
            self._past[-1].field = ""

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return bool(self._future)

    @property
    def undo_text(self) -> str:
        """What the next undo takes back, e.g. a field's label; "" if nothing."""
        return self._past[-1].text if self._past else ""

    @property
    def redo_text(self) -> str:
        """What the next redo does again; "" if nothing."""
        return self._future[-1].text if self._future else ""

    def undo(self) -> None:
        """Take the last step back; that too goes into the audit trail."""
        if self._past:
            self.leave()
            step = self._past.pop()
            self._future.append(step)
            back = changes.inverse(step.changes)
            self._turn(step.before, back, f"Undone: {step.text}")

    def redo(self) -> None:
        """Do again what was undone last."""
        if self._future:
            step = self._future.pop()
            self._past.append(step)
            self._turn(step.after, step.changes, f"Done again: {step.text}")

    # -- saving -------------------------------------------------------------------------------

    def snapshot(self) -> Snapshot:
        """End the visit and return what is to be saved now."""
        self.leave()
        return Snapshot(self._dossier, self.entries, self._trail.number)

    def saved(self, file: Path, what: Snapshot | None = None) -> None:
        """Note that `what` (by default everything) is in `file` now."""
        what = what or self.snapshot()
        self.file = file
        self._saved = what.dossier
        self._trail.saved(what.number)

    @property
    def pending(self) -> tuple[tuple[int, Lines], ...]:
        """The steps that are not saved, each with its number and its audit lines."""
        return self._trail.pending

    # -- within -------------------------------------------------------------------------------

    def _do(self, step: _Step) -> None:
        self.leave()
        step.when = self._clock()
        self._past.append(step)
        self._future.clear()
        self._turn(step.after, step.changes, step.reason)

    def _turn(self, dossier: Dossier, done: tuple[Change, ...], reason: str) -> None:
        self._dossier = dossier
        self._trail.begin()
        self._trail.note(self.who, done, reason)
        self._tell(done)

    def _visiting(self, address: str) -> bool:
        step = self._past[-1] if self._past else None
        if step is None or step.when is None or step.field != address:
            return False
        return self._clock() - step.when <= PAUSE

    def _revisit(self, after: Dossier, last: Change) -> None:
        step = self._past[-1]
        change = replace(last, old=step.changes[0].old)
        if change.old == change.new:
            self._take_back()
            return
        step.after, step.changes, step.when = after, (change,), self._clock()
        self._dossier = after
        self._trail.note(self.who, step.changes, step.reason)
        self._tell(step.changes)

    def _take_back(self) -> None:
        """The writer has typed the old value again: it was no step."""
        step = self._past.pop()
        self._dossier = step.before
        self._trail.drop()
        self._tell(step.changes)

    def _tell(self, done: tuple[Change, ...]) -> None:
        addresses = frozenset(change.address for change in done)
        for heard in tuple(self._listeners):
            heard(addresses)

    def _list(self, address: str) -> tuple[tuple[Row, ...], int]:
        row = paths.get(self._dossier, address)
        if not isinstance(row, Row):
            raise UnknownPathError(f"“{address}” is not a row.")
        rows = paths.get(self._dossier, paths.parent(address))
        return rows, paths.positions(rows)[row.id]


def _has_fields(value: Any) -> bool:
    held = value[0] if isinstance(value, tuple) and value else value
    return isinstance(held, BaseModel)


def _row(kind: type[Any], values: dict[str, Any], address: str) -> Row:
    if not issubclass(kind, Row):
        raise UnknownPathError(f"“{address}” is not a list.")
    try:
        return kind.model_validate({name: whole(value) for name, value in values.items()})
    except ValidationError as error:
        raise BadValueError(f"“{address}” cannot hold such a row.") from error
