"""The rules of a pack made ready for one model and one day, with who looks at what."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache

from pydantic import BaseModel

from cerwizard.dossier.facts import Fact
from cerwizard.dossier.holds import Compiler
from cerwizard.dossier.judged import Known
from cerwizard.rules.readers import Look, Reader, looks
from cerwizard.rules.ready import units
from cerwizard.rules.register import CHECKS
from cerwizard.rules.rule import Rule

_KEPT = 64  # plans: making one for a whole pack takes longer than judging by it


def plan(
    rules: Iterable[Rule], root: type[BaseModel], facts: Mapping[str, Fact], day: date
) -> "Plan":
    """Return the plan of the rules in force on `day`; that of the same rules is made once."""
    in_force = tuple(rule for rule in rules if rule.in_force(day))
    return _made(_Asked(in_force, root, facts))


class _Asked:
    """What a plan is made of, as a key: the very same rules, model, facts and checks."""

    def __init__(
        self, rules: tuple[Rule, ...], root: type[BaseModel], facts: Mapping[str, Fact]
    ) -> None:
        self.rules, self.root, self.facts = rules, root, facts
        self.checks = tuple(CHECKS.get(rule.check) for rule in rules)
        self._ids = (id(root), id(facts), *map(id, rules), *map(id, self.checks))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Asked) and self._ids == other._ids

    def __hash__(self) -> int:
        return hash(self._ids)


@lru_cache(maxsize=_KEPT)
def _made(asked: _Asked) -> "Plan":
    return Plan(asked.rules, asked.root, asked.facts)


class Plan:
    """What is to be judged, and what must be judged again when a field changes.

    `known` are the shared values, each after those on which it rests.
    """

    def __init__(
        self, rules: Iterable[Rule], root: type[BaseModel], facts: Mapping[str, Fact]
    ) -> None:
        compiler = Compiler(root, facts)
        self.units = tuple(unit for rule in rules for unit in units(rule, compiler))
        self.known = tuple(in_turn(unit.needs for unit in self.units))
        self._looks = _table([*self.known, *self.units])
        self._resting = _resting([*self.known, *self.units])

    def looks_at(self, pattern: str, field: str) -> tuple[Look, ...]:
        """Return how the readers of a field of the records at `pattern` look at it."""
        return tuple(self._looks.get((pattern, field), ()))

    def resting_on(self, known: Known) -> tuple[Reader, ...]:
        """Return the readers that ask for a shared value."""
        return tuple(self._resting.get(known, ()))

    def links(self) -> Iterator[tuple[str, str, bool]]:
        """Yield (pattern, field, plain) of the indexes that going back along the routes needs."""
        for seen in self._looks.values():
            for look in seen:
                yield from look.links()


def in_turn(needs: Iterable[tuple[Known, ...]]) -> dict[Known, None]:
    """Return shared values in an order in which each comes after those on which it rests."""
    found: dict[Known, None] = {}
    for some in needs:
        for known in some:
            if known not in found:
                found |= in_turn([known.needs])
                found[known] = None
    return found


def _table(readers: Iterable[Reader]) -> dict[tuple[str, str], list[Look]]:
    table: dict[tuple[str, str], dict[Look, None]] = {}
    for reader in readers:
        for place, look in looks(reader):
            table.setdefault(place, {})[look] = None
    return {place: list(seen) for place, seen in table.items()}


def _resting(readers: Iterable[Reader]) -> dict[Known, list[Reader]]:
    table: dict[Known, list[Reader]] = {}
    for reader in readers:
        for known in reader.needs:
            table.setdefault(known, []).append(reader)
    return table
