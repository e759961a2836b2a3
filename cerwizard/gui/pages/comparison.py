"""The comparison with one presumed equivalent as lines: thirteen characteristics, always."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from cerwizard.dossier.equivalence import Characteristic, Comparison, Equivalent, Likeness
from cerwizard.dossier.values import YesNo
from cerwizard.gui.marks import BEGUN, DONE, EMPTY
from cerwizard.gui.pages.sheet import Cell, Column, Line, heading
from cerwizard.rules.finding import Severity

_ORDER = {member: spot for spot, member in enumerate(Characteristic) if member}
_LAST = len(_ORDER) + 1
_SAME = frozenset(  # where MDR Annex XIV Part A Section 3 does not content itself with similar
    {Characteristic.B1, Characteristic.C1, Characteristic.C2, Characteristic.C4}
)
_GROUPS = {"T": "Technical", "B": "Biological", "C": "Clinical", "": "Not assigned"}
NEW = "new-"


@dataclass(frozen=True, slots=True)
class Spot:
    """A line of the comparison: a row, or a characteristic that has none yet."""

    key: str
    characteristic: Characteristic
    row: Comparison | None


@dataclass(frozen=True, slots=True)
class Standing:
    """How a comparison stands: a mark, a word of why, and whether it breaks the requirement."""

    mark: str
    why: str = ""
    broken: bool = False


def spots(device: Equivalent) -> tuple[Spot, ...]:
    """Return the rows in the order of the characteristics, and a spot for each that is missing."""
    rows = [Spot(row.id, row.characteristic, row) for row in device.rows]
    there = {spot.characteristic for spot in rows}
    missing = [Spot(f"{NEW}{c}", c, None) for c in _ORDER if c not in there]
    return tuple(sorted([*rows, *missing], key=lambda s: _ORDER.get(s.characteristic, _LAST)))


def place(rows: tuple[Comparison, ...], characteristic: Characteristic) -> int:
    """Return the position at which a new row keeps the order of the characteristics."""
    rank = _ORDER.get(characteristic, _LAST)
    before = [i for i, row in enumerate(rows) if _ORDER.get(row.characteristic, _LAST) <= rank]
    return before[-1] + 1 if before else 0


def must_be_same(characteristic: Characteristic) -> bool:
    """Say whether a similar characteristic is not enough."""
    return characteristic in _SAME


def short(characteristic: Characteristic) -> str:
    """Return the name of a characteristic without its group and its requirement."""
    name = characteristic.label.partition(": ")[2].removesuffix(" (same)")
    return name[:1].upper() + name[1:]


def called(row: Comparison) -> str:
    """Return the characteristic of a row with its aspect, as in “Design: Edge radius”."""
    aspect = " ".join(row.aspect.split())
    name = short(row.characteristic)
    return f"{name}: {aspect}" if aspect else name


def standing(row: Comparison, device: Equivalent, *, software: bool) -> Standing:
    """Return how a comparison stands against the requirement."""
    if not row.likeness:
        return Standing(EMPTY, "Not compared")
    if row.significant is YesNo.YES:
        return Standing("major", "Clinically significant", broken=True)
    if row.likeness is not Likeness.SAME and _same_missing(row, device, software):
        return Standing("major", "Must be the same", broken=True)
    if row.likeness is Likeness.DIFFERENT:
        return Standing("major", "Must be similar", broken=True)
    if row.likeness is Likeness.SAME:
        return Standing(DONE)
    if not row.justification.strip():
        return Standing(BEGUN, "Not justified yet")
    if row.likeness is Likeness.SIMILAR and not row.significant:
        return Standing(BEGUN, "Significance not answered")
    return Standing(DONE)


def _same_missing(row: Comparison, device: Equivalent, software: bool) -> bool:
    """Say whether sameness is required and missing; as rule EQD-04 has it."""
    if not must_be_same(row.characteristic):
        return False
    if row.characteristic is Characteristic.B1 and software:
        return row.likeness is not Likeness.NOT_APPLICABLE
    if row.characteristic is Characteristic.C1 and row.likeness is Likeness.SIMILAR:
        same = (r for r in device.rows if r.likeness is Likeness.SAME)
        return not any(r.characteristic is Characteristic.C1 for r in same)
    return True


def columns(other: str) -> tuple[Column, ...]:
    """Return the columns of the comparison with the device called `other`."""
    return (
        Column("Characteristic", 3, 12),
        Column("Device under evaluation", 4, 9, brief="This device"),
        Column(other, 4, 9),
        Column("They are", 1, 11, "Whether they are the same, similar or different"),
        Column("Significant", 1, 7, "Whether the difference is clinically significant"),
        Column("Justification", 4, 11, "Why it makes no clinically significant difference", "Why"),
    )


def lines(device: Equivalent, worst: Mapping[str, Severity], *, software: bool) -> tuple[Line, ...]:
    """Return the lines of the comparison; `worst` has the severities of the rows' findings."""
    return tuple(_lines(device, worst, software))


def _lines(device: Equivalent, worst: Mapping[str, Severity], software: bool) -> Iterator[Line]:
    for group, some in groupby(spots(device), key=lambda s: str(s.characteristic)[:1]):
        members = list(some)
        yield heading(f"group-{group}", _GROUPS[group], _far(members))
        for spot in members:
            yield _line(spot, device, worst.get(spot.key), software)


def _line(spot: Spot, device: Equivalent, worst: Severity | None, software: bool) -> Line:
    name = _name(spot, str(worst) if worst else "")
    if spot.row is None:
        nothing = Cell("Not compared", mark=EMPTY, quiet=True)
        return Line(spot.key, (name, Cell(), Cell(), nothing, Cell(), Cell()))
    row = spot.row
    stands = standing(row, device, software=software)
    said = row.likeness.label if row.likeness else stands.why
    they = Cell(said, stands.why if row.likeness else "", stands.mark, quiet=not row.likeness)
    weighed = Cell(row.significant.label if row.significant else "")
    cells = (name, Cell(row.ours), Cell(row.theirs), they, weighed, _justified(row))
    return Line(spot.key, cells, "major" if stands.broken else "")


def _name(spot: Spot, mark: str) -> Cell:
    required = "must be the same" if must_be_same(spot.characteristic) else "same or similar"
    if not spot.characteristic:
        aspect = spot.row.aspect.strip() if spot.row else ""
        return Cell(aspect or "No characteristic chosen", "", mark)
    text = called(spot.row) if spot.row else short(spot.characteristic)
    return Cell(text, required.capitalize(), mark)


def _justified(row: Comparison) -> Cell:
    if row.justification.strip():
        return Cell(row.justification)
    return Cell(f"Difference: {row.difference}", quiet=True) if row.difference.strip() else Cell()


def _far(members: Iterable[Spot]) -> str:
    asked = {s.characteristic for s in members if s.characteristic}
    done = {s.characteristic for s in members if s.row is not None and s.row.likeness}
    return f"{len(done & asked)} of {len(asked)} compared" if asked else ""


def summary(device: Equivalent, *, software: bool) -> str:
    """Return in words how far the comparison is, and how many rows break the requirement."""
    judged = {row.characteristic for row in device.rows if row.likeness and row.characteristic}
    broken = sum(standing(row, device, software=software).broken for row in device.rows)
    far = f"{len(judged)} of {len(_ORDER)} characteristics compared"
    if not broken:
        return f"{far}."
    rows = "1 row breaks" if broken == 1 else f"{broken} rows break"
    return f"{far}; {rows} the requirement."
