"""Enters a dossier through the forms of the window, field by field and row by row."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from cerwizard.dossier import paths
from cerwizard.dossier.ask import Kind, Question, Row, Section, questions
from cerwizard.dossier.dossier import Dossier, steps
from cerwizard.dossier.equivalence import Comparison, Equivalent
from cerwizard.gui.desk import Desk
from cerwizard.gui.field import Field
from cerwizard.gui.form_page import FormPage
from cerwizard.gui.list_field import ListField
from cerwizard.gui.pages.equivalence_page import EquivalencePage
from driving import hand
from driving.comparing import Compared, new_line
from driving.watch import wait
from driving.way import TYPED, Way
from driving.words import written

_MOST_ROUNDS = 6  # what an answer brings up, and what refers to later rows, needs another one
_ROW = re.compile(r"\[(\w+)\]")


class Entry:
    """Types a target dossier into an open desk; reads the session only to see what is missing.

    `ids` maps the target's row ids to those that the window gave. `typed` counts answers,
    `characters` those of texts, numbers and dates.
    """

    def __init__(
        self, desk: Desk, target: Dossier, way: Way, tell: Callable[[str], None] = print
    ) -> None:
        self.desk, self.target, self.way, self.tell = desk, target, way, tell
        self.ids: dict[str, str] = {}
        self.typed = self.characters = 0

    @property
    def dossier(self) -> Dossier:
        """What has been entered so far."""
        return self.desk.session.dossier

    def enter(self) -> list[str]:
        """Go through all steps until nothing more can be entered; return what is missing."""
        missing = list(self.differences())
        for number in range(_MOST_ROUNDS):
            self._round(number)
            before, missing = missing, list(self.differences())
            if not missing or missing == before:
                break
        return missing

    def here(self, address: str) -> str:
        """Return an address of the target as the open dossier has it."""
        return _ROW.sub(lambda row: f"[{self.ids.get(row[1], row[1])}]", address)

    def answer(self, field: Field, value: Any) -> None:
        """Answer one field that is shown."""
        self.way.answer(field, value)
        self.typed += 1
        if field.question.kind in TYPED:
            self.characters += len(written(value))
        hand.pause()

    def _round(self, number: int) -> None:
        for name, _, step in steps():
            if any(self._differ(name, getattr(self.target, name), getattr(self.dossier, name))):
                self._open(name)
                self._record(self.desk.page.form, getattr(self.target, name))
                if isinstance(self.desk.page, EquivalencePage):
                    self._comparisons(self.desk.page)
                self.tell(f"round {number + 1}: {step.title}: {self.typed} answers so far")

    def _open(self, name: str) -> None:
        self.way.step(self.desk, name)
        wait(lambda: self.desk.step == name, f"the step {name} is open")

    # -- forms --------------------------------------------------------------------------------

    def _record(self, form: FormPage, target: Section) -> None:
        for name, item in form.fields.items():
            if not item.body.isVisible():
                continue
            if isinstance(item, ListField):
                self._rows(item, getattr(target, name))
            else:
                self._field(item, getattr(target, name))

    def _field(self, field: Field, wanted: Any) -> None:
        value = self.mine(field.question, wanted)
        if value is not None and not _same(field.question, value, field.value()):
            self.answer(field, value)

    def _rows(self, item: ListField, wanted: tuple[Row, ...]) -> None:
        for row in wanted:
            if row.id not in self.ids:
                self._add(item, row)
            elif any(self._differ(item.address, row, self._row(item, row))):
                self._choose(item, self.ids[row.id])
                self._record(_form(item), row)

    def _row(self, item: ListField, row: Row) -> Row:
        there: Row = paths.get(self.dossier, f"{item.address}[{self.ids[row.id]}]")
        return there

    def _add(self, item: ListField, row: Row) -> None:
        before = len(paths.get(self.dossier, item.address))
        self.way.add(item)
        rows = paths.get(self.dossier, item.address)
        assert len(rows) == before + 1, f"no row was added to {item.address}"
        self.ids[row.id] = rows[-1].id
        self._record(_form(item), row)

    def _choose(self, item: ListField, row_id: str) -> None:
        """Go to a row and open its form."""
        self.way.choose(item, row_id)
        assert (
            _form(item)
            .fields[item.row_type.TITLE[0]]
            .address.startswith(f"{item.address}[{row_id}]")
        ), "another row is open"

    # -- the comparison with other devices, which has a sheet instead of a table ------------------

    def _comparisons(self, page: EquivalencePage) -> None:
        for tab, device in enumerate(self.target.equivalence.devices):
            for row in device.rows:
                self._comparison(page, tab, self.ids[device.id], row)

    def _comparison(self, page: EquivalencePage, tab: int, device: str, row: Comparison) -> None:
        at = f"equivalence.devices[{device}]"
        there: Equivalent = paths.get(self.dossier, at)
        rows = paths.positions(there.rows)
        if row.id not in self.ids:
            self.way.compare(page, new_line(tab, there, row.characteristic))
        elif any(self._differ(at, row, there.rows[rows[self.ids[row.id]]])):
            self.way.compare(page, Compared(tab, self.ids[row.id]))
        else:
            return
        wait(page.comparison.detail.isVisible, "the form of the line is open")
        assert page.comparison.detail.form is not None
        for name, item in page.comparison.detail.form.fields.items():
            if isinstance(item, Field) and item.body.isVisible():
                self._field(item, getattr(row, name))
                self._note_new(at, rows, row)

    def _note_new(self, at: str, before: Mapping[str, int], row: Comparison) -> None:
        made = [r.id for r in paths.get(self.dossier, at).rows if r.id not in before]
        if made:
            self.ids[row.id] = made[0]

    # -- comparing ----------------------------------------------------------------------------

    def differences(self, other: Dossier | None = None) -> Iterator[str]:
        """Yield the addresses at which a dossier, by default the open one, is not the target."""
        there = other or self.dossier
        for name, _, _ in steps():
            yield from self._differ(name, getattr(self.target, name), getattr(there, name))

    def _differ(self, at: str, target: Section, there: Section) -> Iterator[str]:
        for asked in questions(type(target)):
            here = f"{at}.{asked.name}"
            wanted, value = getattr(target, asked.name), getattr(there, asked.name)
            if asked.kind is not Kind.ROWS:
                if not _same(asked, self.mine(asked, wanted), value):
                    yield here
            elif [self.ids.get(row.id) for row in wanted] != [row.id for row in value]:
                yield here
            else:
                for one, other in zip(wanted, value, strict=True):
                    yield from self._differ(f"{here}[{other.id}]", one, other)

    def mine(self, asked: Question, wanted: Any) -> Any:
        """Return a value of the target as the open dossier has it; None if it cannot yet."""
        if asked.kind is Kind.REF:
            return self.ids.get(wanted) if wanted else ""
        if asked.kind is Kind.REFS:
            ids = tuple(self.ids.get(row_id) for row_id in wanted)
            return None if None in ids else ids
        if wanted is None:
            return None
        return wanted


def _same(asked: Question, one: Any, other: Any) -> bool:
    """Say whether two values are the same answer; the order of several choices is none."""
    if asked.kind is Kind.CHOICES:
        return set(one) == set(other)
    return str(one) == str(other)


def _form(item: ListField) -> FormPage:
    wait(item.detail.isVisible, "the form of the row is open")
    assert item.detail.form is not None
    return item.detail.form
