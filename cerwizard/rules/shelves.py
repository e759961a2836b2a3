"""Keeps findings in their order while a few at a time are exchanged."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping

from pydantic import BaseModel

from cerwizard.dossier import paths
from cerwizard.dossier.view import section_rows, sections
from cerwizard.rules.finding import Finding
from cerwizard.rules.order import key_of

_Slot = tuple[str, str]  # a section and a field in it; "" for the section itself
_Swap = tuple[list[Finding], list[Finding]]  # those that go, those that come
_MANY = 50


class Shelves:
    """The findings of a dossier, on a shelf for each field of each section."""

    def __init__(self, root: BaseModel, findings: Iterable[Finding]) -> None:
        self._root = root
        self._shelves = {slot: _Shelf() for slot in _slots(root)}
        self._all: tuple[Finding, ...] | None = None
        self.exchange((), findings)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All of them in their order."""
        if self._all is None:
            found: list[Finding] = []
            for shelf in self._shelves.values():
                found += shelf.own
                found += shelf.of_rows
            self._all = tuple(found)
        return self._all

    def turn(self, root: BaseModel, lists: Iterable[str]) -> None:
        """Go by another dossier, in which the rows of `lists` are other ones or moved."""
        self._root = root
        for rows in lists:
            slot, row = _place(rows)
            shelf = self._shelves[slot]
            if row:
                shelf.exchange(root, section_rows(root, slot), {row: ([], [])})
            else:
                shelf.spread(section_rows(root, slot))
            self._all = None

    def exchange(self, gone: Iterable[Finding], come: Iterable[Finding]) -> None:
        """Take some findings out and put others in."""
        touched: dict[_Slot, dict[str, _Swap]] = {}
        for side, some in enumerate((gone, come)):
            for finding in some:
                slot, row = _place(finding.path)
                touched.setdefault(slot, {}).setdefault(row, ([], []))[side].append(finding)
        for slot, swaps in touched.items():
            self._shelves[slot].exchange(self._root, section_rows(self._root, slot), swaps)
            self._all = None


class _Shelf:
    """Findings at a field: `own` are at the field itself, `of_rows` in the rows of a list."""

    def __init__(self) -> None:
        self.own: list[Finding] = []
        self.of_rows: list[Finding] = []
        self._spots: list[int] = []  # for each of `of_rows`, where its row stands
        self._rows: dict[str, list[Finding]] = {}

    def exchange(
        self, root: BaseModel, spots: Mapping[str, int], swaps: Mapping[str, _Swap]
    ) -> None:
        """Exchange findings of some rows; the row "" is the field itself."""
        for row, (gone, come) in swaps.items():
            if row:
                self._rows[row] = _exchanged(root, self._rows.get(row, []), gone, come)
            else:
                self.own = _exchanged(root, self.own, gone, come)
        rows = [row for row in swaps if row]
        if len(rows) > _MANY or not all(row in spots for row in rows):
            self.spread(spots)
        else:
            for row in rows:
                self._put(spots[row], self._rows[row])

    def _put(self, spot: int, found: list[Finding]) -> None:
        first, last = bisect_left(self._spots, spot), bisect_right(self._spots, spot)
        self.of_rows[first:last] = found
        self._spots[first:last] = [spot] * len(found)

    def spread(self, spots: Mapping[str, int]) -> None:
        """Lay the findings out afresh in the order of the rows, those of lost rows last."""
        self._rows = {row: found for row, found in self._rows.items() if found}
        self.of_rows, self._spots = [], []
        lost = sorted(row for row in self._rows if row not in spots)
        there = sorted((spots[row], row) for row in self._rows if row in spots)
        for spot, row in (*there, *enumerate(lost, len(spots))):
            self.of_rows += self._rows[row]
            self._spots += [spot] * len(self._rows[row])


def _exchanged(
    root: BaseModel, before: list[Finding], gone: list[Finding], come: list[Finding]
) -> list[Finding]:
    after = [finding for finding in before if finding not in gone] + come
    return sorted(after, key=lambda finding: key_of(root, finding)) if after[1:] else after


def _slots(root: BaseModel) -> Iterable[_Slot]:
    for section in sections(root):
        yield section, ""
        for field in type(getattr(root, section)).model_fields:
            yield section, field


def _place(address: str) -> tuple[_Slot, str]:
    section, *below = paths.split(address)
    if not below:
        return (section.name, ""), ""
    return (section.name, below[0].name), below[0].row or ""
