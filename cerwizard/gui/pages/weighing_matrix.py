"""Indications against populations as a sheet: each cell has its determination, or is open."""

from collections.abc import Sequence
from dataclasses import dataclass

from cerwizard.dossier.ask import Row, title
from cerwizard.dossier.benefit_risk import Weighing
from cerwizard.dossier.dossier import Dossier
from cerwizard.gui.marks import EMPTY, NONE
from cerwizard.gui.pages.outcomes import DETERMINATIONS, short, worst
from cerwizard.gui.pages.sheet import Cell, Chip, Column, Line
from cerwizard.reckon.coverage import Pair, pairs


@dataclass(frozen=True, slots=True)
class Matrix:
    """The sheet with the pair behind each of its cells, by line and column."""

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    spots: tuple[tuple[Pair, ...], ...]
    stray: tuple[Weighing, ...]  # determinations that no cell shows
    open: int  # pairs within the purpose without one


def matrix(dossier: Dossier) -> Matrix:
    """Return the matrix; where a dossier has no indications or populations, one stands for all."""
    rows: Sequence[Row] = dossier.purpose.indications
    groups: Sequence[Row] = dossier.populations.groups
    if not rows and not groups:
        return Matrix((), (), (), dossier.benefit_risk.items, 0)
    within = set(pairs(dossier))
    weighed = dossier.benefit_risk.items
    spots = tuple(tuple(Pair(row, group) for group in _ids(groups)) for row in _ids(rows))
    columns = (Column("Indication", 3, 12), *(_column(group) for group in groups or (None,)))
    lines = tuple(
        Line(
            _key(pairs_of),
            (_name(row), *(_cell(pair, weighed, pair in within) for pair in pairs_of)),
        )
        for row, pairs_of in zip(rows or (None,), spots, strict=True)
    )
    shown = {w.id for line in spots for pair in line for w in about(pair, weighed)}
    stray = tuple(w for w in weighed if w.id not in shown)
    left = sum(not about(pair, weighed) for pair in within)
    return Matrix(columns, lines, spots, stray, left)


def about(pair: Pair, weighed: Sequence[Weighing]) -> tuple[Weighing, ...]:
    """Return the determinations that speak of a pair; naming none means all, as for the rules."""
    return tuple(
        w
        for w in weighed
        if _names(w.indication_ids, pair.indication)
        and _names(w.population_ids, pair.population)
        and (w.indication_ids or w.population_ids)
    )


def code(dossier: Dossier, pair: Pair) -> str:
    """Return a code for a new determination, such as “I1/P2”."""
    both = (
        (dossier.purpose.indications, pair.indication),
        (dossier.populations.groups, pair.population),
    )
    return "/".join(row.code for rows, wanted in both for row in rows if row.id == wanted)


def _names(named: tuple[str, ...], wanted: str) -> bool:
    return not wanted or not named or wanted in named


def _ids(rows: Sequence[Row]) -> tuple[str, ...]:
    return tuple(row.id for row in rows) or ("",)


def _key(spots: tuple[Pair, ...]) -> str:
    return spots[0].indication or "all"


def _column(group: Row | None) -> Column:
    if group is None:
        return Column("All patients", 3, 12)
    return Column(_brief(title(group), 90), 3, 14, title(group))


def _name(indication: Row | None) -> Cell:
    if indication is None:
        return Cell("The device")
    code = str(getattr(indication, "code", "")).strip() or "Indication"
    name = " ".join(str(getattr(indication, "condition", "")).split())
    chip = Chip(code, f"purpose.indications[{indication.id}]", title(indication))
    return Cell(_brief(name, 120), chips=(chip,))


def _cell(pair: Pair, weighed: Sequence[Weighing], within: bool) -> Cell:
    found = about(pair, weighed)
    if not found:
        if within:
            return Cell("Open", mark=EMPTY)
        return Cell("Not in the purpose", mark=NONE, quiet=True)
    mark = worst([DETERMINATIONS[w.verdict] for w in found])
    told = next(w for w in found if DETERMINATIONS[w.verdict] == mark)
    codes = ", ".join(filter(None, (w.code.strip() for w in found)))
    return Cell(short(told.verdict), codes, mark, quiet=mark == NONE)


def _brief(text: str, longest: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"
