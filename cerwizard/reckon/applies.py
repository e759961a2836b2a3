"""Whether a question is asked of this device at all."""

from collections.abc import Iterator
from datetime import date
from functools import cache

from pydantic import BaseModel

from cerwizard.dossier import paths
from cerwizard.dossier.applies import field_applies
from cerwizard.dossier.dossier import Dossier
from cerwizard.dossier.holds import Compiler
from cerwizard.dossier.judged import ALWAYS, NOWHERE, Judged
from cerwizard.dossier.reach import scope_at
from cerwizard.dossier.view import Place, View
from cerwizard.reckon.as_of import as_of
from cerwizard.reckon.facts import FACTS


def applies(dossier: Dossier, address: str, today: date | None = None) -> bool:
    """Say whether the question at `address` (a field, a row or a section) arises.

    It does unless its own `when`, or that of a list in which it stands, does not hold. A value
    kept from before does not count as an answer then. `today` is used if the report is undated.
    """
    return Applies(dossier, today)(address)


class Applies:
    """The same for many addresses of one dossier."""

    def __init__(self, dossier: Dossier, today: date | None = None) -> None:
        day = as_of(dossier, today or date.today())  # noqa: DTZ011 - the writer's own calendar day
        self._view = View(dossier, day)

    def __call__(self, address: str) -> bool:
        """Say whether the question at `address` arises."""
        root: type[BaseModel] = type(self._view.root)
        test = _test(root, paths.pattern(address)).test
        holder = address.rpartition(".")[0]
        place = self._view.place(holder) if holder else NOWHERE
        return place is not None and test(self._view, place)

    def places(self, field: str) -> Iterator[Place]:
        """Yield the records at which the question at the pattern `field` arises."""
        root: type[BaseModel] = type(self._view.root)
        test = _test(root, field).test
        for place in self._view.places(field.rpartition(".")[0]):
            if test(self._view, place):
                yield place

    def some(self, pattern: str) -> bool:
        """Say whether there are any records at a pattern, whatever is asked of them."""
        return bool(self._view.places(pattern))


@cache
def _compiler(root: type[BaseModel]) -> Compiler:
    return Compiler(root, FACTS)


@cache
def _test(root: type[BaseModel], pattern: str) -> Judged:
    holder, _, name = pattern.rpartition(".")
    if not holder:
        return ALWAYS
    scope = scope_at(root, holder)
    return field_applies(_compiler(root), scope, name.removesuffix("[*]"))
