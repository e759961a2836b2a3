"""Large dossiers for measuring, grown from a sample: the same rows again, under other ids."""

from itertools import cycle, islice
from typing import TypeVar

from cerwizard import assets
from cerwizard.dossier.ask import Row
from cerwizard.dossier.dossier import Dossier
from cerwizard.store import dossier_file

AnyRow = TypeVar("AnyRow", bound=Row)


def with_evidence(rows: int) -> Dossier:
    """Return the sample with `rows` data sets."""
    sample = _sample()
    items = _again(sample.evidence.items, rows)
    return sample.model_copy(
        update={"evidence": sample.evidence.model_copy(update={"items": items})}
    )


def with_references(rows: int) -> Dossier:
    """Return the sample with `rows` references."""
    sample = _sample()
    references = _again(sample.literature.references, rows)
    literature = sample.literature.model_copy(update={"references": references})
    return sample.model_copy(update={"literature": literature})


def _sample() -> Dossier:
    return dossier_file.load(assets.resources("samples", "foam-dressing.cerw")).dossier


def _again(rows: tuple[AnyRow, ...], many: int) -> tuple[AnyRow, ...]:
    """Return `rows`, then copies of them, until there are `many`; what was referred to stays."""
    copies = islice(cycle(rows), max(many - len(rows), 0))
    return (*rows, *(row.model_copy(update={"id": f"n{n}"}) for n, row in enumerate(copies)))
