"""Which pairs of indication and population are within the purpose, and which the data cover."""

from dataclasses import dataclass

from cerwizard.dossier.analysis import Cell, Coverage
from cerwizard.dossier.dossier import Dossier


@dataclass(frozen=True, slots=True)
class Pair:
    """One indication in one population, by ids; either is empty if the dossier has none."""

    indication: str
    population: str


@dataclass(frozen=True, slots=True)
class Covered:
    """What the coverage matrix says about a pair.

    `state` is the weakest of the cells that speak about it, UNSET if none does; `cells` and
    `evidence` are row ids.
    """

    pair: Pair
    state: Coverage
    cells: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()


# The weakest first: a pair with a gap in one variant is not covered.
_WEAKEST = (Coverage.GAP, Coverage.COVERED, Coverage.NOT_APPLICABLE)


def pairs(dossier: Dossier) -> tuple[Pair, ...]:
    """Return the pairs within the intended purpose.

    A population that names no indication stands for all of them.
    """
    indications = [row.id for row in dossier.purpose.indications]
    groups = dossier.populations.groups
    if not indications or not groups:
        return tuple(Pair(i, "") for i in indications) or tuple(Pair("", g.id) for g in groups)
    return tuple(
        Pair(indication, group.id)
        for indication in indications
        for group in groups
        if not group.indication_ids or indication in group.indication_ids
    )


def matrix(dossier: Dossier) -> tuple[Covered, ...]:
    """Return what is said of each pair within the purpose."""
    cells = dossier.analysis.coverage
    return tuple(_covered(pair, cells) for pair in pairs(dossier))


def unspoken(dossier: Dossier) -> tuple[Pair, ...]:
    """Return the pairs about which the coverage matrix says nothing."""
    return tuple(c.pair for c in matrix(dossier) if not c.cells)


def _covered(pair: Pair, cells: tuple[Cell, ...]) -> Covered:
    about = [cell for cell in cells if cell.state and _speaks_of(cell, pair)]
    states = {cell.state for cell in about}
    state = next((s for s in _WEAKEST if s in states), Coverage.UNSET)
    evidence = dict.fromkeys(row for cell in about for row in cell.evidence_ids)
    return Covered(pair, state, tuple(cell.id for cell in about), tuple(evidence))


def _speaks_of(cell: Cell, pair: Pair) -> bool:
    """Say whether a cell is about the pair; one that names no population means all of them."""
    indication = not cell.indication_ids or pair.indication in cell.indication_ids
    population = not cell.population_ids or pair.population in cell.population_ids
    return indication and population
