"""The catalogue of clauses that rules, fields, guidance and documents may cite."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date as Day
from difflib import get_close_matches
from enum import StrEnum
from functools import cache
from pathlib import Path

from pydantic import Field

from cerwizard import assets
from cerwizard.errors import BadClauseError
from cerwizard.law.toml_file import Entry, read


class Mark(StrEnum):
    """How the content of a clause was verified when the catalogue was written."""

    READ = "read"  # in the text of the instrument
    SECONDARY = "secondary"  # in an account of the instrument by others
    UNVERIFIED = "unverified"  # from general professional knowledge
    DERIVED = "derived"  # inferred from other clauses


class Binding(StrEnum):
    """What kind of instrument it is, and thereby how far it binds."""

    LAW = "law"
    REPEALED = "repealed law"
    PROPOSAL = "proposal"
    GUIDANCE = "guidance"
    STANDARD = "standard"
    METHOD = "method"


_ACTS = frozenset({Binding.LAW, Binding.REPEALED, Binding.PROPOSAL})


class Instrument(Entry):
    """A regulation, guidance document, standard or method; `date` may be a year or a month."""

    id: str
    short: str
    title: str
    version: str = ""
    date: str = ""
    binding: Binding
    mark: Mark
    gist: str
    in_force_from: Day | None = None
    in_force_to: Day | None = None


class _Place(Entry):
    place: str
    title: str
    gist: str
    verified: Mark | None = None
    in_force_from: Day | None = None
    in_force_to: Day | None = None


class _File(Entry):
    instrument: Instrument
    clauses: dict[str, _Place] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Clause:
    """One citable place: stable id, readable citation, and what it says in our own sentence.

    `in_force_from` and `in_force_to` are the first and the last day on which it holds; None is
    an open end. An instrument as a whole is a clause too, with the instrument's id.
    """

    id: str
    instrument: str
    cite: str
    title: str
    gist: str
    verified: Mark
    in_force_from: Day | None
    in_force_to: Day | None

    def in_force(self, day: Day) -> bool:
        """Say whether the clause holds on `day`."""
        after = self.in_force_from is None or self.in_force_from <= day
        return after and (self.in_force_to is None or day <= self.in_force_to)


class Clauses:
    """All clauses by id, in the order of their files."""

    def __init__(
        self, clauses: Mapping[str, Clause], instruments: Mapping[str, Instrument]
    ) -> None:
        self._clauses = dict(clauses)
        self._instruments = dict(instruments)

    @property
    def instruments(self) -> tuple[Instrument, ...]:
        """The instruments that the clauses belong to."""
        return tuple(self._instruments.values())

    def instrument(self, instrument_id: str) -> Instrument:
        """Return one instrument; BadClauseError if the catalogue has none of this id."""
        if instrument_id not in self._instruments:
            raise BadClauseError(_unknown("instrument", instrument_id, self._instruments))
        return self._instruments[instrument_id]

    def get(self, clause_id: str) -> Clause:
        """Return one clause; BadClauseError if the catalogue has none of this id."""
        if clause_id not in self._clauses:
            raise BadClauseError(_unknown("clause", clause_id, self._clauses))
        return self._clauses[clause_id]

    def cite(self, clause_id: str) -> str:
        """Return the readable citation, e.g. “MDR Article 61(4)”."""
        return self.get(clause_id).cite

    def __contains__(self, clause_id: object) -> bool:
        return clause_id in self._clauses

    def __iter__(self) -> Iterator[Clause]:
        return iter(self._clauses.values())

    def __len__(self) -> int:
        return len(self._clauses)


def load(*folders: Path) -> Clauses:
    """Return the clauses in the TOML files of `folders`, by default in our own resources.

    Raises:
        BadClauseError: a file is not well-formed, or one instrument stands in two files.
    """
    return _read_all(folders) if folders else _our_own()


@cache
def _our_own() -> Clauses:
    return _read_all((assets.resources("clauses"),))


def _read_all(folders: tuple[Path, ...]) -> Clauses:
    instruments: dict[str, Instrument] = {}
    clauses: dict[str, Clause] = {}
    for path in (path for folder in folders for path in sorted(folder.glob("*.toml"))):
        file = read(path, _File)
        if file.instrument.id in instruments:
            repeated = f"{path.name} repeats the instrument {file.instrument.id}"
            raise BadClauseError(f"{repeated}; give it an id of its own.")
        instruments[file.instrument.id] = file.instrument
        clauses |= {clause.id: clause for clause in _clauses(file)}
    return Clauses(clauses, instruments)


def _clauses(file: _File) -> Iterator[Clause]:
    source = file.instrument
    whole = (source.gist, source.mark, source.in_force_from, source.in_force_to)
    yield Clause(source.id, source.id, source.short, source.title, *whole)
    joint = " " if source.binding in _ACTS else ", "
    for name, place in file.clauses.items():
        yield Clause(
            id=f"{source.id}:{name}",
            instrument=source.id,
            cite=f"{source.short}{joint}{place.place}",
            title=place.title,
            gist=place.gist,
            verified=place.verified or source.mark,
            in_force_from=place.in_force_from or source.in_force_from,
            in_force_to=place.in_force_to or source.in_force_to,
        )


def _unknown(noun: str, name: str, known: Mapping[str, object]) -> str:
    near = get_close_matches(name, known, n=1)
    hint = f" The nearest is {near[0]}." if near else ""
    return f"The catalogue has no {noun} with the id {name}.{hint}"
