"""Dossiers for tests: one with an answer in every field, and variants of it."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import count
from typing import Any

from pydantic import BaseModel

from cerwizard.dossier.ask import Kind, Question, questions
from cerwizard.dossier.dossier import Dossier, steps

# What has to be chosen so that as many questions as possible apply at once.
CHOSEN = {
    "Device.device_class": "III",
    "Device.annex_xvi": "no",
    "Device.market_status": "legacy",
    "Device.use": "reusable",
    "Device.sterility": "sterile",
    "Plan.route": "mixed",
    "Pmcf.planned": "yes",
    "Claim.kind": "comparative",
    "Warning_.origin": "risk",
    "Requirement.conformity": "conform_pmcf",
    "Reference.screening": "included",
    "Usability.summative_done": "no",
}
ROWS = 2


class Maker:
    """Fills in every field with a value of its own; `text` makes the texts."""

    def __init__(self, text: Callable[[int], str] | None = None, chosen: Any = ()) -> None:
        self._numbers = count(1001)
        self._text = text or (lambda number: f"words{number}")
        self._chosen = CHOSEN | dict(chosen)

    def dossier(self) -> Dossier:
        data = {name: self._section(section, name) for name, section, _ in steps()}
        return Dossier.model_validate(data)

    def _section(self, model: type[BaseModel], at: str) -> dict[str, Any]:
        return {q.name: self._answer(model, q, at) for q in questions(model)}

    def _answer(self, model: type[BaseModel], asked: Question, at: str) -> Any:
        key, number = f"{model.__name__}.{asked.name}", next(self._numbers)
        if asked.kind is Kind.ROWS:
            return [self._row(asked.item, f"{at}.{asked.name}", i) for i in range(ROWS)]
        if asked.kind is Kind.CHOICE:
            return self._chosen.get(key) or _member(asked.item)
        if key == "Requirement.number":
            return "8" if at.endswith("[1]") else "1"
        if asked.kind is Kind.LINES:
            return [self._text(number), self._text(next(self._numbers))]
        if asked.kind in (Kind.LINE, Kind.PROSE):
            return self._text(number)
        return PLAIN[asked.kind](asked, number)

    def _row(self, model: type[BaseModel], at: str, number: int) -> dict[str, Any]:
        return {"id": row_id(at, number)} | self._section(model, f"{at}[{number}]")


PLAIN: dict[Kind, Callable[[Question, int], Any]] = {
    Kind.CHOICES: lambda asked, number: [str(member.value) for member in asked.item],
    Kind.REF: lambda asked, number: row_id(asked.item.target, 0),
    Kind.REFS: lambda asked, number: [row_id(asked.item.target, i) for i in range(ROWS)],
    Kind.DATE: lambda asked, number: (date(1990, 1, 1) + timedelta(days=number)).isoformat(),
    Kind.NUMBER: lambda asked, number: Decimal(number) / 100,
    Kind.WHOLE: lambda asked, number: number,
}


def row_id(at: str, number: int) -> str:
    return f"{at.translate(_PLAIN)}{number}"


_PLAIN = str.maketrans({".": "-", "[": "-", "]": "-", "_": "-"})


def _member(choices: Any) -> str:
    codes = [str(member.value) for member in choices if member.value]
    return "yes" if "yes" in codes else codes[0]


def without_lists(dossier: Dossier, chosen: Any) -> Dossier:
    """Return the dossier with those lists empty for which a reason can be given instead."""
    data = dossier.model_dump()
    for name, section, _ in steps():
        for asked in questions(section):
            if asked.ask.none:
                data[name][asked.name] = []
    for path, value in dict(chosen).items():
        section, field = path.split(".")
        data[section][field] = value
    return Dossier.model_validate(data)


def leaves(model: BaseModel, at: str = "") -> Iterator[tuple[str, BaseModel, Question]]:
    """Yield (address, record, question) for every field that can hold an answer."""
    for asked in questions(type(model)):
        here = f"{at}.{asked.name}"
        if asked.kind is Kind.ROWS:
            for row in getattr(model, asked.name):
                yield from leaves(row, f"{here}[{row.id}]")
        else:
            yield here, model, asked


def all_leaves(dossier: Dossier) -> Iterator[tuple[str, BaseModel, Question]]:
    for name, _, _ in steps():
        yield from leaves(getattr(dossier, name), name)
