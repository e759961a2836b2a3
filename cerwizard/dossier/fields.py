"""Every question that a dossier can ask, each with the kind of record that asks it."""

from collections.abc import Iterator
from functools import cache

from pydantic import BaseModel

from cerwizard.dossier.ask import Kind, Question, questions
from cerwizard.dossier.routes import Scope


@cache
def every_field(root: type[BaseModel]) -> tuple[tuple[Scope, Question], ...]:
    """Return each question of the model in the dossier's order, lists before their rows' own."""
    return tuple(_every(root))


def _every(root: type[BaseModel]) -> Iterator[tuple[Scope, Question]]:
    for name, info in root.model_fields.items():
        section = info.annotation
        if isinstance(section, type) and issubclass(section, BaseModel):
            yield from _inside(Scope(name, section))


def _inside(scope: Scope) -> Iterator[tuple[Scope, Question]]:
    for asked in questions(scope.model):
        yield scope, asked
        if asked.kind is Kind.ROWS:
            yield from _inside(Scope(f"{scope.pattern}.{asked.name}[*]", asked.item, scope))
