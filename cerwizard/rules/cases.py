"""Runs the cases that a rule brings along: the dossiers on which it must speak or be silent."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from cerwizard.dossier import paths
from cerwizard.errors import BadRuleError, CerWizardError
from cerwizard.rules.rule import Case, Rule

R = TypeVar("R", bound=BaseModel)
USUAL_DAY = date(2026, 7, 1)


def day_of(rule: Rule, case: Case) -> date:
    """Return the date of judging: the case's own, else one on which the rule is in force."""
    if case.as_of is not None or rule.in_force(USUAL_DAY):
        return case.as_of or USUAL_DAY
    return rule.in_force_from or rule.in_force_to or USUAL_DAY


def dossier_of(root: type[R], given: Mapping[str, Any]) -> R:
    """Return the dossier that a case describes; rows without an id are called 1, 2, 3.

    Raises:
        BadRuleError: an address or a value does not fit the model; the sentence says which.
    """
    data: dict[str, Any] = {}
    try:
        for address, value in given.items():
            _enter(data, address, _named(paths.check(root, address), value))
        return root.model_validate(data)
    except ValidationError as error:
        where = _address(error.errors()[0]["loc"])
        raise BadRuleError(f"A case gives “{where}”: {error.errors()[0]['msg']}.") from error
    except CerWizardError as error:
        raise BadRuleError(f"A case gives “{address}”: {error}") from error


def _address(places: Iterable[int | str]) -> str:
    """Return where a value stands, as addresses are written: rows are counted from 1."""
    pieces = (f"[{one + 1}]" if isinstance(one, int) else f".{one}" for one in places)
    return "".join(pieces).removeprefix(".")


def _enter(data: dict[str, Any], address: str, value: Any) -> None:
    *front, last = (part.name for part in paths.split(address))
    for name in front:
        data = data.setdefault(name, {})
    if isinstance(value, Mapping):
        data.setdefault(last, {}).update(value)
    else:
        data[last] = value


def _named(kind: Any, value: Any) -> Any:
    """Return what stands at a place with ids for its rows and dates as text."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        row = getattr(kind, "__args__", (None,))[0]
        return [_numbered(row, i, item) for i, item in enumerate(value, 1)]
    return _record(kind, value) if isinstance(value, Mapping) else value


def _numbered(row: Any, number: int, item: Any) -> Any:
    return {"id": str(number), **_record(row, item)} if isinstance(item, Mapping) else item


def _record(kind: Any, table: Mapping[str, Any]) -> dict[str, Any]:
    fields = getattr(kind, "model_fields", {})
    kinds = {name: info.annotation for name, info in fields.items()}
    return {name: _named(kinds.get(name), value) for name, value in table.items()}
