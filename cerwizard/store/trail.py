"""The audit lines that wait to be saved, by the number of the step that they belong to."""

from collections.abc import Callable
from datetime import datetime

from cerwizard.dossier.changes import Change
from cerwizard.store.history import Entry, entry

Lines = tuple[Entry, ...]
Kept = Callable[[int, Lines], None]


def nowhere(number: int, lines: Lines) -> None:
    """Keep no journal."""


class Trail:
    """Writes the lines of each step and tells `keep` every one of them as it stands now.

    `keep` is told a step's number and its lines; a number told again replaces what was told
    before. `lines` wait from a recovered journal.
    """

    def __init__(self, clock: Callable[[], datetime], keep: Kept, lines: Lines = ()) -> None:
        self._clock = clock
        self._keep = keep
        self.number = 1 if lines else 0
        self._lines = {1: lines} if lines else {}

    @property
    def entries(self) -> Lines:
        """All lines that are not saved yet."""
        return tuple(line for lines in self._lines.values() for line in lines)

    @property
    def pending(self) -> tuple[tuple[int, Lines], ...]:
        """The steps that are not saved yet: number and lines."""
        return tuple(self._lines.items())

    def begin(self) -> None:
        """Start a new step."""
        self.number += 1

    def note(self, who: str, done: tuple[Change, ...], reason: str) -> None:
        """Write the lines of the step at hand, in place of those that it had."""
        when = self._clock()
        self._set(tuple(entry(who, when, reason, change) for change in done))

    def drop(self) -> None:
        """Forget the lines of the step at hand: it was none."""
        self._set(())

    def _set(self, lines: Lines) -> None:
        self._lines[self.number] = lines
        self._keep(self.number, lines)

    def saved(self, number: int) -> None:
        """Forget the lines of all steps up to `number`: the file has them now."""
        self._lines = {n: lines for n, lines in self._lines.items() if n > number}
