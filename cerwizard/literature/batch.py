"""What came out of one file of references, whatever its format."""

from dataclasses import dataclass

from cerwizard.dossier.literature import Reference


@dataclass(frozen=True, slots=True)
class Record:
    """One reference, still without an id, and where it stands in its file, e.g. “line 12”."""

    at: str
    reference: Reference


@dataclass(frozen=True, slots=True)
class Refused:
    """A record that could not be taken in: where it stands, and why."""

    at: str
    why: str


@dataclass(frozen=True, slots=True)
class Batch:
    """The records of a file, those refused, and remarks on what was passed over or guessed."""

    records: tuple[Record, ...]
    refused: tuple[Refused, ...]
    format: str
    encoding: str
    remarks: tuple[Refused, ...] = ()

    @property
    def references(self) -> tuple[Reference, ...]:
        """The records as references, in the order of the file."""
        return tuple(record.reference for record in self.records)
