"""Takes a batch of records into the dossier's references: what is new comes in, once."""

from collections.abc import Callable
from dataclasses import dataclass

from cerwizard.dossier.ask import title
from cerwizard.dossier.literature import Reference
from cerwizard.literature.batch import Batch
from cerwizard.literature.duplicates import Shelf


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A record that was left out: where it stood, which reference it repeats, and why so."""

    at: str
    of: str
    why: str


@dataclass(frozen=True, slots=True)
class Merged:
    """All references after the merge, those that are new, and what was left out."""

    rows: tuple[Reference, ...]
    imported: tuple[Reference, ...]
    duplicates: tuple[Duplicate, ...]


def merge(existing: tuple[Reference, ...], batch: Batch, new_id: Callable[[], str]) -> Merged:
    """Add the batch's new records after `existing`, each with an id from `new_id`.

    A record that repeats a reference, or an earlier record, is a duplicate and stays out; the
    reference that it repeats is left as it is.
    """
    shelf = Shelf(existing)
    imported: list[Reference] = []
    duplicates: list[Duplicate] = []
    for record in batch.records:
        match = shelf.match(record.reference)
        if match:
            duplicates.append(Duplicate(record.at, title(match.row), match.why))
        else:
            row = record.reference.model_copy(update={"id": new_id()})
            shelf.add(row)
            imported.append(row)
    rows = (*existing, *imported) if imported else existing
    return Merged(rows, tuple(imported), tuple(duplicates))
