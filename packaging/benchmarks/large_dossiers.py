"""Large dossiers for measuring, grown from a sample: the same rows again, under other ids.

Each copy says something of its own: what is said twice need not be looked at twice.
"""

from itertools import cycle, islice
from typing import TypeVar

from cerwizard import assets
from cerwizard.dossier.ask import Kind, Row, questions
from cerwizard.dossier.dossier import Dossier
from cerwizard.store import dossier_file

AnyRow = TypeVar("AnyRow", bound=Row)
_OWN = ("code", "title", "name", "harm", "doi", "pmid")


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


def with_all(data_sets: int, references: int, risks: int) -> Dossier:
    """Return the sample with so many data sets, each with its publication, and so many risks."""
    dossier = with_evidence(data_sets)
    harms = _again(dossier.risks.items, risks)
    literature = with_references(references).literature
    known = {row.id for row in literature.references}
    items = tuple(
        row.model_copy(update={"reference_ids": (row.id,)}) if row.id in known else row
        for row in dossier.evidence.items
    )
    sections = {
        "evidence": dossier.evidence.model_copy(update={"items": items}),
        "literature": literature,
        "risks": dossier.risks.model_copy(update={"items": harms}),
    }
    return dossier.model_copy(update=sections)


def _sample() -> Dossier:
    return dossier_file.load(assets.resources("samples", "foam-dressing.cerw")).dossier


def _again(rows: tuple[AnyRow, ...], many: int) -> tuple[AnyRow, ...]:
    """Return `rows`, then copies of them, until there are `many`; what was referred to stays."""
    copies = islice(cycle(rows), max(many - len(rows), 0))
    return (*rows, *(_another(row, n) for n, row in enumerate(copies)))


def _another(row: AnyRow, number: int) -> AnyRow:
    """Return a copy of a row with a number in its name, its code and each of its longer texts."""
    own = {
        asked.name: f"{getattr(row, asked.name)} {number}"
        for asked in questions(type(row))
        if asked.name in _OWN or asked.kind is Kind.PROSE
        if getattr(row, asked.name)
    }
    return row.model_copy(update={"id": f"n{number}", **own})
