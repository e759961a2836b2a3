"""Whether a question is asked at all: its own `when`, and those of the lists it stands in."""

from dataclasses import replace

from cerwizard.dossier.ask import questions
from cerwizard.dossier.holds import Compiler
from cerwizard.dossier.judged import Judged, Test, all_hold
from cerwizard.dossier.routes import Scope
from cerwizard.dossier.view import Place, View
from cerwizard.dossier.walk import outer


def record_applies(compiler: Compiler, scope: Scope) -> Judged:
    """Return the test that the lists in which a record of `scope` stands are asked for."""
    return all_hold(_lists(compiler, scope))


def field_applies(compiler: Compiler, scope: Scope, name: str) -> Judged:
    """Return the test that the question `name` of a record of `scope` is asked."""
    return all_hold([*_own(compiler, scope, name, 0), *_lists(compiler, scope)])


def _lists(compiler: Compiler, scope: Scope) -> list[Judged]:
    found, up = [], 0
    while scope.around is not None:
        name = scope.pattern.rpartition(".")[2].removesuffix("[*]")
        scope, up = scope.around, up + 1
        found += _own(compiler, scope, name, up)
    return found


def _own(compiler: Compiler, scope: Scope, name: str, up: int) -> list[Judged]:
    asked = next((q for q in questions(scope.model) if q.name == name), None)
    if asked is None or asked.ask.when is None:
        return []
    return [_from_inside(compiler.judged(asked.ask.when, scope), up)]


def _from_inside(judged: Judged, up: int) -> Judged:
    """Return the test as it is put to a record `up` levels inside the one it is about."""
    if up == 0 or judged.free:
        return judged
    reads = tuple(r if r.up is None else replace(r, up=r.up + up) for r in judged.reads)
    return Judged(_climbing(judged.test, up), reads, judged.needs)


def _climbing(test: Test, up: int) -> Test:
    def climbed(view: View, place: Place) -> bool:
        return test(view, outer(place, up))

    return climbed
