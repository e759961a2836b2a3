"""What a condition becomes: a test, what it reads, the values that it shares with others."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from cerwizard.dossier.facts import Fact
from cerwizard.dossier.routes import Route
from cerwizard.dossier.view import Place, View

Test = Callable[[View, Place], bool]
NOWHERE = Place(None)


@dataclass(frozen=True, slots=True)
class Judged:
    """A test for a record, the routes it goes from there, the whole-dossier values it asks for."""

    test: Test
    reads: tuple[Route, ...] = ()
    needs: tuple["Known", ...] = ()

    @property
    def free(self) -> bool:
        """Whether the test is the same for every record."""
        return all(route.up is None for route in self.reads)


@dataclass(eq=False, slots=True)
class Fixed:
    """Whether a condition holds that is the same for every record."""

    test: Test
    reads: tuple[Route, ...]
    needs: tuple["Known", ...]

    def compute(self, view: View) -> bool:
        """Say whether the condition holds in this dossier."""
        return self.test(view, NOWHERE)


@dataclass(eq=False, slots=True)
class Told:
    """What a named fact is."""

    fact: Fact
    reads: tuple[Route, ...]
    needs: tuple["Known", ...] = ()

    def compute(self, view: View) -> str:
        """Return the fact's answer for this dossier on the day of judging."""
        return self.fact.find(view.root, view.as_of)


@dataclass(slots=True)
class Counts:
    """For each row of a list that is looked at, whether it satisfies the conditions."""

    marks: dict[str, bool] = field(default_factory=dict)
    holding: int = 0

    def mark(self, address: str, holds: bool | None) -> None:
        """Note what is true of a row; None takes it out of the reckoning."""
        self.holding += (holds is True) - (self.marks.get(address) is True)
        if holds is None:
            self.marks.pop(address, None)
        else:
            self.marks[address] = holds

    @property
    def both(self) -> tuple[int, int]:
        """How many rows satisfy the conditions, of how many."""
        return self.holding, len(self.marks)


@dataclass(eq=False, slots=True)
class Tally:
    """The counts over one list of the dossier, kept row by row."""

    pattern: str
    where: Judged
    inner: Judged

    @property
    def reads(self) -> tuple[Route, ...]:
        """The routes from a row of the list."""
        return (*self.where.reads, *self.inner.reads)

    @property
    def needs(self) -> tuple["Known", ...]:
        """The values on which the conditions on a row rest."""
        return (*self.where.needs, *self.inner.needs)

    def compute(self, view: View) -> Counts:
        """Count all rows."""
        counts = Counts()
        for place in view.places(self.pattern):
            counts.mark(place.address, self.judge(view, place))
        return counts

    def judge(self, view: View, place: Place) -> bool | None:
        """Say whether a row satisfies the conditions; None if it is not looked at."""
        return self.inner.test(view, place) if self.where.test(view, place) else None


Known = Fixed | Told | Tally
ALWAYS = Judged(lambda view, place: True)


def all_hold(parts: Sequence[Judged]) -> Judged:
    """Return the test that every part holds; the cheap ones, known beforehand, come first."""
    if len(parts) == 1:
        return parts[0]
    tests = tuple(part.test for part in sorted(parts, key=lambda part: not part.free))

    def test(view: View, place: Place) -> bool:
        for one in tests:  # noqa: SIM110 - a generator costs more than the tests
            if not one(view, place):
                return False
        return True

    return _joined(test, parts) if parts else ALWAYS


def any_holds(parts: Sequence[Judged]) -> Judged:
    """Return the test that some part holds."""
    tests = tuple(part.test for part in parts)
    return _joined(lambda view, place: any(one(view, place) for one in tests), parts)


def negated(part: Judged) -> Judged:
    """Return the test that the part does not hold."""
    test = part.test
    return Judged(lambda view, place: not test(view, place), part.reads, part.needs)


def _joined(test: Test, parts: Sequence[Judged]) -> Judged:
    reads = tuple(route for part in parts for route in part.reads)
    needs = tuple(known for part in parts for known in part.needs)
    return Judged(test, tuple(dict.fromkeys(reads)), tuple(dict.fromkeys(needs)))
