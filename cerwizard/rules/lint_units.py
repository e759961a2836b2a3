"""Makes rules about wording ready: for one field, for each text of a record, or everywhere."""

from collections.abc import Iterator

from cerwizard.dossier.applies import field_applies
from cerwizard.dossier.ask import Kind, Question, questions
from cerwizard.dossier.fields import every_field
from cerwizard.dossier.holds import Compiler
from cerwizard.dossier.judged import ALWAYS, Judged, all_hold
from cerwizard.dossier.reach import resolve, scope_at
from cerwizard.dossier.routes import Scope
from cerwizard.dossier.view import Place, View
from cerwizard.rules.lint import Lint
from cerwizard.rules.messages import Fault, message
from cerwizard.rules.rule import Rule
from cerwizard.rules.texts import Sieve
from cerwizard.rules.units import Unit

_TEXTS = (Kind.LINE, Kind.LINES, Kind.PROSE)
# What others wrote, or what has to be copied letter by letter, is not the writer's wording.
_NOT_OURS = (
    "literature.references[*]",
    "literature.searches[*].queries[*]",
    "benefits.claims[*].text",
)
_OTHERS = "sources.items[*]"


def on_record(
    rule: Rule, lint: Lint, compiler: Compiler, before: tuple[Judged, Judged], scope: Scope
) -> Unit:
    """Return the rule for the records of `scope`: for its field, else for all their texts."""
    names = [rule.field] if rule.field else [q.name for q in _texts(scope)]
    return _unit(rule, lint, compiler, scope, names, before)


def everywhere(rule: Rule, lint: Lint, compiler: Compiler) -> Iterator[Unit]:
    """Yield the rule for each kind of record that has texts of the writer's own."""
    scopes = {scope.pattern for scope, _ in every_field(compiler.root)}
    for pattern in sorted(scopes):
        scope = scope_at(compiler.root, pattern)
        names = [asked.name for asked in _texts(scope) if _meant(lint, scope, asked)]
        if names:
            when = all_hold([compiler.judged(condition, scope) for condition in rule.when])
            yield _unit(rule, lint, compiler, scope, names, (ALWAYS, when))


def _texts(scope: Scope) -> list[Question]:
    return [asked for asked in questions(scope.model) if asked.kind in _TEXTS]


def _meant(lint: Lint, scope: Scope, asked: Question) -> bool:
    address = f"{scope.pattern}.{asked.name}"
    ours = not address.startswith(_NOT_OURS if lint.others else (*_NOT_OURS, _OTHERS))
    return ours and (lint.lines or asked.kind is Kind.PROSE) and lint.looks_at(address)


def _unit(
    rule: Rule,
    lint: Lint,
    compiler: Compiler,
    scope: Scope,
    names: list[str],
    before: tuple[Judged, Judged],
) -> Unit:
    own = [f".{name}" for name in names]
    gates = {name: field_applies(compiler, scope, name) for name in names}

    def find(view: View, place: Place) -> Iterator[Fault]:
        for name, gate in gates.items():
            texts = _given(getattr(place.value, name))
            said = ", ".join(filter(None, (lint.say(text, view) for text in texts)))
            if said and gate.test(view, place):
                clauses = dict.fromkeys(clause for text in texts for clause in lint.cites(text))
                yield Fault(f"{place.address}.{name}", said, tuple(clauses))

    gate, applies = before
    asked_for = all_hold(list(gates.values()))
    # The gates are put field by field; here they only tell what the rule looks at.
    rests_on = Judged(lambda view, place: True, asked_for.reads, asked_for.needs)
    return Unit(
        rule=rule,
        pattern=scope.pattern,
        field="",
        message=message(compiler, scope, rule.message),
        gate=gate,
        applies=all_hold([applies, rests_on]),
        find=find,
        looks=tuple(resolve(compiler.root, scope, path) for path in (*own, *lint.reads)),
        sieve=Sieve(scope.pattern, tuple(names), lint.glance),
    )


def _given(value: str | tuple[str, ...]) -> list[str]:
    return [text for text in ((value,) if isinstance(value, str) else value) if text]
